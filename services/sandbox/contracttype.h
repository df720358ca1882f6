#pragma once

#include "core/result.h"

#include <QHash>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

struct ContractFinding;
class ContractType;

// The keys of an object, by its name in the table.
using ContractKeys = QHash<QString, std::shared_ptr<const ContractType>>;
using ContractTypes = QHash<QString, ContractKeys>;

// What the table says of a value: "string", "Guest[]", "{string}", "enum:a,b|integer!".
class ContractType
{
public:
    static Result<ContractType> fromText(const QString &text);

    [[nodiscard]] bool isRequired() const { return m_required; }
    [[nodiscard]] QStringList names() const; // of the objects it speaks of
    void check(const QJsonValue &value,
        const ContractTypes &types,
        const QString &path,
        QList<ContractFinding> &findings) const;
    // A value as a query has it: text.
    [[nodiscard]] bool takesText(const QString &text) const;
    [[nodiscard]] QString text() const { return m_text; }

private:
    enum class Kind
    {
        Any,
        Text,
        Whole,
        Number,
        Flag,
        Object,
        Named,
        Word,
        List,
        Map
    };
    struct Choice
    {
        Kind kind = Kind::Any;
        QString name;
        QStringList words;
        std::shared_ptr<const ContractType> inner;

        [[nodiscard]] bool takes(const QJsonValue &value) const;
        void check(const QJsonValue &value,
            const ContractTypes &types,
            const QString &path,
            QList<ContractFinding> &findings) const;
    };
    static Result<Choice> choiceFrom(const QString &text);

    QString m_text;
    QList<Choice> m_choices;
    bool m_required = false;
};
