#pragma once

#include "core/http.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QUrlQuery>

#include <chrono>
#include <variant>

// Time in the simulated world, since its epoch (the moment the scenario was loaded). What a
// scenario tells of the past has negative times.
using SimTime = std::chrono::milliseconds;

struct SimRequest
{
    QByteArray method = "GET";
    QString path;
    QUrlQuery query;
    QList<HttpHeader> headers;
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const;
};

struct SimReply
{
    // How the transport is to hand it over: faults cut connections after the world has acted.
    enum Delivery
    {
        Whole,
        DropBeforeAnswer,
        TruncateBody
    };

    int status = 200;
    QList<HttpHeader> headers;
    QByteArray body;
    Delivery delivery = Whole;
};

// A request that the world answers later: at an event of the world, or at the deadline.
struct SimHold
{
    QByteArray method;
    QString path;
    QString app;
    QString machine;
    QStringList states;
    QString version;
    SimTime deadline{0};
};

using SimAnswer = std::variant<SimReply, SimHold>;
