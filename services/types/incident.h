#pragma once

#include <QString>

// Something that the platform's status page tells of itself, in the platform's words.
struct Incident
{
    QString id;
    QString name;
    QString status; // investigating, identified, monitoring
    QString impact; // none, minor, major, critical
    bool operator==(const Incident &) const = default;
};
