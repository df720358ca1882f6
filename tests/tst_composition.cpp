#include "app/composition.h"
#include "app/sandboxlink.h"
#include "core/clock.h"
#include "deploy/deployservice.h"
#include "fly/flyclient.h"
#include "support/answerof.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <thread>

using namespace Qt::StringLiterals;

namespace {

const QString appName = u"grupo-gad"_s;

// What blocks runs beside the event loop.
template <typename Work> void beside(Work work)
{
    std::thread thread(std::move(work));
    thread.join();
}

} // namespace

// The services of a program, made and unmade.
class TestComposition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void withoutTokenTheAccountSaysSo();
    void aTokenThatCannotBeOneIsTold();
    void tokensLeaveTheEnvironment();
    void aDamagedStoreIsAnErrorToShow();
    void offlineIsAStateOfTheAccount();
    void theSandboxIsStartedWhenItIsNeeded();
    void aSandboxThatWasRestartedIsFoundAgain();
    void projectsOfTheSandboxAreLinked();
    void goesInOrderWhileADeploymentRuns();

private:
    static StartOptions sandboxed();
    static void control(Composition &composition,
        const QByteArray &method,
        const QString &path,
        const QJsonObject &body,
        QJsonObject *answer = nullptr);

    std::unique_ptr<QTemporaryDir> m_home;
    bool m_sandbox = false;
};

void TestComposition::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_sandbox = false;
    qputenv("ATALAYA_HOME", m_home->path().toUtf8());
    for (const char *name :
        {"ATALAYA_TOKEN", "ATALAYA_MACHINES_URL", "ATALAYA_WEB_URL", "ATALAYA_RELEASES_URL"})
        qunsetenv(name);
}

void TestComposition::cleanup()
{
    const QString folder = ProfilePaths::forProfile(u"sandbox"_s).runtime;
    QVERIFY(Rendezvous::stop(folder, std::chrono::seconds(30), {}).has_value());
    m_home.reset();
}

StartOptions TestComposition::sandboxed()
{
    StartOptions options;
    options.program = u"atalaya"_s;
    options.sandbox = true;
    return options;
}

void TestComposition::control(Composition &composition,
    const QByteArray &method,
    const QString &path,
    const QJsonObject &body,
    QJsonObject *answer)
{
    beside([&] {
        SandboxLink *link = composition.sandbox();
        QVERIFY(link->reach({}).has_value());
        const Result<QJsonObject> given = link->control(method, path, body, {});
        QVERIFY2(given.has_value(), given ? "" : qPrintable(given.error().detail));
        if (answer)
            *answer = *given;
    });
}

void TestComposition::withoutTokenTheAccountSaysSo()
{
    Composition composition({u"atalaya"_s, false, {}});
    QVERIFY(composition.accountError());
    QCOMPARE(composition.accountError()->kind, Error::Kind::Unauthorised);
    QVERIFY(composition.accountError()->detail.contains("--sandbox"_L1));
    QVERIFY(!composition.client());
    QVERIFY(composition.accounts().empty());
    QVERIFY(composition.accountsService());
    QVERIFY(!composition.storeError());
}

void TestComposition::aTokenThatCannotBeOneIsTold()
{
    qputenv("ATALAYA_TOKEN", "what is this");
    Composition composition({u"atalaya"_s, false, {}});
    QCOMPARE(composition.accountError()->kind, Error::Kind::Unauthorised);
    QVERIFY(!composition.client());
    QCOMPARE(composition.accounts().size(), std::size_t(1));
    FleetService fleet(composition.accounts(), composition.clock());
    fleet.start();
    QCOMPARE(fleet.snapshot().accounts.first().error->kind, Error::Kind::Unauthorised);
}

void TestComposition::tokensLeaveTheEnvironment()
{
    qputenv("ATALAYA_TOKEN", "fo1_a_token_of_a_test");
    Composition composition({u"atalaya"_s, false, {}});
    QVERIFY(!composition.accountError());
    QVERIFY(composition.client());
    QVERIFY(!qEnvironmentVariableIsSet("ATALAYA_TOKEN"));
}

void TestComposition::aDamagedStoreIsAnErrorToShow()
{
    const QString path = ProfilePaths::forProfile(u"default"_s).data + u"/store.db"_s;
    const QByteArray damaged(4096, 'x');
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(damaged) == damaged.size());
    }
    {
        Composition composition({u"atalaya"_s, false, {}});
        QVERIFY(composition.storeError());
        QCOMPARE(composition.storeError()->kind, Error::Kind::Storage);
        QCOMPARE(answerOf(composition.deploy().history(AppName(appName))).error().kind,
            Error::Kind::Storage);
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), damaged);
}

