#include "ui/accounts/tokensourcepage.h"

#include "models/wordsaccounts.h"

#include <QButtonGroup>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

TokenSourcePage::TokenSourcePage(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_browser(new QRadioButton)
    , m_paste(new QRadioButton)
    , m_token(new QLineEdit)
    , m_foundColumn(new QVBoxLayout)
{
    m_browser->setObjectName(u"connect.browser"_s);
    m_paste->setObjectName(u"connect.paste"_s);
    m_token->setObjectName(u"connect.token"_s);
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setMaxLength(65'536);
    m_group->addButton(m_browser);
    m_group->addButton(m_paste);
    m_browser->setChecked(true);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_browser);
    m_browserHint = addHint(column);
    column->addSpacing(12);
    column->addWidget(m_paste);
    auto *field = new QHBoxLayout;
    field->setContentsMargins(24, 0, 0, 0);
    field->addWidget(m_token);
    column->addLayout(field);
    m_pasteHint = addHint(column);
    m_pasteHint->setObjectName(u"connect.pasteHint"_s);
    m_pasteHint->setTextInteractionFlags(Qt::TextSelectableByMouse); // it has commands
    column->addSpacing(12);
    column->addLayout(m_foundColumn);
    m_foundHint = addHint(column);
    column->addStretch();

    retranslate();
    connect(m_group, &QButtonGroup::buttonToggled, this, &TokenSourcePage::readyChanged);
    connect(m_token, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (!text.isEmpty())
            m_paste->setChecked(true);
        Q_EMIT readyChanged();
    });
    connect(m_paste, &QRadioButton::toggled, this, [this](bool on) {
        if (on)
            m_token->setFocus(Qt::OtherFocusReason);
    });
}

QLabel *TokenSourcePage::addHint(QVBoxLayout *column)
{
    auto *hint = new QLabel;
    hint->setWordWrap(true);
    hint->setTextFormat(Qt::PlainText);
    hint->setIndent(24);
    hint->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(hint);
    return hint;
}

void TokenSourcePage::setFound(const QList<FoundToken> &found)
{
    qDeleteAll(m_foundButtons);
    qDeleteAll(m_foundDetails);
    m_foundButtons.clear();
    m_foundDetails.clear();
    m_found = found;
    for (int i = 0; i < int(found.size()); ++i) {
        auto *button = new QRadioButton;
        button->setObjectName(u"connect.found%1"_s.arg(i));
        m_group->addButton(button);
        m_foundColumn->addWidget(button);
        m_foundButtons.append(button);
        m_foundDetails.append(addHint(m_foundColumn));
    }
    m_foundHint->setVisible(!found.isEmpty());
    retranslate();
}

TokenSourcePage::Source TokenSourcePage::source() const
{
    if (m_browser->isChecked())
        return Source::Browser;
    return m_paste->isChecked() ? Source::Pasted : Source::Found;
}

QByteArray TokenSourcePage::pasted() const
{
    return m_token->text().toUtf8();
}

FoundToken TokenSourcePage::chosen() const
{
    for (int i = 0; i < int(m_foundButtons.size()); ++i) {
        if (m_foundButtons.at(i)->isChecked())
            return m_found.at(i);
    }
    return {};
}

bool TokenSourcePage::isReady() const
{
    return source() != Source::Pasted || !m_token->text().trimmed().isEmpty();
}

void TokenSourcePage::forget()
{
    m_token->clear();
}

void TokenSourcePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void TokenSourcePage::retranslate()
{
    m_browser->setText(tr("Log in with the &browser"));
    m_browserHint->setText(
        tr("A page of Fly.io opens. The token that it gives may do everything that you may do."));
    m_paste->setText(tr("&Paste a token"));
    m_token->setPlaceholderText(tr("FlyV1 fm2_…"));
    m_token->setAccessibleName(tr("Token of Fly.io"));
    m_pasteHint->setText(
        tr("One with limits is made by “%1” for an organisation, or “%2” for one app.")
            .arg(u"fly tokens create org"_s, u"fly tokens create deploy"_s));
    for (int i = 0; i < int(m_foundButtons.size()); ++i) {
        const FoundToken &found = m_found.at(i);
        m_foundButtons.at(i)->setText(found.place == TokenPlace::Environment
                ? tr("The one in the variable %1").arg(found.foundAt)
                : tr("The one that flyctl uses"));
        m_foundDetails.at(i)->setText(WordsAccounts::found(found));
    }
    m_foundHint->setText(tr("A token that another program has on this computer is read each time "
                            "it is needed, and is not copied."));
}
