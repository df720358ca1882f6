#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <functional>
#include <optional>

// A variable in a text of a compose or env file: $NAME, ${NAME}, ${NAME:-word} and its like.
struct VariableUse
{
    enum class Form
    {
        Plain,
        Default, // :- (unset or empty) or -
        Required, // :? (unset or empty) or ?
        Alternative, // :+ or +: the word when it is set
    };

    QString name;
    Form form = Form::Plain;
    bool orEmpty = false; // with the colon: empty counts as unset
    QString word; // as written: a default, an error message
    bool operator==(const VariableUse &) const = default;
};

// Nothing: not set. The values may be secrets: they go into the resolved text and nowhere else.
using VariableLookup = std::function<std::optional<QString>(const QString &)>;

// A text with variables, in pieces. Bounded in depth: ${A:-${B:-...}}.
class VariableText
{
public:
    enum class Dollar
    {
        Strict, // compose files: $$ is a dollar sign, everything else begins a variable
        Loose, // env files: a dollar sign that begins no variable is itself
    };
    explicit VariableText(QStringView text, Dollar dollar = Dollar::Strict);

    // Where a dollar sign begins no variable; -1: nowhere.
    [[nodiscard]] qsizetype broken() const { return m_broken; }
    [[nodiscard]] bool hasVariables() const;
    [[nodiscard]] QList<VariableUse> uses() const; // in order, those in defaults too
    // With the values of `lookup`; what is not set is the default or nothing, never an error.
    [[nodiscard]] QString resolved(const VariableLookup &lookup) const;
    // Nothing when a value is needed that is neither set nor has a default.
    [[nodiscard]] std::optional<QString> known(const VariableLookup &lookup) const;

private:
    struct Piece
    {
        QString literal;
        std::optional<VariableUse> use;
        QList<Piece> word;
    };

    QList<Piece> pieces(QStringView text, qsizetype offset, int depth);
    qsizetype variable(
        QStringView text, qsizetype at, qsizetype offset, int depth, QList<Piece> &into);
    static void collect(const QList<Piece> &pieces, QList<VariableUse> &into);
    static bool append(const QList<Piece> &pieces, const VariableLookup &lookup, QString &into);

    Dollar m_dollar;
    qsizetype m_broken = -1;
    QList<Piece> m_pieces;
};
