#include "ui/servers/stackformdialog.h"

#include "config/atalayaschema.h"
#include "config/stackcommands.h"
#include "models/words.h"
#include "models/wordsconfig.h"
#include "models/wordsstack.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace {
enum BackupChoice
{
    NoBackup,
    PostgresBackup,
    MongoBackup,
    OwnBackup // somebody's command: left as it is
};

std::optional<QByteArray> tomlIn(const QString &folder)
{
    QFile file(QDir(folder).filePath(QString::fromLatin1(atalayaTomlName)));
    return file.open(QIODevice::ReadOnly) ? std::optional(file.readAll()) : std::nullopt;
}

qsizetype firstHttp(const QList<SmokeTest> &tests)
{
    for (qsizetype i = 0; i < tests.size(); ++i) {
        if (tests.at(i).kind == SmokeTest::Kind::Http)
            return i;
    }
    return -1;
}

QStringList namesOf(const QLineEdit *field)
{
    QStringList names;
    for (const QString &name : field->text().split(u',')) {
        if (!name.trimmed().isEmpty())
            names.append(name.trimmed());
    }
    return names;
}

QString findingLine(const ConfigFinding &finding)
{
    const QString own = Words::stackFinding(finding);
    const QString text = own.isEmpty() ? Words::configFinding(finding) : own;
    return finding.line > 0 ? StackFormDialog::tr("Line %1: %2").arg(finding.line).arg(text) : text;
}
} // namespace

StackFormDialog::StackFormDialog(
    const QString &folder, const AtalayaToml &beginning, QWidget *parent)
    : QDialog(parent)
    , m_folder(folder)
    , m_before(tomlIn(folder))
    , m_beginning(m_before ? readAtalayaToml(*m_before) : beginning)
    , m_banner(new Banner(u"stackForm.banner"_s))
    , m_stackLabel(new QLabel)
    , m_stack(new QLineEdit)
    , m_serversLabel(new QLabel)
    , m_servers(new QLineEdit)
    , m_directoryLabel(new QLabel)
    , m_directory(new QLineEdit)
    , m_composeLabel(new QLabel)
    , m_compose(new QLineEdit)
    , m_envLabel(new QLabel)
    , m_env(new QLineEdit)
    , m_migrateServiceLabel(new QLabel)
    , m_migrateService(new QLineEdit)
    , m_migrateLabel(new QLabel)
    , m_migrate(new QLineEdit)
    , m_backupLabel(new QLabel)
    , m_backup(new QComboBox)
    , m_backupServiceLabel(new QLabel)
    , m_backupService(new QLineEdit)
    , m_databaseLabel(new QLabel)
    , m_database(new QLineEdit)
    , m_databaseUserLabel(new QLabel)
    , m_databaseUser(new QLineEdit)
    , m_smokeLabel(new QLabel)
    , m_smoke(new QLineEdit)
    , m_probeLabel(new QLabel)
    , m_probe(new QLineEdit)
    , m_rollbackLabel(new QLabel)
    , m_rollback(new QComboBox)
    , m_production(new QCheckBox)
    , m_previewLabel(new QLabel)
    , m_preview(new QPlainTextEdit)
    , m_findings(new QLabel)
    , m_cancel(new QPushButton)
    , m_write(new PrimaryButton)
{
    setObjectName(u"stackForm"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    build();
    fill(m_beginning);
    if (!m_before)
        findFiles();
    retranslate();
    for (const QLineEdit *field : findChildren<QLineEdit *>())
        connect(field, &QLineEdit::textChanged, this, &StackFormDialog::showPreview);
    for (const QComboBox *box : {m_backup, m_rollback})
        connect(box, &QComboBox::currentIndexChanged, this, &StackFormDialog::showPreview);
    connect(m_production, &QCheckBox::toggled, this, &StackFormDialog::showPreview);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_write, &QPushButton::clicked, this, &StackFormDialog::write);
}

