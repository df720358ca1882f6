#include "ui/deploy/deploymentspanel.h"

#include "models/deploymentsmodel.h"
#include "models/format.h"
#include "models/words.h"
#include "ui/deploy/copymenu.h"
#include "ui/deploy/deploymentsdelegate.h"
#include "ui/deploy/ganttview.h"
#include "ui/deploy/outcomestrip.h"
#include "ui/deploy/spaninspector.h"
#include "ui/deploy/spantable.h"
#include "ui/logs/logpane.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/glyphs.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/statepages.h"

#include <QEvent>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QToolButton *chartButton(const QString &name, Glyph glyph)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setIcon(glyphIcon(glyph));
    return button;
}

} // namespace

DeploymentsPanel::DeploymentsPanel(const Catalogue &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_model(new DeploymentsModel(this))
    , m_now(QDateTime::currentDateTimeUtc())
    , m_list(new QListView)
    , m_columns(new QSplitter(Qt::Horizontal))
    , m_rows(new QSplitter(Qt::Vertical))
    , m_chartRow(new QSplitter(Qt::Horizontal))
    , m_title(new ElidedLabel)
    , m_fit(chartButton(u"chart.fit"_s, Glyph::Fit))
    , m_table(chartButton(u"chart.table"_s, Glyph::Table))
    , m_export(chartButton(u"chart.export"_s, Glyph::Export))
    , m_exportMenu(new QMenu(this))
    , m_views(new QStackedWidget)
    , m_gantt(new GanttView)
    , m_spans(new SpanTable)
    , m_inspector(new SpanInspector)
    , m_outcome(new OutcomeStrip(catalogue))
    , m_log(new LogPane)
{
    build();
    retranslate();
    connectParts();
}

void DeploymentsPanel::build()
{
    setObjectName(u"deployments"_s);
    m_list->setObjectName(u"deployments.list"_s);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new DeploymentsDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    m_listPages = new StatePages(u"deployments"_s, m_list);
    m_listPages->setMinimumWidth(190);
    m_chartRow->setObjectName(u"deployments.chartRow"_s);
    m_rows->setObjectName(u"deployments.rows"_s);
    m_columns->setObjectName(u"deployments.columns"_s);

    auto *lower = new QWidget;
    auto *lowerColumn = new QVBoxLayout(lower);
    lowerColumn->setContentsMargins(0, 0, 0, 0);
    lowerColumn->setSpacing(0);
    lowerColumn->addWidget(m_outcome);
    lowerColumn->addWidget(m_log, 1);
    m_rows->addWidget(buildChart());
    m_rows->addWidget(lower);
    m_rows->setStretchFactor(0, 1);
    m_rows->setStretchFactor(1, 1);
    m_rows->setSizes({330, 310});
    m_rows->setChildrenCollapsible(false);
    m_pages = new StatePages(u"deployment"_s, m_rows);
    m_columns->addWidget(m_listPages);
    m_columns->addWidget(m_pages);
    m_columns->setStretchFactor(0, 0);
    m_columns->setStretchFactor(1, 1);
    m_columns->setSizes({248, 768});
    m_columns->setChildrenCollapsible(false);
    for (QSplitter *splitter : {m_columns, m_rows, m_chartRow})
        splitter->setHandleWidth(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_columns);
}

QWidget *DeploymentsPanel::buildChart()
{
    m_title->setObjectName(u"deployment.title"_s);
    m_table->setCheckable(true);
    m_exportMenu->setObjectName(u"chart.exportMenu"_s);
    m_export->setMenu(m_exportMenu);
    m_export->setPopupMode(QToolButton::InstantPopup);
    m_gantt->setObjectName(u"chart"_s);
    m_spans->setObjectName(u"chart.spans"_s);
    m_inspector->setObjectName(u"inspector"_s);
    m_inspector->hide();
    m_views->addWidget(m_gantt);
    m_views->addWidget(m_spans);
    m_chartRow->addWidget(m_views);
    m_chartRow->addWidget(m_inspector);
    m_chartRow->setStretchFactor(0, 1);
    m_chartRow->setStretchFactor(1, 0);
    m_chartRow->setSizes({560, 280});

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(16, 4, 8, 4);
    tools->setSpacing(4);
    tools->addWidget(m_title, 1);
    tools->addWidget(m_fit);
    tools->addWidget(m_table);
    tools->addWidget(m_export);
    auto *area = new QWidget;
    auto *column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tools);
    column->addWidget(m_chartRow, 1);
    return area;
}

