#include "config/gitindex.h"
#include "servers/stacksurvey.h"
#include "servers/tarfile.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

// What goes to a server for one stack, and what comes back, in a real shell.
class TestStackSurvey final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesAreComparedByKeyedHash();
    void wordsOfTheScriptInFilesStayWhatTheyAre();
    void cutAnswerIsAnError();
    void missingImagesAreToldApart();
    void tarIsReadByTar();
    void namesThatLeaveTheFolderAreRefused();
    void commitIsReadFromGit();

private:
    static QByteArray run(const StackQuery &query, const QByteArray &nonce)
    {
        QProcess shell;
        shell.start(u"sh"_s, {u"-s"_s});
        shell.write(StackSurvey::script(query, nonce).value().reveal());
        shell.closeWriteChannel();
        shell.waitForFinished();
        return shell.readAllStandardOutput();
    }
    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
};

void TestStackSurvey::filesAreComparedByKeyedHash()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"a file"_s), "one\ntwo");
    StackQuery query;
    query.directory = folder.path();
    query.project = u"shop"_s;
    query.files = {u"a file"_s, u"missing"_s};
    const QByteArray nonce = StackSurvey::newNonce();
    const Result<StackTold> told = StackSurvey::read(run(query, nonce), nonce);
    QVERIFY2(told, told ? "" : qPrintable(told.error().detail));
    QVERIFY(told->hasDirectory);
    QCOMPARE(told->files.size(), 1);
    QCOMPARE(told->files.value(u"a file"_s), StackSurvey::hashOfFile(nonce, "one\ntwo"));
    QVERIFY(StackSurvey::hashOfFile(StackSurvey::newNonce(), "one\ntwo")
        != StackSurvey::hashOfFile(nonce, "one\ntwo"));
}

void TestStackSurvey::wordsOfTheScriptInFilesStayWhatTheyAre()
{
    StackQuery query;
    query.directory = u"/srv/FILES"_s;
    query.project = u"shop"_s;
    query.composeFiles = {u"compose.yml"_s};
    query.contents.insert(
        u"compose.yml"_s, Secret("# NONCE FILES ENVIRONMENT REFERENCES WANTEDARGUMENTS"));
    const QByteArray script = StackSurvey::script(query, StackSurvey::newNonce()).value().reveal();
    QVERIFY(script.contains("# NONCE FILES ENVIRONMENT REFERENCES WANTEDARGUMENTS"));
    QVERIFY(script.contains("/srv/FILES"));
    query.files = {u"two\nlines"_s};
    QVERIFY(!StackSurvey::script(query, StackSurvey::newNonce()));
}

void TestStackSurvey::cutAnswerIsAnError()
{
    const Result<StackTold> told = StackSurvey::read("n folder\nyes\n", "n");
    QVERIFY(!told);
}

void TestStackSurvey::missingImagesAreToldApart()
{
    const QByteArray good =
        R"({"Descriptor":{"digest":"sha256:1","platform":{"architecture":"amd64"}}})";
    const QByteArray several =
        R"([{"Descriptor":{"digest":"sha256:2","platform":{"architecture":"amd64"}}},)"
        R"({"Descriptor":{"digest":"sha256:3","platform":{"architecture":"arm","variant":"v7"}}}])";
    const QByteArray output = "n folder\nyes\nn images\nimage r.test/a:1\n" + good
        + "\n\nimage r.test/b:1\n\nno such manifest: r.test/b:1 \nimage q.test/c:1\n\n"
          "no such manifest: q.test/c:1 \nimage r.test/d:1\n"
        + several + "\n\nn end\n";
    const Result<StackTold> told = StackSurvey::read(output, "n");
    QVERIFY(told);
    QCOMPARE(told->images.value(u"r.test/a:1"_s).digest, u"sha256:1"_s);
    QVERIFY(told->images.value(u"r.test/b:1"_s).isMissing);
    // Its registry did not answer for anything: nobody knows.
    QVERIFY(!told->images.contains(u"q.test/c:1"_s));
    QCOMPARE(told->images.value(u"r.test/d:1"_s).cpus, QStringList({u"amd64"_s, u"arm/v7"_s}));
    QVERIFY(told->images.value(u"r.test/d:1"_s).digest.isEmpty());
}

void TestStackSurvey::tarIsReadByTar()
{
    const QTemporaryDir folder;
    const QString longName = QString(u'd').repeated(120) + u"/ñandú.conf"_s;
    TarFile tar;
    QVERIFY(tar.add(u"envs/.env"_s, "SECRET=1\n", 0600));
    QVERIFY(tar.add(longName, QByteArray(1000, 'x'), 0644));
    QVERIFY(tar.add(u"run.sh"_s, {}, 0755));
    QProcess reader;
    reader.start(u"tar"_s, {u"-C"_s, folder.path(), u"-xpf"_s, u"-"_s});
    reader.write(tar.bytes());
    reader.closeWriteChannel();
    QVERIFY(reader.waitForFinished());
    QVERIFY2(reader.exitCode() == 0, reader.readAllStandardError().constData());
    QCOMPARE(QFileInfo(folder.filePath(longName)).size(), 1000);
    QVERIFY(QFileInfo(folder.filePath(u"run.sh"_s)).isExecutable());
    QVERIFY(!(QFile::permissions(folder.filePath(u"envs/.env"_s)) & QFile::ReadOther));
}

void TestStackSurvey::namesThatLeaveTheFolderAreRefused()
{
    TarFile tar;
    for (const QString &name : {u"../a"_s, u"/etc/passwd"_s, u"a/../../b"_s, u"a\nb"_s, QString()})
        QVERIFY2(!tar.add(name, "x", 0644), qPrintable(name));
}

void TestStackSurvey::commitIsReadFromGit()
{
    const QTemporaryDir folder;
    const QByteArray first(40, 'a');
    const QByteArray second(40, 'b');
    QDir(folder.path()).mkpath(u".git/refs/heads"_s);
    QDir(folder.path()).mkpath(u"below"_s);
    write(folder.filePath(u".git/HEAD"_s), "ref: refs/heads/main\n");
    write(folder.filePath(u".git/refs/heads/main"_s), first + '\n');
    write(folder.filePath(u".git/packed-refs"_s), "# pack-refs\n" + second + " refs/heads/old\n");
    QCOMPARE(GitIndex::commitOf(folder.filePath(u"below"_s)).toLatin1(), first);
    QCOMPARE(GitIndex::commitOf(folder.path(), u"old"_s).toLatin1(), second);
    QCOMPARE(GitIndex::commitOf(folder.path(), u"../../x"_s), QString());
    QCOMPARE(GitIndex::commitOf(folder.path(), u"none"_s), QString());
}

QTEST_GUILESS_MAIN(TestStackSurvey)
#include "tst_stacksurvey.moc"
