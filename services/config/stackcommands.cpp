#include "config/stackcommands.h"

#include "config/configpath.h"
#include "core/sanitise.h"

#include <QCryptographicHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {
QString userOf(const QString &user)
{
    return user.isEmpty() ? u"postgres"_s : user;
}

// The password of the server's own user is taken where the container has it, and goes to the
// program by a file that is none: arguments can be seen by others. The script is always the same;
// what it works on are its arguments.
constexpr QLatin1String mongoScript =
    "mode=$1; shift; "
    "if [ -n \"${MONGO_INITDB_ROOT_USERNAME:-}\" ]; then "
    "escaped=$(printf %s \"$MONGO_INITDB_ROOT_PASSWORD\" | sed 's/\\\\/\\\\\\\\/g; "
    "s/\"/\\\\\"/g'); "
    "exec \"$mode\" --config=/dev/fd/3 --username=\"$MONGO_INITDB_ROOT_USERNAME\" "
    "--authenticationDatabase=admin \"$@\" 3<<EOF\npassword: \"$escaped\"\nEOF\n"
    "else exec \"$mode\" \"$@\"; fi"_L1;

// A recreation makes the new container under the old one's id and name, takes the old one away and
// then gives the name over. Cut in between, what it left stands in the way of the next one.
constexpr QLatin1String settleScript =
    "docker ps -a --no-trunc --filter \"label=com.docker.compose.project=$1\" "
    "--format '{{.ID}} {{.Names}}' | while read -r id name; do "
    "former=${name%%_*}; final=${name#*_}; "
    "case $former in *[!0-9a-f]*) continue ;; esac; "
    "[ ${#former} = 12 ] && [ \"$final\" != \"$name\" ] || continue; "
    "if docker inspect --type container -- \"$final\" >/dev/null 2>&1; then docker rm -- \"$id\"; "
    "else docker rename -- \"$id\" \"$final\"; fi; done"_L1;

QStringList mongo(const QString &program, const QStringList &arguments)
{
    return QStringList{u"sh"_s, u"-c"_s, mongoScript, u"sh"_s, program} + arguments;
}
} // namespace

StackCompose::StackCompose(const AtalayaToml &toml, const QString &project)
    : m_project(project)
    , m_base{u"docker"_s, u"compose"_s, u"--project-name"_s, project}
{
    if (!toml.envFile.isEmpty())
        m_base << u"--env-file"_s << toml.envFile;
    for (const QString &file : toml.compose)
        m_base << u"-f"_s << file;
}

QStringList StackCompose::with(const QStringList &words) const
{
    return m_base + words;
}

QStringList StackCompose::inService(const QString &service, const QStringList &words) const
{
    return m_base + QStringList{u"exec"_s, u"-T"_s, service} + words;
}

QStringList StackCompose::migration(const StackMigration &migration) const
{
    return m_base + QStringList{u"run"_s, u"--rm"_s, u"--no-deps"_s, u"-T"_s, migration.service}
    + migration.command;
}

QStringList StackCompose::settling() const
{
    return {u"sh"_s, u"-c"_s, settleScript, u"sh"_s, m_project};
}

QStringList StackCompose::recreation(const QString &service) const
{
    return with({u"up"_s,
        u"-d"_s,
        u"--force-recreate"_s,
        u"--no-build"_s,
        u"--no-deps"_s,
        u"--pull"_s,
        u"never"_s,
        service});
}

QStringList StackCompose::backup(const StackBackup &backup) const
{
    switch (backup.kind) {
    case StackBackup::Kind::PgDump:
        return inService(backup.service,
            {u"pg_dump"_s,
                u"--format=custom"_s,
                u"--no-owner"_s,
                u"--no-acl"_s,
                u"-U"_s,
                userOf(backup.user),
                u"-d"_s,
                backup.database});
    case StackBackup::Kind::MongoDump:
        return inService(backup.service,
            mongo(u"mongodump"_s, {u"--archive"_s, u"--gzip"_s, u"--db"_s, backup.database}));
    case StackBackup::Kind::Command:
        break;
    }
    return inService(backup.service, backup.command);
}

QStringList StackCompose::count(const DataCheck &check, const QString &database) const
{
    return inService(check.service,
        {u"psql"_s,
            u"-X"_s,
            u"-A"_s,
            u"-t"_s,
            u"-v"_s,
            u"ON_ERROR_STOP=1"_s,
            u"-U"_s,
            userOf(check.user),
            u"-d"_s,
            database.isEmpty() ? check.database : database,
            u"-c"_s,
            check.sql});
}

QStringList StackCompose::listing(const StackBackup &backup) const
{
    if (backup.kind == StackBackup::Kind::MongoDump)
        return inService(
            backup.service, mongo(u"mongorestore"_s, {u"--archive"_s, u"--gzip"_s, u"--dryRun"_s}));
    return inService(backup.service, {u"pg_restore"_s, u"--list"_s});
}

QStringList StackCompose::loading(
    const StackBackup &backup, const QString &database, bool schemaOnly) const
{
    QStringList words{u"pg_restore"_s,
        u"--no-owner"_s,
        u"--no-acl"_s,
        u"--exit-on-error"_s,
        u"-U"_s,
        userOf(backup.user),
        u"-d"_s,
        database};
    if (schemaOnly)
        words.append(u"--schema-only"_s);
    return inService(backup.service, words);
}