void StackFormDialog::build()
{
    m_cancel->setObjectName(u"stackForm.cancel"_s);
    m_cancel->setAutoDefault(false);
    m_write->setObjectName(u"stackForm.write"_s);
    m_write->setDefault(true);
    auto *area = new QScrollArea;
    QWidget *form = buildForm();
    area->setWidget(form);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    form->setAutoFillBackground(false);
    auto *both = new QHBoxLayout;
    both->setSpacing(16);
    both->addWidget(area, 1);
    both->addWidget(buildPreview(), 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_write);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addWidget(m_banner);
    column->addLayout(both, 1);
    column->addLayout(buttons);
    resize(1040, 640);
}

void StackFormDialog::addRow(QFormLayout *form, QLabel *label, QWidget *field, const QString &name)
{
    field->setObjectName(QString("stackForm."_L1 % name));
    label->setBuddy(field);
    form->addRow(label, field);
}

QWidget *StackFormDialog::buildForm()
{
    auto *part = new QWidget;
    auto *form = new QFormLayout;
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 8, 0);
    column->addLayout(form);
    column->addStretch(); // rows keep together
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addRow(form, m_stackLabel, m_stack, u"stack"_s);
    addRow(form, m_serversLabel, m_servers, u"servers"_s);
    addRow(form, m_directoryLabel, m_directory, u"directory"_s);
    addRow(form, m_composeLabel, m_compose, u"compose"_s);
    addRow(form, m_envLabel, m_env, u"env"_s);
    addRow(form, m_migrateServiceLabel, m_migrateService, u"migrateService"_s);
    addRow(form, m_migrateLabel, m_migrate, u"migrate"_s);
    addRow(form, m_backupLabel, m_backup, u"backup"_s);
    addRow(form, m_backupServiceLabel, m_backupService, u"backupService"_s);
    addRow(form, m_databaseLabel, m_database, u"database"_s);
    addRow(form, m_databaseUserLabel, m_databaseUser, u"databaseUser"_s);
    addRow(form, m_smokeLabel, m_smoke, u"smoke"_s);
    addRow(form, m_probeLabel, m_probe, u"probe"_s);
    addRow(form, m_rollbackLabel, m_rollback, u"rollback"_s);
    m_production->setObjectName(u"stackForm.production"_s);
    form->addRow(m_production);
    m_backup->addItems({{}, {}, {}});
    m_rollback->addItems({{}, {}});
    return part;
}

QWidget *StackFormDialog::buildPreview()
{
    auto *part = new QWidget;
    m_preview->setObjectName(u"stackForm.preview"_s);
    m_preview->setReadOnly(true);
    m_preview->setTabChangesFocus(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setFont(Theme::monospaceFont(font()));
    m_previewLabel->setBuddy(m_preview);
    m_findings->setObjectName(u"stackForm.findings"_s);
    m_findings->setWordWrap(true);
    m_findings->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_previewLabel);
    column->addWidget(m_preview, 1);
    column->addWidget(m_findings);
    return part;
}

void StackFormDialog::fill(const AtalayaToml &toml)
{
    m_stack->setText(toml.stack);
    m_servers->setText(toml.servers.join(", "_L1));
    m_directory->setText(toml.directory);
    m_compose->setText(toml.compose.join(", "_L1));
    m_env->setText(toml.envFile);
    m_production->setChecked(toml.production);
    if (toml.migration) {
        m_migrateService->setText(toml.migration->service);
        m_migrate->setText(shellLine(toml.migration->command));
    }
    if (!toml.backups.isEmpty()) {
        const StackBackup &backup = toml.backups.constFirst();
        const bool isOwn = backup.kind == StackBackup::Kind::Command;
        if (isOwn)
            m_backup->addItem({});
        m_backup->setCurrentIndex(isOwn                       ? OwnBackup
                : backup.kind == StackBackup::Kind::MongoDump ? MongoBackup
                                                              : PostgresBackup);
        m_backupService->setText(backup.service);
        m_database->setText(backup.database);
        m_databaseUser->setText(backup.user);
    }
    if (const auto first = firstHttp(toml.smoke); first >= 0)
        m_smoke->setText(toml.smoke.at(first).url);
    if (!toml.probes.isEmpty())
        m_probe->setText(toml.probes.constFirst().url);
    m_rollback->setCurrentIndex(toml.rollback == AtalayaToml::Answer::Automatic ? 1 : 0);
    for (QLineEdit *field : findChildren<QLineEdit *>())
        field->home(false); // the beginning of a long one is seen
}

