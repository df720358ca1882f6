#include "ui/widgets/statepages.h"

#include "core/sanitise.h"
#include "ui/widgets/statusmark.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

StatePages::StatePages(const QString &name, QWidget *content, QWidget *parent)
    : QStackedWidget(parent)
    , m_content(content)
    , m_message(new QWidget)
    , m_mark(new StatusMark)
    , m_text(new QLabel)
    , m_hint(new QLabel)
    , m_retry(new QPushButton)
    , m_copy(new QPushButton)
{
    m_message->setObjectName(QString(name % ".message"_L1));
    m_text->setObjectName(QString(name % ".messageText"_L1));
    m_hint->setObjectName(QString(name % ".messageHint"_L1));
    m_retry->setObjectName(QString(name % ".retry"_L1));
    m_copy->setObjectName(QString(name % ".copyDetails"_L1));
    for (QLabel *label : {m_text, m_hint}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setAlignment(Qt::AlignHCenter);
    }
    m_hint->setForegroundRole(QPalette::PlaceholderText);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_retry);
    buttons->addWidget(m_copy);
    buttons->addStretch();
    auto *column = new QVBoxLayout(m_message);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    column->addStretch(1);
    column->addWidget(m_mark, 0, Qt::AlignHCenter);
    column->addWidget(m_text);
    column->addWidget(m_hint);
    column->addLayout(buttons);
    column->addStretch(2);

    addWidget(m_content);
    addWidget(m_message);
    setCurrentWidget(m_message);
    retranslate();
    connect(m_retry, &QPushButton::clicked, this, &StatePages::retryRequested);
    connect(m_copy, &QPushButton::clicked, this, &StatePages::copyDetails);
}

void StatePages::showLoading(const QString &text)
{
    m_mark->setStatus(Status::Waiting);
    showMessage(State::Loading, text, {});
}

void StatePages::showEmpty(const QString &text, const QString &hint)
{
    m_mark->setStatus(Status::Skipped);
    showMessage(State::Empty, text, hint);
}

void StatePages::showData()
{
    m_state = State::Data;
    setCurrentWidget(m_content);
}

void StatePages::showError(const Error &error, const QString &text)
{
    m_error = error;
    m_mark->setStatus(Status::Failed);
    showMessage(State::Error, text, {});
}

QString StatePages::sentence() const
{
    return m_state == State::Data ? QString() : m_text->text();
}

void StatePages::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QStackedWidget::changeEvent(event);
}

void StatePages::retranslate()
{
    m_retry->setText(tr("Try again"));
    m_copy->setText(tr("Copy details"));
}

void StatePages::showMessage(State state, const QString &text, const QString &hint)
{
    m_state = state;
    m_text->setText(text);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_mark->setVisible(state != State::Empty);
    m_retry->setVisible(state == State::Error);
    m_copy->setVisible(state == State::Error);
    setCurrentWidget(m_message);
}

void StatePages::copyDetails() const
{
    // Machine text: English, for whoever helps.
    QStringList lines{QString("error: "_L1 % errorKindName(m_error.kind)),
        QString("detail: "_L1 % m_error.detail)};
    if (m_error.httpStatus != 0)
        lines.append(QString("http-status: "_L1 % QString::number(m_error.httpStatus)));
    if (!m_error.requestId.isEmpty())
        lines.append(QString("request-id: "_L1 % m_error.requestId));
    QGuiApplication::clipboard()->setText(Redact::text(lines.join(u'\n')));
}
