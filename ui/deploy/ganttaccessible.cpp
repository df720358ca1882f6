#include "ui/deploy/ganttaccessible.h"

#include "models/timelinetext.h"
#include "ui/deploy/ganttprivate.h"

#include <QAccessible>

namespace {

class RowInterface final : public QAccessibleInterface
{
public:
    RowInterface(const GanttAccessible *chart, int row)
        : m_chart(chart)
        , m_row(row)
    {
    }

    [[nodiscard]] bool isValid() const override { return m_row < m_chart->rowCount(); }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_chart->object());
    }
    [[nodiscard]] int childCount() const override { return static_cast<int>(spans().size()); }
    [[nodiscard]] QAccessibleInterface *child(int index) const override
    {
        const QList<SpanId> all = spans();
        return index >= 0 && index < all.size() ? m_chart->cell(all.at(index)) : nullptr;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (int i = 0; i < childCount(); ++i) {
            if (this->child(i) == child)
                return i;
        }
        return -1;
    }
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override
    {
        QAccessibleInterface *found = nullptr; // the last: segments lie on their step
        for (int i = 0; i < childCount(); ++i) {
            if (child(i)->rect().contains(x, y))
                found = child(i);
        }
        return found;
    }
    [[nodiscard]] QString text(QAccessible::Text type) const override
    {
        return type == QAccessible::Name ? m_chart->rowText(m_row) : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QRect rect() const override { return m_chart->rowRect(m_row); }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::TreeItem; }
    [[nodiscard]] QAccessible::State state() const override { return m_chart->rowState(m_row); }

private:
    [[nodiscard]] QList<SpanId> spans() const { return m_chart->spansOf(m_row); }

    const GanttAccessible *m_chart;
    int m_row;
};

class CellInterface final : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    CellInterface(const GanttAccessible *chart, SpanId span)
        : m_chart(chart)
        , m_span(span)
    {
    }

    [[nodiscard]] bool isValid() const override { return m_chart->rowOf(m_span) >= 0; }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return m_chart->row(m_chart->rowOf(m_span));
    }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QString text(QAccessible::Text type) const override
    {
        if (type == QAccessible::Name)
            return m_chart->spanText(m_span);
        return type == QAccessible::Description ? m_chart->spanHelp(m_span) : QString();
    }
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QRect rect() const override { return m_chart->spanRect(m_span); }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.focusable = true;
        state.selectable = true;
        state.selected = m_chart->view()->selectedSpan() == m_span;
        state.focused = state.selected && m_chart->view()->hasFocus();
        state.offscreen = !m_chart->view()->viewport()->rect().contains(
            QRect(m_chart->view()->viewport()->mapFromGlobal(rect().topLeft()), QSize(1, 1)));
        return state;
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface
            ? static_cast<QAccessibleActionInterface *>(this)
            : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        return {setFocusAction(), pressAction()};
    }
    void doAction(const QString &name) override
    {
        GanttView *view = m_chart->view();
        view->setSelectedSpan(m_span);
        if (name == pressAction())
            emit view->spanActivated(m_span);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString &) const override { return {}; }

private:
    const GanttAccessible *m_chart;
    SpanId m_span;
};

QAccessibleInterface *make(const QString &className, QObject *object)
{
    auto *view =
        className == QLatin1StringView("GanttView") ? qobject_cast<GanttView *>(object) : nullptr;
    return view ? new GanttAccessible(view) : nullptr;
}

QRect onScreen(const GanttView *view, const QRect &rect)
{
    return {view->viewport()->mapToGlobal(rect.topLeft()), rect.size()};
}

} // namespace

GanttAccessible::GanttAccessible(GanttView *view)
    : QAccessibleWidget(view, QAccessible::Tree)
{
}

GanttAccessible::~GanttAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_rows))
        QAccessible::deleteAccessibleInterface(id);
    for (const QAccessible::Id id : std::as_const(m_cells))
        QAccessible::deleteAccessibleInterface(id);
}

void GanttAccessible::install()
{
    static const bool installed = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(installed)
}

void GanttAccessible::rowsChanged(GanttView *view)
{
    if (!QAccessible::isActive())
        return;
    QAccessibleEvent event(view, QAccessible::ObjectReorder);
    QAccessible::updateAccessibility(&event);
}

