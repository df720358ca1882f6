#pragma once

#include "models/roles.h"
#include "types/deploymentstate.h"

#include <QAbstractListModel>

// The latest happenings in words, newest first; bounded. The words are made when they are read, so
// that a switch of language reaches old rows too.
class ActivityModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit ActivityModel(QObject *parent = nullptr);

    // `state` is the fold of the events up to and including these.
    void add(const QList<DeployEvent> &events, const DeploymentState &state);
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;

    // Whether an event is worth a line of its own.
    static bool isNews(const DeployEvent &event);

private:
    struct Row
    {
        DeployEvent event;
        QString app;
        std::optional<SpanState> span; // of the event, if it has one
        DeploymentState summary; // without its spans; for sentences about the whole
    };
    static QString stepOf(const Row &row);
    [[nodiscard]] QString sentence(const Row &row) const;
    [[nodiscard]] int status(const Row &row) const;

    static constexpr int s_kept = 200;
    QList<Row> m_rows;
};
