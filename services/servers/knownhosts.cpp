#include "servers/knownhosts.h"

#include "core/process.h"
#include "servers/ssherrors.h"

#include <QFileInfo>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

QList<KnownKey> knownKeysFromText(const QString &file, const QByteArray &text)
{
    static const QRegularExpression place(u"^# Host .* found: line (\\d+)"_s);
    QList<KnownKey> keys;
    int line = 0;
    for (const QByteArray &row : text.split('\n')) {
        const auto match = place.match(QString::fromUtf8(row));
        if (match.hasMatch()) {
            line = match.captured(1).toInt();
            continue;
        }
        const QList<QByteArray> words = row.simplified().split(' ');
        const qsizetype marker = row.startsWith('@') ? 1 : 0;
        const QString fingerprint = fingerprintOfKey(words.value(marker + 2));
        if (row.startsWith('#') || fingerprint.isEmpty())
            continue;
        keys.append({QString::fromUtf8(words.value(marker + 1)),
            fingerprint,
            file,
            line,
            marker > 0 ? QString::fromUtf8(words.first()) : QString()});
    }
    return keys;
}

Result<QList<KnownKey>> knownKeys(
    IoThread &thread, const SshTools &tools, const SshEndpoint &endpoint, std::stop_token stop)
{
    QList<KnownKey> keys;
    const QString name = endpoint.knownHostsName();
    if (name.startsWith(u'-'))
        return failure(sshAddressError(ServerProblem::HostUnfit));
    for (const QString &file : endpoint.knownHosts) {
        if (!QFileInfo(file).isFile())
            continue;
        ProcessRequest request;
        request.program = tools.keygen;
        request.arguments = {u"-F"_s, name, u"-f"_s, file};
        const Result<ProcessEnd> end = await(runProcess(thread, request, stop));
        if (!end)
            return failure(sshStartError(end.error()));
        // 1: none is found.
        if (end->exitCode != 0 && end->exitCode != 1)
            return failure(Error::Kind::Process, QString::fromUtf8(end->errors).trimmed());
        keys += knownKeysFromText(file, end->output);
    }
    return keys;
}
