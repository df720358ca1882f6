#include "config/flytoml.h"
#include "config/tomledit.h"
#include "support/corpora.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
QByteArray contentOf(const QString &name)
{
    return Corpora::content(u"fly-toml"_s, name);
}

// Places of a file that have a value in one piece: every third of them, another third in another
// file; all of them with ATALAYA_CORPORA_ALL.
QList<ConfigPath> valuesOf(const TomlDocument &document)
{
    const qsizetype step = qEnvironmentVariableIsSet("ATALAYA_CORPORA_ALL") ? 1 : 3;
    QList<ConfigPath> paths;
    for (qsizetype i = document.text.size() % step; i < document.nodes.size(); i += step) {
        const TomlNode &node = document.nodes.at(i);
        if (node.kind == TomlNode::Kind::Scalar && node.parent >= 0)
            paths.append(configPathFromText(document.pathOf(static_cast<int>(i))).value());
    }
    return paths;
}
} // namespace

class TestFlyTomlCorpus final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void factsAreFound_data();
    void factsAreFound();
    void oneChangedValueChangesItsBytesOnly_data();
    void oneChangedValueChangesItsBytesOnly();
    void takenOutAndPutBackSaysTheSame_data();
    void takenOutAndPutBackSaysTheSame();

private:
    static void files();
};

void TestFlyTomlCorpus::files()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonObject>("facts");
    const QJsonObject index = Corpora::index(u"fly-toml"_s);
    QVERIFY(!index.isEmpty());
    for (auto entry = index.begin(); entry != index.end(); ++entry)
        QTest::newRow(qPrintable(entry.key())) << entry.key() << entry.value().toObject();
}

void TestFlyTomlCorpus::factsAreFound_data()
{
    files();
}

void TestFlyTomlCorpus::factsAreFound()
{
    QFETCH(QString, name);
    QFETCH(QJsonObject, facts);
    const FlyToml toml = readFlyToml(contentOf(name));
    QCOMPARE(toml.source->findings.isEmpty(), facts.value("toml_ok"_L1).toBool());
    if (!facts.value("toml_ok"_L1).toBool())
        return;
    const FlyTomlSummary summary = summaryOf(toml);
    QCOMPARE(toml.app, facts.value("app"_L1).toString());
    QCOMPARE(toml.primaryRegion, facts.value("primary_region"_L1).toString());
    QCOMPARE(toml.releaseCommand, facts.value("release_command"_L1).toString());
    QCOMPARE(toml.strategy, facts.value("strategy"_L1).toString());
    QCOMPARE(summary.topLevelKeys, Corpora::texts(facts.value("top_level_keys"_L1)));
    QCOMPARE(summary.services, facts.value("n_services"_L1).toInt());
    QCOMPARE(summary.hasHttpService, facts.value("has_http_service"_L1).toBool());
    QCOMPARE(summary.mounts, facts.value("n_mounts"_L1).toInt());
    QCOMPARE(summary.sizes, facts.value("n_vm"_L1).toInt());
    QCOMPARE(summary.envNames.size(), facts.value("n_env"_L1).toInt());
    QCOMPARE(summary.envNotText, Corpora::texts(facts.value("env_non_string"_L1)));
    QCOMPARE(summary.serviceChecks, facts.value("n_service_checks"_L1).toInt());
    QCOMPARE(summary.topChecks, facts.value("n_top_checks"_L1).toInt());
    QStringList groups = toml.processes.keys();
    QStringList expected = Corpora::texts(facts.value("processes"_L1));
    groups.sort();
    expected.sort();
    QCOMPARE(groups, expected);
    QList<int> ports;
    for (const QJsonValue &port : facts.value("internal_ports"_L1).toArray())
        ports.append(port.toInt());
    // The facts count services that are written as a list.
    if (toml.source->toJson().value("services"_L1).isObject())
        return;
    QCOMPARE(summary.internalPorts, ports);
}

void TestFlyTomlCorpus::oneChangedValueChangesItsBytesOnly_data()
{
    files();
}

void TestFlyTomlCorpus::oneChangedValueChangesItsBytesOnly()
{
    QFETCH(QString, name);
    const QByteArray text = contentOf(name);
    const TomlDocument document = readToml(text);
    if (hasErrors(document.findings))
        return;
    for (const ConfigPath &path : valuesOf(document)) {
        const TomlNode &node = document.nodes.at(document.find(path));
        QCOMPARE(tomlWithValue(text, path, node.scalar).value(), text);
        const Result<QByteArray> edited = tomlWithValue(text, path, u"another value"_s);
        QVERIFY2(edited, qPrintable(configPathText(path)));
        const qsizetype behind = text.size() - node.value.end;
        QCOMPARE(edited->left(node.value.begin), text.left(node.value.begin));
        QCOMPARE(edited->right(behind), text.right(behind));
        QByteArray inside = edited->mid(node.value.begin);
        inside.chop(behind);
        QVERIFY2(inside == "\"another value\"" || inside == "'another value'", inside.constData());
    }
}

void TestFlyTomlCorpus::takenOutAndPutBackSaysTheSame_data()
{
    files();
}

void TestFlyTomlCorpus::takenOutAndPutBackSaysTheSame()
{
    QFETCH(QString, name);
    const QByteArray text = contentOf(name);
    const TomlDocument document = readToml(text);
    if (hasErrors(document.findings))
        return;
    for (const ConfigPath &path : valuesOf(document)) {
        if (path.constLast().index >= 0)
            continue;
        const Result<QByteArray> without = tomlWithoutValue(text, path);
        QVERIFY2(without, qPrintable(configPathText(path)));
        QCOMPARE(readToml(*without).find(path), -1);
        const QJsonValue value = document.toJson(document.find(path));
        const Result<QByteArray> back = tomlWithValue(*without, path, value);
        QVERIFY2(back, qPrintable(configPathText(path)));
        QCOMPARE(readToml(*back).toJson(), document.toJson());
    }
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (!Corpora::isThere(u"fly-toml"_s))
        return Corpora::notRun;
    TestFlyTomlCorpus test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_flytomlcorpus.moc"