void DeploymentsPanel::connectParts()
{
    connect(m_list->selectionModel(),
        &QItemSelectionModel::currentChanged,
        this,
        [this](const QModelIndex &now) {
            const DeploymentId id(now.data(Roles::Id).toString());
            if (!id.isEmpty() && id != m_shown)
                Q_EMIT deploymentChosen(id);
        });
    connect(m_listPages, &StatePages::retryRequested, this, &DeploymentsPanel::reloadRequested);
    connect(m_pages, &StatePages::retryRequested, this, &DeploymentsPanel::reloadRequested);
    connect(m_log, &LogPane::retryRequested, this, &DeploymentsPanel::reloadRequested);
    connect(m_gantt, &GanttView::selectedSpanChanged, this, &DeploymentsPanel::selectSpan);
    connect(m_gantt, &GanttView::spanActivated, this, &DeploymentsPanel::openInspector);
    connect(m_gantt, &GanttView::tableRequested, this, [this] { showTable(true); });
    connect(m_spans, &SpanTable::selectedSpanChanged, this, &DeploymentsPanel::selectSpan);
    connect(m_spans, &SpanTable::spanActivated, this, &DeploymentsPanel::openInspector);
    connect(m_spans, &SpanTable::chartRequested, this, [this] { showTable(false); });
    connect(m_inspector, &SpanInspector::closed, this, [this] {
        m_inspector->hide();
        focusChart();
    });
    connect(m_inspector,
        &SpanInspector::logRequested,
        this,
        [this](const QString &lane, const QDateTime &from) { m_log->showLane(lane, from); });
    connect(m_fit, &QToolButton::clicked, this, &DeploymentsPanel::fitChart);
    connect(m_table, &QToolButton::clicked, this, &DeploymentsPanel::showTable);
    connect(m_list, &QListView::customContextMenuRequested, this, &DeploymentsPanel::openRowMenu);
    connect(m_outcome, &OutcomeStrip::retryRequested, this, &DeploymentsPanel::retryRequested);
    connect(m_outcome, &OutcomeStrip::resumeRequested, this, &DeploymentsPanel::resumeRequested);
    connect(
        m_outcome, &OutcomeStrip::rollBackRequested, this, &DeploymentsPanel::rollBackRequested);
    connect(m_outcome, &OutcomeStrip::cancelRequested, this, &DeploymentsPanel::cancelRequested);
    connect(m_outcome, &OutcomeStrip::decideRequested, this, &DeploymentsPanel::decideRequested);
    connect(m_outcome, &OutcomeStrip::evidenceRequested, this, &DeploymentsPanel::showEvidence);
}

void DeploymentsPanel::setHistoryLoading()
{
    m_model->clear();
    m_shown = {};
    m_state = {};
    m_historyLoading = true;
    m_stateLoading = false;
    m_historyError.reset();
    m_stateError.reset();
    m_inspector->hide();
    showHistoryState();
}

void DeploymentsPanel::setHistory(const QList<DeploymentSummary> &history)
{
    m_historyLoading = false;
    m_historyError.reset();
    m_model->setRows(history);
    setShown(m_shown);
    showHistoryState();
    showOutcome();
}

void DeploymentsPanel::setHistoryError(const Error &error)
{
    m_historyLoading = false;
    m_historyError = error;
    showHistoryState();
}

void DeploymentsPanel::setShown(const DeploymentId &id)
{
    m_shown = id;
    const int row = m_model->rowOf(id);
    if (row >= 0 && m_list->currentIndex().row() != row)
        m_list->setCurrentIndex(m_model->index(row, 0));
}

void DeploymentsPanel::setStateLoading()
{
    m_stateLoading = true;
    m_stateError.reset();
    m_logLines.clear();
    m_log->showLoading();
    showHistoryState();
}

void DeploymentsPanel::setState(const DeploymentState &state)
{
    m_stateLoading = false;
    m_stateError.reset();
    m_state = state;
    m_gantt->setState(state);
    m_spans->setState(state);
    m_inspector->setSpan(state, m_gantt->selectedSpan());
    showHistoryState();
    showOutcome();
}

void DeploymentsPanel::setStateError(const Error &error)
{
    m_stateLoading = false;
    m_stateError = error;
    showHistoryState();
}

void DeploymentsPanel::applyEvents(const QList<DeployEvent> &events, const DeploymentState &state)
{
    const bool begins = state.attempts.size() > m_state.attempts.size();
    m_state = state;
    m_gantt->applyEvents(events);
    if (begins) { // zoom and inspector were about an earlier attempt
        m_gantt->fit();
        m_inspector->hide();
    }
    if (showsTable())
        m_spans->setState(state);
    if (!m_inspector->isHidden())
        m_inspector->setSpan(state, m_inspector->span());
    showOutcome();
}

