#include "fuzz/apibodies.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <sys/resource.h>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(ApiBody)

namespace {
constexpr ApiBody kinds[] = {
    ApiBody::Machines, ApiBody::Release, ApiBody::Lease, ApiBody::GraphQl, ApiBody::Logs};
constexpr qsizetype tenMegabytes = 10 * 1024 * 1024;

QString folderOf(ApiBody kind)
{
    return QFINDTESTDATA(QString(u"fuzz/corpora/"_s + corpusOf(kind)));
}

QByteArray bytesOf(ApiBody kind, const QString &name)
{
    QFile file(folderOf(kind) + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no %s", qPrintable(file.fileName()));
    return file.readAll();
}

// The one of a corpus that is right.
QByteArray rightBody(ApiBody kind)
{
    switch (kind) {
    case ApiBody::Machines:
        return bytesOf(kind, u"whole.json"_s);
    case ApiBody::Release:
        return bytesOf(kind, u"bare.json"_s);
    case ApiBody::Lease:
        return bytesOf(kind, u"wrapped.json"_s);
    case ApiBody::GraphQl:
        return bytesOf(kind, u"definition.json"_s);
    case ApiBody::Logs:
        return bytesOf(kind, u"page.json"_s);
    }
    return {};
}

// The most that this process ever had in memory.
qint64 peakBytes()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return qint64(usage.ru_maxrss) * 1024;
}

// With an environment of so many bytes.
QByteArray machineNamed(const QByteArray &id, qsizetype size)
{
    return R"({"id":")" + id + R"(","state":"started","config":{"image":"a","env":{"A":")"
        + QByteArray(size, 'x') + R"("}}})";
}
} // namespace

// Bodies of the platform that are none: whatever comes, the answer is an error with words, soon,
// and with no more memory than the body is worth.
class TestBadBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void corporaAreReplayed();
    void rightBodiesAreRead();
    void cutBodiesAreErrors();
    void wrongTypesNameTheirPath_data();
    void wrongTypesNameTheirPath();
    void adversarialBodies_data();
    void adversarialBodies();
    void tenMegabytesOfMachines();
};

void TestBadBodies::corporaAreReplayed()
{
    for (const ApiBody kind : kinds) {
        const QDir folder(folderOf(kind));
        const QStringList names = folder.entryList(QDir::Files);
        QVERIFY2(names.size() >= 5, qPrintable(corpusOf(kind)));
        for (const QString &name : names) {
            const Result<void> read = readApiBody(kind, bytesOf(kind, name));
            QVERIFY2(read || !read.error().detail.isEmpty(), qPrintable(name));
            QVERIFY2(read || read.error().detail.size() < 1'000, qPrintable(name));
        }
    }
}

void TestBadBodies::rightBodiesAreRead()
{
    for (const ApiBody kind : kinds) {
        const Result<void> read = readApiBody(kind, rightBody(kind));
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
    }
}

void TestBadBodies::cutBodiesAreErrors()
{
    for (const ApiBody kind : kinds) {
        const QByteArray whole = rightBody(kind);
        for (qsizetype length = 0; length < whole.size(); length += 1 + whole.size() / 60) {
            const Result<void> read = readApiBody(kind, whole.left(length));
            QVERIFY2(!read, qPrintable(u"%1 of %2"_s.arg(length).arg(corpusOf(kind))));
            QCOMPARE(read.error().kind, Error::Kind::Protocol);
            QVERIFY(read.error().detail.contains("/"_L1)); // whose answer it is
        }
    }
}

void TestBadBodies::wrongTypesNameTheirPath_data()
{
    QTest::addColumn<ApiBody>("kind");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("path");
    const auto row = [](ApiBody kind, const char *from, const char *to, const char *path) {
        QTest::newRow(path) << kind << QByteArray(from) << QByteArray(to)
                            << QString::fromLatin1(path);
    };
    row(ApiBody::Machines,
        R"("state":"started","region")",
        R"("state":[],"region")",
        "machines[0].state");
    row(ApiBody::Machines,
        R"("exit_code":137)",
        R"("exit_code":{})",
        "machines[0].events[0].request.exit_event.exit_code");
    row(ApiBody::Machines,
        R"("checks":[{"name":"servicecheck-00-http-8080")",
        R"("checks":[{"name":8080)",
        "machines[0].checks[0].name");
    row(ApiBody::Machines,
        R"("updated_at":"2026-08-20T14:03:11.123456789Z")",
        R"("updated_at":"later")",
        "machines[0].updated_at");
    row(ApiBody::Release, R"("version":43)", R"("version":"43")", "release.version");
    row(ApiBody::Lease, R"("expires_at":1755698600)", R"("expires_at":[])", "expires_at");
    row(ApiBody::GraphQl,
        R"("version":3)",
        R"("version":{})",
        "app.currentReleaseUnprocessed.version");
    row(ApiBody::Logs,
        R"("message":"GET /healthz 200\nsecond line")",
        R"("message":17)",
        "logs.data[0].attributes.message");
}

void TestBadBodies::wrongTypesNameTheirPath()
{
    QFETCH(ApiBody, kind);
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, path);
    QByteArray body = rightBody(kind);
    QVERIFY(body.contains(from));
    body.replace(from, to);
    const Result<void> read = readApiBody(kind, body);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, Error::Kind::Protocol);
    QVERIFY2(read.error().detail.contains(path), qPrintable(read.error().detail));
}

