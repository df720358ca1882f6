#include "app/languages.h"
#include "models/words.h"
#include "models/wordsservers.h"
#include "servers/ssherrors.h"

#include <QCoreApplication>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

// Each failure of ssh in words of its own, with its remedy, in both languages.
class TestWordsServers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init_data();
    void everyFailureHasItsSentence_data() { init_data(); }
    void everyFailureHasItsSentence();
    void everyProblemHasItsSentence_data() { init_data(); }
    void everyProblemHasItsSentence();
    void everyQuestionIsAsked_data() { init_data(); }
    void everyQuestionIsAsked();
    void everyFactHasItsWord_data() { init_data(); }
    void everyFactHasItsWord();
    void changedKeyIsTold();
    void languagesDiffer();
    void valuesAreNoPlaceholders();

private:
    static void speak(const QString &language)
    {
        Languages::install(*QCoreApplication::instance(), language);
    }
    static QStringList problems(const QString &language)
    {
        speak(language);
        QStringList texts;
        for (int i = 0; i <= int(SshCause::Other); ++i) {
            if (SshCause(i) != SshCause::AddressBad)
                texts.append(
                    WordsServers::problem(sshErrorOf({SshCause(i), {}, false}, {}), u"prod"_s));
        }
        return texts;
    }
};

void TestWordsServers::init_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("en") << u"en"_s;
    QTest::newRow("es") << u"es"_s;
}

void TestWordsServers::everyFailureHasItsSentence()
{
    QFETCH(QString, language);
    const QStringList texts = problems(language);
    QCOMPARE(QSet<QString>(texts.cbegin(), texts.cend()).size(), texts.size());
    for (const QString &text : texts) {
        QVERIFY2(text.contains("prod"_L1, Qt::CaseInsensitive), qPrintable(text));
        QVERIFY2(!text.contains(u'%'), qPrintable(text));
        QVERIFY2(text.at(0).isUpper() || text.startsWith("prod"_L1) || text.startsWith("ssh"_L1),
            qPrintable(text));
    }
    for (int i = 0; i <= int(SshCause::Other); ++i) {
        const Error error = sshErrorOf({SshCause(i), {u"a"_s}, true}, u"detail"_s);
        QVERIFY(!WordsServers::brief(error).isEmpty());
        QVERIFY(!Words::error(error).isEmpty());
    }
    QVERIFY(WordsServers::problem({Error::Kind::Offline, {}, 0, {}, {}, {}}).isEmpty());
    QVERIFY(WordsServers::brief({Error::Kind::Offline, {}, 0, {}, {}, {}}).isEmpty());
    // Without a name it is a sentence all the same.
    const QString nameless =
        WordsServers::problem(sshErrorOf({SshCause::PortRefused, {}, true}, {}));
    QVERIFY(nameless.at(0).isUpper());
}

void TestWordsServers::everyProblemHasItsSentence()
{
    QFETCH(QString, language);
    speak(language);
    for (int i = 0; i <= int(ServerProblem::FolderUnfit); ++i) {
        const auto problem = ServerProblem(i);
        const QString text = WordsServers::whatIsWrong(problem);
        QVERIFY(!text.isEmpty());
        QCOMPARE(WordsServers::problem(sshAddressError(problem)), text);
        QCOMPARE(WordsServers::problem({Error::Kind::InvalidInput,
                     {},
                     0,
                     {},
                     {},
                     u"server-"_s + serverProblemName(problem)}),
            text);
    }
}

void TestWordsServers::everyQuestionIsAsked()
{
    QFETCH(QString, language);
    speak(language);
    QSet<QString> texts;
    for (int i = 0; i <= int(SshQuestion::Kind::Other); ++i) {
        SshQuestion question;
        question.kind = SshQuestion::Kind(i);
        question.server = u"prod"_s;
        question.subject = u"prod-key"_s;
        const QString text = WordsServers::question(question);
        QVERIFY2(text.contains("prod"_L1), qPrintable(text));
        texts.insert(text);
        question.again = true;
        texts.insert(WordsServers::question(question));
    }
    QCOMPARE(texts.size(), int(SshQuestion::Kind::Other) + 1 + 2);
    QVERIFY(!WordsServers::answerLabel(SshQuestion::Kind::Passphrase).isEmpty());
    QVERIFY(WordsServers::answerLabel(SshQuestion::Kind::HostKey).isEmpty());
    QVERIFY(WordsServers::answerLabel(SshQuestion::Kind::Touch).isEmpty());
}

