#include "ui/deploy/questiondialog.h"

#include "models/wordsquestion.h"
#include "ui/widgets/primarybutton.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

QuestionDialog::QuestionDialog(const DeploymentState &state, QWidget *parent)
    : QDialog(parent)
    , m_state(state)
    , m_question(new QLabel)
    , m_go(new PrimaryButton)
    , m_close(new QPushButton)
{
    setObjectName(u"question"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    build();
    retranslate();
    connect(m_go, &QPushButton::clicked, this, &QuestionDialog::give);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
}

void QuestionDialog::build()
{
    m_question->setObjectName(u"question.text"_s);
    m_question->setWordWrap(true);
    m_question->setTextFormat(Qt::PlainText);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_question->setFont(strong);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(8);
    column->addWidget(m_question);
    const events::QuestionAsked *question = m_state.openQuestion();
    for (FailureAnswer answer : question ? question->answers : QList<FailureAnswer>()) {
        Choice choice{answer, new QRadioButton, new QLabel};
        choice.button->setObjectName(QString(u"question."_s + failureAnswerName(answer)));
        choice.button->setChecked(m_choices.isEmpty());
        choice.meaning->setWordWrap(true);
        choice.meaning->setTextFormat(Qt::PlainText);
        choice.meaning->setIndent(24);
        column->addSpacing(4);
        column->addWidget(choice.button);
        column->addWidget(choice.meaning);
        m_choices.append(choice);
    }
    m_go->setObjectName(u"question.go"_s);
    m_go->setDefault(true);
    m_close->setObjectName(u"question.close"_s);
    m_close->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_go);
    column->addStretch();
    column->addLayout(buttons);
}

void QuestionDialog::retranslate()
{
    setWindowTitle(tr("The deployment of %1 stopped half-way").arg(m_state.app.value));
    m_question->setText(Words::question(m_state));
    for (const Choice &choice : std::as_const(m_choices)) {
        choice.button->setText(Words::answer(choice.answer, m_state));
        const QString meaning = Words::answerMeans(choice.answer, m_state).join(QLatin1Char('\n'));
        choice.meaning->setText(meaning);
        choice.button->setAccessibleDescription(meaning);
    }
    m_go->setText(tr("Continue"));
    m_go->setAccessibleName(m_go->text());
    m_close->setText(tr("Decide later"));
    // Wrapped texts are as high as the width makes them; a layout alone lets them be cut.
    constexpr int width = 600;
    setMinimumSize(width, layout()->totalHeightForWidth(width));
    resize(minimumSize());
}

void QuestionDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void QuestionDialog::give()
{
    for (const Choice &choice : std::as_const(m_choices)) {
        if (!choice.button->isChecked())
            continue;
        Q_EMIT answered(choice.answer);
        return accept();
    }
}
