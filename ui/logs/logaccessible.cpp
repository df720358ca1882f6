#include "ui/logs/logaccessible.h"

#include "models/logmodel.h"
#include "ui/logs/logview.h"

namespace {

class LogLineAccessible final : public QAccessibleInterface
{
public:
    LogLineAccessible(LogView *view, int place)
        : m_view(view)
        , m_place(place)
    {
    }

    [[nodiscard]] int place() const { return m_place; }
    [[nodiscard]] bool isValid() const override
    {
        return m_view && row() < m_view->model()->rowCount();
    }
    [[nodiscard]] QObject *object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view);
    }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override { }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Name && isValid() ? m_view->spokenText(row()) : QString();
    }
    [[nodiscard]] QRect rect() const override
    {
        if (!isValid())
            return {};
        const QRect inView = m_view->rowRect(row());
        return {m_view->viewport()->mapToGlobal(inView.topLeft()), inView.size()};
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        state.readOnly = true;
        if (!isValid())
            state.invalid = true;
        else if (m_view->isSelected(row()))
            state.selected = true;
        if (m_view && m_view->hasFocus() && row() == m_view->currentRow())
            state.focused = true;
        return state;
    }

private:
    [[nodiscard]] int row() const { return m_view->firstVisibleRow() + m_place; }

    QPointer<LogView> m_view;
    int m_place;
};

QAccessibleInterface *makeInterface(const QString &key, QObject *object)
{
    if (key != QLatin1String("LogView"))
        return nullptr;
    auto *view = qobject_cast<LogView *>(object);
    return view ? new LogAccessible(view) : nullptr; // owned by Qt's cache
}

} // namespace

LogAccessible::LogAccessible(LogView *view)
    : QAccessibleWidget(view, QAccessible::List)
{
}

LogAccessible::~LogAccessible()
{
    for (const auto &[place, id] : m_children)
        QAccessible::deleteAccessibleInterface(id);
}

void LogAccessible::install()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(installed)
}

void LogAccessible::announceRow(LogView *view, int row)
{
    if (!QAccessible::isActive())
        return;
    const int place = row - view->firstVisibleRow();
    if (place < 0 || place >= view->visibleRows())
        return;
    QAccessibleEvent event(view, QAccessible::Focus);
    event.setChild(place);
    QAccessible::updateAccessibility(&event);
}

int LogAccessible::childCount() const
{
    return std::clamp(
        view()->model()->rowCount() - view()->firstVisibleRow(), 0, view()->visibleRows());
}

QAccessibleInterface *LogAccessible::child(int index) const
{
    if (index < 0 || index >= childCount())
        return nullptr;
    const auto known = m_children.find(index);
    if (known != m_children.end())
        return QAccessible::accessibleInterface(known->second);
    auto *line = new LogLineAccessible(view(), index);
    m_children.emplace(index, QAccessible::registerAccessibleInterface(line));
    return line;
}

int LogAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *line = dynamic_cast<const LogLineAccessible *>(child);
    return line ? line->place() : -1;
}

QAccessibleInterface *LogAccessible::focusChild() const
{
    return child(view()->currentRow() - view()->firstVisibleRow());
}

QString LogAccessible::text(QAccessible::Text kind) const
{
    if (kind == QAccessible::Value && view()->currentRow() >= 0)
        return view()->spokenText(view()->currentRow());
    return QAccessibleWidget::text(kind);
}

LogView *LogAccessible::view() const
{
    return static_cast<LogView *>(widget());
}