void TestComposition::offlineIsAStateOfTheAccount()
{
    qputenv("ATALAYA_TOKEN", "fo1_a_token_of_a_test");
    // Port 1 of the loopback: nobody listens.
    for (const char *name : {"ATALAYA_MACHINES_URL", "ATALAYA_WEB_URL", "ATALAYA_RELEASES_URL"})
        qputenv(name, "http://127.0.0.1:1");
    Composition composition({u"atalaya"_s, false, {}});
    FleetService fleet(composition.accounts(), composition.clock());
    QSignalSpy changed(&fleet, &FleetService::snapshotChanged);
    fleet.start();
    const auto error = [&fleet]() -> std::optional<Error> {
        const QList<FleetAccount> &accounts = fleet.snapshot().accounts;
        return accounts.isEmpty() ? std::nullopt : accounts.first().error;
    };
    while (!error())
        QVERIFY(changed.wait(30'000));
    QCOMPARE(error()->kind, Error::Kind::Offline);
}

void TestComposition::theSandboxIsStartedWhenItIsNeeded()
{
    Composition composition(sandboxed());
    QVERIFY(!composition.accountError());
    beside([&composition] {
        QCOMPARE(composition.sandbox()->find().error().kind, Error::Kind::NotFound);
        const Result<QList<Machine>> machines =
            composition.client()->machines(AppName(appName), {});
        QVERIFY2(machines.has_value(), machines ? "" : qPrintable(machines.error().detail));
        QVERIFY(machines->size() >= 3);
        QVERIFY(composition.sandbox()->find().has_value());
    });
    // Its time is ours.
    QJsonObject status;
    control(composition, "POST", u"speed"_s, {{u"speed"_s, 8}}, &status);
    QCOMPARE(composition.clock().toReal(std::chrono::seconds(8)),
        Clock::Duration(std::chrono::seconds(1)));
}

void TestComposition::aSandboxThatWasRestartedIsFoundAgain()
{
    Composition composition(sandboxed());
    beside([&composition] {
        QVERIFY(composition.client()->machines(AppName(appName), {}).has_value());
        const Result<SandboxAddress> before = composition.sandbox()->find();
        QVERIFY(before.has_value());
        // An orderly end: the next one has another port and another token.
        QVERIFY(Rendezvous::stop(composition.paths().runtime, std::chrono::seconds(30), {})
                    .has_value());
        const Result<QList<Machine>> machines =
            composition.client()->machines(AppName(appName), {});
        QVERIFY2(machines.has_value(), machines ? "" : qPrintable(machines.error().detail));
        const Result<SandboxAddress> after = composition.sandbox()->find();
        QVERIFY(after.has_value());
        QVERIFY(after->pid != before->pid);
    });
}

void TestComposition::projectsOfTheSandboxAreLinked()
{
    {
        Composition composition(sandboxed());
        const QString path = composition.settings().projectConfig(appName);
        QFile file(path);
        QVERIFY2(file.open(QIODevice::ReadWrite), qPrintable(path));
        QVERIFY(file.readAll().contains("release_command"));
        file.write("# mine\n");
    }
    // An edited copy stays.
    Composition composition(sandboxed());
    QFile file(composition.settings().projectConfig(appName));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().endsWith("# mine\n"));
}

void TestComposition::goesInOrderWhileADeploymentRuns()
{
    DeploymentId id;
    {
        auto composition = std::make_unique<Composition>(sandboxed());
        control(*composition, "POST", u"speed"_s, {{u"speed"_s, 10}});
        PlanRequest request;
        request.kind = DeployKind::Retry;
        request.app = AppName(appName);
        const Result<DeployPlan> plan = answerOf(composition->deploy().plan(request));
        QVERIFY2(plan.has_value(), plan ? "" : qPrintable(plan.error().detail));
        const Result<DeploymentId> applied = answerOf(composition->deploy().apply(*plan));
        QVERIFY2(applied.has_value(), applied ? "" : qPrintable(applied.error().detail));
        id = *applied;
        composition.reset(); // with its engine running
    }
    Composition composition(sandboxed());
    QJsonObject status;
    control(composition, "GET", u"status"_s, {}, &status);
    QCOMPARE(status.value(u"liveLeases"_s).toInt(), 0);
    const Result<DeploymentState> state = answerOf(composition.deploy().load(id));
    QVERIFY(state.has_value());
    QVERIFY(state->lastAttempt()->ended);
    QCOMPARE(state->lastAttempt()->ended->reported, Reported::Cancelled);
}

QTEST_GUILESS_MAIN(TestComposition)
#include "tst_composition.moc"
