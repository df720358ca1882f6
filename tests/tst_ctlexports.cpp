#include "support/programhome.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {
const QString app = u"grupo-gad"_s;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}
} // namespace

// atalayactl on the sandbox's past: what it writes into files, reads from them, and compares; and
// the commands of other tools that it prints.
class TestCtlExports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void stepsAreExportedAsCsv();
    void aCapsuleOpensElsewhere();
    void brokenCapsulesAreBadInput();
    void deploymentsAreCompared();
    void deploymentsHaveNumbers();
    void otherToolsAreTold_data();
    void otherToolsAreTold();
    void whatNoToolCanIsSaid();
    void badUsageIsRefused_data();
    void badUsageIsRefused();

private:
    [[nodiscard]] QString path(const QString &name) const
    {
        return QString(m_home.path() + u'/' + name);
    }
    [[nodiscard]] QStringList deployments();

    ProgramHome m_home;
};

void TestCtlExports::initTestCase()
{
    EXPECT_EXIT(m_home.startSandbox(u"field-cases"_s, 20), 0);
}

QStringList TestCtlExports::deployments()
{
    QStringList ids;
    const QJsonObject history = m_home.sandboxed({u"history"_s, app}).object(u"history"_s);
    for (const QJsonValue &row : history.value(u"deployments"_s).toArray())
        ids.append(row.toObject().value(u"deployment"_s).toString());
    return ids;
}

void TestCtlExports::stepsAreExportedAsCsv()
{
    const QString file = path(u"steps.csv"_s);
    const ProgramHome::Answer answer = m_home.sandboxed({u"export"_s, app, u"--csv"_s, file});
    EXPECT_EXIT(answer, 0);
    QCOMPARE(answer.object(u"export"_s).value(u"file"_s).toString(), file);
    const QByteArray csv = contents(file);
    QVERIFY(csv.startsWith("deployment,app,number,"));
    QVERIFY(csv.contains(",release-command,"));
    const ProgramHome::Answer piped =
        m_home.ctl({u"--sandbox"_s, u"export"_s, app, u"--csv"_s, u"-"_s});
    EXPECT_EXIT(piped, 0);
    QCOMPARE(piped.out, csv);
}

void TestCtlExports::aCapsuleOpensElsewhere()
{
    const QString file = path(u"record.json"_s);
    EXPECT_EXIT(m_home.sandboxed({u"export"_s, app, u"--capsule"_s, file, u"--with-log"_s}), 0);
    const QJsonObject capsule = QJsonDocument::fromJson(contents(file)).object();
    QCOMPARE(capsule.value(u"format"_s).toString(), u"atalaya-capsule"_s);
    QVERIFY(!capsule.value(u"log"_s).toArray().isEmpty());
    const QJsonObject here = m_home.sandboxed({u"show"_s, app}).object(u"deployment"_s);

    // Another computer: no store, no account, no sandbox.
    ProgramHome elsewhere;
    const ProgramHome::Answer shown =
        elsewhere.ctl({u"--json"_s, u"show"_s, u"--capsule"_s, file, u"--log"_s, u"--events"_s});
    EXPECT_EXIT(shown, 0);
    const QJsonObject there = shown.object(u"deployment"_s);
    for (const QString &field : {u"deployment"_s,
             u"number"_s,
             u"reported"_s,
             u"failedStep"_s,
             u"verdict"_s,
             u"spans"_s,
             u"diagnosis"_s})
        QVERIFY2(here.value(field) == there.value(field), qPrintable(field));
    QVERIFY(!there.value(u"log"_s).toArray().isEmpty());
    const ProgramHome::Answer told = elsewhere.ctl({u"show"_s, u"--capsule"_s, file});
    EXPECT_EXIT(told, 0);
    QVERIFY(told.out.startsWith("Read-only capsule, made by atalayactl"));

    EXPECT_EXIT(m_home.sandboxed({u"export"_s, app, u"--capsule"_s, file}), 0);
    QVERIFY(!contents(file).contains("\"log\""));
}

