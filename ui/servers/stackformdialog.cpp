#include "ui/servers/stackformdialog.h"

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
#include <QProcess>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace {
enum BackupChoice
{
    NoBackup,
    PostgresBackup,
    MongoBackup
};

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
    fill(beginning);
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

AtalayaToml StackFormDialog::value() const
{
    AtalayaToml toml;
    toml.stack = m_stack->text().trimmed();
    toml.servers = namesOf(m_servers);
    toml.directory = m_directory->text().trimmed();
    toml.compose = namesOf(m_compose);
    toml.envFile = m_env->text().trimmed();
    toml.production = m_production->isChecked();
    if (!m_migrate->text().trimmed().isEmpty()) {
        StackMigration migration;
        migration.service = m_migrateService->text().trimmed();
        migration.command = QProcess::splitCommand(m_migrate->text());
        toml.migration = migration;
    }
    if (m_backup->currentIndex() != NoBackup) {
        StackBackup backup;
        backup.kind = m_backup->currentIndex() == MongoBackup ? StackBackup::Kind::MongoDump
                                                              : StackBackup::Kind::PgDump;
        backup.service = m_backupService->text().trimmed();
        backup.database = m_database->text().trimmed();
        backup.user = m_databaseUser->text().trimmed();
        toml.backups.append(backup);
    }
    if (!m_smoke->text().trimmed().isEmpty()) {
        SmokeTest smoke;
        smoke.name = u"web"_s;
        smoke.url = m_smoke->text().trimmed();
        toml.smoke.append(smoke);
    }
    toml.rollback =
        m_rollback->currentIndex() == 1 ? AtalayaToml::Answer::Automatic : AtalayaToml::Answer::Ask;
    return toml;
}

void StackFormDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void StackFormDialog::retranslate()
{
    setWindowTitle(tr("Write atalaya.toml into %1").arg(QDir::toNativeSeparators(m_folder)));
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
    m_backupServiceLabel->setText(tr("Service of the database:"));
    m_databaseLabel->setText(tr("Database:"));
    m_databaseUserLabel->setText(tr("User of the database:"));
}

void StackFormDialog::showPreview()
{
    const bool backsUp = m_backup->currentIndex() != NoBackup;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_backupService,
             m_backupServiceLabel,
             m_database,
             m_databaseLabel,
             m_databaseUser,
             m_databaseUserLabel})
        widget->setVisible(backsUp);
    m_text = writeAtalayaToml(value(), Words::atalayaComment);
    m_preview->setPlainText(QString::fromUtf8(m_text));
    const AtalayaToml read = readAtalayaToml(m_text);
    QStringList lines;
    for (const ConfigFinding &finding : read.findings)
        lines.append(findingLine(finding));
    m_findings->setText(lines.isEmpty() ? tr("Nothing is wrong with it.") : lines.join(u'\n'));
    m_write->setEnabled(!hasErrors(read.findings));
}

void StackFormDialog::write()
{
    QSaveFile file(QDir(m_folder).filePath(QString::fromLatin1(atalayaTomlName)));
    if (QFileInfo::exists(file.fileName())) {
        m_banner->showMessage(
            Status::Failed, tr("The folder has an atalaya.toml by now: it is left as it is."));
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
