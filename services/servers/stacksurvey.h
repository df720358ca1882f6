#pragma once

#include "core/secret.h"
#include "servers/serverlink.h"

#include <QHash>
#include <QMap>

// What a look at one stack on one server is to tell, beyond the survey of the server. Values of
// environments never come back from it: they are compared by a hash with the nonce of the look.
struct StackQuery
{
    QString project; // as docker compose calls it
    QString directory;
    QStringList files; // below the directory
    bool commit = false; // which one is checked out
    // By service: what its containers' environments are to hold, "NAME=VALUE" each.
    QHash<QString, QList<QByteArray>> environment;
    // For the digests that compose itself makes of each service, as the files there say it and as
    // these would say it. None: they are not compared.
    QStringList composeFiles; // in their order
    QString envFile;
    QMap<QString, Secret> contents; // of composeFiles and envFile, by name
    QStringList references; // of images, that their registries are asked for
};

struct StackImageTold
{
    bool isMissing = false; // the registry says that it has none
    QString digest; // empty: not told, also where an image is for several kinds of CPU
    QStringList cpus; // none: not told
    qint64 bytes = 0;
    bool operator==(const StackImageTold &) const = default;
};

struct StackTold
{
    bool hasDirectory = false;
    QHash<QString, QString> files; // by path; a file that is not there is not in it
    QString commit;
    QHash<QString, QStringList> environment; // by service, one of each container
    QHash<QString, QString> configurationNow; // by service
    QHash<QString, QString> configurationWanted;
    QHash<QString, StackImageTold>
        images; // by reference; those that could not be told are not in it
    bool operator==(const StackTold &) const = default;
};

namespace StackSurvey {
// The same hashes of what is here.
QString hashOfFile(const QByteArray &nonce, const QByteArray &content);
QString hashOfEnvironment(const QByteArray &nonce, const QList<QByteArray> &variables);
QByteArray newNonce();

// InvalidInput: a name that cannot travel as a line.
Result<Secret> script(const StackQuery &query, const QByteArray &nonce);
Result<StackTold> read(const QByteArray &output, const QByteArray &nonce);
// One round trip; writes nothing but a folder of scratch that is gone at its end. Blocking.
Result<StackTold> look(const ServerLink::Run &run,
    const StackQuery &query,
    const QByteArray &nonce,
    std::stop_token stop);
} // namespace StackSurvey
