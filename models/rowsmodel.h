#pragma once

#include "models/roles.h"
#include "models/words.h"

#include <QAbstractTableModel>
#include <QStringList>

// A row of texts that somebody else made: what a server told, its stacks, their services.
struct TextRow
{
    QString id; // stable across refreshes
    QStringList texts; // by column
    QStringList tips; // by column; fewer: the text says it all
    Status status = Status::Unknown;
    QString accessible; // of the first column; empty: its text
    QString raw; // machine text, for the clipboard; empty: the text
    bool operator==(const TextRow &) const = default;
};

// Rows of texts, merged by id: selection and scroll position survive a refresh.
class RowsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit RowsModel(QObject *parent = nullptr);

    void setHeaders(const QStringList &headers); // as many as columns
    void setRows(const QList<TextRow> &rows);
    [[nodiscard]] const QList<TextRow> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role) const override;

private:
    QStringList m_headers{QString()};
    QList<TextRow> m_rows;
};
