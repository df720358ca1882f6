#pragma once

#include "core/result.h"
#include "deploy/stackinputs.h"

// Why a kind of redeploy is offered, or not.
enum class RedeployReason
{
    FirstDeploy,
    ImagesChange, // args: services
    EnvironmentChanges, // args: services
    ConfigurationChanges, // args: services
    MigrationFilesChange,
    MigrationFilesSame,
    MigrationUnsure, // nobody can tell whether there is something to migrate
    NoMigration, // the file names none
    NothingChanged,
    ImagesWouldStay, // args: services, whose new images would not be deployed
    MigrationWouldStay,
    EarlierVersion, // args: version, when it was deployed
    NoEarlierVersion,
};

// One of the redeploys, with why: what a person chooses from.
struct RedeployOffer
{
    StackRedeploy redeploy = StackRedeploy::Code;
    bool isRecommended = false;
    bool isPossible = true;
    QList<std::pair<RedeployReason, QStringList>> reasons;
    QStringList services; // that would be recreated
    bool backsUp = false;
    bool migrates = false;
    bool pulls = false;
    bool operator==(const RedeployOffer &) const = default;
};

// What changed between what runs and what the files say. The recommended one comes first.
[[nodiscard]] QList<RedeployOffer> redeployOffers(const StackInputs &inputs);

// Pure: the same inputs give the same plan and hash. Precondition: what is asked for cannot be done
// there. Nothing is stopped by it before its replacement is pulled and the configuration is valid.
[[nodiscard]] Result<DeployPlan> makeStackPlan(const StackInputs &inputs);

// The references that the services would run, with the variables of the env file and, where
// atalaya.toml says where it stands, `version`.
[[nodiscard]] QHash<QString, QString> stackReferences(const AtalayaToml &toml,
    const ComposeProject &compose,
    const VariableLookup &variables,
    const QString &version);
// Of what a migration depends on: never run again once it succeeded for it.
[[nodiscard]] QString stackMigrationKey(const StackInputs &inputs);
// What is left of a server's rollback: `begun` are the numbers of the steps that were begun,
// `isAgreed` whether somebody (or the policy) says that the database goes back, too.
[[nodiscard]] QList<StackStep> stackRollback(
    const StackServerPlan &server, const QList<int> &begun, bool isAgreed);