QStringList StackCompose::restoring(const StackBackup &backup) const
{
    switch (backup.kind) {
    case StackBackup::Kind::PgDump:
        return loading(backup, backup.database, false);
    case StackBackup::Kind::MongoDump:
        return inService(backup.service,
            mongo(u"mongorestore"_s,
                {u"--archive"_s,
                    u"--gzip"_s,
                    u"--drop"_s,
                    u"--nsInclude"_s,
                    QString(backup.database + u".*"_s)}));
    case StackBackup::Kind::Command:
        break;
    }
    return inService(backup.service, backup.restore);
}

QStringList StackCompose::making(const StackBackup &backup, const QString &database) const
{
    return inService(
        backup.service, {u"createdb"_s, u"-U"_s, userOf(backup.user), u"--"_s, database});
}

QStringList StackCompose::dropping(const StackBackup &backup, const QString &database) const
{
    return inService(backup.service,
        {u"dropdb"_s,
            u"--if-exists"_s,
            u"--force"_s,
            u"-U"_s,
            userOf(backup.user),
            u"--"_s,
            database});
}

QStringList StackCompose::health(const QString &service, bool hasHealthcheck) const
{
    QStringList words{u"docker"_s,
        u"ps"_s,
        u"--filter"_s,
        QString(u"label=com.docker.compose.project="_s + m_project),
        u"--filter"_s,
        QString(u"label=com.docker.compose.service="_s + service),
        u"--filter"_s,
        u"label=com.docker.compose.oneoff=False"_s,
        u"--filter"_s,
        u"status=running"_s};
    if (hasHealthcheck)
        words << u"--filter"_s << u"health=healthy"_s;
    return words + QStringList{u"--format"_s, QString::fromLatin1(stackHealthyWord)};
}

namespace {
class StackCommandList
{
public:
    StackCommandList(const AtalayaToml &toml, const ComposeProject &compose)
        : m_toml(toml)
        , m_compose(toml, stackProjectName(toml, compose))
    {
    }

    QList<StackCommand> run(const ComposeProject &compose)
    {
        if (m_toml.migration)
            add(u"migrate"_s, m_compose.migration(*m_toml.migration));
        for (qsizetype i = 0; i < m_toml.backups.size(); ++i) {
            const StackBackup &backup = m_toml.backups.at(i);
            const QString place = configPathAt(u"backup"_s, i);
            add(place, m_compose.backup(backup));
            if (!backup.restore.isEmpty())
                add(configPathBelow(place, u"restore"_s), m_compose.restoring(backup));
        }
        for (qsizetype i = 0; i < m_toml.smoke.size(); ++i)
            add(configPathAt(u"smoke"_s, i), m_toml.smoke.at(i).command);
        for (qsizetype i = 0; i < m_toml.probes.size(); ++i)
            add(configPathAt(u"probe"_s, i), {u"GET"_s, m_toml.probes.at(i).url}); // from the desk
        for (qsizetype i = 0; i < m_toml.data.size(); ++i)
            add(configPathAt(u"data"_s, i), m_compose.count(m_toml.data.at(i)));
        for (const ComposeService &service : compose.services)
            ofService(service);
        return m_commands;
    }

private:
    void add(const QString &place, const QStringList &words)
    {
        if (!words.isEmpty())
            m_commands.append({place, Redact::text(shellLine(words))});
    }
    void ofService(const ComposeService &service)
    {
        const QString place = configPathBelow(u"services"_s, service.name);
        const auto below = [&place](const QString &key) { return configPathBelow(place, key); };
        add(below(u"entrypoint"_s), service.entrypoint);
        add(below(u"command"_s), service.command);
        if (service.hasHealthcheck())
            add(below(u"healthcheck"_s), service.healthcheck->test);
        // Through these a container reaches what is not the project's.
        QStringList outside;
        for (const ComposeMount &mount : service.mounts) {
            const bool leaves = mount.source.startsWith(u'/') || mount.source.startsWith(u'~')
                || mount.source.startsWith(u'$') || mount.source.contains(".."_L1);
            if (mount.type == ComposeMount::Type::Bind && leaves)
                outside.append(QString(mount.source + u':' + mount.target));
        }
        add(below(u"volumes"_s), outside);
    }

    const AtalayaToml &m_toml;
    const StackCompose m_compose;
    QList<StackCommand> m_commands;
};
} // namespace

QList<StackCommand> stackCommands(const AtalayaToml &toml, const ComposeProject &compose)
{
    return StackCommandList(toml, compose).run(compose);
}

QString stackContentHash(const QByteArray &text, const QList<StackCommand> &commands)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QByteArray &bytes) {
        hash.addData(QByteArray(QByteArray::number(bytes.size()) + ':'));
        hash.addData(bytes);
    };
    add(text);
    for (const StackCommand &command : commands) {
        add(command.place.toUtf8());
        add(command.text.toUtf8());
    }
    return QString::fromLatin1(hash.result().toHex());
}

QString shellLine(const QStringList &words)
{
    static const QRegularExpression plain(u"^[A-Za-z0-9_@%+=:,./-]+$"_s);
    QStringList written;
    for (const QString &word : words) {
        QString quotes = word;
        quotes.replace(u'\'', "'\\''"_L1);
        written.append(plain.match(word).hasMatch() ? word : QString(u'\'' + quotes + u'\''));
    }
    return written.join(u' ');
}
