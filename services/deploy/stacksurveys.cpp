#include "deploy/stacksurveys.h"

#include "config/stackversion.h"
#include "config/tomldocument.h"
#include "core/log.h"
#include "deploy/causes.h"
#include "servers/serversurvey.h"
#include "servers/ssherrors.h"
#include "servers/stacksurvey.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr int mostStackLooks = 4; // over links that are cut
constexpr Clock::Duration lostLinkRest = std::chrono::milliseconds(500);

// The stack as it stands there: by its folder, by its name, else its folder alone.
StackFacts factsOfStack(const ServerFacts &facts, const QString &directory, const QString &project)
{
    const auto find = [&facts](const auto &fits) {
        return std::find_if(facts.stacks.cbegin(), facts.stacks.cend(), fits);
    };
    auto found = find([&](const StackFacts &stack) {
        return stack.folder == directory && !stack.services.isEmpty();
    });
    if (found == facts.stacks.cend())
        found = find([&](const StackFacts &stack) { return stack.project == project; });
    StackFacts stack = found == facts.stacks.cend() ? StackFacts() : *found;
    stack.folder = directory;
    const auto folder =
        find([&](const StackFacts &other) { return other.folder == directory && other.lock; });
    if (!stack.lock && folder != facts.stacks.cend())
        stack.lock = folder->lock;
    return stack;
}

class StackLooking
{
public:
    StackLooking(const StackSurveyParts &parts, const QByteArray &nonce)
        : m_parts(parts)
        , m_folder(parts.folder)
        , m_toml(parts.folder.project.toml)
        , m_nonce(nonce)
    {
    }

    [[nodiscard]] StackQuery query() const;
    void fill(const StackTold &told, StackServerLook &into) const;

private:
    void environments(const StackTold &told, StackLook &look) const;
    void configurations(const StackTold &told, StackLook &look) const;
    void images(const StackTold &told, StackServerLook &into) const;
    // What an include or an extends reads beside the files cannot be laid aside with them.
    // With git the env file alone is put there.
    [[nodiscard]] QByteArray contentOf(const QString &name) const
    {
        const auto known = m_folder.files.constFind(name);
        QFile file(QDir(m_folder.path).filePath(name));
        if (known == m_folder.files.cend() && file.open(QIODevice::ReadOnly))
            return file.read(maxConfigBytes);
        return known == m_folder.files.cend() ? QByteArray() : known->content;
    }
    [[nodiscard]] bool isSelfContained() const
    {
        const ComposeProject &compose = m_folder.project.compose;
        return compose.files.size() == compose.namedFiles;
    }

    const StackSurveyParts &m_parts;
    const StackFolder &m_folder;
    const AtalayaToml &m_toml;
    const QByteArray m_nonce;
};

StackQuery StackLooking::query() const
{
    StackQuery query;
    query.project = m_parts.project;
    query.directory = m_toml.directory;
    query.files = m_folder.files.keys();
    query.commit = m_toml.source == AtalayaToml::Source::Git;
    for (const ComposeService &service : m_folder.project.compose.services) {
        if (const QList<QByteArray> wanted = stackEnvironment(m_folder, service); !wanted.isEmpty())
            query.environment.insert(service.name, wanted);
    }
    query.composeFiles = m_toml.compose;
    query.envFile = m_toml.envFile;
    if (isSelfContained() && !m_parts.isOtherCommit) {
        for (const QString &name : m_toml.compose)
            query.contents.insert(name, Secret(contentOf(name)));
        if (!m_toml.envFile.isEmpty())
            query.contents.insert(m_toml.envFile, Secret(m_folder.envText()));
    }
    if (m_parts.asksRegistries) {
        query.references = m_parts.references.values();
        query.references.removeDuplicates();
    }
    return query;
}

void StackLooking::environments(const StackTold &told, StackLook &look) const
{
    for (StackServiceNow &now : look.services) {
        const ComposeService *service = m_folder.project.compose.service(now.service);
        QStringList seen = told.environment.value(now.service);
        seen.removeDuplicates();
        // Where the files set nothing there is nothing that could be wrong.
        if (service && service->environment.isEmpty() && service->envFiles.isEmpty())
            now.environment = now.environmentWanted = StackSurvey::hashOfEnvironment(m_nonce, {});
        if (!service || seen.isEmpty())
            continue;
        now.environmentWanted =
            StackSurvey::hashOfEnvironment(m_nonce, stackEnvironment(m_folder, *service));
        // Containers of one service that differ are not what is wanted, whatever one of them is.
        now.environment = seen.size() == 1 ? seen.constFirst() : seen.join(u' ');
    }
}

void StackLooking::configurations(const StackTold &told, StackLook &look) const
{
    // With the same files only the environment can make a difference, and that is told by itself.
    const bool sameFiles = m_toml.source == AtalayaToml::Source::Git
        ? look.commit == m_folder.commit
        : std::all_of(look.files.cbegin(), look.files.cend(), [this](const StackFileNow &file) {
              return !m_toml.compose.contains(file.path) || file.now == file.wanted;
          });
    for (StackServiceNow &now : look.services) {
        const QString is = told.configurationNow.value(now.service);
        const QString wanted = told.configurationWanted.value(now.service);
        if (is.isEmpty() || wanted.isEmpty())
            continue;
        now.configuration = is;
        now.configurationWanted = sameFiles ? is : wanted;
    }
}

