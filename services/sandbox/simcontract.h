#pragma once

#include "core/result.h"
#include "sandbox/simtypes.h"

#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

struct GraphQlField;
struct GraphQlQuery;
class ContractType;

// What somebody asked that is not in the contract.
struct SimViolation
{
    QString client; // "atalaya/0.1.0", from the user agent; empty: it gave none
    QString what;
    int count = 1;
    SimTime at{0}; // the first time

    // Ours, and not somebody else's program.
    [[nodiscard]] bool isOurs() const;
    bool operator==(const SimViolation &) const = default;
};

// One thing that is not in the contract.
struct ContractFinding
{
    QString what;
    bool refused = false; // the platform does not take it, rather than look past it
};

// The table of resources/contract: what may be asked of the platform and what it answers. Reading
// only; thread-safe.
class SimContract
{
public:
    enum class Nonce
    {
        None,
        Optional,
        Leased, // needed while a lease is held
        Required
    };
    struct Route
    {
        QString service;
        QString pattern; // "GET /v1/apps/{app}"
        QStringList segments;
        QMap<QString, std::shared_ptr<const ContractType>> query;
        std::shared_ptr<const ContractType> body;
        Nonce nonce = Nonce::None;
        QMap<int, std::shared_ptr<const ContractType>> answers; // null: no body is told
    };

    // The one that is compiled in.
    static const SimContract &instance();
    static Result<SimContract> fromJson(const QByteArray &json);
    ~SimContract();
    SimContract(SimContract &&) noexcept;

    [[nodiscard]] const Route *find(const QByteArray &method, const QString &path) const;
    [[nodiscard]] QList<Route> routes() const;
    [[nodiscard]] QList<ContractFinding> check(
        const Route &route, const SimRequest &request, const QJsonObject &body) const;
    [[nodiscard]] QList<ContractFinding> check(const GraphQlQuery &query) const;
    // What an answer holds that the table does not tell.
    [[nodiscard]] QStringList checkAnswer(
        const Route &route, int status, const QByteArray &body) const;

    // Tests: a violation of ours ends the process at once, wherever it happens.
    static void setStrict(bool strict);
    [[nodiscard]] static bool isStrict();

private:
    SimContract();
    struct Private;
    std::unique_ptr<Private> d;
};
