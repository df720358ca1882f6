#include "deploy/deployservice.h"
#include "support/answerof.h"
#include "support/fakedesktop.h"
#include "support/sandboxwindow.h"
#include "ui/shell/notifier.h"
#include "ui/shell/sleepinhibitor.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const AppName gad(u"grupo-gad"_s);

std::unique_ptr<PrivateBus> s_bus; // must be there before the application is
} // namespace

// Notifications, the sleep inhibitor and the desktop's colour scheme against real messages on a bus
// of the test's own.
class TestDesktopBus : public QObject
{
    Q_OBJECT

public:
    static void initMain()
    {
        s_bus = std::make_unique<PrivateBus>();
        if (!s_bus->start())
            qFatal("dbus-daemon does not start; tests/run installs it");
    }

private Q_SLOTS:
    void init();
    void cleanup();
    void colourSchemeIsReadAndFollowed_data();
    void colourSchemeIsReadAndFollowed();
    void notificationsCarryTextNotMarkup();
    void onlyOurNotificationsAreListenedTo();
    void inhibitionEndsWithTheRun();
    void anAnswerThatComesTooLateHoldsNothing();
    void theSessionIsAskedWhereLoginRefuses();
    void theEndIsToldWhenTheWindowIsNotInFront_data();
    void theEndIsToldWhenTheWindowIsNotInFront();
    void aClickRaisesTheWindowAndNothingElse();
    void aBusThatGoesAwayBreaksNothing(); // the last: it does not come back

private:
    static Result<DeploymentId> begin(SandboxWindow &host);

    std::unique_ptr<FakeDesktop> m_desktop;
};

void TestDesktopBus::init()
{
    m_desktop = std::make_unique<FakeDesktop>(s_bus->address());
    QVERIFY(m_desktop->offer());
}

void TestDesktopBus::cleanup()
{
    m_desktop.reset();
}

Result<DeploymentId> TestDesktopBus::begin(SandboxWindow &host)
{
    DeployService &deploy = host.composition().deploy();
    PlanRequest request;
    request.kind = DeployKind::Retry;
    request.app = gad;
    const Result<DeployPlan> plan = answerOf(deploy.plan(request));
    return plan ? answerOf(deploy.apply(*plan)) : Result<DeploymentId>(failure(plan.error()));
}

void TestDesktopBus::colourSchemeIsReadAndFollowed_data()
{
    QTest::addColumn<bool>("wrapsTwice");
    QTest::newRow("a variant in a variant") << true;
    QTest::newRow("a variant") << false;
}

void TestDesktopBus::colourSchemeIsReadAndFollowed()
{
    QFETCH(const bool, wrapsTwice);
    FakePortal &portal = m_desktop->portal;
    portal.wrapsTwice = wrapsTwice;
    portal.scheme = 1;
    const QString group = u"org.freedesktop.appearance"_s;
    const QString key = u"color-scheme"_s;
    const auto tell = [&portal, &group, &key](uint scheme) {
        Q_EMIT portal.SettingChanged(group, key, QDBusVariant(QVariant(scheme)));
    };
    QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    Appearance appearance(settings);
    QSignalSpy changed(&appearance, &Appearance::changed);
    const auto becomes = [&](bool dark) {
        return (appearance.dark() == dark || changed.wait()) && appearance.dark() == dark;
    };
    // A new name's first signals may come before its owner is known.
    const auto toldBecomes = [&](uint scheme, bool dark) {
        for (int i = 0; i < 20 && appearance.dark() != dark; ++i) {
            tell(scheme);
            (void)changed.wait(500);
        }
        return appearance.dark() == dark;
    };
    QVERIFY(becomes(true));
    QVERIFY(QApplication::palette().color(QPalette::Window).lightness() < 100);
    QVERIFY(toldBecomes(2, false));
    Q_EMIT portal.SettingChanged(group, u"accent-color"_s, QDBusVariant(QVariant(1U)));
    QVERIFY(toldBecomes(1, true));
    QVERIFY(toldBecomes(0, false)); // no preference

    // What the user chose is stronger, and the desktop's wish is there when it is wanted again.
    appearance.choose(Settings::Theme::Light);
    changed.clear();
    tell(1);
    QVERIFY(changed.wait());
    QVERIFY(!appearance.dark());
    appearance.choose(Settings::Theme::System);
    QVERIFY(appearance.dark());
    appearance.choose(Settings::Theme::Light);
}

