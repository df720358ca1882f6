#include "support/printmodel.h"

#include <QAbstractItemModel>

namespace {

void printRows(
    const QAbstractItemModel &model, const QModelIndex &parent, int depth, QStringList *lines)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells.append(model.index(row, column, parent).data().toString());
        lines->append(QString(depth * 2, u' ') + cells.join(QStringLiteral(" | ")));
        printRows(model, model.index(row, 0, parent), depth + 1, lines);
    }
}

} // namespace

QStringList printModel(const QAbstractItemModel &model)
{
    QStringList lines;
    printRows(model, {}, 0, &lines);
    return lines;
}
