#pragma once

#include "core/result.h"

#include <QJsonObject>
#include <QString>

#include <mutex>

// What atalayactl says. For people: lines on standard output. For scripts (--json): one JSON object
// per line on standard output, each with a "kind"; nothing else is written there. Secrets are
// redacted and terminal escapes removed on the way. Any thread.
class CtlOutput
{
public:
    explicit CtlOutput(bool json)
        : m_json(json)
    {
    }

    [[nodiscard]] bool isJson() const { return m_json; }

    void line(const QString &text); // for people only
    void columns(const QList<QStringList> &rows); // aligned; for people only
    void object(QLatin1StringView kind, QJsonObject object); // for scripts only
    // To standard error for people, as kind "error" for scripts.
    void error(const Error &error, int exitCode);
    void usage(const QString &problem, int exitCode);
    // Always on standard error; for what concerns people even when scripts read.
    void aside(const QString &text);

private:
    void write(std::FILE *stream, const QString &text);

    const bool m_json;
    std::mutex m_mutex;
};
