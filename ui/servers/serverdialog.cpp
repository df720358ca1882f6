#include "ui/servers/serverdialog.h"

#include "fleet/serversservice.h"
#include "models/words.h"
#include "models/wordsservers.h"
#include "ui/servers/serverform.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/statusmark.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>

using namespace Qt::StringLiterals;

ServerDialog::ServerDialog(
    const Parts &parts, const std::optional<Server> &existing, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_isNew(!existing)
    , m_banner(new Banner(u"serverDialog.banner"_s))
    , m_form(new ServerForm(parts.aliases, parts.prompts))
    , m_mark(new StatusMark)
    , m_told(new QLabel)
    , m_words(new QPlainTextEdit)
    , m_check(new QPushButton)
    , m_cancel(new QPushButton)
    , m_save(new PrimaryButton)
{
    setObjectName(u"serverDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    if (existing)
        m_form->setServer(*existing);
    build();
    retranslate();
    connect(m_form, &ServerForm::edited, this, &ServerDialog::clearResult);
    connect(m_check, &QPushButton::clicked, this, &ServerDialog::check);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ServerDialog::save);
}

void ServerDialog::build()
{
    m_check->setObjectName(u"serverDialog.check"_s);
    m_cancel->setObjectName(u"serverDialog.cancel"_s);
    m_save->setObjectName(u"serverDialog.save"_s);
    m_save->setDefault(true);
    for (QPushButton *button : {m_check, m_cancel})
        button->setAutoDefault(false);
    auto *area = new QScrollArea;
    area->setWidget(m_form);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    area->viewport()->setAutoFillBackground(false);
    m_form->setAutoFillBackground(false);
    m_result = buildResult();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_check);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addWidget(m_banner);
    column->addWidget(area, 1);
    column->addWidget(m_result);
    column->addLayout(buttons);
    resize(640, 620);
}

QWidget *ServerDialog::buildResult()
{
    auto *part = new QWidget;
    m_told->setObjectName(u"serverDialog.result"_s);
    m_told->setWordWrap(true);
    m_told->setTextFormat(Qt::PlainText);
    m_told->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_words->setObjectName(u"serverDialog.words"_s);
    m_words->setReadOnly(true);
    m_words->setTabChangesFocus(true);
    m_words->setFont(Theme::monospaceFont(font()));
    m_words->setFixedHeight(QFontMetrics(m_words->font()).lineSpacing() * 3 + 14);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_mark, 0, Qt::AlignTop);
    row->addWidget(m_told, 1);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_words);
    part->hide();
    return part;
}

void ServerDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void ServerDialog::retranslate()
{
    setWindowTitle(m_isNew ? tr("Add a server") : tr("Edit the server"));
    m_check->setText(tr("&Try the connection"));
    m_cancel->setText(tr("Cancel"));
    m_save->setText(m_isNew ? tr("Add") : tr("Save"));
    m_save->setAccessibleName(m_save->text());
    m_words->setAccessibleName(tr("What ssh said"));
    if (m_checked)
        showChecked(*m_checked);
    updateButtons();
}

void ServerDialog::updateButtons()
{
    m_check->setEnabled(m_form->isReady() && !m_checking);
    m_save->setEnabled(m_form->isReady());
}

void ServerDialog::clearResult()
{
    ++m_round;
    m_checking = false;
    m_checked.reset();
    m_result->hide();
    m_banner->dismiss();
    updateButtons();
}

void ServerDialog::check()
{
    const Server server = m_form->server();
    clearResult();
    if (const std::optional<ServerProblem> problem = problemOf(server)) {
        m_banner->showMessage(Status::Warning, WordsServers::whatIsWrong(*problem));
        return m_form->focusProblem(*problem);
    }
    m_checking = true;
    m_checkedName = server.name;
    m_mark->setStatus(Status::Waiting);
    m_told->setText(tr("Connecting to %1…").arg(server.name));
    m_words->hide();
    m_result->show();
    updateButtons();
    deliver(m_parts.servers.check(server),
        this,
        [this, round = m_round](const Result<ServerFacts> &facts) {
            if (round != m_round)
                return;
            m_checking = false;
            updateButtons();
            showChecked(facts);
        });
}

void ServerDialog::showChecked(const Result<ServerFacts> &facts)
{
    m_checked = facts;
    FleetServer row;
    row.server.name = m_checkedName;
    row.loading = false;
    if (facts) {
        row.facts = *facts;
        const bool good = serverFleetState(row) == FleetState::Healthy;
        m_mark->setStatus(good ? Status::Succeeded : Status::Warning);
        const QStringList lines{tr("%1 is connected.").arg(m_checkedName),
            WordsServers::system(*facts),
            WordsServers::docker(*facts),
            WordsServers::compose(*facts)};
        m_told->setText(lines.join(u'\n'));
    } else {
        row.error = facts.error();
        m_mark->setStatus(Status::Failed);
        m_told->setText(WordsServers::trouble(row));
        m_words->setPlainText(facts.error().detail);
    }
    m_words->setVisible(!facts && !facts.error().detail.isEmpty());
    m_result->show();
}

void ServerDialog::save()
{
    const Server wanted = m_form->server();
    if (m_isNew) {
        const Result<Server> added = m_parts.servers.add(wanted);
        if (!added)
            return tell(added.error());
        Q_EMIT saved(*added);
    } else {
        if (const Result<void> changed = m_parts.servers.save(wanted); !changed)
            return tell(changed.error());
        Q_EMIT saved(wanted);
    }
    accept();
}

void ServerDialog::tell(const Error &error)
{
    const QString text = WordsServers::problem(error);
    m_banner->showMessage(Status::Failed, text.isEmpty() ? Words::error(error) : text);
    if (const std::optional<ServerProblem> problem = WordsServers::problemOf(error))
        m_form->focusProblem(*problem);
}
