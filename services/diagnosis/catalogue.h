#pragma once

#include "core/result.h"
#include "diagnosis/failurefacts.h"
#include "types/deploymentstate.h"
#include "types/diagnosis.h"
#include "types/logline.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <memory>
#include <optional>

// A next step a diagnosis offers; the window shows those it has an action for.
enum class NextStep
{
    RetryFromReleaseCommand,
    RetryDeploy,
    ShowEvidence,
    RollBack
};

// The sentences of a rule in one language, captures filled in.
struct DiagnosisText
{
    QString cause; // one sentence: what happened
    QString remedy; // one or two sentences: what to do
    QList<NextStep> nextSteps;
};

// What a log by itself gives away: its evidence's logIndex is the line.
struct LogFinding
{
    LogStory story = LogStory::Run;
    Diagnosis diagnosis;
};

struct CatalogueRules;

// Rules of resources/catalogue/*.json: what to look for (phase, step, exit code, signal, regular
// expressions on log lines), what to capture, and the sentences in en and es. Immutable after
// loading; thread-safe. One that was not loaded knows nothing.
class Catalogue
{
public:
    [[nodiscard]] static Result<Catalogue> builtIn();
    [[nodiscard]] static Result<Catalogue> fromJson(
        const QByteArray &json, const QString &fileName);

    [[nodiscard]] std::optional<Diagnosis> diagnose(
        const DeploymentState &state, const QList<LogLine> &log) const;
    // Of a log of which nothing else is known (a file of flyctl's output, of the platform's or of
    // docker's): one for each part that failed and did not succeed later, in their order.
    // `ports`: those of the app's fly.toml, when it is at hand.
    [[nodiscard]] QList<LogFinding> diagnoseLog(
        const QList<LogLine> &log, const QList<int> &ports = {}) const;
    // `language`: "en" or "es". An unknown rule (from a newer catalogue) gives empty texts.
    [[nodiscard]] DiagnosisText text(const Diagnosis &diagnosis, const QString &language) const;

private:
    std::shared_ptr<const CatalogueRules> m_rules;
};