void TestCtlExports::brokenCapsulesAreBadInput()
{
    const QString file = path(u"broken.json"_s);
    EXPECT_EXIT(m_home.sandboxed({u"export"_s, app, u"--capsule"_s, file}), 0);
    QByteArray json = contents(file);
    json.replace("\"schema\": 1,\n", "\"schema\": 99,\n");
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly) && out.write(json) == json.size());
    out.close();
    const ProgramHome::Answer answer = m_home.ctl({u"--json"_s, u"show"_s, u"--capsule"_s, file});
    EXPECT_EXIT(answer, 2);
    const QString detail = answer.object(u"error"_s).value(u"detail"_s).toString();
    QVERIFY2(
        detail.contains("broken.json: "_L1) && detail.contains("schema"_L1), qPrintable(detail));
}

void TestCtlExports::deploymentsAreCompared()
{
    const QStringList ids = deployments();
    QVERIFY(ids.size() >= 3);
    const ProgramHome::Answer answer = m_home.sandboxed({u"compare"_s, ids.at(1), ids.at(0)});
    EXPECT_EXIT(answer, 0);
    const QJsonObject comparison = answer.object(u"comparison"_s);
    QCOMPARE(comparison.value(u"first"_s).toObject().value(u"deployment"_s).toString(), ids.at(1));
    const QJsonArray parts = comparison.value(u"parts"_s).toArray();
    QVERIFY(parts.size() > 2);
    const QJsonObject whole = parts.first().toObject();
    QVERIFY(whole.value(u"phase"_s).isNull());
    QVERIFY(whole.value(u"first"_s).toObject().value(u"workedMs"_s).toInteger() > 0);
    const ProgramHome::Answer told =
        m_home.ctl({u"--sandbox"_s, u"compare"_s, ids.at(1), ids.at(0)});
    EXPECT_EXIT(told, 0);
    QVERIFY2(told.out.contains("Whole deployment"), told.out.constData());
    EXPECT_EXIT(m_home.sandboxed({u"compare"_s, ids.at(0), u"nobody"_s}), 4);
}

// As history shows them.
void TestCtlExports::deploymentsHaveNumbers()
{
    const auto shown = [this](const QStringList &named) {
        return m_home.sandboxed(QStringList{u"show"_s} + named)
            .object(u"deployment"_s)
            .value(u"deployment"_s)
            .toString();
    };
    const QJsonObject newest = m_home.sandboxed({u"history"_s, u"grupo-gad"_s})
                                   .object(u"history"_s)
                                   .value(u"deployments"_s)
                                   .toArray()
                                   .first()
                                   .toObject();
    const QString number = QString::number(newest.value(u"number"_s).toInt());
    const QString id = newest.value(u"deployment"_s).toString();
    QCOMPARE(shown({u"#"_s + number}), id); // no other app has come so far
    QCOMPARE(shown({number}), id);
    QCOMPARE(shown({number, u"--app"_s, u"grupo-gad"_s}), id);
    EXPECT_EXIT(m_home.sandboxed({u"show"_s, u"#1"_s, u"--app"_s, u"nobody"_s}), 4);
    EXPECT_EXIT(m_home.sandboxed({u"show"_s, u"#99999"_s}), 4);
    const QJsonArray others = m_home.sandboxed({u"history"_s, u"sist-cabanas-mvp"_s})
                                  .object(u"history"_s)
                                  .value(u"deployments"_s)
                                  .toArray();
    QVERIFY(!others.isEmpty());
    const QJsonArray own = m_home.sandboxed({u"history"_s, u"grupo-gad"_s})
                               .object(u"history"_s)
                               .value(u"deployments"_s)
                               .toArray();
    for (const QJsonValue &other : others) {
        const QJsonValue both = other.toObject().value(u"number"_s);
        const auto has = [&both](const QJsonValue &row) {
            return row.toObject().value(u"number"_s) == both;
        };
        if (!std::any_of(own.begin(), own.end(), has))
            continue;
        const ProgramHome::Answer answer =
            m_home.ctl({u"--sandbox"_s, u"show"_s, QString::number(both.toInt())});
        EXPECT_EXIT(answer, 2); // which of them?
        QVERIFY2(answer.err.contains("--app"), answer.err.constData());
    }
    const ProgramHome::Answer compared = m_home.sandboxed({u"compare"_s,
        QString::number(number.toInt() - 1),
        u"#"_s + number,
        u"--app"_s,
        u"grupo-gad"_s});
    EXPECT_EXIT(compared, 0);
    QCOMPARE(compared.object(u"comparison"_s)
                 .value(u"second"_s)
                 .toObject()
                 .value(u"deployment"_s)
                 .toString(),
        id);
}

