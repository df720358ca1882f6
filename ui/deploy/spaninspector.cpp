#include "ui/deploy/spaninspector.h"

#include "models/format.h"
#include "models/inspectordetails.h"
#include "ui/deploy/copymenu.h"
#include "ui/widgets/statusshapes.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStringBuilder>
#include <QToolButton>
#include <QVBoxLayout>

namespace {

constexpr int logLines = 8;
constexpr int shownNotes = 5;
constexpr int shownRequests = 4;
constexpr int shownOfId = 14;
constexpr int iconSize = 16;

QLabel *makeText(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText); // what machines said is never markup
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

struct SpanInspector::Private
{
    explicit Private(SpanInspector *inspector);
    void retranslate();
    void refresh();
    void showRequests(const QList<InspectorDetails::Request> &requests);
    [[nodiscard]] QToolButton *curlButton(const InspectorDetails::Request &request) const;
    void showLog();
    void show(QLabel *value, const QString &text);
    [[nodiscard]] const SpanState *current() const { return state.span(span); }

    SpanInspector *q;
    DeploymentState state;
    SpanId span;
    QDateTime now;
    QList<LogLine> log;
    QList<InspectorDetails::Request> requestsShown;

    QLabel *shape;
    QLabel *title;
    QLabel *outcome;
    QLabel *hint;
    QWidget *body;
    QScrollArea *scroll;
    QFormLayout *form;
    QLabel *when;
    QLabel *duration;
    QLabel *partOf;
    QLabel *notes;
    QLabel *error;
    QWidget *requests;
    QPlainTextEdit *lines;
    QToolButton *showInLog;
};

SpanInspector::Private::Private(SpanInspector *inspector)
    : q(inspector)
    , shape(new QLabel(q))
    , title(makeText(QStringLiteral("inspectorTitle"), q))
    , outcome(makeText(QStringLiteral("inspectorOutcome"), q))
    , hint(makeText(QStringLiteral("inspectorHint"), q))
    , body(new QWidget(q))
    , scroll(new QScrollArea(q))
    , form(new QFormLayout)
    , when(makeText(QStringLiteral("inspectorWhen"), q))
    , duration(makeText(QStringLiteral("inspectorDuration"), q))
    , partOf(makeText(QStringLiteral("inspectorPartOf"), q))
    , notes(makeText(QStringLiteral("inspectorNotes"), q))
    , error(makeText(QStringLiteral("inspectorError"), q))
    , requests(new QWidget(q))
    , lines(new QPlainTextEdit(q))
    , showInLog(new QToolButton(q))
{
    shape->setFixedSize(iconSize, iconSize);
    requests->setLayout(new QVBoxLayout);
    requests->layout()->setContentsMargins(0, 0, 0, 0);
    requests->layout()->setSpacing(0);
    lines->setObjectName(QStringLiteral("inspectorLog"));
    lines->setReadOnly(true);
    lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    lines->setTabChangesFocus(true);
    showInLog->setObjectName(QStringLiteral("inspectorShowInLog"));
    showInLog->setAutoRaise(true);
    showInLog->setToolButtonStyle(Qt::ToolButtonTextOnly);
}

SpanInspector::SpanInspector(QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(this))
{
    setObjectName(QStringLiteral("spanInspector"));
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(d->shape);
    head->addWidget(d->title, 1);
    head->addWidget(d->outcome);
    d->outcome->setWordWrap(false);

    d->form->setContentsMargins(0, 0, 0, 0);
    d->form->setHorizontalSpacing(16);
    d->form->setVerticalSpacing(4);
    d->form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    d->form->setFormAlignment(Qt::AlignLeft | Qt::AlignTop);
    d->form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (QWidget *field : std::initializer_list<QWidget *>{
             d->partOf, d->when, d->duration, d->notes, d->error, d->requests}) {
        auto *label = new QLabel(this);
        label->setForegroundRole(QPalette::PlaceholderText);
        d->form->addRow(label, field);
    }
    auto *inside = new QVBoxLayout(d->body);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(8);
    inside->addLayout(d->form);
    inside->addWidget(d->lines);
    inside->addWidget(d->showInLog, 0, Qt::AlignLeft);
    inside->addStretch(1);

    d->scroll->setWidget(d->body);
    d->scroll->setWidgetResizable(true);
    d->scroll->setFrameShape(QFrame::NoFrame);
    d->scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    d->scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(d->hint);
    layout->addWidget(d->scroll, 1);
    layout->addStretch();
    d->retranslate();
    d->refresh();

    connect(d->showInLog, &QToolButton::clicked, this, [this] {
        if (const SpanState *span = d->current())
            emit logRequested(span->lane, span->startedAt, span->endedAt);
    });
}

SpanInspector::~SpanInspector() = default;

void SpanInspector::Private::retranslate()
{
    const QStringList labels{SpanInspector::tr("Part of"),
        SpanInspector::tr("When"),
        SpanInspector::tr("Duration"),
        SpanInspector::tr("Told"),
        SpanInspector::tr("Error"),
        SpanInspector::tr("Requests")};
    for (int i = 0; i < labels.size(); ++i) {
        auto *label = qobject_cast<QLabel *>(form->itemAt(i, QFormLayout::LabelRole)->widget());
        label->setText(labels.at(i));
    }
    hint->setText(SpanInspector::tr(
        "Select a step to see when it ran, what it waited for and what it told."));
    showInLog->setText(SpanInspector::tr("Show in the log"));
    lines->setAccessibleName(SpanInspector::tr("Log lines of this step"));
    q->setAccessibleName(SpanInspector::tr("Details of the step"));
}

void SpanInspector::Private::show(QLabel *value, const QString &text)
{
    value->setText(text);
    form->setRowVisible(value, !text.isEmpty());
}

void SpanInspector::Private::refresh()
{
    const SpanState *what = current();
    hint->setVisible(!what);
    body->setVisible(what);
    scroll->setVisible(what);
    shape->setVisible(what);
    outcome->setVisible(what);
    title->setVisible(what);
    if (!what)
        return;
    const Theme &theme = Theme::of(q->palette());
    const InspectorDetails details = InspectorDetails::of(state, *what, now);
    shape->setPixmap(StatusShapes::icon(details.status, theme)
                         .pixmap(QSize(iconSize, iconSize), q->devicePixelRatioF()));
    QFont strong(q->font());
    strong.setWeight(QFont::DemiBold);
    title->setFont(strong);
    title->setText(details.title);
    outcome->setText(details.outcome);
    show(partOf, details.subtitle);
    show(when, details.when);
    when->setToolTip(details.whenUtc);
    show(duration,
        details.usual.isEmpty() ? details.duration
                                : SpanInspector::tr("%1, %2", "duration, the usual one")
                                      .arg(details.duration, details.usual));
    QPalette colors = q->palette();
    if (details.slow)
        colors.setColor(QPalette::WindowText, theme.status(Status::Warning));
    duration->setPalette(colors);
    show(notes, details.notes.mid(0, shownNotes).join(QLatin1Char('\n')));
    colors = q->palette();
    colors.setColor(QPalette::WindowText, theme.status(Status::Failed));
    error->setPalette(colors);
    show(error, details.error);
    error->setToolTip(details.errorDetail);
    if (details.requests != requestsShown)
        showRequests(details.requests);
    form->setRowVisible(requests, !details.requests.isEmpty());
    showLog();
}

void SpanInspector::Private::showRequests(const QList<InspectorDetails::Request> &all)
{
    requestsShown = all;
    while (QLayoutItem *item = requests->layout()->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const InspectorDetails::Request &request : all.mid(0, shownRequests)) {
        auto *line = new QWidget(requests);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(4);
        auto *button = new QToolButton(line);
        button->setObjectName(QStringLiteral("inspectorRequest"));
        button->setAutoRaise(true);
        button->setFont(Theme::monospaceFont(q->font()));
        // Whole it would push its neighbour out of the panel. The tooltip has all of it.
        button->setText(request.id.size() > shownOfId + 1
                ? QString(QStringView(request.id).left(shownOfId) % QChar(0x2026))
                : request.id);
        QString tip = request.what;
        tip += QLatin1Char('\n');
        tip += request.id;
        tip += QLatin1Char('\n');
        tip += SpanInspector::tr("Click to copy the request id.");
        button->setToolTip(tip);
        button->setAccessibleName(SpanInspector::tr("Copy request id %1").arg(request.id));
        QObject::connect(button, &QToolButton::clicked, button, [id = request.id] {
            QGuiApplication::clipboard()->setText(id);
        });
        row->addWidget(button);
        row->addWidget(curlButton(request));
        row->addStretch(1);
        requests->layout()->addWidget(line);
    }
}

QToolButton *SpanInspector::Private::curlButton(const InspectorDetails::Request &request) const
{
    PlatformAction action;
    action.what = PlatformAction::What::Request;
    action.method = request.method;
    action.path = request.path;
    auto *button = new QToolButton(requests);
    button->setObjectName(QStringLiteral("inspectorCurl"));
    button->setAutoRaise(true);
    button->setText(QStringLiteral("curl"));
    const PlatformCommands commands = PlatformCommands::of(action);
    QString tip = SpanInspector::tr("Click to copy the request as a command of curl.");
    if (commands.curlRemark != PlatformCommands::Remark::None)
        tip += QLatin1Char('\n') + PlatformCommands::text(commands.curlRemark);
    button->setToolTip(tip);
    button->setAccessibleName(SpanInspector::tr("Copy request %1 as curl").arg(request.id));
    QObject::connect(button, &QToolButton::clicked, button, [command = commands.curl] {
        QGuiApplication::clipboard()->setText(command);
    });
    return button;
}

void SpanInspector::Private::showLog()
{
    const SpanState *what = current();
    const QList<LogLine> own =
        what ? InspectorDetails::logOf(log, *what, logLines) : QList<LogLine>();
    QStringList text;
    for (const LogLine &line : own)
        text.append(QStringLiteral("%1  %2").arg(Format::time(line.at), line.text));
    lines->setVisible(!text.isEmpty());
    showInLog->setVisible(!text.isEmpty());
    const QString joined = text.join(QLatin1Char('\n'));
    if (joined == lines->toPlainText())
        return;
    lines->setFont(Theme::monospaceFont(q->font()));
    lines->setPlainText(joined);
    const int height = QFontMetrics(lines->font()).lineSpacing() * static_cast<int>(text.size());
    lines->setFixedHeight(height + 2 * static_cast<int>(lines->document()->documentMargin()) + 20);
}

void SpanInspector::setSpan(const DeploymentState &state, SpanId span)
{
    d->state = state;
    d->span = span;
    d->refresh();
}

SpanId SpanInspector::span() const
{
    return d->span;
}

void SpanInspector::setLog(const QList<LogLine> &lines)
{
    d->log = lines;
    d->showLog();
}

void SpanInspector::setNow(const QDateTime &now)
{
    const bool sameSecond = d->now.toSecsSinceEpoch() == now.toSecsSinceEpoch() && d->now.isValid();
    d->now = now;
    const SpanState *span = d->current();
    if (span && span->outcome == Outcome::Running && !sameSecond)
        d->refresh();
}

void SpanInspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    switch (event->type()) {
    case QEvent::LanguageChange:
        d->retranslate();
        d->refresh();
        break;
    case QEvent::PaletteChange:
    case QEvent::FontChange:
        d->refresh();
        break;
    default:
        break;
    }
}

void SpanInspector::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}
