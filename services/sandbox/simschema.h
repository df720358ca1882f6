#pragma once

#include "sandbox/graphqlquery.h"
#include "sandbox/simcore.h"

// The objects of the GraphQL schema, made in full from the world; simgraphql.cpp cuts them down to
// what was asked for.
class SimSchema
{
public:
    explicit SimSchema(SimCore &core)
        : m_core(core)
    {
    }

    [[nodiscard]] QJsonValue organisation(const QString &slug) const; // null: there is none
    [[nodiscard]] QJsonArray organisations() const;
    [[nodiscard]] QJsonObject release(const SimRelease &release) const;
    [[nodiscard]] QJsonObject app(const SimApp &app, const GraphQlField &field) const;
    // Those that the token may see, by pages.
    [[nodiscard]] QJsonObject apps(const SimToken &token, const GraphQlField &field) const;
    [[nodiscard]] QJsonObject platform() const;
    [[nodiscard]] static QJsonObject viewer(const SimToken &token);
    [[nodiscard]] static QJsonObject address(const QJsonObject &ip, const QString &createdAt);
    [[nodiscard]] static QJsonObject connection(
        const QJsonArray &nodes, bool more = false, const QString &end = {});

private:
    [[nodiscard]] QJsonArray releases(const SimApp &app, const GraphQlField &appField) const;
    [[nodiscard]] QJsonValue image(const SimApp &app, const GraphQlField &appField) const;
    [[nodiscard]] QJsonArray secrets(const SimApp &app) const;
    [[nodiscard]] QJsonArray addresses(const SimApp &app) const;
    [[nodiscard]] QJsonArray machines(const SimApp &app) const;
    [[nodiscard]] QJsonValue imageDetails(const SimApp &app) const;

    SimCore &m_core;
};