void GanttAccessible::focusMoved(GanttView *view, SpanId span)
{
    if (!QAccessible::isActive() || span.value == 0)
        return;
    const auto *chart = static_cast<GanttAccessible *>(QAccessible::queryAccessibleInterface(view));
    if (!chart || chart->rowOf(span) < 0)
        return;
    QAccessibleEvent event(chart->cell(span), QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

GanttView *GanttAccessible::view() const
{
    return qobject_cast<GanttView *>(object());
}

int GanttAccessible::childCount() const
{
    return rowCount();
}

QAccessibleInterface *GanttAccessible::child(int index) const
{
    return row(index);
}

int GanttAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    for (int i = 0; i < rowCount(); ++i) {
        if (m_rows.contains(i) && row(i) == child)
            return i;
    }
    return -1;
}

QAccessibleInterface *GanttAccessible::childAt(int x, int y) const
{
    const QPoint position = view()->viewport()->mapFromGlobal(QPoint(x, y));
    const int index = view()->d->geometry.rowAt(position.y());
    return index >= 0 ? row(index) : nullptr;
}

QAccessibleInterface *GanttAccessible::focusChild() const
{
    const SpanId span = view()->selectedSpan();
    return span.value != 0 && rowOf(span) >= 0 ? cell(span) : nullptr;
}

QString GanttAccessible::text(QAccessible::Text type) const
{
    if (type == QAccessible::Description) {
        const AttemptState *attempt = view()->state().lastAttempt();
        return attempt ? Words::attemptSummary(*attempt, view()->state()) : QString();
    }
    return QAccessibleWidget::text(type);
}

QAccessibleInterface *GanttAccessible::row(int index) const
{
    if (index < 0 || index >= rowCount())
        return nullptr;
    if (!m_rows.contains(index))
        m_rows.insert(
            index, QAccessible::registerAccessibleInterface(new RowInterface(this, index)));
    return QAccessible::accessibleInterface(m_rows.value(index));
}

QAccessibleInterface *GanttAccessible::cell(SpanId span) const
{
    if (!m_cells.contains(span))
        m_cells.insert(
            span, QAccessible::registerAccessibleInterface(new CellInterface(this, span)));
    return QAccessible::accessibleInterface(m_cells.value(span));
}

int GanttAccessible::rowCount() const
{
    return static_cast<int>(view()->d->layout.rowCount());
}

QString GanttAccessible::rowText(int row) const
{
    return row < rowCount() ? TimelineText::rowPhrase(view()->d->layout.row(row)) : QString();
}

QRect GanttAccessible::rowRect(int row) const
{
    return onScreen(view(), view()->d->geometry.rowRect(row));
}

QAccessible::State GanttAccessible::rowState(int row) const
{
    QAccessible::State state;
    if (row >= rowCount()) {
        state.invalid = true;
        return state;
    }
    const TimelineRow &data = view()->d->layout.row(row);
    state.focusable = true;
    state.expandable = data.foldable;
    state.expanded = data.foldable && !data.folded;
    state.collapsed = data.foldable && data.folded;
    return state;
}

QList<SpanId> GanttAccessible::spansOf(int row) const
{
    QList<SpanId> result;
    if (row >= rowCount())
        return result;
    for (const TimelineBar &bar : view()->d->layout.row(row).bars) {
        if (bar.span.value != 0)
            result.append(bar.span);
    }
    return result;
}

int GanttAccessible::rowOf(SpanId span) const
{
    const auto place = view()->d->layout.find(span);
    return place ? place->row : -1;
}

QString GanttAccessible::spanText(SpanId span) const
{
    const SpanState *state = view()->state().span(span);
    return state ? TimelineText::phrase(*state, view()->d->now) : QString();
}

QString GanttAccessible::spanHelp(SpanId span) const
{
    const SpanState *state = view()->state().span(span);
    return state ? TimelineText::tooltip(*state, view()->d->now) : QString();
}

QRect GanttAccessible::spanRect(SpanId span) const
{
    return onScreen(view(), view()->d->rectOf(span).toAlignedRect());
}
