#pragma once

#include "types/configchange.h"
#include "types/machine.h"

#include <QHash>
#include <QList>

// What becomes different for a machine, image and labels aside. Values of env, contents of files
// and headers that authorise are masked; texts that look like secrets are redacted.
QList<ConfigChange> configChanges(const MachineConfig &now, const MachineConfig &next);

// The same for many machines: those with the same changes are told together.
class ConfigChangeSets
{
public:
    // Digests as of configDigest(): equal ones mean equal configs, and are not looked at twice.
    void add(const Machine &machine,
        const MachineConfig &next,
        const QString &digestNow,
        const QString &digestNext);
    [[nodiscard]] const QList<ConfigChangeSet> &sets() const { return m_sets; }

private:
    QList<ConfigChangeSet> m_sets; // without machines that stay as they are
    QHash<QString, qsizetype> m_known; // by group and digests
};
