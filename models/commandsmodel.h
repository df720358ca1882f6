#pragma once

#include "models/roles.h"

#include <QAbstractListModel>

#include <optional>

// What the command field offers: actions and places, narrowed by a fuzzy pattern, best match first.
class CommandsModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    struct Command
    {
        QString id;
        QString text;
        QString shortcut; // as shown
        bool place = false; // goes somewhere, changes nothing
        bool operator==(const Command &) const = default;
    };
    enum Role
    {
        ShortcutRole = Roles::Own,
        PlaceRole,
        MatchRole, // QList<int>: positions of the text that matched
    };

    explicit CommandsModel(QObject *parent = nullptr);

    void setCommands(const QList<Command> &commands);
    void setPattern(const QString &pattern);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(
        const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Row
    {
        int command = 0;
        int score = 0;
        QList<int> matched;
    };
    void rank();

    QList<Command> m_commands;
    QString m_pattern;
    QList<Row> m_rows;
};

// Higher is better; nothing: the pattern's letters do not appear in order. Accents do not count.
std::optional<int> fuzzyScore(const QString &pattern, const QString &text, QList<int> *matched);
