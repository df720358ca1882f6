#include "deploy/deployservice.h"
#include "models/words.h"
#include "models/wordsquestion.h"
#include "support/answerof.h"
#include "support/sandboxwindow.h"
#include "support/uitest.h"
#include "ui/deploy/targetpanel.h"
#include "ui/shell/actionregistry.h"
#include "ui/widgets/banner.h"

#include <QDialog>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(FailureAnswer)

namespace {
const AppName decided(u"grupo-gad"_s);
} // namespace

// What a person decides in the window after a deployment, and takes out of it, through the whole
// program on the sandbox.
class TestDecisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void stoppedHalfWayIsDecided_data();
    void stoppedHalfWayIsDecided();
    void anEarlierReleaseIsReturnedTo();
    void whatWasSeenIsTakenAlong();
    void aPublicAddressThatFailsIsShown();

private:
    [[nodiscard]] QAction *action(const QString &id) const;
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] DeploymentSummary newest() const;
    void provoke(const QString &fault, const QString &machine = {});
    void retryToItsEnd();
    QMenu *menuOf(int row);
    void look(QWidget *shown, const QString &name);

    std::unique_ptr<SandboxWindow> m_host;
    std::unique_ptr<QSignalSpy> m_finished;
};

void TestDecisions::init()
{
    m_host = std::make_unique<SandboxWindow>(true);
    QVERIFY(m_host->setSpeed(20));
    m_host->show();
    m_host->window().openApp(decided.value);
    QTRY_VERIFY_WITH_TIMEOUT(action(u"action.retry"_s)->isEnabled(), 30'000);
    m_finished =
        std::make_unique<QSignalSpy>(&m_host->composition().deploy(), &DeployService::finished);
}

void TestDecisions::cleanup()
{
    m_finished.reset();
    m_host.reset();
}

QAction *TestDecisions::action(const QString &id) const
{
    return m_host->window().findChild<ActionRegistry *>()->action(id);
}

QString TestDecisions::sentence() const
{
    return FIND(QWidget, &m_host->window(), "target.sentence")->accessibleName();
}

DeploymentSummary TestDecisions::newest() const
{
    const auto history = answerOf(m_host->composition().deploy().history(decided));
    return history && !history->isEmpty() ? history->first() : DeploymentSummary();
}

void TestDecisions::provoke(const QString &fault, const QString &machine)
{
    const QJsonObject body{{u"name"_s, fault}, {u"app"_s, decided.value}, {u"machine"_s, machine}};
    QVERIFY(!m_host->control("POST", u"faults"_s, body).isEmpty());
}

void TestDecisions::retryToItsEnd()
{
    m_finished->clear();
    action(u"action.retry"_s)->trigger();
    QVERIFY(m_host->apply(decided.value));
    QVERIFY(!m_finished->isEmpty() || m_finished->wait(120'000));
}

QMenu *TestDecisions::menuOf(int row)
{
    auto *list = FIND(QListView, &m_host->window(), "deployments.list");
    const QRect place = list->visualRect(list->model()->index(row, 0));
    Q_EMIT list->customContextMenuRequested(place.center());
    return FIND(QMenu, &m_host->window(), "deployments.menu");
}

void TestDecisions::look(QWidget *shown, const QString &name)
{
    UiTest::shot(shown, name);
    if (!qEnvironmentVariableIsSet("ATALAYA_SHOTS"))
        return;
    m_host->language().choose(u"es"_s);
    m_host->appearance().choose(Settings::Theme::Dark);
    UiTest::shot(shown, QString(name + u"-es-dark"_s));
    m_host->language().choose(u"en"_s);
    m_host->appearance().choose(Settings::Theme::Light);
}

void TestDecisions::stoppedHalfWayIsDecided_data()
{
    QTest::addColumn<FailureAnswer>("answer");
    QTest::addColumn<Reported>("reported");
    QTest::addRow("retry") << FailureAnswer::Retry << Reported::Succeeded;
    QTest::addRow("leave-out") << FailureAnswer::LeaveOut << Reported::Succeeded;
    QTest::addRow("roll-back") << FailureAnswer::RollBack << Reported::RolledBack;
    QTest::addRow("leave") << FailureAnswer::Leave << Reported::Failed;
}

void TestDecisions::stoppedHalfWayIsDecided()
{
    QFETCH(FailureAnswer, answer);
    QFETCH(Reported, reported);
    const QJsonArray machines =
        m_host->control("GET", u"machines?app="_s + decided.value).value(u"machines"_s).toArray();
    QVERIFY(machines.size() >= 3);
    const QString bad = machines.at(1).toObject().value(u"id"_s).toString();
    provoke(u"machine-crashes-at-start"_s, bad);
    retryToItsEnd();
    const DeploymentSummary failed = newest();
    QCOMPARE(failed.reported, Reported::Failed);
    auto *decide = FIND(QPushButton, &m_host->window(), "outcome.decide");
    QTRY_VERIFY_WITH_TIMEOUT(decide->isVisible() && decide->isEnabled(), 20'000);
    QVERIFY(!m_host->control("POST", u"faults"_s, {{u"clear"_s, QString()}}).isEmpty());

    decide->click();
    auto *question = FIND(QDialog, &m_host->window(), "question");
    look(question, u"decide-"_s + failureAnswerName(answer));
    QTest::keyClick(question, Qt::Key_Escape); // nothing is decided by that
    QTRY_VERIFY(!m_host->window().findChild<QDialog *>(u"question"_s));
    decide->click();
    question = FIND(QDialog, &m_host->window(), "question");
    question->findChild<QRadioButton *>(QString(u"question."_s + failureAnswerName(answer)))
        ->setChecked(true);
    m_finished->clear();
    QTest::keyClick(question, Qt::Key_Return);
    if (answer == FailureAnswer::Leave) {
        QTRY_VERIFY_WITH_TIMEOUT(!decide->isVisible(), 20'000);
    } else {
        QVERIFY(m_host->apply(decided.value));
        QVERIFY(!m_finished->isEmpty() || m_finished->wait(120'000));
    }
    const DeploymentSummary after = newest();
    const QByteArray told = sentence().toUtf8();
    QVERIFY2(after.reported == reported, told.constData());
    QVERIFY(after.verdict);
    QTRY_VERIFY_WITH_TIMEOUT(sentence().contains(Words::verdict(*after.verdict)), 20'000);
    look(&m_host->window(), u"decided-"_s + failureAnswerName(answer));
    QVERIFY(!decide->isVisible());
    QCOMPARE(after.verdict->leavesOut(), answer == FailureAnswer::LeaveOut);
    if (answer == FailureAnswer::LeaveOut)
        QCOMPARE(after.verdict->leftOutMachines, QList<MachineId>{MachineId(bad)});
    if (answer != FailureAnswer::Leave)
        QCOMPARE(after.verdict->reality, Reality::AllNew);
    const auto first = answerOf(m_host->composition().deploy().load(failed.id));
    QVERIFY(first);
    const auto answered = std::find_if(first->attempts.cbegin(),
        first->attempts.cend(),
        [](const AttemptState &attempt) { return attempt.answer.has_value(); });
    QVERIFY(answered != first->attempts.cend());
    QCOMPARE(*answered->answer, answer);
    QCOMPARE(m_host->control("GET", u"status"_s).value(u"liveLeases"_s).toInt(-1), 0);
}

// By the menu of a deployment in the list, and by its number.
void TestDecisions::anEarlierReleaseIsReturnedTo()
{
    retryToItsEnd();
    const int now = newest().releaseVersion;
    auto *list = FIND(QListView, &m_host->window(), "deployments.list");
    QTRY_VERIFY_WITH_TIMEOUT(action(u"action.rollBackTo"_s)->isEnabled(), 20'000);
    int row = -1;
    QString offered;
    for (int i = 1; row < 0 && i < list->model()->rowCount(); ++i) {
        QMenu *menu = menuOf(i);
        if (const auto *back = menu->findChild<QAction *>(u"deployments.rollBack"_s)) {
            row = i;
            offered = back->text();
        }
        delete menu;
    }
    QVERIFY(row > 0);
    QMenu *menu = menuOf(row);
    UiTest::shot(menu, u"roll-back-menu"_s);
    m_finished->clear();
    menu->findChild<QAction *>(u"deployments.rollBack"_s)->trigger();
    menu->close();
    QVERIFY(m_host->apply(decided.value));
    QVERIFY(!m_finished->isEmpty() || m_finished->wait(120'000));
    DeploymentSummary back = newest();
    QCOMPARE(back.reported, Reported::RolledBack);
    QVERIFY(back.verdict && back.verdict->reality == Reality::AllNew);
    QVERIFY2(offered.contains(QString(u'v' + QString::number(back.verdict->returnedTo))),
        qPrintable(offered));
    QTRY_VERIFY_WITH_TIMEOUT(sentence().contains(Words::verdict(*back.verdict)), 20'000);

    QTRY_VERIFY_WITH_TIMEOUT(action(u"action.rollBackTo"_s)->isEnabled(), 20'000);
    m_host->prompts.texts = {u"forty"_s};
    action(u"action.rollBackTo"_s)->trigger();
    auto *refused = FIND(Banner, &m_host->window(), "target.banner");
    QTRY_VERIFY(refused->isVisible() && refused->text().contains(u"forty"_s));
    m_host->prompts.texts = {QString(u'v' + QString::number(now))};
    m_finished->clear();
    action(u"action.rollBackTo"_s)->trigger();
    QVERIFY(m_host->apply(decided.value));
    QVERIFY(!m_finished->isEmpty() || m_finished->wait(120'000));
    back = newest();
    QCOMPARE(back.reported, Reported::RolledBack);
    QCOMPARE(back.verdict->returnedTo, now);
}

// Chart, table and record into files, the record opened again, two deployments side by side.
void TestDecisions::whatWasSeenIsTakenAlong()
{
    QTemporaryDir folder;
    QTRY_VERIFY_WITH_TIMEOUT(FIND(QWidget, &m_host->window(), "outcome")->isVisible(), 30'000);
    auto *forms = FIND(QMenu, &m_host->window(), "chart.exportMenu");
    const auto written = [&](const char *form, const QString &name) {
        const QString path = folder.filePath(name);
        m_host->prompts.paths = {path};
        forms->findChild<QAction *>(QString::fromLatin1(form))->trigger();
        QFile file(path);
        const bool there = QTest::qWaitFor([&path] { return QFileInfo(path).size() > 0; }, 20'000);
        return there && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QVERIFY(written("export.png", u"chart.png"_s).startsWith("\x89PNG"));
    QVERIFY(written("export.svg", u"chart.svg"_s).contains("<svg"));
    const QByteArray table = written("export.csv", u"steps.csv"_s);
    QVERIFY2(table.count('\n') > 3, table.constData());
    QCOMPARE(m_host->prompts.suggestedNames.size(), 3);
    QVERIFY(m_host->prompts.suggestedNames.first().startsWith(u"grupo-gad-"_s));

    const QString record = folder.filePath(u"record.capsule.json"_s);
    forms->findChild<QAction *>(u"export.record"_s)->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_host->window().findChild<QDialog *>(u"capsule"_s), 20'000);
    auto *capsule = FIND(QDialog, &m_host->window(), "capsule");
    auto *preview = FIND(QPlainTextEdit, capsule, "capsule.preview");
    QTRY_VERIFY_WITH_TIMEOUT(!preview->toPlainText().isEmpty(), 20'000);
    look(capsule, u"record"_s);
    m_host->prompts.paths = {record};
    FIND(QPushButton, capsule, "capsule.save")->click();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(record), 20'000);
    QFile file(record);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(QJsonDocument::fromJson(file.readAll()).isObject());

    m_host->prompts.paths = {record};
    action(u"record.open"_s)->trigger();
    const auto opened = [this]() -> QWidget * {
        return m_host->window().findChild<QWidget *>(u"capsuleWindow"_s);
    };
    QTRY_VERIFY_WITH_TIMEOUT(opened(), 20'000);
    look(opened(), u"record-opened"_s);
    delete opened();

    action(u"record.compare"_s)->trigger();
    auto *compare = FIND(QDialog, &m_host->window(), "compare");
    auto *rows = FIND(QTreeView, compare, "compare.table");
    QTRY_VERIFY_WITH_TIMEOUT(rows->isVisible() && rows->model()->rowCount() > 1, 20'000);
    QVERIFY(!FIND(QLabel, compare, "compare.sentence")->text().isEmpty());
    look(compare, u"compared"_s);
}

void TestDecisions::aPublicAddressThatFailsIsShown()
{
    provoke(u"public-address-down"_s);
    retryToItsEnd();
    const DeploymentSummary after = newest();
    QVERIFY(after.verdict && after.verdict->probe);
    QCOMPARE(after.verdict->reality, Reality::AllNew);
    QCOMPARE(after.verdict->probe->problem, ProbeResult::Problem::BadAnswer);
    const QString told = Words::probe(*after.verdict->probe);
    QVERIFY2(told.contains(u"https://grupo-gad.fly.dev/health"_s), qPrintable(told));
    QTRY_VERIFY_WITH_TIMEOUT(sentence().contains(told), 20'000);
    QVERIFY(FIND(QWidget, &m_host->window(), "outcome")->accessibleName().contains(told));
    look(&m_host->window(), u"public-address-down"_s);
}

QTEST_MAIN(TestDecisions)
#include "tst_decisions.moc"
