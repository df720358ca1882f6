#include "ui/servers/trustdialog.h"

#include "models/rowsmodel.h"
#include "models/wordsstack.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/quiettreeview.h"
#include "ui/widgets/statuscolumndelegate.h"

#include <QDir>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {
QList<TextRow> commandRows(const QList<StackCommand> &commands)
{
    QList<TextRow> rows;
    for (const StackCommand &command : commands) {
        TextRow row;
        row.id = command.place;
        row.texts = {command.place, command.text};
        row.status = Status::Unknown;
        rows.append(row);
    }
    return rows;
}

QList<TextRow> changeRows(const QList<StackCommandChange> &changes)
{
    QList<TextRow> rows;
    for (const StackCommandChange &change : changes) {
        TextRow row;
        row.id = change.place;
        row.texts = {change.place, Words::commandChange(change)};
        row.status = Status::Warning;
        rows.append(row);
    }
    return rows;
}

QLabel *trustText(const QString &name)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}
} // namespace

TrustDialog::TrustDialog(const Project &project, const TrustState &state, QWidget *parent)
    : QDialog(parent)
    , m_project(project)
    , m_state(state)
    , m_sentence(trustText(u"trust.sentence"_s))
    , m_file(trustText(u"trust.file"_s))
    , m_changesTitle(trustText(u"trust.changesTitle"_s))
    , m_changes(new RowsModel(this))
    , m_changesView(table(u"trust.changes"_s, m_changes))
    , m_commandsTitle(trustText(u"trust.commandsTitle"_s))
    , m_commands(new RowsModel(this))
    , m_commandsView(table(u"trust.commands"_s, m_commands))
    , m_remark(trustText(u"trust.remark"_s))
    , m_cancel(new QPushButton)
    , m_trust(new PrimaryButton)
{
    setObjectName(u"trust"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    build();
    retranslate();
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_trust, &QPushButton::clicked, this, [this] {
        Q_EMIT trusted();
        accept();
    });
}

QTreeView *TrustDialog::table(const QString &name, RowsModel *model) const
{
    auto *view = new QuietTreeView;
    view->setObjectName(name);
    view->setModel(model);
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setAllColumnsShowFocus(true);
    view->setTabKeyNavigation(false);
    auto *delegate = new StatusColumnDelegate(-1, view);
    delegate->setIdColumn(1); // what is typed looks like it
    view->setItemDelegate(delegate);
    view->header()->setStretchLastSection(false);
    return view;
}

void TrustDialog::build()
{
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_sentence->setFont(strong);
    for (QLabel *title : {m_changesTitle, m_commandsTitle})
        title->setFont(strong);
    m_file->setForegroundRole(QPalette::PlaceholderText);
    m_file->setText(QDir::toNativeSeparators(m_project.tomlPath));
    m_file->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_changesTitle->setBuddy(m_changesView);
    m_commandsTitle->setBuddy(m_commandsView);
    m_cancel->setObjectName(u"trust.cancel"_s);
    m_cancel->setDefault(true);
    m_trust->setObjectName(u"trust.trust"_s);
    m_trust->setAutoDefault(false);
    m_commandsView->setVisible(!m_project.commands.isEmpty());
    m_changesTitle->setVisible(!m_state.changes.isEmpty() && m_state.trustedAt.isValid());
    m_changesView->setVisible(!m_state.changes.isEmpty() && m_state.trustedAt.isValid());

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_trust);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(8);
    column->addWidget(m_sentence);
    column->addWidget(m_file);
    column->addSpacing(4);
    column->addWidget(m_changesTitle);
    column->addWidget(m_changesView, 1);
    column->addWidget(m_commandsTitle);
    column->addWidget(m_commandsView, 2);
    column->addWidget(m_remark);
    column->addLayout(buttons);
    resize(820, 560);
    m_cancel->setFocus(Qt::OtherFocusReason);
}

void TrustDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void TrustDialog::retranslate()
{
    setWindowTitle(tr("What %1 runs on your servers").arg(m_project.stack));
    m_sentence->setText(Words::trust(m_state));
    m_changesTitle->setText(tr("What is different:"));
    m_commandsTitle->setText(m_project.commands.isEmpty()
            ? tr("It runs no command of its own: only docker compose, with its files.")
            : tr("All that it runs:"));
    m_changesView->setAccessibleName(tr("Commands that are different"));
    m_commandsView->setAccessibleName(tr("Commands of the project"));
    m_changes->setHeaders({tr("Place"), tr("Change", "a difference")});
    m_commands->setHeaders({tr("Place"), tr("Command")});
    m_changes->setRows(changeRows(m_state.changes));
    m_commands->setRows(commandRows(m_project.commands));
    // Nothing of a command is cut away: it scrolls.
    for (QTreeView *view : {m_changesView, m_commandsView})
        view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_remark->setText(tr("They run on your servers as the user that ssh connects as. Whenever one "
                         "of them changes, this is asked again."));
    m_cancel->setText(tr("Cancel"));
    m_trust->setText(tr("&Trust them"));
    m_trust->setAccessibleName(tr("Trust them"));
}