void TestDesktopBus::notificationsCarryTextNotMarkup()
{
    FakeNotifications &desktop = m_desktop->notifications;
    Notifier notifier(true);
    notifier.notify(u"grupo-gad"_s, u"<b>5 < 6</b> & more"_s, true);
    QTRY_COMPARE(desktop.shown.size(), 1);
    const FakeNotifications::Shown &shown = desktop.shown.first();
    QCOMPARE(shown.title, u"grupo-gad"_s);
    QCOMPARE(shown.body, u"&lt;b&gt;5 &lt; 6&lt;/b&gt; &amp; more"_s);
    QCOMPARE(shown.actions.value(0), u"default"_s);
    const QVariant urgency = shown.hints.value(u"urgency"_s);
    QCOMPARE(urgency.metaType(), QMetaType::fromType<uchar>()); // other types are refused
    QCOMPARE(urgency.toInt(), 2);

    Notifier off(false);
    off.notify(u"not"_s, u"shown"_s, false);
    notifier.notify(u"another"_s, u"one"_s, false);
    QTRY_COMPARE(desktop.shown.size(), 2);
    QCOMPARE(desktop.shown.last().title, u"another"_s);
    QCOMPARE(desktop.shown.last().hints.value(u"urgency"_s).toInt(), 1);
}

void TestDesktopBus::onlyOurNotificationsAreListenedTo()
{
    FakeNotifications &desktop = m_desktop->notifications;
    Notifier notifier(true);
    QSignalSpy activated(&notifier, &Notifier::activated);
    // Signals come in order: a click that counts tells that those before it were seen.
    const auto show = [&] {
        const qsizetype before = desktop.shown.size();
        notifier.notify(u"title"_s, u"text"_s, false);
        return QTest::qWaitFor([&] { return desktop.shown.size() > before; });
    };
    QVERIFY(show() && show());
    Q_EMIT desktop.ActionInvoked(77, u"default"_s);
    Q_EMIT desktop.NotificationClosed(1, 2);
    Q_EMIT desktop.ActionInvoked(1, u"default"_s); // somebody else's by now
    Q_EMIT desktop.ActivationToken(77, u"not ours"_s);
    Q_EMIT desktop.ActivationToken(2, u"ours"_s);
    Q_EMIT desktop.ActionInvoked(2, u"default"_s);
    QVERIFY(activated.wait());
    QCOMPARE(activated.size(), 1);
    QCOMPARE(qgetenv("XDG_ACTIVATION_TOKEN"), QByteArray("ours"));
    qunsetenv("XDG_ACTIVATION_TOKEN");
}

void TestDesktopBus::inhibitionEndsWithTheRun()
{
    FakeLogin &login = m_desktop->login;
    QSignalSpy released(&login, &FakeLogin::released);
    {
        SleepInhibitor inhibitor(true);
        inhibitor.hold(u"A deployment of grupo-gad is running."_s);
        inhibitor.hold(u"And another."_s); // one is enough
        QTRY_COMPARE(login.held(), 1);
        QCOMPARE(login.taken.size(), 1);
        QCOMPARE(login.taken.first().what, u"sleep:idle"_s);
        QCOMPARE(login.taken.first().mode, u"block"_s);
        QCOMPARE(login.taken.first().why, u"A deployment of grupo-gad is running."_s);
        inhibitor.release();
        QVERIFY(released.wait());
        QCOMPARE(login.held(), 0);
        inhibitor.hold(u"The next."_s);
        QTRY_COMPARE(login.held(), 1);
    }
    QVERIFY(login.held() == 0 || released.wait()); // it does not outlive its owner
    QCOMPARE(login.held(), 0);
    QVERIFY(m_desktop->power.open.isEmpty());
}

void TestDesktopBus::anAnswerThatComesTooLateHoldsNothing()
{
    for (const bool refuses : {false, true}) { // by login1, by the session
        m_desktop->login.refuses = refuses;
        SleepInhibitor inhibitor(true);
        inhibitor.hold(u"over before the answer"_s);
        inhibitor.release();
        inhibitor.hold(u"this one stays"_s);
        const auto held = [this] {
            return m_desktop->login.held() + int(m_desktop->power.open.size());
        };
        QSignalSpy asked(&m_desktop->power, &FakePowerManagement::changed);
        QTRY_COMPARE(held(), 1);
        while (refuses && asked.size() < 2 && held() > 1)
            QVERIFY(asked.wait());
        QCOMPARE(held(), 1);
        inhibitor.release();
        QTRY_COMPARE(held(), 0);
    }
}

void TestDesktopBus::theSessionIsAskedWhereLoginRefuses()
{
    m_desktop->login.refuses = true;
    SleepInhibitor inhibitor(true);
    inhibitor.hold(u"A deployment is running."_s);
    QTRY_COMPARE(m_desktop->power.open.size(), 1);
    // The answer is known here when the release of it arrives there.
    QTRY_VERIFY(inhibitor.isHeld());
    inhibitor.release();
    QTRY_COMPARE(m_desktop->power.open.size(), 0);
}

