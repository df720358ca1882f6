#include "deploy/deployservice.h"
#include "models/words.h"
#include "support/sandboxwindow.h"
#include "support/uitest.h"
#include "ui/widgets/statepages.h"

#include <QDialog>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;

// What a stranger does in the first minutes, on the embedded sandbox, by keyboard alone.
class TestUserStory : public QObject
{
    Q_OBJECT

public:
    // Of a computer without D-Bus: nothing of it may be missed.
    static void initMain()
    {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", "disabled:");
    }

private Q_SLOTS:
    void retryWatchedToItsVerdict();
    void closingAsksWhileADeploymentRuns();

private:
    static void openGrupoGad(SandboxWindow &sandbox);
    static void confirmRetry(SandboxWindow &sandbox);
    static void lookAt(SandboxWindow &sandbox, const QString &name);
};

namespace {

QWidget *named(QWidget *window, const char *name)
{
    return window->findChild<QWidget *>(QString::fromLatin1(name));
}

QString textOf(QWidget *window, const char *name)
{
    const QWidget *widget = named(window, name);
    return widget ? widget->accessibleName() : QString();
}

} // namespace

void TestUserStory::lookAt(SandboxWindow &sandbox, const QString &name)
{
    if (!qEnvironmentVariableIsSet("ATALAYA_SHOTS"))
        return;
    QString kept = sandbox.language().current();
    for (const auto theme : {Settings::Theme::Light, Settings::Theme::Dark}) {
        sandbox.appearance().choose(theme);
        for (const QString &language : {u"en"_s, u"es"_s}) {
            sandbox.language().choose(language);
            const QString suffix = theme == Settings::Theme::Dark ? u"dark"_s : u"light"_s;
            UiTest::shot(&sandbox.window(), u"%1-%2-%3"_s.arg(name, language, suffix));
            if (auto *dialog = sandbox.window().findChild<QDialog *>(u"plan"_s))
                UiTest::shot(dialog, u"%1-dialog-%2-%3"_s.arg(name, language, suffix));
        }
    }
    sandbox.appearance().choose(Settings::Theme::Light);
    sandbox.language().choose(kept);
    QCoreApplication::processEvents();
}

void TestUserStory::openGrupoGad(SandboxWindow &sandbox)
{
    sandbox.show();
    MainWindow *window = &sandbox.window();
    auto *tree = FIND(QTreeView, window, "fleet.tree");
    QTRY_VERIFY_WITH_TIMEOUT(tree->model()->rowCount(tree->model()->index(0, 0)) >= 2, 30'000);
    QTest::keyClick(window, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
    auto *filter = FIND(QLineEdit, window, "fleet.filter");
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"grupo"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    auto *list = FIND(QListView, window, "deployments.list");
    QTRY_VERIFY_WITH_TIMEOUT(list->model()->rowCount() > 0, 30'000);
    auto *primary = FIND(QPushButton, window, "target.primary");
    QTRY_COMPARE_WITH_TIMEOUT(primary->objectName(), u"target.primary"_s, 1000);
    QTRY_VERIFY_WITH_TIMEOUT(primary->isEnabled(), 30'000);
}

void TestUserStory::confirmRetry(SandboxWindow &sandbox)
{
    MainWindow *window = &sandbox.window();
    QTest::keyClick(window, Qt::Key_Return, Qt::ControlModifier);
    QDialog *dialog = sandbox.plan();
    QVERIFY(dialog);
    lookAt(sandbox, u"story-2-plan"_s);
    QVERIFY(!FIND(QPushButton, dialog, "plan.apply")->isEnabled());
    QVERIFY(sandbox.apply(u"grupo-gad"_s));
}

void TestUserStory::retryWatchedToItsVerdict()
{
    SandboxWindow sandbox(true, true);
    QVERIFY(sandbox.setSpeed(10));
    openGrupoGad(sandbox);
    MainWindow *window = &sandbox.window();
    QTRY_VERIFY_WITH_TIMEOUT(!named(window, "outcome")->isHidden(), 30'000);
    const QString before = textOf(window, "target.sentence");
    QVERIFY(!before.isEmpty());
    lookAt(sandbox, u"story-1-failed"_s);

    QSignalSpy finished(&sandbox.composition().deploy(), &DeployService::finished);
    confirmRetry(sandbox);
    auto *primary = FIND(QPushButton, window, "target.primary");
    QTRY_VERIFY_WITH_TIMEOUT(
        primary->text() == QCoreApplication::translate("TargetHeader", "Cancel"), 20'000);
    if (qEnvironmentVariableIsSet("ATALAYA_SHOTS")) {
        QTRY_VERIFY_WITH_TIMEOUT(textOf(window, "outcome").contains("148f"_L1), 60'000);
        lookAt(sandbox, u"story-3-running"_s);
    }
    QVERIFY(finished.wait(180'000));
    QTRY_VERIFY_WITH_TIMEOUT(textOf(window, "target.sentence") != before
            && primary->text() == QCoreApplication::translate("TargetHeader", "Deploy…"),
        20'000);
    const QString english = textOf(window, "target.sentence");
    QVERIFY2(english.contains(textOf(window, "outcome")), qPrintable(english));
    lookAt(sandbox, u"story-4-done"_s);

    window->activateWindow(); // as a window manager does when a dialog closes
    QVERIFY(QTest::qWaitForWindowActive(window));
    QTest::keyClick(window, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(sandbox.language().current(), u"es"_s);
    QCOMPARE(QLocale().language(), QLocale::Spanish);
    QCoreApplication::processEvents();
    QVERIFY(!textOf(window, "target.sentence").isEmpty());

    // What a next start shows: the same, from the journal.
    QTest::keyClick(window, Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
    sandbox.closeWindow();
    sandbox.openWindow();
    sandbox.show();
    QTRY_COMPARE_WITH_TIMEOUT(textOf(&sandbox.window(), "target.sentence").section(u',', 0, 0),
        english.section(u',', 0, 0),
        20'000);
}

void TestUserStory::closingAsksWhileADeploymentRuns()
{
    SandboxWindow sandbox(true, true);
    QVERIFY(sandbox.setSpeed(10));
    openGrupoGad(sandbox);
    confirmRetry(sandbox);
    MainWindow &window = sandbox.window();
    DeployService &deploy = sandbox.composition().deploy();
    sandbox.prompts.choices = {0, 1};
    QVERIFY(!window.close());
    QCOMPARE(sandbox.prompts.asked.size(), 1);
    QVERIFY(window.isVisible());
    QVERIFY(!deploy.running().isEmpty());
    QSignalSpy finished(&deploy, &DeployService::finished);
    QVERIFY(!window.close());
    QCOMPARE(sandbox.prompts.asked.size(), 2);
    if (!deploy.running().isEmpty())
        QVERIFY(finished.wait(60'000));
    QTRY_VERIFY_WITH_TIMEOUT(!window.isVisible(), 10'000);
}

QTEST_MAIN(TestUserStory)
#include "tst_userstory.moc"