void DeploymentsPanel::setLog(const QList<LogLine> &lines)
{
    m_logLines = lines;
    m_log->setLines(lines);
    m_inspector->setLog(lines);
}

void DeploymentsPanel::appendLog(const QList<LogLine> &lines)
{
    m_logLines.append(lines);
    m_log->append(lines);
    if (!m_inspector->isHidden())
        m_inspector->setLog(m_logLines);
}

void DeploymentsPanel::setNow(const QDateTime &now)
{
    m_now = now;
    m_model->setNow(now);
    m_outcome->setNow(now);
    if (showsTable())
        m_spans->setNow(now);
    if (!m_inspector->isHidden())
        m_inspector->setNow(now);
}

void DeploymentsPanel::setTimeSource(std::function<QDateTime()> now)
{
    m_gantt->setTimeSource(std::move(now));
}

void DeploymentsPanel::setReducedMotion(bool reduced)
{
    m_gantt->setReducedMotion(reduced);
}

void DeploymentsPanel::setLanguage(const QString &language)
{
    m_outcome->setLanguage(language);
}

void DeploymentsPanel::setOffered(bool retry, bool rollBack)
{
    m_outcome->setOffered(retry, rollBack);
}

void DeploymentsPanel::showOnlyRecord()
{
    m_listPages->hide();
    m_export->hide();
    m_outcome->setReadOnly();
}

void DeploymentsPanel::fillExportMenu()
{
    m_exportMenu->clear();
    const auto add = [this](Export form, const QString &name, const QString &text) {
        QAction *entry = m_exportMenu->addAction(text);
        entry->setObjectName(name);
        connect(entry, &QAction::triggered, this, [this, form] { Q_EMIT exportRequested(form); });
    };
    add(Export::Picture, u"export.png"_s, tr("Save the chart as a picture (PNG)…"));
    add(Export::Drawing, u"export.svg"_s, tr("Save the chart as a drawing (SVG)…"));
    add(Export::Table, u"export.csv"_s, tr("Save the steps as a table (CSV)…"));
    m_exportMenu->addSeparator();
    add(Export::Record, u"export.record"_s, tr("Export the record of the deployment…"));
}

// To the release of a deployment that got so far; a refusal tells why where the image is gone.
void DeploymentsPanel::addRollBack(QMenu &menu, const DeploymentSummary &row)
{
    const bool served = row.status == DeploymentSummary::Status::Ended && row.releaseVersion > 0
        && (row.reported == Reported::Succeeded || row.reported == Reported::RolledBack);
    if (!served)
        return;
    const int version = row.releaseVersion;
    menu.addSeparator();
    QAction *back = menu.addAction(tr("Roll back to v%1…").arg(version));
    back->setObjectName(u"deployments.rollBack"_s);
    connect(
        back, &QAction::triggered, this, [this, version] { Q_EMIT rollBackToRequested(version); });
}

void DeploymentsPanel::openRowMenu(const QPoint &position)
{
    const QModelIndex index = m_list->indexAt(position);
    if (!index.isValid())
        return;
    m_list->setCurrentIndex(index);
    auto *menu = new QMenu(this);
    menu->setObjectName(u"deployments.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *compare = menu->addAction(tr("Compare with another…"));
    compare->setObjectName(u"deployments.compare"_s);
    compare->setEnabled(m_model->rowCount() > 1);
    connect(compare, &QAction::triggered, this, &DeploymentsPanel::compareRequested);
    QAction *record = menu->addAction(tr("Export the record of the deployment…"));
    record->setObjectName(u"deployments.export"_s);
    connect(record, &QAction::triggered, this, [this] { Q_EMIT exportRequested(Export::Record); });
    addRollBack(*menu, m_model->rows().at(index.row()));
    menu->addSeparator();
    CopyMenu::add(*menu, PlatformAction::of(m_model->rows().at(index.row())));
    menu->popup(m_list->viewport()->mapToGlobal(position));
}

void DeploymentsPanel::focusList()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
}

