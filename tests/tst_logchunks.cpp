#include "support/tempstore.h"

#include <QDirIterator>

using namespace Qt::StringLiterals;

namespace {
const QDateTime noon(QDate(2026, 8, 20), QTime(12, 0), Qt::UTC);

LogLine line(int number, const QString &text = u"line"_s)
{
    return {noon.addMSecs(number),
        LogLine::Source::App,
        u"148e"_s,
        u"info"_s,
        text + u' ' + QString::number(number),
        1};
}

QStringList texts(const QList<LogLine> &lines)
{
    QStringList all;
    for (const LogLine &one : lines)
        all += one.text;
    return all;
}
} // namespace

// The log's files, as the store uses them.
class TestLogChunks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logLinesComeBackByIndex();
    void logIsCappedByDroppingTheOldest();
    void tornLogLineIsCutOff();
    void lineWithoutMeaningKeepsItsPlace();
    void linesOfManyDeploymentsStayApart();
};

void TestLogChunks::logLinesComeBackByIndex()
{
    TempStore store;
    const DeploymentId id(newUlid());
    QCOMPARE(store->log(id, 0, 10)->size(), 0);
    QList<LogLine> lines;
    for (int i = 0; i < 30; ++i)
        lines += line(i);
    lines[3] = {noon,
        LogLine::Source::Build,
        u"build"_s,
        u"error"_s,
        u"ñandú \"x\"\\ \U0001F600"_s,
        2,
        7,
        120};
    lines[4].source = LogLine::Source::Platform;
    lines[5].source = LogLine::Source::Proxy;
    lines[6].source = LogLine::Source::Console;
    VERIFY_OK(store->appendLog(id, lines.mid(0, 10)));
    VERIFY_OK(store->appendLog(id, lines.mid(10)));
    QCOMPARE(store->log(id, 0, 100), Result<QList<LogLine>>(lines));
    QCOMPARE(*store->log(id, 25, 3), lines.mid(25, 3));
    QCOMPARE(store->log(id, 30, 3)->size(), 0);
    store.reopen();
    VERIFY_OK(store->appendLog(id, {line(30)}));
    QCOMPARE(store->log(id, 30, 3)->size(), 1);
}

void TestLogChunks::logIsCappedByDroppingTheOldest()
{
    JournalStore::Limits limits;
    limits.logBytesPerDeployment = 64 * 1024;
    TempStore store(limits);
    const DeploymentId id(newUlid());
    const QString filling(200, u'x');
    int written = 0;
    for (int batch = 0; batch < 100; ++batch) {
        QList<LogLine> lines;
        for (int i = 0; i < 10; ++i)
            lines += line(written++, filling);
        VERIFY_OK(store->appendLog(id, lines));
        qint64 bytes = 0;
        QDirIterator files(store.folder() + u"/logs"_s, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            bytes += files.nextFileInfo().size();
        QVERIFY2(bytes <= limits.logBytesPerDeployment, qPrintable(QString::number(bytes)));
    }
    const QList<LogLine> kept = *store->log(id, 0, 10'000);
    QVERIFY(kept.size() > 100 && kept.size() < 300);
    QCOMPARE(kept.last().text, line(written - 1, filling).text);
    QCOMPARE(kept.first().text, line(int(written - kept.size()), filling).text);
    QCOMPARE(*store->log(id, kept.size() - 1, 10), kept.mid(kept.size() - 1));
}

void TestLogChunks::tornLogLineIsCutOff()
{
    TempStore store;
    const DeploymentId id(newUlid());
    VERIFY_OK(store->appendLog(id, {line(0), line(1)}));
    QFile file(store.folder() + u"/logs/%1/0000000000.jsonl"_s.arg(id.value));
    QVERIFY(file.resize(file.size() - 5));
    QCOMPARE(texts(*store->log(id, 0, 10)), QStringList{u"line 0"_s});
    store.reopen();
    VERIFY_OK(store->appendLog(id, {line(2)}));
    QCOMPARE(texts(*store->log(id, 0, 10)), (QStringList{u"line 0"_s, u"line 2"_s}));
}

void TestLogChunks::lineWithoutMeaningKeepsItsPlace()
{
    TempStore store;
    const DeploymentId id(newUlid());
    VERIFY_OK(store->appendLog(id, {line(0)}));
    QFile file(store.folder() + u"/logs/%1/0000000000.jsonl"_s.arg(id.value));
    QVERIFY(file.open(QIODevice::Append));
    file.write("garbage\n");
    file.close();
    store.reopen();
    VERIFY_OK(store->appendLog(id, {line(2)}));
    QCOMPARE(texts(*store->log(id, 0, 10)), (QStringList{u"line 0"_s, u"garbage"_s, u"line 2"_s}));
}

void TestLogChunks::linesOfManyDeploymentsStayApart()
{
    TempStore store;
    QList<DeploymentId> ids;
    for (int i = 0; i < 5; ++i) {
        ids += DeploymentId(newUlid());
        VERIFY_OK(store->appendLog(ids.last(), {line(i)}));
    }
    for (int i = 0; i < 5; ++i)
        QCOMPARE(texts(*store->log(ids[i], 0, 10)), QStringList{line(i).text});
}

QTEST_GUILESS_MAIN(TestLogChunks)
#include "tst_logchunks.moc"