void StackFormDialog::findFiles()
{
    const QDir folder(m_folder);
    if (m_compose->text().isEmpty()) {
        for (const QString &name : {u"compose.yaml"_s,
                 u"compose.yml"_s,
                 u"docker-compose.yml"_s,
                 u"docker-compose.yaml"_s}) {
            if (m_compose->text().isEmpty() && folder.exists(name))
                m_compose->setText(name);
        }
    }
    if (m_env->text().isEmpty() && folder.exists(u".env"_s))
        m_env->setText(u".env"_s);
}

// What is not asked here stays as it was.
AtalayaToml StackFormDialog::value() const
{
    AtalayaToml toml = m_before ? m_beginning : AtalayaToml();
    toml.findings.clear();
    toml.stack = m_stack->text().trimmed();
    toml.servers = namesOf(m_servers);
    toml.directory = m_directory->text().trimmed();
    toml.compose = namesOf(m_compose);
    toml.envFile = m_env->text().trimmed();
    toml.production = m_production->isChecked();
    setMigration(toml);
    setBackup(toml);
    setSmoke(toml);
    setProbe(toml);
    toml.rollback =
        m_rollback->currentIndex() == 1 ? AtalayaToml::Answer::Automatic : AtalayaToml::Answer::Ask;
    return toml;
}

void StackFormDialog::setMigration(AtalayaToml &toml) const
{
    const QString command = m_migrate->text().trimmed();
    if (command.isEmpty()) {
        toml.migration.reset();
        return;
    }
    if (!toml.migration)
        toml.migration.emplace();
    toml.migration->service = m_migrateService->text().trimmed();
    if (command != shellLine(toml.migration->command))
        toml.migration->command = atalayaCommand(QJsonValue(command));
}

void StackFormDialog::setBackup(AtalayaToml &toml) const
{
    if (m_backup->currentIndex() == OwnBackup)
        return;
    if (m_backup->currentIndex() == NoBackup) {
        if (!toml.backups.isEmpty())
            toml.backups.removeFirst();
        return;
    }
    if (toml.backups.isEmpty())
        toml.backups.append(StackBackup());
    StackBackup &backup = toml.backups.first();
    const bool isMongo = m_backup->currentIndex() == MongoBackup;
    if (backup.kind == StackBackup::Kind::Command)
        backup = {};
    backup.kind = isMongo ? StackBackup::Kind::MongoDump : StackBackup::Kind::PgDump;
    backup.service = m_backupService->text().trimmed();
    backup.database = m_database->text().trimmed();
    backup.user = m_databaseUser->text().trimmed();
}

void StackFormDialog::setSmoke(AtalayaToml &toml) const
{
    const QString url = m_smoke->text().trimmed();
    const auto first = firstHttp(toml.smoke);
    if (first < 0 && !url.isEmpty()) {
        SmokeTest smoke;
        smoke.name = u"web"_s;
        smoke.url = url;
        toml.smoke.append(smoke);
    } else if (first >= 0 && url.isEmpty()) {
        toml.smoke.removeAt(first);
    } else if (first >= 0) {
        toml.smoke[first].url = url;
    }
}

void StackFormDialog::setProbe(AtalayaToml &toml) const
{
    const QString url = m_probe->text().trimmed();
    if (toml.probes.isEmpty() && !url.isEmpty())
        toml.probes.append({url});
    else if (!toml.probes.isEmpty() && url.isEmpty())
        toml.probes.removeFirst();
    else if (!toml.probes.isEmpty())
        toml.probes.first().url = url;
}

void StackFormDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void StackFormDialog::retranslate()
{
    const QString folder = QDir::toNativeSeparators(m_folder);
    setWindowTitle(m_before ? tr("Change atalaya.toml in %1").arg(folder)
                            : tr("Write atalaya.toml into %1").arg(folder));
    m_stackLabel->setText(tr("Name of the &stack:"));
    m_serversLabel->setText(tr("Ser&vers, in order:"));
    m_servers->setPlaceholderText(tr("names of your list, by commas"));
    m_directoryLabel->setText(tr("&Directory there:"));
    m_composeLabel->setText(tr("&Compose files, in order:"));
    m_envLabel->setText(tr("&File of variables:"));
    m_migrateServiceLabel->setText(tr("Service that &migrates:"));
    m_migrateLabel->setText(tr("Command of the m&igration:"));
    m_migrate->setPlaceholderText(tr("run once before anything is recreated; none: empty"));
    retranslateBackup();
    m_smokeLabel->setText(tr("Address to try after&wards:"));
    m_smoke->setPlaceholderText(u"http://localhost:8000/health"_s);
    m_probeLabel->setText(tr("Address &of its users:"));
    m_probe->setPlaceholderText(tr("watched from here during a deploy; none: empty"));
    m_rollbackLabel->setText(tr("After a fail&ure:"));
    m_rollback->setItemText(0, tr("ask whether to roll back"));
    m_rollback->setItemText(1, tr("roll back by itself"));
    m_production->setText(tr("&Production: its name is asked before a deploy"));
    m_previewLabel->setText(tr("The file as it will be:"));
    m_preview->setAccessibleName(tr("The file as it will be"));
    m_cancel->setText(tr("Cancel"));
    m_write->setText(tr("Write it"));
    for (QLabel *label : findChildren<QLabel *>()) {
        if (auto *field = label->buddy(); field && field != m_preview)
            field->setAccessibleName(label->text().remove(u'&').remove(u':'));
    }
    m_write->setAccessibleName(m_write->text());
    showPreview();
}

void StackFormDialog::retranslateBackup()
{
    m_backupLabel->setText(tr("&Backup before a migration:"));
    m_backup->setItemText(NoBackup, tr("none"));
    m_backup->setItemText(PostgresBackup, u"PostgreSQL (pg_dump)"_s);
    m_backup->setItemText(MongoBackup, u"MongoDB (mongodump)"_s);
    m_backup->setItemText(OwnBackup, tr("a command of its own")); // where there is one
    m_backupServiceLabel->setText(tr("Service of the database:"));
    m_databaseLabel->setText(tr("Database:"));
    m_databaseUserLabel->setText(tr("User of the database:"));
}

void StackFormDialog::showPreview()
{
    const bool backsUp =
        m_backup->currentIndex() == PostgresBackup || m_backup->currentIndex() == MongoBackup;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_backupService,
             m_backupServiceLabel,
             m_database,
             m_databaseLabel,
             m_databaseUser,
             m_databaseUserLabel})
        widget->setVisible(backsUp);
    const Result<QByteArray> text = m_before ? updatedAtalayaToml(*m_before, value())
                                             : writeAtalayaToml(value(), Words::atalayaComment);
    if (!text) {
        m_findings->setText(
            tr("The file cannot be changed in place: %1").arg(Words::error(text.error())));
        m_write->setEnabled(false);
        return;
    }
    m_text = *text;
    m_preview->setPlainText(QString::fromUtf8(m_text));
    const AtalayaToml read = readAtalayaToml(m_text);
    QStringList lines;
    for (const ConfigFinding &finding : read.findings)
        lines.append(findingLine(finding));
    m_findings->setText(lines.isEmpty() ? tr("Nothing is wrong with it.") : lines.join(u'\n'));
    m_write->setEnabled(!hasErrors(read.findings) && m_text != m_before.value_or(QByteArray()));
}

void StackFormDialog::write()
{
    QSaveFile file(QDir(m_folder).filePath(QString::fromLatin1(atalayaTomlName)));
    if (tomlIn(m_folder) != m_before) {
        m_banner->showMessage(Status::Failed,
            m_before ? tr("atalaya.toml was changed meanwhile: it is left as it is.")
                     : tr("The folder has an atalaya.toml by now: it is left as it is."));
        return;
    }
    if (!file.open(QIODevice::WriteOnly) || file.write(m_text) != m_text.size() || !file.commit()) {
        m_banner->showMessage(
            Status::Failed, tr("The file cannot be written: %1").arg(file.errorString()));
        return;
    }
    Q_EMIT written();
    accept();
}