void TestDesktopBus::theEndIsToldWhenTheWindowIsNotInFront_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<bool>("cancelled");
    QTest::addColumn<bool>("inFront");
    QTest::addColumn<int>("urgency"); // 0: nothing is told
    QTest::newRow("done") << QString() << false << false << 1;
    QTest::newRow("done, before the user's eyes") << QString() << false << true << 0;
    QTest::newRow("failed") << u"release-command-fails"_s << false << false << 2;
    QTest::newRow("cancelled") << QString() << true << false << 2;
}

void TestDesktopBus::theEndIsToldWhenTheWindowIsNotInFront()
{
    QFETCH(const QString, fault);
    QFETCH(const bool, cancelled);
    QFETCH(const bool, inFront);
    QFETCH(const int, urgency);
    FakeLogin &login = m_desktop->login;
    FakeNotifications &desktop = m_desktop->notifications;
    SandboxWindow host(true, true);
    QVERIFY(host.setSpeed(30));
    if (!fault.isEmpty())
        QVERIFY(!host.control("POST", u"faults"_s, {{u"name"_s, fault}}).isEmpty());
    host.show();
    if (!inFront)
        host.window().showMinimized();
    DeployService &deploy = host.composition().deploy();
    QSignalSpy finished(&deploy, &DeployService::finished);
    QSignalSpy released(&login, &FakeLogin::released);
    const Result<DeploymentId> id = begin(host);
    QVERIFY2(id.has_value(), id ? "" : qPrintable(id.error().detail));
    QTRY_COMPARE(login.held(), 1);
    QVERIFY(login.taken.first().why.contains(gad.value));
    if (cancelled)
        QVERIFY(answerOf(deploy.cancel(*id)).has_value());
    QVERIFY(!finished.isEmpty() || finished.wait(120'000));
    QVERIFY(login.held() == 0 || released.wait(10'000));
    QCOMPARE(login.taken.size(), 1);

    if (urgency > 0) {
        QTRY_COMPARE(desktop.shown.size(), 1);
        QCOMPARE(desktop.shown.first().hints.value(u"urgency"_s).toInt(), urgency);
        QVERIFY(desktop.shown.first().title.contains(gad.value));
        QVERIFY(!desktop.shown.first().body.isEmpty());
        return;
    }
    // What would have been told goes the same way as this, and earlier.
    Notifier(true).notify(u"the last"_s, {}, false);
    QTRY_VERIFY(!desktop.shown.isEmpty());
    QCOMPARE(desktop.shown.first().title, u"the last"_s);
}

void TestDesktopBus::aClickRaisesTheWindowAndNothingElse()
{
    FakeNotifications &desktop = m_desktop->notifications;
    SandboxWindow host(true, true);
    QVERIFY(host.setSpeed(30));
    host.show();
    host.window().showMaximized();
    host.window().showMinimized();
    DeployService &deploy = host.composition().deploy();
    QSignalSpy finished(&deploy, &DeployService::finished);
    QVERIFY(begin(host).has_value());
    QVERIFY(!finished.isEmpty() || finished.wait(120'000));
    QTRY_COMPARE(desktop.shown.size(), 1);
    const qsizetype before = answerOf(deploy.history(gad))->size();
    QVERIFY(host.window().isMinimized());
    Q_EMIT desktop.ActionInvoked(1, u"default"_s);
    QTRY_VERIFY(!host.window().isMinimized());
    QVERIFY(host.window().isMaximized());
    QVERIFY(host.window().isVisible());
    QVERIFY(deploy.running().isEmpty());
    QCOMPARE(answerOf(deploy.history(gad))->size(), before);
}

void TestDesktopBus::aBusThatGoesAwayBreaksNothing()
{
    SandboxWindow host(true, true);
    QVERIFY(host.setSpeed(30));
    host.show();
    host.window().showMinimized();
    DeployService &deploy = host.composition().deploy();
    QSignalSpy finished(&deploy, &DeployService::finished);
    QVERIFY(begin(host).has_value());
    QTRY_COMPARE(m_desktop->login.held(), 1);
    s_bus->stop();
    QVERIFY(!finished.isEmpty() || finished.wait(120'000));
    SleepInhibitor inhibitor(true);
    inhibitor.hold(u"nobody hears it"_s);
    inhibitor.release();
    Notifier(true).notify(u"nobody"_s, u"hears it"_s, false);
    QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    const Appearance appearance(settings);
    QVERIFY(!appearance.dark());
}

QTEST_MAIN(TestDesktopBus)
#include "tst_desktopbus.moc"
