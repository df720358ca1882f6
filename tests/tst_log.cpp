#include "core/log.h"
#include "core/sanitise.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace {
QString content(const QString &path)
{
    Log::flush();
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

unsigned modeOf(const QString &path)
{
    struct stat status = {};
    ::stat(QFile::encodeName(path).constData(), &status);
    return status.st_mode & 0777U;
}
} // namespace

class TestLog : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { qInstallMessageHandler(nullptr); }
    void lineNamesTimeLevelAndArea();
    void areaIsMadeOnce();
    void secretsDoNotReachTheFile();
    void controlCharactersDoNotReachTheFile();
    void qtMessagesAreRouted();
    void fileAndFolderArePrivate();
    void fullFileIsRotatedAndStaysPrivate();
    void linesOfManyThreadsStayWhole();
    void impossibleFolderIsAnError();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString folder() const { return m_folder->filePath(u"logs"_s); }
    QString path() const { return QDir(folder()).filePath(u"atalaya.log"_s); }
};

void TestLog::init()
{
    auto next = std::make_unique<QTemporaryDir>();
    m_folder.swap(next); // the old folder goes after the log has left it
    QCOMPARE(Log::toFile(folder(), u"atalaya.log"_s), QString());
}

void TestLog::lineNamesTimeLevelAndArea()
{
    Log::area("deploy")->warn("event=retry attempt={}", 2);
    Log::area("deploy")->debug("not shown");
    static const QRegularExpression form(
        u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z warning deploy event=retry attempt=2\n$"_s);
    QVERIFY2(form.match(content(path())).hasMatch(), qPrintable(content(path())));
}

void TestLog::areaIsMadeOnce()
{
    QCOMPARE(Log::area("http").get(), Log::area("http").get());
    QVERIFY(Log::area("http") != Log::area("fly"));
}

void TestLog::secretsDoNotReachTheFile()
{
    const QStringList secrets = {u"planted-known-value"_s,
        u"fo1_plantedPersonal"_s,
        u"fm2_plantedMacaroon"_s,
        u"plantedBearer9"_s,
        u"plantedUrlWord"_s,
        u"plantedEnvValue"_s,
        u"plantedJsonValue"_s};
    Redact::addKnown("planted-known-value");
    const auto logger = Log::area("fly");
    logger->error("value={}", "planted-known-value");
    logger->error("value={}", "planted-\x1b[0mknown-value");
    logger->warn("header FlyV1 fm2_plantedMacaroon,fo1_plantedPersonal");
    logger->info("header Authorization: Bearer plantedBearer9");
    logger->info("url=postgres://app:plantedUrlWord@db/x");
    logger->info("env MY_SECRET_NAME=plantedEnvValue");
    logger->info("body {}", "{\"password\": \"plantedJsonValue\"}");
    qWarning("qt says fo1_plantedPersonal");
    const QString text = content(path());
    QCOMPARE(text.count(u'\n'), 8);
    for (const QString &secret : secrets)
        QVERIFY2(!text.contains(secret), qPrintable(secret));
    QVERIFY(text.contains(u"[redacted]"_s));
}

void TestLog::controlCharactersDoNotReachTheFile()
{
    Log::area("app")->info("text=a\x1b[31mb\nforged line\r\x07");
    const QString text = content(path());
    QCOMPARE(text.count(u'\n'), 1);
    QVERIFY(
        text.endsWith(u"text=ab forged line\n"_s) || text.endsWith(u"text=ab forged line \n"_s));
}

void TestLog::qtMessagesAreRouted()
{
    qWarning("something odd");
    qCritical("something bad");
    const QString text = content(path());
    QVERIFY(text.contains(u"warning qt category=default something odd"_s));
    QVERIFY(text.contains(u"error qt category=default something bad"_s));
}

void TestLog::fileAndFolderArePrivate()
{
    QCOMPARE(modeOf(folder()), 0700U);
    QCOMPARE(modeOf(path()), 0600U);
}

void TestLog::fullFileIsRotatedAndStaysPrivate()
{
    const std::string line(64 * 1024, 'x');
    for (int i = 0; i < 300; ++i) // 19 MiB
        Log::area("app")->info(line);
    Log::flush();
    const QStringList files = QDir(folder()).entryList(QDir::Files, QDir::Name);
    QCOMPARE(files.size(), 3);
    for (const QString &file : files) {
        QCOMPARE(modeOf(QDir(folder()).filePath(file)), 0600U);
        QVERIFY(QFileInfo(QDir(folder()).filePath(file)).size() <= 5 * 1024 * 1024);
    }
}

void TestLog::linesOfManyThreadsStayWhole()
{
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([i] {
                for (int k = 0; k < 100; ++k)
                    Log::area(i % 2 == 0 ? "http" : "store")->info("thread={} n={} end", i, k);
            });
        }
    }
    const QStringList lines = content(path()).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 400);
    for (const QString &line : lines)
        QVERIFY(line.endsWith(u" end"_s));
}

void TestLog::impossibleFolderIsAnError()
{
    QVERIFY(!Log::toFile(path() + u"/below-a-file"_s, u"x.log"_s).isEmpty());
    QVERIFY(QDir(folder()).mkdir(u"taken.log"_s));
    QVERIFY(!Log::toFile(folder(), u"taken.log"_s).isEmpty());
}

QTEST_GUILESS_MAIN(TestLog)
#include "tst_log.moc"
