#pragma once

#include "diagnosis/catalogue.h"
#include "types/phase.h"

#include <QList>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

// A rule of the catalogue as read from its file.

// A regular expression with the words one of which must be there: most lines are passed over
// without it.
struct LinePattern
{
    QStringList any;
    QList<QRegularExpression> expressions; // the first that matches any line decides
    bool pickLast = false;
};

struct LogCondition
{
    enum class From
    {
        Pattern,
        Packages,
        LastError
    };
    From from = From::Pattern;
    LinePattern pattern;
    std::optional<LinePattern> unless; // not when a later line says so
    bool optional = false; // evidence when it is there, no condition
};

// All that is set must hold.
struct FactCondition
{
    QList<Step> steps;
    QStringList errorKinds;
    QStringList errorCodes;
    std::optional<QRegularExpression> errorText;
    QString releaseCommand; // "failed", "ended", "unknown" or empty
    std::optional<bool> killedForMemory;
    std::optional<bool> timedOut;
    std::optional<bool> signalled;
    std::optional<bool> exited;
    std::optional<bool> leaseHeld;
    std::optional<bool> listensElsewhere;
    QStringList machineStates;
    std::optional<QRegularExpression> checkText;
};

// The first whose captures are all there is used.
struct SentenceVariant
{
    QStringList with;
    QString text;
};

struct RuleTexts
{
    QList<SentenceVariant> cause;
    QList<SentenceVariant> remedy;
};

struct Rule
{
    QString id;
    QList<FactCondition> when; // one of them
    std::optional<LogCondition> log;
    QList<LinePattern> also; // more captures, when they are there
    QString configFile; // captured "line" and "instruction" are of this file
    QStringList captures; // %1, %2 …
    std::array<RuleTexts, 2> texts; // en, es
    QList<NextStep> next;
};

struct MissingPackages
{
    LinePattern pattern;
    QStringList install;
};

struct CatalogueRules
{
    int version = 1;
    QList<Rule> rules;
    QList<MissingPackages> packages;
};