void TestBadBodies::adversarialBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("10 MB of zeros") << QByteArray(tenMegabytes, '\0');
    QTest::newRow("10 MB of brackets") << QByteArray(tenMegabytes, '[');
    QTest::newRow("10 MB of braces") << QByteArray("{\"a\":").repeated(tenMegabytes / 5);
    QTest::newRow("10 MB of one text")
        << QByteArray("{\"error\":\"" + QByteArray(tenMegabytes, 'x'));
    QTest::newRow("10 MB of spaces") << QByteArray(tenMegabytes, ' ');
    QTest::newRow("10 MB of a page")
        << QByteArray("<html><title>" + QByteArray(tenMegabytes, 'x') + "</title>");
    QTest::newRow("invalid UTF-8") << QByteArray("{\"\xff\xfe\":\"\xc3\x28\xf0\x9f\"}");
    QTest::newRow("a byte order mark") << QByteArray("\xef\xbb\xbf{}");
    QTest::newRow("a huge number") << QByteArray(QByteArray(100'000, '9'));
    QTest::newRow("a huge exponent") << QByteArray("[1e999999999]");
    QTest::newRow("a word") << QByteArray("null");
    QTest::newRow("a list of everything else") << QByteArray(R"([null,1,true,"x",[],{"id":{}}])");
}

void TestBadBodies::adversarialBodies()
{
    QFETCH(QByteArray, body);
    for (const ApiBody kind : kinds) {
        const Result<void> read = readApiBody(kind, body);
        QVERIFY2(!read, qPrintable(corpusOf(kind)));
        QVERIFY2(read.error().kind == Error::Kind::Protocol, qPrintable(read.error().detail));
        QVERIFY(!read.error().detail.isEmpty() && read.error().detail.size() < 1'000);
    }
}

void TestBadBodies::tenMegabytesOfMachines()
{
    QByteArray body = "[";
    for (int i = 0; body.size() < tenMegabytes; ++i)
        body += machineNamed(QByteArray::number(i), 50'000) + ',';
    body += machineNamed("last", 0) + ']';
    const qint64 before = peakBytes();
    QVERIFY(readApiBody(ApiBody::Machines, body));
    body.replace(R"({"id":"last")", R"({"id":["last"])");
    const Result<void> read = readApiBody(ApiBody::Machines, body);
    QVERIFY(!read);
    QVERIFY2(read.error().detail.contains("].id"_L1), qPrintable(read.error().detail));
    QVERIFY(peakBytes() - before < qint64(2) * 1024 * 1024 * 1024); // the sanitizer's share in it
}

QTEST_GUILESS_MAIN(TestBadBodies)
#include "tst_badbodies.moc"
