#include "config/composechecks.h"
#include "support/corpora.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
template <typename Holds> QStringList servicesWhere(const ComposeProject &project, Holds holds)
{
    QStringList names;
    for (const ComposeService &service : project.services) {
        if (holds(service))
            names.append(service.name);
    }
    return names;
}

QStringList namesIn(const QList<ComposeResource> &resources)
{
    QStringList names;
    for (const ComposeResource &resource : resources)
        names.append(resource.name);
    return names;
}

bool isOfYaml(const ComposeFinding &finding)
{
    const QString code = configCodeName(finding.finding.code);
    return code.startsWith("yaml-"_L1) || code.startsWith("file-"_L1)
        || code.startsWith("syntax-"_L1) || code == "not-utf8"_L1 || code == "duplicate-key"_L1;
}

QStringList sorted(QStringList list)
{
    list.sort();
    return list;
}

void rowsOf(const QString &corpus)
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QJsonObject>("facts");
    const QJsonObject index = Corpora::index(corpus);
    for (auto entry = index.begin(); entry != index.end(); ++entry)
        QTest::newRow(qPrintable(entry.key())) << entry.key() << entry.value().toObject();
}
} // namespace

class TestComposeCorpus final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void composeFactsAreFound_data() { rowsOf(u"compose"_s); }
    void composeFactsAreFound();
    void groupsAreStacked();
    void envFactsAreFound_data() { rowsOf(u"dotenv"_s); }
    void envFactsAreFound();
    void valuesAreNeverTold_data() { rowsOf(u"dotenv"_s); }
    void valuesAreNeverTold();
};

void TestComposeCorpus::composeFactsAreFound()
{
    QFETCH(QString, name);
    QFETCH(QJsonObject, facts);
    const ComposeProject project = readCompose({{name, Corpora::content(u"compose"_s, name)}});
    const bool isRead = std::none_of(project.findings.begin(), project.findings.end(), isOfYaml);
    QCOMPARE(isRead, facts.value("yaml_ok"_L1).toBool());
    const auto texts = [&facts](QLatin1StringView key) {
        return sorted(Corpora::texts(facts.value(key)));
    };
    QCOMPARE(project.serviceNames(), texts("services"_L1));
    QCOMPARE(servicesWhere(project, [](const auto &s) { return s.healthcheck.has_value(); }),
        texts("with_healthcheck"_L1));
    QCOMPARE(servicesWhere(project, [](const auto &s) { return s.build.has_value(); }),
        texts("with_build"_L1));
    QCOMPARE(servicesWhere(project, [](const auto &s) { return !s.envFiles.isEmpty(); }),
        texts("with_env_file"_L1));
    QCOMPARE(namesIn(project.volumes), texts("volumes"_L1));
    QCOMPARE(namesIn(project.networks), texts("networks"_L1));
    QCOMPARE(project.variableNames(), texts("vars"_L1));
    QCOMPARE(project.namesWithForm(VariableUse::Form::Default), texts("vars_with_default"_L1));
    QCOMPARE(project.namesWithForm(VariableUse::Form::Required), texts("vars_required"_L1));
    // Files that people run are not refused; what lacks a file of its own is a warning.
    for (const ComposeFinding &finding : project.findings) {
        const bool isRefused = finding.finding.severity == ConfigFinding::Severity::Error;
        QVERIFY2(!isRefused, qPrintable(configDetail(finding.finding, name)));
    }
}

void TestComposeCorpus::groupsAreStacked()
{
    QMap<QString, QMap<QString, QString>> groups; // path in the repository to file
    const QJsonObject index = Corpora::index(u"compose"_s);
    for (auto entry = index.begin(); entry != index.end(); ++entry) {
        const QString group = entry.value().toObject().value("override_group"_L1).toString();
        const QString path = entry.value().toObject().value("path"_L1).toString();
        if (!group.isEmpty())
            groups[group].insert(
                path.contains("override"_L1) ? QString(u'~' + path) : path, entry.key());
    }
    QVERIFY(!groups.isEmpty());
    for (const QMap<QString, QString> &files : std::as_const(groups)) {
        QList<ComposeSource> sources;
        QSet<QString> services;
        for (const QString &name : files) {
            sources.append({name, Corpora::content(u"compose"_s, name)});
            for (const QString &service : readCompose({sources.constLast()}).serviceNames())
                services.insert(service);
        }
        const ComposeProject stacked = readCompose(sources);
        QCOMPARE(stacked.serviceNames(), sorted(services.values()));
        QVERIFY(std::none_of(stacked.findings.begin(), stacked.findings.end(), isOfYaml));
    }
}

void TestComposeCorpus::envFactsAreFound()
{
    QFETCH(QString, name);
    QFETCH(QJsonObject, facts);
    const DotEnvFile file = readDotEnv(Corpora::content(u"dotenv"_s, name));
    QCOMPARE(file.names().size(), facts.value("expected_vars"_L1).toInt());
    QCOMPARE(sorted(file.names()), sorted(Corpora::texts(facts.value("keys"_L1))));
    QCOMPARE(sorted(file.duplicates()), sorted(Corpora::texts(facts.value("duplicates"_L1))));
    QCOMPARE(sorted(file.emptyNames()), sorted(Corpora::texts(facts.value("empty_values"_L1))));
    QCOMPARE(
        sorted(file.multiLineNames()), sorted(Corpora::texts(facts.value("multiline_values"_L1))));
    QCOMPARE(sorted(file.namesWithVariables()),
        sorted(Corpora::texts(facts.value("values_with_interpolation"_L1))));
    if (facts.value("ambiguous"_L1).toBool())
        QVERIFY(!file.findings.isEmpty());
}

void TestComposeCorpus::valuesAreNeverTold()
{
    QFETCH(QString, name);
    const EnvSource source{name, readDotEnv(Corpora::content(u"dotenv"_s, name))};
    QString told;
    for (const ConfigFinding &finding : checkDotEnv(source, true))
        told += QString(configFindingToTexts(finding).join(u' ') + u'\n');
    for (const DotEnvVariable &variable : source.file.variables) {
        const QString value = QString::fromUtf8(variable.value.reveal());
        // A short one may be a part of some name.
        if (value.size() > 7 && !source.file.find(value))
            QVERIFY2(!told.contains(value), qPrintable(variable.name));
    }
}

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    if (!Corpora::isThere(u"compose"_s) || !Corpora::isThere(u"dotenv"_s))
        return Corpora::notRun;
    TestComposeCorpus test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_composecorpus.moc"