void StackLooking::images(const StackTold &told, StackServerLook &into) const
{
    for (auto one = m_parts.references.cbegin(); one != m_parts.references.cend(); ++one) {
        StackImage image;
        image.reference = one.value();
        const auto seen = told.images.constFind(one.value());
        image.isAsked = seen != told.images.cend() && (seen->isMissing || !seen->digest.isEmpty());
        if (seen != told.images.cend()) {
            image.digest = seen->digest;
            image.cpus = seen->cpus;
            image.bytes = seen->bytes;
        }
        if (const ImageName name = imageName(one.value()); !name.digest.isEmpty())
            image.digest = name.digest;
        into.images.insert(one.key(), image);
    }
}

void StackLooking::fill(const StackTold &told, StackServerLook &into) const
{
    StackLook &look = into.look;
    look.commit = told.commit;
    for (auto file = m_folder.files.cbegin(); file != m_folder.files.cend(); ++file)
        look.files.append({file.key(),
            told.files.value(file.key()),
            StackSurvey::hashOfFile(m_nonce, file->content)});
    if (!m_parts.isOtherCommit) {
        environments(told, look);
        configurations(told, look);
    }
    images(told, into);
}

StackServerLook unreached(const QString &server, const Error &error, Clock &clock)
{
    Log::area("deploy")->info(
        "not reached: server={} {}", server.toStdString(), error.detail.toStdString());
    StackServerLook look;
    look.look.server = server;
    look.look.isReached = false;
    look.look.problem = error;
    look.look.at = clock.wallNow();
    return look;
}
} // namespace

QList<QByteArray> stackEnvironment(const StackFolder &folder, const ComposeService &service)
{
    const StackProject &project = folder.project;
    const QHash<QString, Secret> env =
        project.env ? project.env->file.values() : QHash<QString, Secret>();
    const auto lookup = [&env](const QString &name) -> std::optional<QString> {
        const auto value = env.constFind(name);
        return value == env.cend() ? std::nullopt
                                   : std::optional(QString::fromUtf8(value->reveal()));
    };
    QMap<QString, QByteArray> values;
    for (const ComposeEnvFile &file : service.envFiles) {
        const QString path = project.compose.pathFrom(file.path, file.place);
        const auto found = folder.files.constFind(QDir::cleanPath(path));
        if (found == folder.files.cend())
            return {}; // what it says is not known here
        const QHash<QString, Secret> read = readDotEnv(found->content).values(lookup);
        for (auto value = read.cbegin(); value != read.cend(); ++value)
            values.insert(value.key(), value->reveal());
    }
    for (const ComposeEnvironment &variable : service.environment) {
        if (variable.value)
            values.insert(variable.name, VariableText(*variable.value).resolved(lookup).toUtf8());
        else if (const std::optional<QString> value = lookup(variable.name))
            values.insert(variable.name, value->toUtf8());
    }
    QList<QByteArray> all;
    for (auto value = values.cbegin(); value != values.cend(); ++value)
        all.append(QByteArray(value.key().toUtf8() + '=' + value.value()));
    return all;
}

namespace {
Result<StackServerLook> lookOnce(const ServerOpener &open,
    const QString &server,
    const StackSurveyParts &parts,
    Clock &clock,
    std::stop_token stop)
{
    Result<ServerLink> link = open(server, stop);
    if (!link)
        return link.error().kind == Error::Kind::Cancelled
            ? Result<StackServerLook>(failure(link.error()))
            : unreached(server, link.error(), clock);
    const QString &directory = parts.folder.project.toml.directory;
    if (!link->server.folders.contains(directory))
        link->server.folders.append(directory);
    const Result<ServerFacts> facts = surveyServer(*link, clock, stop);
    if (!facts)
        return unreached(server, facts.error(), clock);
    StackServerLook seen;
    seen.look = stackLook(server, *facts, factsOfStack(*facts, directory, parts.project));
    seen.clockAhead = facts->clockAhead;
    if (facts->docker != DockerState::Running || facts->compose == ComposeKind::Absent
        || facts->compose == ComposeKind::Legacy || facts->compose == ComposeKind::Standalone)
        return Cause::stackDocker(server,
            facts->docker == DockerState::Running ? composeKindName(facts->compose)
                                                  : dockerStateName(facts->docker));
    const QByteArray nonce = StackSurvey::newNonce();
    const StackLooking looking(parts, nonce);
    const Result<StackTold> told = StackSurvey::look(link->run, looking.query(), nonce, stop);
    if (!told)
        return unreached(server, told.error(), clock);
    looking.fill(*told, seen);
    return seen;
}

// It was there: another link may be made at once.
bool hasLostLink(const Result<StackServerLook> &seen)
{
    const std::optional<SshCause> cause =
        seen && seen->look.problem ? sshCauseOf(*seen->look.problem) : std::nullopt;
    return cause == SshCause::ConnectionLost || cause == SshCause::MasterGone;
}
} // namespace

Result<StackServerLook> lookAtStack(const ServerOpener &open,
    const QString &server,
    const StackSurveyParts &parts,
    Clock &clock,
    std::stop_token stop)
{
    for (int tries = 1;; ++tries) {
        Result<StackServerLook> seen = lookOnce(open, server, parts, clock, stop);
        if (!hasLostLink(seen) || tries == mostStackLooks || !clock.sleepFor(lostLinkRest, stop))
            return seen;
    }
}
