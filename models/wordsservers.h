#pragma once

#include "core/result.h"
#include "servers/sshquestion.h"
#include "types/fleetserver.h"

#include <QString>
#include <QStringList>

#include <optional>

enum class FleetState;

// The user's words for servers and for what ssh says, in the current language.
namespace WordsServers {
// What happened and what can be done, for errors of ssh and of the list of servers; else empty.
// `server`: as the console calls it.
QString problem(const Error &error, const QString &server = {});
QString brief(const Error &error); // for a mark: "host key changed"; else empty
QString whatIsWrong(ServerProblem problem);
// What an error of the list of servers is about.
std::optional<ServerProblem> problemOf(const Error &error);

// The question that a dialog asks above ssh's own words.
QString question(const SshQuestion &question);
QString answerLabel(SshQuestion::Kind kind); // of its field; empty: there is nothing to type

QString docker(const ServerFacts &facts); // "Docker 26.1.5", "Docker is not installed."
QString compose(const ServerFacts &facts);
QString clock(const ServerFacts &facts); // empty while it agrees about
QString system(const ServerFacts &facts); // "Debian GNU/Linux 12 (bookworm), amd64, 4 CPUs"
QString load(const ServerFacts &facts); // and since when it is up
QString memory(const ServerFacts &facts);
QString disk(const DiskFacts &disk);
QString health(ServiceHealth health);
QString state(const ServiceFacts &service);
QString service(const ServiceFacts &service); // one line: name, image, state, health, restarts
QString place(const Server &server); // how it is reached: "ssh ana@host"
QString serviceName(const ServiceFacts &service); // "web", "web (2)"
QStringList ports(const ServiceFacts &service); // "0.0.0.0:80→8080/tcp"
QString stack(const StackFacts &stack); // its heading
QString lock(const StackLock &lock);
QString backup(const BackupFacts &backup, const QDateTime &now);

// Words beside a mark: of a row of the fleet.
QString serverState(const FleetServer &server); // empty while there is nothing to say
QString stackState(const StackFacts &stack, FleetState state);
QString serviceState(const ServiceFacts &service);
QString trouble(const FleetServer &server); // why it does not answer, and what helps; or empty
QString sentence(const FleetServer &server); // how it is, for its header
QString sentence(const StackFacts &stack);
} // namespace WordsServers
