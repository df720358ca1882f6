#include "ui/logs/logpane.h"

#include "models/logmodel.h"
#include "models/words.h"
#include "ui/logs/logview.h"
#include "ui/widgets/glyphs.h"
#include "ui/widgets/iconbutton.h"
#include "ui/widgets/statepages.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

QToolButton *toolButton(const QString &name, Glyph glyph)
{
    auto *button = new QToolButton;
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setIcon(glyphIcon(glyph));
    return button;
}

} // namespace

LogPane::LogPane(QWidget *parent)
    : QWidget(parent)
    , m_model(new LogModel(this))
    , m_view(new LogView(m_model))
    , m_pages(new StatePages(u"log"_s, m_view))
    , m_title(new QLabel)
    , m_lanes(new QComboBox)
    , m_find(new QLineEdit)
    , m_findResult(new QLabel)
    , m_previous(toolButton(u"log.previous"_s, Glyph::Up))
    , m_next(toolButton(u"log.next"_s, Glyph::Down))
    , m_tail(toolButton(u"log.tail"_s, Glyph::Tail))
    , m_copy(toolButton(u"log.copy"_s, Glyph::Copy))
{
    build();
    retranslate();
    connect(m_model, &LogModel::lanesChanged, this, &LogPane::fillLanes);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &LogPane::showState);
    connect(m_model, &QAbstractItemModel::modelReset, this, &LogPane::showState);
    connect(m_lanes, &QComboBox::activated, this, [this](int at) {
        chooseLane(m_lanes->itemData(at).toString());
    });
    connect(m_find, &QLineEdit::textChanged, m_view, &LogView::setSearch);
    connect(m_previous, &QToolButton::clicked, this, [this] { find(false); });
    connect(m_next, &QToolButton::clicked, this, [this] { find(true); });
    connect(m_tail, &QToolButton::clicked, m_view, &LogView::setFollowTail);
    connect(m_view, &LogView::followTailChanged, m_tail, &QToolButton::setChecked);
    connect(m_copy, &QToolButton::clicked, this, [this] { m_view->copySelection(); });
    connect(m_pages, &StatePages::retryRequested, this, &LogPane::retryRequested);
}

void LogPane::build()
{
    setObjectName(u"log"_s);
    m_lanes->setObjectName(u"log.lane"_s);
    m_lanes->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_find->setObjectName(u"log.find"_s);
    m_find->setClearButtonEnabled(true);
    m_find->setMaximumWidth(240);
    m_find->installEventFilter(this);
    m_findResult->setObjectName(u"log.findResult"_s);
    m_tail->setCheckable(true);
    m_tail->setChecked(true);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    m_title->setFont(strong);
    m_title->setBuddy(m_view);

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(16, 4, 8, 4);
    tools->setSpacing(8);
    tools->addWidget(m_title);
    tools->addWidget(m_lanes);
    tools->addStretch();
    tools->addWidget(m_findResult);
    tools->addWidget(m_find, 1);
    tools->addWidget(m_previous);
    tools->addWidget(m_next);
    tools->addWidget(m_tail);
    tools->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tools);
    column->addWidget(m_pages, 1);
}

void LogPane::showLoading()
{
    m_loading = true;
    m_error.reset();
    showState();
}

void LogPane::showError(const Error &error)
{
    m_loading = false;
    m_error = error;
    showState();
}

void LogPane::setLines(const QList<LogLine> &lines)
{
    m_loading = false;
    m_error.reset();
    m_model->setLines(lines);
    m_view->setFollowTail(true);
    showState();
}

void LogPane::append(const QList<LogLine> &lines)
{
    m_model->append(lines);
}

bool LogPane::showLine(qint64 index)
{
    m_model->flush();
    if (m_view->showLine(index))
        return true;
    chooseLane({});
    return m_view->showLine(index);
}

void LogPane::showLane(const QString &lane, const QDateTime &from)
{
    m_model->flush();
    chooseLane(m_model->lanes().contains(lane) ? lane : QString());
    const qint64 wanted = from.toMSecsSinceEpoch();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const qint64 line = m_model->indexAt(row);
        if (m_model->buffer().time(line) >= wanted) {
            m_view->showLine(line);
            return;
        }
    }
}

void LogPane::openFind()
{
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
}

void LogPane::focusLines()
{
    m_view->setFocus(Qt::ShortcutFocusReason);
}

void LogPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

bool LogPane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_find && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Escape) {
            closeFind();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            find(!key->modifiers().testFlag(Qt::ShiftModifier));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void LogPane::retranslate()
{
    m_title->setText(tr("Log"));
    m_lanes->setAccessibleName(tr("Lines of"));
    m_lanes->setToolTip(tr("Show the lines of one machine only"));
    m_find->setPlaceholderText(tr("Find"));
    m_find->setAccessibleName(tr("Find in the log"));
    m_find->setToolTip(tr("Find in the log (Ctrl+F)"));
    nameIconButton(m_previous, tr("Previous hit (Shift+Enter)"));
    nameIconButton(m_next, tr("Next hit (Enter)"));
    nameIconButton(m_tail, tr("Follow the end of the log (End)"));
    nameIconButton(m_copy, tr("Copy the selected lines (Ctrl+C)"));
    m_findResult->clear();
    fillLanes();
    showState();
}

void LogPane::fillLanes()
{
    const QString chosen = m_model->lane();
    m_lanes->clear();
    m_lanes->addItem(tr("All lanes"), QString());
    for (const QString &lane : m_model->lanes()) {
        if (!lane.isEmpty())
            m_lanes->addItem(lane, lane);
    }
    m_lanes->setCurrentIndex(std::max(0, m_lanes->findData(chosen)));
}

void LogPane::chooseLane(const QString &lane)
{
    m_model->setLane(lane);
    m_lanes->setCurrentIndex(std::max(0, m_lanes->findData(lane)));
}

void LogPane::find(bool forward)
{
    const bool found = m_find->text().isEmpty() || m_view->findNext(forward);
    m_findResult->setText(found ? QString() : tr("Not found"));
}

void LogPane::closeFind()
{
    m_find->clear();
    m_findResult->clear();
    m_view->setFocus(Qt::OtherFocusReason);
}

void LogPane::showState()
{
    if (m_error)
        return m_pages->showError(*m_error, Words::error(*m_error));
    if (m_loading)
        return m_pages->showLoading(tr("Reading the log…"));
    if (m_model->rowCount() == 0)
        return m_pages->showEmpty(tr("This deployment has left no log lines."), {});
    m_pages->showData();
}