void DeploymentsPanel::focusChart()
{
    m_views->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

void DeploymentsPanel::showTable(bool table)
{
    m_table->setChecked(table);
    if (table) {
        m_spans->setState(m_state);
        m_spans->setNow(m_now);
        m_spans->setSelectedSpan(m_gantt->selectedSpan());
        if (m_spans->selectedSpan() == SpanId{})
            m_spans->chooseNewest();
    }
    m_views->setCurrentWidget(table ? static_cast<QWidget *>(m_spans) : m_gantt);
    m_fit->setEnabled(!table);
    focusChart();
}

bool DeploymentsPanel::showsTable() const
{
    return m_views->currentWidget() == m_spans;
}

void DeploymentsPanel::fitChart()
{
    m_gantt->fit();
}

void DeploymentsPanel::showEvidence(const Evidence &evidence)
{
    if (evidence.kind == Evidence::Kind::LogLine && evidence.logIndex >= 0
        && m_log->showLine(evidence.logIndex)) {
        m_log->focusLines();
        return;
    }
    // Nothing to point at in the log: the step that failed tells the rest.
    for (auto span = m_state.spans.crbegin(); span != m_state.spans.crend(); ++span) {
        if (span->outcome == Outcome::Failed && span->segment != Segment::Down) {
            selectSpan(span->id);
            openInspector(span->id);
            return;
        }
    }
}

void DeploymentsPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DeploymentsPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_inspector->isHidden()) {
        m_inspector->hide();
        return focusChart();
    }
    QWidget::keyPressEvent(event);
}

void DeploymentsPanel::retranslate()
{
    m_list->setAccessibleName(tr("Deployments of the app"));
    m_list->setToolTip({});
    nameIconButton(m_fit, tr("Fit the whole deployment (F)"));
    nameIconButton(m_table, tr("Show the same as a table (T)"));
    nameIconButton(m_export, tr("Save the chart, or export the record"));
    fillExportMenu();
    m_model->retranslate();
    showHistoryState();
    showDeploymentTitle();
}

void DeploymentsPanel::showHistoryState()
{
    const bool empty = m_model->rowCount() == 0;
    if (m_historyError && empty)
        m_listPages->showError(*m_historyError, Words::error(*m_historyError));
    else if (m_historyLoading)
        m_listPages->showLoading(tr("Reading the journal…"));
    else if (empty)
        m_listPages->showEmpty(tr("No deployments yet."), {});
    else
        m_listPages->showData();

    if (m_stateError)
        m_pages->showError(*m_stateError, Words::error(*m_stateError));
    else if (m_stateLoading || m_historyLoading)
        m_pages->showLoading(tr("Reading the deployment…"));
    else if (m_state.attempts.isEmpty())
        m_pages->showEmpty(tr("Nothing has been deployed from here yet."),
            tr("“Deploy…” shows a plan first; nothing is written before you confirm it."));
    else
        m_pages->showData();
    showDeploymentTitle();
}

void DeploymentsPanel::showDeploymentTitle()
{
    const AttemptState *attempt = m_state.lastAttempt();
    if (!attempt)
        return m_title->setText({});
    const QString started = Format::dateTime(attempt->startedAt);
    const QString number = QString::number(m_state.number);
    const QString kind = Words::kind(attempt->plan.kind);
    const QString &image = attempt->plan.image;
    if (image.isEmpty()) // a build that failed has none yet
        m_title->setText(tr("#%1 · %2 · %3", "number, kind, when").arg(number, kind, started));
    else if (attempt->plan.stack)
        m_title->setText(tr("#%1 · %2 · version %3 · %4").arg(number, kind, image, started));
    else
        m_title->setText(
            tr("#%1 · %2 · image %3 · %4").arg(number, kind, Format::shortImage(image), started));
    m_title->setHint(
        QString(attempt->plan.image % u'\n' % Format::utc(attempt->startedAt)).trimmed());
}

void DeploymentsPanel::showOutcome()
{
    const std::optional<DeploymentSummary> row = summary();
    m_gantt->setLive(!row || row->status == DeploymentSummary::Status::Running
        || row->status == DeploymentSummary::Status::RunningElsewhere);
    m_outcome->setDeployment(m_state, row);
    showDeploymentTitle();
}

void DeploymentsPanel::selectSpan(SpanId span)
{
    if (m_gantt->selectedSpan().value != span.value)
        m_gantt->setSelectedSpan(span);
    if (showsTable() && m_spans->selectedSpan().value != span.value)
        m_spans->setSelectedSpan(span);
    if (!m_inspector->isHidden())
        m_inspector->setSpan(m_state, span);
}

void DeploymentsPanel::openInspector(SpanId span)
{
    m_inspector->setLog(m_logLines);
    m_inspector->setNow(m_now);
    m_inspector->setSpan(m_state, span);
    m_inspector->show();
    m_inspector->setFocus(Qt::OtherFocusReason);
}

std::optional<DeploymentSummary> DeploymentsPanel::summary() const
{
    for (const DeploymentSummary &row : m_model->rows()) {
        if (row.id == m_state.id)
            return row;
    }
    return std::nullopt;
}
