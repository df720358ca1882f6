#pragma once

#include "config/tomldocument.h"

#include <QSet>

// The node of a path of the modern shape, or of the nearest above it; -1: nothing of it.
int flyNodeOf(const TomlDocument &document, const ConfigPath &path);

// Collects what is to be said about a file and finds the places for it. Of a fly.toml paths are
// those of the modern shape (services[0]), the file may have an older one ([services]). Of other
// files `nodeOf` finds the places.
class FileFindings
{
public:
    using NodeOf = int (*)(const TomlDocument &document, const ConfigPath &path);

    // `document` must outlive this; nullptr: there are no places (a definition).
    explicit FileFindings(const TomlDocument *document, NodeOf nodeOf = flyNodeOf)
        : m_document(document)
        , m_nodeOf(nodeOf)
    {
    }

    void error(ConfigCode code, const QString &path, const QStringList &arguments = {})
    {
        add(ConfigFinding::Severity::Error, code, path, arguments);
    }
    void warning(ConfigCode code, const QString &path, const QStringList &arguments = {})
    {
        add(ConfigFinding::Severity::Warning, code, path, arguments);
    }
    void note(ConfigCode code, const QString &path, const QStringList &arguments = {})
    {
        add(ConfigFinding::Severity::Note, code, path, arguments);
    }
    // In the order of the file.
    [[nodiscard]] QList<ConfigFinding> sorted() const;

private:
    void add(ConfigFinding::Severity severity,
        ConfigCode code,
        const QString &path,
        const QStringList &arguments);

    const TomlDocument *m_document;
    NodeOf m_nodeOf;
    QList<ConfigFinding> m_findings;
    QSet<QString> m_wrong; // paths with an error: one of each is enough
};
