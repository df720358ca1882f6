#include "ui/servers/sshquestiondialog.h"

#include "models/wordsservers.h"
#include "ui/widgets/primarybutton.h"
#include "ui/widgets/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

using Kind = SshQuestion::Kind;

SshQuestionDialog::SshQuestionDialog(const SshQuestion &question, QWidget *parent)
    : QDialog(parent)
    , m_question(question)
    , m_text(new QLabel)
    , m_keyLabel(new QLabel)
    , m_key(new QLabel)
    , m_quoteLabel(new QLabel)
    , m_quote(new QPlainTextEdit)
    , m_fieldLabel(new QLabel)
    , m_field(new QLineEdit)
    , m_show(new QCheckBox)
    , m_cancel(new QPushButton)
    , m_go(new PrimaryButton)
{
    setObjectName(u"sshQuestion"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    build();
    retranslate();
    connect(m_go, &QPushButton::clicked, this, &SshQuestionDialog::giveAnswer);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_show, &QCheckBox::toggled, this, [this](bool on) {
        m_field->setEchoMode(on ? QLineEdit::Normal : QLineEdit::Password);
    });
}

bool SshQuestionDialog::isTyped() const
{
    return !WordsServers::answerLabel(m_question.kind).isEmpty();
}

void SshQuestionDialog::build()
{
    m_text->setObjectName(u"sshQuestion.text"_s);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_text->setFont(strong);
    m_quote->setObjectName(u"sshQuestion.quote"_s);
    m_quote->setReadOnly(true);
    m_quote->setFont(Theme::monospaceFont(font()));
    m_quote->setPlainText(m_question.words.join(u'\n'));
    m_quote->setTabChangesFocus(true);
    const int lines = std::clamp(int(m_question.words.size()) * 2, 2, 8); // long ones wrap
    m_quote->setFixedHeight(lines * QFontMetrics(m_quote->font()).lineSpacing() + 16);
    m_quoteLabel->setBuddy(m_quote);
    m_cancel->setObjectName(u"sshQuestion.cancel"_s);
    m_go->setObjectName(u"sshQuestion.go"_s);
    m_go->setVisible(m_question.kind != Kind::Touch);
    // To trust takes more than a key that was meant for something else.
    const bool careful = m_question.kind == Kind::HostKey || m_question.kind == Kind::Confirm;
    m_go->setAutoDefault(!careful);
    m_go->setDefault(!careful);
    m_cancel->setAutoDefault(careful);
    m_cancel->setDefault(careful);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_go);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(8);
    column->addWidget(m_text);
    QWidget *hostKey = buildHostKey();
    hostKey->setVisible(m_question.kind == Kind::HostKey);
    column->addWidget(hostKey);
    QWidget *field = buildField();
    field->setVisible(isTyped());
    column->addWidget(field);
    const bool quotes = !m_question.words.isEmpty();
    m_quoteLabel->setVisible(quotes);
    m_quote->setVisible(quotes);
    column->addSpacing(4);
    column->addWidget(m_quoteLabel);
    column->addWidget(m_quote);
    column->addSpacing(8);
    column->addStretch();
    column->addLayout(buttons);
    setMinimumWidth(560);
    (isTyped() ? static_cast<QWidget *>(m_field) : m_cancel)->setFocus(Qt::OtherFocusReason);
}

QWidget *SshQuestionDialog::buildHostKey()
{
    auto *part = new QWidget;
    m_key->setObjectName(u"sshQuestion.fingerprint"_s);
    m_key->setFont(Theme::monospaceFont(font()));
    m_key->setTextFormat(Qt::PlainText);
    m_key->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_key->setText(m_question.fingerprint);
    m_keyLabel->setBuddy(m_key);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(4);
    column->addWidget(m_keyLabel);
    column->addWidget(m_key);
    return part;
}

QWidget *SshQuestionDialog::buildField()
{
    auto *part = new QWidget;
    m_field->setObjectName(u"sshQuestion.field"_s);
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setMaxLength(4096);
    m_show->setObjectName(u"sshQuestion.show"_s);
    m_fieldLabel->setBuddy(m_field);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 4, 0, 4);
    column->setSpacing(4);
    column->addWidget(m_fieldLabel);
    column->addWidget(m_field);
    column->addWidget(m_show);
    return part;
}

void SshQuestionDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

QString SshQuestionDialog::goText() const
{
    switch (m_question.kind) {
    case Kind::HostKey:
        return tr("It is: &trust it");
    case Kind::Confirm:
        return tr("&Yes");
    default:
        return tr("Continue");
    }
}

void SshQuestionDialog::retranslate()
{
    setWindowTitle(tr("Connect to %1").arg(m_question.server));
    m_text->setText(WordsServers::question(m_question));
    m_keyLabel->setText(tr("Fingerprint of its %1 key:").arg(m_question.keyType));
    m_key->setAccessibleName(tr("Fingerprint"));
    m_quoteLabel->setText(tr("In the words of ssh and of %1:").arg(m_question.server));
    m_quote->setAccessibleName(m_quoteLabel->text());
    m_fieldLabel->setText(WordsServers::answerLabel(m_question.kind) + u':');
    m_field->setAccessibleName(WordsServers::answerLabel(m_question.kind));
    m_show->setText(tr("&Show what is typed"));
    m_cancel->setText(m_question.kind == Kind::HostKey ? tr("Do &not connect")
            : m_question.kind == Kind::Confirm         ? tr("&No")
                                                       : tr("Cancel"));
    m_go->setText(goText());
    m_go->setAccessibleName(goText().remove(u'&'));
}

void SshQuestionDialog::giveAnswer()
{
    Q_EMIT answered(Secret(isTyped() ? m_field->text().toUtf8() : QByteArrayLiteral("yes")));
    m_field->clear();
    accept();
}