void TestCtlExports::otherToolsAreTold_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("apps") << QStringList{u"apps"_s, u"--as-flyctl"_s}
                          << QByteArray("flyctl apps list\n");
    QTest::newRow("machines") << QStringList{u"machines"_s, app, u"--as-flyctl"_s}
                              << QByteArray("flyctl machine list --app grupo-gad\n");
    QTest::newRow("history") << QStringList{u"history"_s, app, u"--as-flyctl"_s}
                             << QByteArray("flyctl releases --app grupo-gad --image\n");
    QTest::newRow("retry") << QStringList{u"retry"_s, app, u"--as-flyctl"_s}
                           << QByteArray("flyctl deploy --app grupo-gad --image registry.fly.io/");
    QTest::newRow("plan") << QStringList{u"plan"_s, app, u"--roll-back"_s, u"--as-flyctl"_s}
                          << QByteArray("flyctl deploy --app grupo-gad --image registry.fly.io/");
    QTest::newRow("curl") << QStringList{u"machines"_s, app, u"--as-curl"_s}
                          << QByteArray("curl --fail-with-body -sS -H \"Authorization: Bearer "
                                        "$FLY_API_TOKEN\" https://api.machines.dev");
}

void TestCtlExports::otherToolsAreTold()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, line);
    const qsizetype before = deployments().size();
    const ProgramHome::Answer answer = m_home.ctl(QStringList{u"--sandbox"_s} + arguments);
    EXPECT_EXIT(answer, 0);
    QVERIFY2(answer.out.startsWith(line), answer.told().constData());
    QCOMPARE(answer.out.count('\n'), 1); // nothing else: it can be piped
    QCOMPARE(deployments().size(), before);
}

void TestCtlExports::whatNoToolCanIsSaid()
{
    const ProgramHome::Answer answer = m_home.sandboxed({u"cancel"_s, app, u"--as-flyctl"_s});
    EXPECT_EXIT(answer, 4);
    const QJsonObject command = answer.object(u"command"_s);
    QVERIFY(command.value(u"flyctl"_s).isNull());
    QVERIFY(!command.value(u"flyctlRemark"_s).toString().isEmpty());
}

void TestCtlExports::badUsageIsRefused_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no form") << QStringList{u"export"_s, app};
    QTest::newRow("two forms") << QStringList{
        u"export"_s, app, u"--csv"_s, u"a"_s, u"--capsule"_s, u"b"_s};
    QTest::newRow("pipe of JSON") << QStringList{u"--json"_s, u"export"_s, app, u"--csv"_s, u"-"_s};
    QTest::newRow("one to compare") << QStringList{u"compare"_s, app};
    QTest::newRow("nothing to show") << QStringList{u"show"_s};
    QTest::newRow("both to show") << QStringList{u"show"_s, app, u"--capsule"_s, u"x"_s};
}

void TestCtlExports::badUsageIsRefused()
{
    QFETCH(const QStringList, arguments);
    EXPECT_EXIT(m_home.ctl(QStringList{u"--sandbox"_s} + arguments), 2);
}

QTEST_GUILESS_MAIN(TestCtlExports)
#include "tst_ctlexports.moc"
