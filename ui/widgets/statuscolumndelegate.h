#pragma once

#include <QStyledItemDelegate>

// Tables of this program: rows of 24, one column with the state's shape before its word, a quiet
// selection.
class StatusColumnDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit StatusColumnDelegate(int statusColumn, QObject *parent = nullptr);

    void setIdColumn(int column) { m_idColumn = column; } // machine text: one width for all

    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter,
        const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    int m_statusColumn;
    int m_idColumn = -1;
};
