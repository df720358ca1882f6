#pragma once

#include "core/clock.h"
#include "servers/serverlink.h"
#include "servers/sshconnections.h"
#include "types/server.h"

#include <QHash>

// What a survey's script prints, read strictly: sections by their nonce, with caps; what is before
// the first one (a banner, a profile that talks) is let be. A field that cannot be understood is as
// if it had not been told; a section that is missing or cut is an error.
class SurveyReader
{
public:
    explicit SurveyReader(QByteArray nonce);

    // `at`: when it came, by our clock.
    void take(const QByteArray &line, const QDateTime &at);
    // `sent`: when the script was sent.
    [[nodiscard]] Result<ServerFacts> facts(const QDateTime &sent, int exitCode) const;

private:
    QByteArray m_nonce;
    QByteArray m_section;
    QHash<QByteArray, QList<QByteArray>> m_sections;
    QList<QByteArray> m_before;
    QDateTime m_timeAt;
    qint64 m_size = 0;
};

// One look at a server: one command, one round trip. Blocking.
[[nodiscard]] Result<ServerFacts> surveyServer(
    const ServerLink &link, Clock &clock, std::stop_token stop);
[[nodiscard]] Result<ServerFacts> surveyServer(
    const SshConnection &connection, const Server &server, Clock &clock, std::stop_token stop);
