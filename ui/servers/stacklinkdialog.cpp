#include "ui/servers/stacklinkdialog.h"

#include "models/rowsmodel.h"
#include "models/words.h"
#include "models/wordsconfig.h"
#include "models/wordsstack.h"
#include "settings/settings.h"
#include "types/stackplan.h"
#include "ui/servers/stackformdialog.h"
#include "ui/servers/stacklinks.h"
#include "ui/shell/prompts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/quiettreeview.h"
#include "ui/widgets/statuscolumndelegate.h"

#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 largestToml = 1024 * 1024;

QString tomlPathIn(const QString &folder)
{
    return QDir(folder).filePath(QString::fromLatin1(atalayaTomlName));
}

Status statusOfFinding(ConfigFinding::Severity severity)
{
    switch (severity) {
    case ConfigFinding::Severity::Error:
        return Status::Failed;
    case ConfigFinding::Severity::Warning:
        return Status::Warning;
    case ConfigFinding::Severity::Note:
        break;
    }
    return Status::Unknown;
}

QString findingText(const ConfigFinding &finding)
{
    const QString text = Words::stackFinding(finding);
    return text.isEmpty() ? Words::configFinding(finding) : text;
}

QLabel *linkText(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}
} // namespace

StackLinkDialog::StackLinkDialog(
    const Parts &parts, const FleetServer &server, const QString &stack, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_server(server)
    , m_stack(stack)
    , m_banner(new Banner(u"stackLink.banner"_s))
    , m_now(linkText(u"stackLink.now"_s))
    , m_choose(new QPushButton)
    , m_findingsTitle(linkText(u"stackLink.findingsTitle"_s))
    , m_findings(new RowsModel(this))
    , m_findingsView(new QuietTreeView)
    , m_warning(linkText(u"stackLink.warning"_s))
    , m_write(new QPushButton)
    , m_unlink(new QPushButton)
    , m_cancel(new QPushButton)
    , m_link(new PrimaryButton)
{
    setObjectName(u"stackLink"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    if (const std::optional<StackLinks::Link> known = StackLinks::of(parts.settings, stack))
        m_linked = known->tomlPath;
    build();
    connect(m_choose, &QPushButton::clicked, this, &StackLinkDialog::chooseFolder);
    connect(m_write, &QPushButton::clicked, this, &StackLinkDialog::write);
    connect(m_unlink, &QPushButton::clicked, this, &StackLinkDialog::unlink);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_link, &QPushButton::clicked, this, &StackLinkDialog::link);
    if (m_linked.isEmpty())
        retranslate();
    else
        showFolder(QFileInfo(m_linked).absolutePath());
}

void StackLinkDialog::build()
{
    m_choose->setObjectName(u"stackLink.choose"_s);
    m_write->setObjectName(u"stackLink.write"_s);
    m_unlink->setObjectName(u"stackLink.unlink"_s);
    m_cancel->setObjectName(u"stackLink.cancel"_s);
    m_link->setObjectName(u"stackLink.link"_s);
    m_link->setDefault(true);
    for (QPushButton *button : {m_choose, m_write, m_unlink, m_cancel})
        button->setAutoDefault(false);
    m_findingsView->setObjectName(u"stackLink.findings"_s);
    m_findingsView->setModel(m_findings);
    m_findingsView->setRootIsDecorated(false);
    m_findingsView->setUniformRowHeights(true);
    m_findingsView->setTabKeyNavigation(false);
    m_findingsView->header()->hide();
    m_findingsView->header()->setSectionResizeMode(QHeaderView::Stretch);
    m_findingsView->setItemDelegate(new StatusColumnDelegate(0, m_findingsView));
    m_findingsTitle->setBuddy(m_findingsView);

    auto *choices = new QHBoxLayout;
    choices->setSpacing(8);
    choices->addWidget(m_choose);
    choices->addWidget(m_write);
    choices->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_unlink);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_link);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(8);
    column->addWidget(m_banner);
    column->addWidget(m_now);
    column->addLayout(choices);
    column->addWidget(m_findingsTitle);
    column->addWidget(m_findingsView, 1);
    column->addWidget(m_warning);
    column->addLayout(buttons);
    resize(700, 460);
}

void StackLinkDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void StackLinkDialog::retranslate()
{
    setWindowTitle(tr("Link %1 to a folder").arg(m_stack));
    m_choose->setText(tr("Choose the &folder…"));
    m_write->setText(m_toml ? tr("Change ata&laya.toml…") : tr("&Write atalaya.toml…"));
    m_unlink->setText(tr("&Unlink"));
    m_cancel->setText(tr("Cancel"));
    m_link->setText(tr("Link"));
    m_link->setAccessibleName(m_link->text());
    m_findingsView->setAccessibleName(tr("What atalaya.toml says, and what is wrong with it"));
    m_now->setText(nowText());
    showFindings();
}

