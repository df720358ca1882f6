#include "support/stackserver.h"

#include "core/linecutter.h"
#include "servers/ssherrors.h"

#include <QDir>
#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace {
constexpr const char *standInDocker = R"sh(#!/bin/sh
# Answers as docker does for the stack "shop"; STATE is put in by the test.
state='STATE'
printf '%s\n' "$*" >>"$state/calls"
digest() { sum=$(printf %s "$1" | sha256sum); printf 'sha256:%s' "${sum%% *}"; }
value() { sed -n "s/^$1=//p" .env; }
image() { # SERVICE
    case $1 in db) printf 'registry.test/shop/db:15' ;; *) printf 'registry.test/shop/%s:%s' "$1" "$(value SHOP_VERSION)" ;; esac
}
healthy() { # SERVICE
    read -r running <"$state/run/$1" || return 1
    [ "${running##*:}" != "$(cat "$state/sick" 2>/dev/null)" ]
}
service_of_filters() {
    for word in "$@"; do case $word in label=com.docker.compose.service=*) printf %s "${word##*=}" ;; esac; done
}
case "$1 $2" in
'info --format') printf '"26.1.5" "%s"\n' "$state"; exit ;;
'compose version') echo 2.26.1; exit ;;
'manifest inspect')
    for reference in "$@"; do :; done
    [ "${reference##*:}" != 9.9.9 ] || { echo 'manifest unknown' >&2; exit 1; }
    printf '{"Ref":"%s","Descriptor":{"digest":"%s","platform":{"architecture":"amd64"}},"SchemaV2Manifest":{"layers":[{"size":1000}]}}\n' \
        "$reference" "$(digest "$reference")"
    exit ;;
'image inspect')
    shift 4
    for id in "$@"; do
        reference=$(cat "$state/images/${id#sha256:}" 2>/dev/null) || continue
        printf '["%s",["%s@%s"]]\n' "$id" "${reference%:*}" "$(digest "$reference")"
    done
    exit ;;
'image prune' | 'image tag') exit ;;
esac
case $1 in
ps)
    service=$(service_of_filters "$@")
    case "$*" in
    *-aq*) ls "$state/run" ;;
    *' -q '* | '-q '* | *' -q') [ ! -e "$state/run/$service" ] || echo "$service" ;;
    *health=healthy*) healthy "$service" && echo healthy ;;
    *) [ ! -e "$state/run/$service" ] || echo healthy ;;
    esac
    exit 0 ;;
inspect)
    case "$*" in
    *Config.Env*)
        for id in "$@"; do :; done
        cat "$state/env/$id" 2>/dev/null
        exit 0 ;;
    esac
    shift 5
    for id in "$@"; do
        read -r reference <"$state/run/$id"
        name=$(printf %s "$reference" | sha256sum)
        printf %s "$reference" >"$state/images/${name%% *}"
        health=null
        [ "$id" = worker ] || { healthy "$id" && health='"healthy"' || health='"unhealthy"'; }
        printf '["%s","%s","/shop-%s-1","sha256:%s","%s","running",%s,0,0,false,"2026-11-23T00:00:00Z","always",{},"shop","%s","1","False","%s/compose.yml"]\n' \
            "$(cat "$state/directory")" "$id" "$id" "${name%% *}" "$reference" "$health" "$id" "$(cat "$state/directory")"
    done
    exit ;;
esac
[ "$1" = compose ] || exit 64
shift
file=
while [ $# -gt 0 ]; do
    case $1 in
    -f) file=$2; shift 2 ;;
    --project-name | --project-directory | --env-file) shift 2 ;;
    *) break ;;
    esac
done
case $1 in
config)
    case $2 in
    --hash)
        for name in db web worker; do
            sum=$(sed -n "/^  $name:/,/^  [a-z]*:/p" "$file" | sha256sum)
            printf '%s %s\n' "$name" "${sum%% *}"
        done ;;
    esac ;;
pull)
    [ "$(cat "$state/pull" 2>/dev/null)" != fails ] || { echo 'no space left on device' >&2; exit 1; } ;;
up)
    for name in "$@"; do :; done
    while [ "$name" = web ] && [ -e "$state/hold" ]; do echo held; sleep 0.05; done
    image "$name" >"$state/run/$name.new"
    echo >>"$state/run/$name.new"
    { printf 'PATH=/bin\n'; [ "$name" != web ] || printf 'GREETING=%s\n' "$(value GREETING)"; } |
        while IFS= read -r line; do printf %s "$line" | od -An -tx1 | tr -d ' \n'; echo; done >"$state/env/$name"
    mv "$state/run/$name.new" "$state/run/$name" ;;
rm) for name in "$@"; do :; done; rm -f "$state/run/$name" "$state/env/$name" ;;
stop) echo stopped ;;
run) echo "migrating to $(value SHOP_VERSION)"; exit "$(cat "$state/migration" 2>/dev/null || echo 0)" ;;
exec)
    shift 3
    case $1 in
    pg_dump) echo "a dump of $(cat "$state/rows") rows" ;;
    pg_restore) cat >/dev/null; echo listed ;;
    psql) cat "$state/rows" ;;
    esac ;;
esac
exit 0
)sh";

void writeInto(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}
} // namespace

StackServer::StackServer()
{
    const QDir folder(m_folder.path());
    for (const QString &name :
        {u"bin"_s, u"state/run"_s, u"state/env"_s, u"state/images"_s, u"srv"_s})
        folder.mkpath(name);
    writeInto(path(u"bin/docker"_s),
        QByteArray(standInDocker).replace("STATE", path(u"state"_s).toUtf8()));
    QFile(path(u"bin/docker"_s))
        .setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    set(u"directory"_s, directory().toUtf8());
    set(u"rows"_s, "7320");
}

