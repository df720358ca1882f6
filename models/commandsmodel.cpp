#include "models/commandsmodel.h"

#include <algorithm>
#include <optional>

namespace {

QChar folded(QChar letter)
{
    const QString parts = QString(letter).normalized(QString::NormalizationForm_D);
    return (parts.isEmpty() ? letter : parts.front()).toCaseFolded();
}

bool startsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber()
        || (text.at(at).isUpper() && text.at(at - 1).isLower());
}

struct Trial
{
    int score = 0;
    QList<int> matched;
};

// Greedy from one start; trying every start makes up for the greed.
std::optional<Trial> matchFrom(const QString &pattern, const QString &text, qsizetype start)
{
    Trial trial;
    qsizetype at = start;
    qsizetype last = -2;
    for (const QChar letter : pattern) {
        if (letter.isSpace())
            continue;
        const QChar wanted = folded(letter);
        while (at < text.size() && folded(text.at(at)) != wanted)
            ++at;
        if (at == text.size())
            return std::nullopt;
        trial.score += 4;
        if (at == last + 1)
            trial.score += 6;
        else if (last >= 0)
            trial.score -= int(std::min<qsizetype>(at - last, 8)) / 2;
        if (startsWord(text, at))
            trial.score += 8;
        trial.matched.append(int(at));
        last = at++;
    }
    return trial;
}

} // namespace

std::optional<int> fuzzyScore(const QString &pattern, const QString &text, QList<int> *matched)
{
    std::optional<Trial> best;
    for (qsizetype start = 0; start < std::max<qsizetype>(text.size(), 1); ++start) {
        const std::optional<Trial> trial = matchFrom(pattern, text, start);
        if (!trial)
            break;
        if (!best || trial->score > best->score)
            best = trial;
    }
    if (!best)
        return std::nullopt;
    if (matched)
        *matched = best->matched;
    return best->score - int(text.size()) / 16;
}

CommandsModel::CommandsModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

void CommandsModel::setCommands(const QList<Command> &commands)
{
    if (commands == m_commands)
        return;
    m_commands = commands;
    rank();
}

void CommandsModel::setPattern(const QString &pattern)
{
    if (pattern == m_pattern)
        return;
    m_pattern = pattern;
    rank();
}

int CommandsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant CommandsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const Command &command = m_commands.at(row.command);
    switch (role) {
    case Qt::DisplayRole:
        return command.text;
    case Qt::AccessibleTextRole:
        return command.shortcut.isEmpty()
            ? command.text
            : tr("%1, shortcut %2").arg(command.text, command.shortcut);
    case Roles::Id:
    case Roles::Raw:
        return command.id;
    case Roles::Sort:
        return row.score;
    case ShortcutRole:
        return command.shortcut;
    case PlaceRole:
        return command.place;
    case MatchRole:
        return QVariant::fromValue(row.matched);
    default:
        return {};
    }
}

void CommandsModel::rank()
{
    beginResetModel(); // another pattern is another subject
    m_rows.clear();
    for (int at = 0; at < int(m_commands.size()); ++at) {
        Row row{at, 0, {}};
        const std::optional<int> score =
            fuzzyScore(m_pattern, m_commands.at(at).text, &row.matched);
        if (!score)
            continue;
        row.score = *score;
        m_rows.append(row);
    }
    if (!m_pattern.isEmpty()) {
        std::stable_sort(m_rows.begin(), m_rows.end(), [](const Row &a, const Row &b) {
            return a.score > b.score;
        });
    }
    endResetModel();
}
