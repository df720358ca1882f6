#pragma once

#include <QTreeView>

// The tree and table of this program: a selection that does not shout, also where the branches are
// drawn, and a flat header whose titles stand over their cells.
class QuietTreeView final : public QTreeView
{
    Q_OBJECT

public:
    explicit QuietTreeView(QWidget *parent = nullptr);

protected:
    void drawRow(QPainter *painter,
        const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
};
