#pragma once

#include "core/result.h"
#include "servers/sshquestion.h"
#include "types/server.h"

#include <QString>
#include <QStringList>

// The user's words for servers and for what ssh says, in the current language.
namespace WordsServers {
// What happened and what can be done, for errors of ssh and of the list of servers; else empty.
// `server`: as the console calls it.
QString problem(const Error &error, const QString &server = {});
QString brief(const Error &error); // for a mark: "host key changed"; else empty
QString whatIsWrong(ServerProblem problem);

// The question that a dialog asks above ssh's own words.
QString question(const SshQuestion &question);
QString answerLabel(SshQuestion::Kind kind); // of its field; empty: there is nothing to type

QString docker(const ServerFacts &facts); // "Docker 26.1.5", "Docker is not installed."
QString compose(const ServerFacts &facts);
QString clock(const ServerFacts &facts); // empty while it agrees about
QString system(const ServerFacts &facts); // "Debian GNU/Linux 12 (bookworm), amd64, 4 CPUs"
QString memory(const ServerFacts &facts);
QString disk(const DiskFacts &disk);
QString health(ServiceHealth health);
QString state(const ServiceFacts &service);
QString service(const ServiceFacts &service); // one line: name, image, state, health, restarts
QString stack(const StackFacts &stack); // its heading
QString lock(const StackLock &lock);
QString backup(const BackupFacts &backup, const QDateTime &now);
} // namespace WordsServers
