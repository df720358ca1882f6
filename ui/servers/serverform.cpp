#include "ui/servers/serverform.h"

#include "ui/shell/prompts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {
QPlainTextEdit *lines(const QString &name)
{
    auto *edit = new QPlainTextEdit;
    edit->setObjectName(name);
    edit->setTabChangesFocus(true);
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * 2 + 14);
    return edit;
}

QStringList linesOf(const QPlainTextEdit *edit)
{
    QStringList texts;
    for (const QString &line : edit->toPlainText().split(u'\n')) {
        if (!line.trimmed().isEmpty())
            texts.append(line.trimmed());
    }
    return texts;
}
} // namespace

ServerForm::ServerForm(const QList<SshAlias> &aliases, Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_aliases(aliases)
    , m_prompts(prompts)
    , m_addressLabel(new QLabel)
    , m_address(new QComboBox)
    , m_addressHint(new QLabel)
    , m_nameLabel(new QLabel)
    , m_name(new QLineEdit)
    , m_otherwise(new QLabel)
    , m_userLabel(new QLabel)
    , m_user(new QLineEdit)
    , m_portLabel(new QLabel)
    , m_port(new QLineEdit)
    , m_identityLabel(new QLabel)
    , m_identity(new QLineEdit)
    , m_chooseKey(new QPushButton)
    , m_jumpLabel(new QLabel)
    , m_jump(new QLineEdit)
    , m_foldersLabel(new QLabel)
    , m_folders(lines(u"server.folders"_s))
    , m_backupsLabel(new QLabel)
    , m_backups(lines(u"server.backups"_s))
    , m_production(new QCheckBox)
    , m_readOnly(new QCheckBox)
{
    build();
    retranslate();
    connect(m_address, &QComboBox::editTextChanged, this, &ServerForm::followAddress);
    connect(m_name, &QLineEdit::textEdited, this, [this] { m_nameIsTyped = true; });
    connect(m_chooseKey, &QPushButton::clicked, this, &ServerForm::chooseKey);
    for (const QLineEdit *field : {m_name, m_user, m_port, m_identity, m_jump})
        connect(field, &QLineEdit::textChanged, this, &ServerForm::edited);
    for (const QPlainTextEdit *field : {m_folders, m_backups})
        connect(field, &QPlainTextEdit::textChanged, this, &ServerForm::edited);
    for (const QCheckBox *box : {m_production, m_readOnly})
        connect(box, &QCheckBox::toggled, this, &ServerForm::edited);
}

void ServerForm::build()
{
    m_address->setObjectName(u"server.address"_s);
    m_address->setEditable(true);
    m_address->setInsertPolicy(QComboBox::NoInsert);
    m_address->lineEdit()->setObjectName(u"server.addressField"_s);
    for (const SshAlias &alias : m_aliases) {
        m_address->addItem(alias.name);
        m_address->setItemData(
            m_address->count() - 1, u"%1:%2"_s.arg(alias.file).arg(alias.line), Qt::ToolTipRole);
    }
    m_address->setCurrentIndex(-1);
    m_address->clearEditText();
    m_name->setObjectName(u"server.nameField"_s);
    m_user->setObjectName(u"server.user"_s);
    m_port->setObjectName(u"server.port"_s);
    m_port->setMaxLength(5);
    m_jump->setObjectName(u"server.jump"_s);
    m_production->setObjectName(u"server.production"_s);
    m_production->setChecked(true);
    m_readOnly->setObjectName(u"server.readOnly"_s);
    for (QLabel *hint : {m_addressHint, m_otherwise}) {
        hint->setWordWrap(true);
        hint->setTextFormat(Qt::PlainText);
        hint->setForegroundRole(QPalette::PlaceholderText);
    }
    m_addressLabel->setBuddy(m_address);
    m_nameLabel->setBuddy(m_name);
    m_userLabel->setBuddy(m_user);
    m_portLabel->setBuddy(m_port);
    m_identityLabel->setBuddy(m_identity);
    m_jumpLabel->setBuddy(m_jump);
    m_foldersLabel->setBuddy(m_folders);
    m_backupsLabel->setBuddy(m_backups);

    auto *form = new QFormLayout;
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 8, 0);
    column->addLayout(form);
    column->addStretch(); // rows keep together
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(m_addressLabel, m_address);
    form->addRow(nullptr, m_addressHint);
    form->addRow(m_nameLabel, m_name);
    form->addRow(m_otherwise);
    form->addRow(m_userLabel, m_user);
    form->addRow(m_portLabel, m_port);
    form->addRow(m_identityLabel, buildIdentity());
    form->addRow(m_jumpLabel, m_jump);
    form->addRow(m_foldersLabel, m_folders);
    form->addRow(m_backupsLabel, m_backups);
    form->addRow(m_production);
    form->addRow(m_readOnly);
}

QWidget *ServerForm::buildIdentity()
{
    auto *part = new QWidget;
    m_identity->setObjectName(u"server.identity"_s);
    m_chooseKey->setObjectName(u"server.chooseKey"_s);
    m_chooseKey->setAutoDefault(false);
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_identity, 1);
    row->addWidget(m_chooseKey);
    return part;
}

void ServerForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ServerForm::retranslate()
{
    m_addressLabel->setText(tr("&Address:"));
    m_address->setAccessibleName(tr("Address of the server"));
    m_address->lineEdit()->setAccessibleName(m_address->accessibleName());
    m_addressHint->setText(m_aliases.isEmpty()
            ? tr("A name or an IP address, or an alias of ~/.ssh/config.")
            : tr("A name or an IP address, or one of the %Ln alias(es) of ~/.ssh/config.",
                nullptr,
                int(m_aliases.size())));
    m_nameLabel->setText(tr("&Name here:"));
    m_name->setAccessibleName(tr("Name of the server here"));
    m_otherwise->setText(
        tr("Where these are empty, your ssh decides: ~/.ssh/config, the agent, its defaults."));
    m_userLabel->setText(tr("&User:"));
    m_user->setAccessibleName(tr("User on the server"));
    m_portLabel->setText(tr("P&ort:"));
    m_port->setAccessibleName(tr("Port of its SSH service"));
    m_identityLabel->setText(tr("Private &key:"));
    m_identity->setAccessibleName(tr("File of the private key"));
    m_chooseKey->setText(tr("Choose…"));
    m_chooseKey->setAccessibleName(tr("Choose the file of the private key"));
    m_jumpLabel->setText(tr("&Jump host:"));
    m_jump->setAccessibleName(tr("Server to go through"));
    m_jump->setPlaceholderText(tr("USER@HOST:PORT"));
    m_foldersLabel->setText(tr("&Folders of stacks:"));
    m_folders->setAccessibleName(tr("Folders of stacks on the server"));
    m_folders->setToolTip(tr("One per line. They are looked at even when nothing of them runs."));
    m_folders->setPlaceholderText(tr("/srv/shop, one per line"));
    m_backupsLabel->setText(tr("Folders of &backups:"));
    m_backups->setAccessibleName(tr("Folders of backups on the server"));
    m_backups->setToolTip(tr("One per line. The newest file of each is shown with its age."));
    m_backups->setPlaceholderText(tr("/srv/backups, one per line"));
    m_production->setText(tr("&Production: its name is asked before it is changed"));
    m_readOnly->setText(tr("&Read only: refuse every change of it"));
}

void ServerForm::setServer(const Server &server)
{
    m_server = server;
    m_nameIsTyped = true;
    m_address->setEditText(server.address.host);
    m_name->setText(server.name);
    m_user->setText(server.address.user);
    m_port->setText(server.address.port > 0 ? QString::number(server.address.port) : QString());
    m_identity->setText(server.address.identity);
    m_jump->setText(server.address.jump);
    m_folders->setPlainText(server.folders.join(u'\n'));
    m_backups->setPlainText(server.backups.join(u'\n'));
    m_production->setChecked(server.production);
    m_readOnly->setChecked(server.readOnly);
}

Server ServerForm::server() const
{
    Server server = m_server;
    server.name = m_name->text().trimmed();
    server.address.host = m_address->currentText().trimmed();
    server.address.user = m_user->text().trimmed();
    const QString port = m_port->text().trimmed();
    bool isNumber = true;
    server.address.port = port.isEmpty() ? 0 : port.toInt(&isNumber);
    if (!isNumber || (!port.isEmpty() && server.address.port == 0))
        server.address.port = -1; // refused by its name
    server.address.identity = m_identity->text().trimmed();
    server.address.jump = m_jump->text().trimmed();
    server.folders = linesOf(m_folders);
    server.backups = linesOf(m_backups);
    server.production = m_production->isChecked();
    server.readOnly = m_readOnly->isChecked();
    return server;
}

bool ServerForm::isReady() const
{
    return !m_address->currentText().trimmed().isEmpty() && !m_name->text().trimmed().isEmpty();
}

void ServerForm::focusProblem(ServerProblem problem)
{
    QWidget *field = m_address;
    switch (problem) {
    case ServerProblem::NameEmpty:
    case ServerProblem::NameTaken:
    case ServerProblem::NameUnfit:
        field = m_name;
        break;
    case ServerProblem::HostEmpty:
    case ServerProblem::HostUnfit:
        break;
    case ServerProblem::PortUnfit:
        field = m_port;
        break;
    case ServerProblem::UserUnfit:
        field = m_user;
        break;
    case ServerProblem::IdentityUnfit:
        field = m_identity;
        break;
    case ServerProblem::JumpUnfit:
        field = m_jump;
        break;
    case ServerProblem::FolderUnfit:
        field = m_folders;
        break;
    }
    field->setFocus(Qt::OtherFocusReason);
}

void ServerForm::followAddress()
{
    if (!m_nameIsTyped)
        m_name->setText(m_address->currentText().trimmed());
    Q_EMIT edited();
}

void ServerForm::chooseKey()
{
    m_prompts.openFile(this, tr("Private key"), {}, [this](const QString &path) {
        if (!path.isEmpty())
            m_identity->setText(path);
    });
}