void TestWordsServers::everyFactHasItsWord()
{
    QFETCH(QString, language);
    speak(language);
    ServerFacts facts;
    facts.user = u"deploy"_s;
    facts.cpus = 4;
    QSet<QString> texts;
    for (int i = 0; i <= int(DockerState::Unknown); ++i) {
        facts.docker = DockerState(i);
        texts.insert(WordsServers::docker(facts));
    }
    for (int i = 0; i <= int(ComposeKind::Legacy); ++i) {
        facts.compose = ComposeKind(i);
        texts.insert(WordsServers::compose(facts));
    }
    QCOMPARE(texts.size(), 5 + 3);
    QVERIFY(WordsServers::system(facts).contains(u'4'));
    QVERIFY(WordsServers::clock(facts).isEmpty());
    facts.clockAhead = std::chrono::minutes(-3);
    const QString behind = WordsServers::clock(facts);
    facts.clockAhead = std::chrono::minutes(3);
    QVERIFY(!behind.isEmpty() && behind != WordsServers::clock(facts));
    facts.clockUncertainty = std::chrono::minutes(3);
    QVERIFY(WordsServers::clock(facts).isEmpty());
    ServiceFacts service;
    service.service = u"web"_s;
    for (int i = 0; i < int(ContainerState::Unknown); ++i) {
        service.state = ContainerState(i);
        QVERIFY(!WordsServers::state(service).isEmpty());
    }
    for (int i = 0; i <= int(ServiceHealth::Unknown); ++i)
        QVERIFY(!WordsServers::health(ServiceHealth(i)).isEmpty());
    service.restarts = 1;
    service.ports = {{u"0.0.0.0"_s, 8080, 80, u"tcp"_s}};
    QVERIFY(WordsServers::service(service).contains("0.0.0.0:8080→80/tcp"_L1)
        || WordsServers::service(service).contains(u"0.0.0.0:8080→80/tcp"_s));
    QVERIFY(WordsServers::stack({{}, u"/srv"_s, {}, {}, {}}).contains("/srv"_L1));
    StackLock lock;
    const QString left = WordsServers::lock(lock);
    lock.held = true;
    QVERIFY(left != WordsServers::lock(lock));
    lock.owner = u"ana"_s;
    lock.since = QDateTime(QDate(2026, 3, 4), QTime(5, 6), Qt::UTC);
    QVERIFY(WordsServers::lock(lock).contains("ana"_L1));
    QVERIFY(WordsServers::backup({u"/dumps"_s, false, {}, 0, {}}, {}).contains("/dumps"_L1));
}

void TestWordsServers::changedKeyIsTold()
{
    speak(u"en"_s);
    const QString text = WordsServers::problem(
        sshErrorOf({SshCause::HostKeyChanged,
                       {u"SHA256:new"_s, u"SHA256:old"_s, u"/home/a b/known:3"_s},
                       false},
            {}),
        u"prod"_s);
    QVERIFY2(text.contains("it was SHA256:old, now it is SHA256:new"_L1), qPrintable(text));
    QVERIFY(text.contains("/home/a b/known:3"_L1));
    const QString jump = WordsServers::problem(
        sshErrorOf({SshCause::KeyRefused, {u"publickey"_s}, true}, {}), u"prod"_s);
    QVERIFY2(jump.startsWith("The jump host of prod takes none of your keys"_L1), qPrintable(jump));
    QVERIFY(jump.contains("publickey"_L1));
}

void TestWordsServers::languagesDiffer()
{
    const QStringList english = problems(u"en"_s);
    const QStringList spanish = problems(u"es"_s);
    for (qsizetype i = 0; i < english.size(); ++i)
        QVERIFY2(english.at(i) != spanish.at(i), qPrintable(english.at(i)));
}

void TestWordsServers::valuesAreNoPlaceholders()
{
    speak(u"en"_s);
    const QString text = WordsServers::problem(
        sshErrorOf({SshCause::IdentityMissing, {u"/k/%1%2"_s}, false}, {}), u"a%2b"_s);
    QVERIFY2(text.contains("/k/%1%2"_L1) && text.contains("a%2b"_L1), qPrintable(text));
}

QTEST_GUILESS_MAIN(TestWordsServers)
#include "tst_wordsservers.moc"
