#include "ui/shell/topbar.h"

#include "ui/shell/actionregistry.h"
#include "ui/shell/budgetmeter.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/glyphs.h"
#include "ui/widgets/statusmark.h"
#include "ui/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

QToolButton *flatButton(const QString &name)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

TopBar::TopBar(ActionRegistry &actions, bool sandbox, QWidget *parent)
    : QFrame(parent)
    , m_actions(actions)
    , m_sandbox(sandbox)
    , m_menu(flatButton(u"menuButton"_s))
    , m_title(new QLabel)
    , m_field(new QLineEdit)
    , m_budget(new BudgetMeter)
    , m_accountMark(new StatusMark)
    , m_account(new ElidedLabel)
    , m_english(flatButton(u"language.enButton"_s))
    , m_spanish(flatButton(u"language.esButton"_s))
    , m_theme(flatButton(u"themeButton"_s))
{
    setObjectName(u"topBar"_s);
    build();
    retranslate();
}

void TopBar::build()
{
    m_menu->setIcon(glyphIcon(Glyph::Menu));
    auto *menu = new QMenu(m_menu);
    menu->setObjectName(u"menu"_s);
    menu->setToolTipsVisible(true);
    for (const QString &id : {u"fleet.refresh"_s,
             u"view.fleet"_s,
             u"view.deployments"_s,
             u"view.chart"_s,
             u"view.log"_s,
             u"view.activity"_s,
             u""_s,
             u"record.compare"_s,
             u"record.export"_s,
             u"record.open"_s,
             u""_s,
             u"target.link"_s,
             u"accounts.manage"_s,
             u"server.add"_s,
             u"network.choose"_s,
             u"profile.other"_s,
             u""_s,
             u"language.en"_s,
             u"language.es"_s,
             u""_s,
             u"theme.system"_s,
             u"theme.light"_s,
             u"theme.dark"_s,
             u"view.reducedMotion"_s,
             u""_s,
             u"app.quit"_s}) {
        if (id.isEmpty())
            menu->addSeparator();
        else if (QAction *action = m_actions.action(id))
            menu->addAction(action);
    }
    connect(m_menu, &QToolButton::clicked, menu, [this, menu] {
        menu->popup(m_menu->mapToGlobal(QPoint(0, m_menu->height())));
    });

    m_title->setText(u"Atalaya"_s); // a name
    m_title->setObjectName(u"title"_s);
    QFont strong = m_title->font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);

    m_field->setObjectName(u"commandField"_s);
    m_field->setClearButtonEnabled(true);
    m_field->setMinimumWidth(260);
    m_field->setMaximumWidth(560);
    m_field->addAction(glyphIcon(Glyph::Search), QLineEdit::LeadingPosition);

    m_budget->setObjectName(u"budget"_s);
    m_account->setObjectName(u"account"_s);

    m_english->setDefaultAction(m_actions.action(u"language.en"_s));
    m_english->setText(u"en"_s);
    m_spanish->setDefaultAction(m_actions.action(u"language.es"_s));
    m_spanish->setText(u"es"_s);
    // The action carries it: whatever changes at an action is taken over by its button.
    m_actions.action(u"theme.toggle"_s)->setIcon(glyphIcon(Glyph::Theme));
    m_theme->setDefaultAction(m_actions.action(u"theme.toggle"_s));
    m_theme->setToolButtonStyle(Qt::ToolButtonIconOnly);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8, 6, 8, 7);
    row->setSpacing(8);
    row->addWidget(m_menu);
    row->addWidget(m_title);
    row->addSpacing(16);
    row->addWidget(m_field, 3);
    row->addStretch(1);
    row->addWidget(m_budget);
    row->addSpacing(8);
    row->addWidget(m_accountMark);
    row->addWidget(m_account);
    row->addSpacing(8);
    row->addWidget(m_english);
    row->addWidget(m_spanish);
    row->addWidget(m_theme);
}

void TopBar::setSnapshot(const FleetSnapshot &snapshot)
{
    m_snapshot = snapshot;
    showAccount();
}

void TopBar::setBudget(const RateBudget::State &state)
{
    m_budget->setState(state);
}

void TopBar::hideBudget()
{
    m_budget->hide();
}

void TopBar::setLanguage(const QString &language)
{
    m_english->defaultAction()->setChecked(language == "en"_L1);
    m_spanish->defaultAction()->setChecked(language == "es"_L1);
    retranslate();
}

void TopBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void TopBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = Theme::of(palette());
    painter.fillRect(rect(), theme.window);
    painter.fillRect(0, height() - 1, width(), 1, theme.hairline);
}

void TopBar::retranslate()
{
    m_menu->setAccessibleName(tr("Menu"));
    m_menu->setToolTip(
        tr("Menu (%1)").arg(QKeySequence(Qt::Key_F10).toString(QKeySequence::NativeText)));
    m_field->setPlaceholderText(tr("Ctrl+K  search or run a command"));
    m_field->setAccessibleName(tr("Search or run a command"));
    m_field->setToolTip(tr("Search or run a command (Ctrl+K)"));
    // Their actions have long texts for the menu; the bar shows the code of the language.
    m_english->setText(u"en"_s);
    m_spanish->setText(u"es"_s);
    for (QToolButton *button : {m_english, m_spanish, m_theme}) {
        button->setAccessibleName(button->defaultAction()->text().remove(u'&'));
        button->setToolTip(button->defaultAction()->toolTip());
    }
    showAccount();
}

void TopBar::showAccount()
{
    Status status = Status::Succeeded;
    QString word;
    QString detail;
    for (const FleetAccount &account : m_snapshot.accounts) {
        word = m_sandbox ? tr("sandbox") : account.name;
        if (account.error) {
            status = Status::Warning;
            word = tr("%1: %2").arg(word, Words::accountError(*account.error));
            detail = Words::watchedError(*account.error);
            break;
        }
        if (account.loading)
            status = Status::Waiting;
    }
    if (m_snapshot.accounts.isEmpty()) {
        status = Status::Unknown;
        const int servers = int(m_snapshot.servers.size());
        word = m_sandbox ? tr("sandbox") : tr("no account");
        if (servers > 0) {
            const bool dead = std::ranges::any_of(m_snapshot.servers,
                [](const FleetServer &server) { return server.error.has_value(); });
            status = dead ? Status::Warning : Status::Succeeded;
            word = tr("%Ln server(s)", nullptr, servers);
        }
    } else if (m_snapshot.accounts.size() > 1 && status == Status::Succeeded) {
        word = tr("%Ln account(s)", nullptr, int(m_snapshot.accounts.size()));
    }
    m_accountMark->setStatus(status);
    m_account->setText(word);
    m_account->setHint(detail.isEmpty() ? tr("Account state: %1").arg(word) : detail);
    m_account->setAccessibleName(tr("Account state: %1").arg(word));
}