QString StackLinkDialog::nowText() const
{
    if (!m_linked.isEmpty())
        return tr("%1 is deployed with %2.").arg(m_stack, QDir::toNativeSeparators(m_linked));
    return tr("A stack is deployed from the folder of its project, as the atalaya.toml there says. "
              "%1 is not linked yet: it is only watched.")
        .arg(m_stack);
}

void StackLinkDialog::chooseFolder()
{
    m_parts.prompts.openFolder(this, tr("Folder of the project"), [this](const QString &folder) {
        if (!folder.isEmpty())
            showFolder(folder);
    });
}

void StackLinkDialog::showFolder(const QString &folder)
{
    m_banner->dismiss();
    m_folder = folder;
    m_toml.reset();
    QFile file(tomlPathIn(folder));
    if (!file.exists()) {
        m_banner->showMessage(Status::Warning,
            tr("There is no atalaya.toml in %1. It can be written here, question by question.")
                .arg(QDir::toNativeSeparators(folder)));
    } else if (!file.open(QIODevice::ReadOnly)) {
        m_banner->showMessage(
            Status::Failed, tr("%1 cannot be read: %2").arg(file.fileName(), file.errorString()));
    } else {
        m_toml = readAtalayaToml(file.read(largestToml));
    }
    retranslate();
}

void StackLinkDialog::showFindings()
{
    QList<TextRow> rows;
    const auto add = [&rows](const QString &id, const QString &text, Status status) {
        TextRow row;
        row.id = id;
        row.texts = {text};
        row.status = status;
        rows.append(row);
    };
    if (m_toml) {
        add(u"stack"_s, tr("Stack: %1").arg(m_toml->stack), Status::Succeeded);
        add(u"servers"_s,
            tr("Servers, in order: %1").arg(m_toml->servers.join(", "_L1)),
            Status::Succeeded);
        add(u"directory"_s,
            tr("Directory on the servers: %1").arg(m_toml->directory),
            Status::Succeeded);
        for (const ConfigFinding &finding : std::as_const(m_toml->findings)) {
            add(QString::number(rows.size()),
                tr("Line %1: %2").arg(finding.line).arg(findingText(finding)),
                statusOfFinding(finding.severity));
        }
    }
    m_findings->setRows(rows);
    m_findingsTitle->setText(m_toml
            ? tr("What %1 says:").arg(QDir::toNativeSeparators(tomlPathIn(m_folder)))
            : QString());
    m_findingsView->setEnabled(m_toml.has_value());
    m_warning->setText(warningText());
    m_warning->setVisible(!m_warning->text().isEmpty());
    // One with mistakes is mended where they are: the guide would lose what it cannot read.
    const bool isNew = !m_folder.isEmpty() && !QFile::exists(tomlPathIn(m_folder));
    m_write->setVisible(isNew || (m_toml && !hasErrors(m_toml->findings)));
    m_unlink->setVisible(!m_linked.isEmpty());
    m_link->setEnabled(m_toml && !m_toml->stack.isEmpty() && !hasErrors(m_toml->findings));
}

QString StackLinkDialog::warningText() const
{
    if (!m_toml)
        return {};
    const bool named = std::ranges::any_of(m_toml->servers, [this](const QString &name) {
        return name.compare(m_server.server.name, Qt::CaseInsensitive) == 0;
    });
    if (!named)
        return tr("This file does not name the server %1: a deploy would not go there.")
            .arg(m_server.server.name);
    if (!StackLinks::isProjectOf(*m_toml, m_stack))
        return tr("This file is about another stack: %1.").arg(m_toml->stack);
    return {};
}

void StackLinkDialog::write()
{
    AtalayaToml beginning;
    beginning.stack = m_stack.startsWith(u'/') ? QFileInfo(m_stack).fileName() : m_stack;
    beginning.servers = {m_server.server.name};
    beginning.production = m_server.server.production;
    const StackFacts *facts = m_server.stack(m_stack);
    beginning.directory =
        facts && !facts->folder.isEmpty() ? facts->folder : u"/srv/"_s + beginning.stack;
    auto *form = new StackFormDialog(m_folder, beginning, this);
    connect(form, &StackFormDialog::written, this, [this] { showFolder(m_folder); });
    form->open();
}

void StackLinkDialog::link()
{
    if (!m_toml)
        return;
    if (const auto before = StackLinks::of(m_parts.settings, m_stack))
        m_parts.settings.setProjectConfig(before->target.value, {});
    m_parts.settings.setProjectConfig(
        stackTarget(m_toml->stack).value, QFileInfo(tomlPathIn(m_folder)).absoluteFilePath());
    Q_EMIT linked();
    accept();
}

void StackLinkDialog::unlink()
{
    if (const auto before = StackLinks::of(m_parts.settings, m_stack))
        m_parts.settings.setProjectConfig(before->target.value, {});
    Q_EMIT linked();
    accept();
}
