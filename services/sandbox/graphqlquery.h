#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QList>
#include <QString>

// A field of a GraphQL selection, with fragments already spread and variables filled in.
struct GraphQlField
{
    QString alias; // the key in the answer
    QString name;
    QString onType; // of the fragment it stood in; empty: always
    QJsonObject arguments;
    QList<GraphQlField> fields;
};

struct GraphQlQuery
{
    bool isMutation = false;
    QList<GraphQlField> fields;
};

// Reads the executable part of the language: operations, aliases, arguments, variables, fragments;
// directives are read over. Of several operations `operationName` chooses.
Result<GraphQlQuery> parseGraphQl(
    const QString &text, const QJsonObject &variables, const QString &operationName);
