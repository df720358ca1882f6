#pragma once

#include "config/configfinding.h"
#include "config/variabletext.h"
#include "core/secret.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

// A variable of an env file. What it is set to is a secret until told otherwise: only facts about
// it are told.
struct DotEnvVariable
{
    enum class Quotes
    {
        None,
        Single, // as it stands
        Double // with escapes and variables
    };

    QString name;
    Secret value; // as it stands between its quotes, variables unresolved
    Quotes quotes = Quotes::None;
    bool isExported = false;
    bool isEmpty = false;
    bool isMultiLine = false;
    QStringList uses; // names of the variables in it
    int line = 0; // of the name; 1-based
    int column = 0;
    int lastLine = 0;
    int valueColumn = 0;
};

Q_DECLARE_TYPEINFO(DotEnvVariable, Q_RELOCATABLE_TYPE);

// An env file as docker compose and the usual libraries read it. Lines that are none are findings.
struct DotEnvFile
{
    QList<DotEnvVariable> variables; // as written: a name may come again, and then the last counts
    QStringList inherited; // names without a value: taken from the environment of the shell
    QList<ConfigFinding> findings;
    bool hasBom = false;
    bool hasCarriageReturns = false;

    [[nodiscard]] QStringList names() const; // each once, in the order of the file
    [[nodiscard]] QStringList duplicates() const;
    [[nodiscard]] QStringList emptyNames() const; // by the value that counts
    [[nodiscard]] QStringList multiLineNames() const;
    [[nodiscard]] QStringList namesWithVariables() const;
    [[nodiscard]] const DotEnvVariable *find(const QString &name) const; // the one that counts
    // All of them, resolved with the variables above them and `outer`.
    [[nodiscard]] QHash<QString, Secret> values(const VariableLookup &outer = {}) const;
};

DotEnvFile readDotEnv(const QByteArray &text);
bool looksLikeDotEnv(const QByteArray &text); // most of its lines set variables
// Of a file that is there to be copied: .env.example and its like. Its placeholders are its
// purpose.
bool isExampleName(const QString &fileName);
