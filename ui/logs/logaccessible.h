#pragma once

#include <QAccessibleWidget>
#include <QPointer>

#include <map>
#include <memory>

class LogView;

// The log for screen readers: a list whose children are the lines that can be seen. Children are
// made on demand and answer with what their place shows at that moment.
class LogAccessible final : public QAccessibleWidget
{
public:
    explicit LogAccessible(LogView *view);
    ~LogAccessible() override;

    static void install(); // once per process; further calls do nothing
    static void announceRow(LogView *view, int row);

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;
    [[nodiscard]] QString text(QAccessible::Text kind) const override;

private:
    [[nodiscard]] LogView *view() const;

    mutable std::map<int, QAccessible::Id> m_children; // owned by Qt's cache, deleted by us
};