void StackServer::set(const QString &name, const QByteArray &content)
{
    writeInto(path(u"state/"_s + name), content);
}

void StackServer::unset(const QString &name)
{
    QFile::remove(path(u"state/"_s + name));
}

void StackServer::runs(const QString &folder, const QByteArray &version)
{
    for (const QString &service : {u"db"_s, u"web"_s, u"worker"_s}) {
        const QByteArray tag = service == "db"_L1 ? QByteArray("15") : version;
        set(u"run/"_s + service, "registry.test/shop/" + service.toLatin1() + ':' + tag + '\n');
        const QByteArray greeting = service == "web"_L1 ? "GREETING=hola" : "";
        set(u"env/"_s + service, QByteArray("PATH=/bin").toHex() + '\n' + greeting.toHex() + '\n');
    }
    QDir().mkpath(directory());
    for (const QString &name : {u"compose.yml"_s, u".env"_s}) {
        QFile::remove(directory() + u'/' + name);
        QFile::copy(folder + u'/' + name, directory() + u'/' + name);
    }
}

QByteArray StackServer::get(const QString &name) const
{
    QFile file(path(u"state/"_s + name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

QByteArray StackServer::imageOf(const QString &service) const
{
    return get(u"run/"_s + service);
}

QByteArray StackServer::calls() const
{
    return get(u"calls"_s);
}

ServerLink StackServer::link(const QString &name) const
{
    ServerLink link;
    link.server.name = name;
    link.server.production = false;
    link.run = [this](const SshCommand &command, std::stop_token stop) -> Result<SshEnd> {
        const auto lost = [] {
            return failure(sshErrorOf({SshCause::ConnectionLost, {}, false}, u"cut"_s));
        };
        if (m_isCut)
            return lost();
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"PATH"_s, path(u"bin"_s) + u':' + environment.value(u"PATH"_s));
        process.setProcessEnvironment(environment);
        process.start(u"sh"_s, {u"-c"_s, QString::fromUtf8(command.line)});
        const QByteArray is = directory().toUtf8();
        const QByteArray called = m_calledDirectory.isEmpty() ? is : m_calledDirectory.toUtf8();
        process.write(QByteArray(command.secretInput.reveal() + command.input).replace(called, is));
        process.closeWriteChannel();
        SshEnd end;
        LineCutter lines;
        while (process.state() != QProcess::NotRunning || process.bytesAvailable() > 0) {
            constexpr int slice = 20;
            if (m_isCut || stop.stop_requested()) {
                process.kill();
                process.waitForFinished();
                return m_isCut ? lost() : failure(Error::Kind::Cancelled, u"stopped"_s);
            }
            if (process.bytesAvailable() == 0)
                process.waitForReadyRead(slice);
            const QByteArray bytes = process.readAllStandardOutput();
            if (bytes.isEmpty())
                continue;
            if (command.onBytes)
                command.onBytes(bytes);
            else if (command.onLine)
                lines.take(bytes.constData(), bytes.size(), command.onLine);
            else
                end.output += bytes;
        }
        if (command.onLine)
            lines.finish(command.onLine);
        end.output.replace(is, called);
        end.exitCode = process.exitCode();
        end.errors = process.readAllStandardError();
        return end;
    };
    return link;
}

void StackServer::writeProject(const QString &folder,
    const QStringList &directories,
    const QByteArray &version,
    const QByteArray &more)
{
    QStringList names;
    for (int i = 1; i <= directories.size(); ++i)
        names.append(u"\"s%1\""_s.arg(i));
    writeInto(folder + u"/atalaya.toml"_s,
        "stack = \"shop\"\nproject = \"shop\"\nproduction = false\nservers = ["
            + names.join(u", "_s).toUtf8() + "]\ndirectory = \"" + directories.first().toUtf8()
            + "\"\ncompose = [\"compose.yml\"]\nenv_file = \".env\"\n"
              "[version]\nvariable = \"SHOP_VERSION\"\n"
              "[migrate]\nservice = \"web\"\ncommand = \"migrate\"\n"
              "[[backup]]\nkind = \"pg_dump\"\nservice = \"db\"\ndatabase = \"shop\"\nuser = "
              "\"shop\"\n"
              "[health]\ntimeout = \"2s\"\n"
              "[[data]]\nname = \"rows\"\nservice = \"db\"\ndatabase = \"shop\"\nuser = \"shop\"\n"
              "sql = \"SELECT count(*) FROM rows\"\nminimum = 7320\n"
            + more);
    writeInto(folder + u"/compose.yml"_s,
        "services:\n"
        "  db:\n    image: registry.test/shop/db:15\n"
        "    healthcheck: {test: [CMD, ok], interval: 1s, timeout: 1s, retries: 2}\n"
        "  web:\n    image: registry.test/shop/web:${SHOP_VERSION}\n"
        "    environment: {GREETING: \"${GREETING}\"}\n"
        "    depends_on: {db: {condition: service_healthy}}\n"
        "    healthcheck: {test: [CMD, ok], interval: 1s, timeout: 1s, retries: 2}\n"
        "  worker:\n    image: registry.test/shop/worker:${SHOP_VERSION}\n");
    writeInto(folder + u"/.env"_s, "SHOP_VERSION=" + version + "\nGREETING=hola\n");
}
