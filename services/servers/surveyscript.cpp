#include "servers/surveyscript.h"

#include "servers/ssherrors.h"

using namespace Qt::StringLiterals;

namespace {
constexpr QByteArrayView foldersPlace = "FOLDERS";
constexpr QByteArrayView backupsPlace = "BACKUPS"; // behind the other

// NONCE, FOLDERS and BACKUPS are put in by surveyScript(); folders stand in here-documents whose
// end is the nonce, where a shell expands nothing.
constexpr const char *surveyText = R"sh(LC_ALL=C; export LC_ALL
PATH=$PATH:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; export PATH
mark() { printf '%s %s\n' 'NONCE' "$1"; }
mark time
date +%s.%N
folders=$(cat <<'NONCE'
FOLDERS
NONCE
)
backups=$(cat <<'NONCE'
BACKUPS
NONCE
)
limit=
if timeout 20 true 2>/dev/null; then limit='timeout 20'; fi
each() { # FUNCTION, for each line of the input that is not empty
    while IFS= read -r each_line; do
        [ -z "$each_line" ] || "$1" "$each_line"
    done
}
show() { head -c 65536 "$1" 2>/dev/null; printf '\n'; }

mark os
show /etc/os-release
mark kernel
uname -n; uname -r; uname -m
mark cpus
nproc 2>/dev/null || getconf _NPROCESSORS_ONLN 2>/dev/null || grep -c ^processor /proc/cpuinfo
show /proc/loadavg
mark memory
head -n 40 /proc/meminfo 2>/dev/null
mark boot
show /proc/sys/kernel/random/boot_id
show /proc/uptime
mark user
id -un; id -u

mark docker
root=
if command -v docker >/dev/null 2>&1; then
    told=$($limit docker info --format '{{json .ServerVersion}} {{json .DockerRootDir}}' 2>&1 </dev/null)
    code=$?
    printf '%s\n%s\n' "$code" "$told" | head -c 4096
    printf '\n'
    root=$(printf '%s\n' "$told" | sed -n 's/^"[^"]*" "\(\/[^"]*\)"$/\1/p' | head -n 1)
else
    printf 'absent\n'
fi
mark compose
if $limit docker compose version --short 2>/dev/null </dev/null; then
    printf 'plugin\n'
elif command -v docker-compose >/dev/null 2>&1; then
    $limit docker-compose version --short 2>/dev/null </dev/null
    printf 'program\n'
else
    printf 'absent\n'
fi

mark containers
lines='[{{json (index .Config.Labels "com.docker.compose.project.working_dir")}},{{json .Id}},{{json .Name}},{{json .Image}},{{json .Config.Image}},{{json .State.Status}},{{if .State.Health}}{{json .State.Health.Status}}{{else}}null{{end}},{{json .RestartCount}},{{json .State.ExitCode}},{{json .State.OOMKilled}},{{json .State.StartedAt}},{{json .HostConfig.RestartPolicy.Name}},{{json .NetworkSettings.Ports}},{{json (index .Config.Labels "com.docker.compose.project")}},{{json (index .Config.Labels "com.docker.compose.service")}},{{json (index .Config.Labels "com.docker.compose.container-number")}},{{json (index .Config.Labels "com.docker.compose.oneoff")}},{{json (index .Config.Labels "com.docker.compose.project.config_files")}}]'
found=
if [ -n "$root" ]; then
    ids=$($limit docker ps -aq --no-trunc 2>/dev/null </dev/null | head -n 1000)
    if [ -n "$ids" ]; then
        # A container that goes away meanwhile is told on standard error, the others all the same.
        found=$(printf '%s\n' "$ids" | xargs $limit docker inspect --type container --format "$lines" 2>/dev/null | head -c 2097152)
        printf '%s\n' "$found"
    fi
fi
mark images
if [ -n "$found" ]; then
    printf '%s\n' "$found" | grep -o '"sha256:[0-9a-f]*"' | tr -d '"' | sort -u | head -n 500 |
        xargs $limit docker image inspect --format '[{{json .Id}},{{json .RepoDigests}}]' 2>/dev/null | head -c 524288
fi

working=$(printf '%s\n' "$found" | sed -n 's/^\["\(\/[^"\\]*\)",.*/\1/p' | sort -u | head -n 200)
all=$(printf '%s\n%s\n' "$folders" "$working" | sort -u)
mark folders
look() {
    printf 'folder %s\n' "$1"
    [ -d "$1" ] || { printf 'missing\n'; return; }
    for name in compose.yaml compose.yml docker-compose.yaml docker-compose.yml; do
        [ ! -f "$1/$name" ] || printf 'file %s\n' "$name"
    done
    lock=$1/.atalaya/lock
    [ -e "$lock" ] || return 0
    [ -r "$lock" ] || { printf 'lock unreadable\n'; return; }
    [ -s "$lock" ] || return 0
    run= pid= birth= boot= rest=
    IFS=' ' read -r run pid birth boot rest <"$lock"
    now= alive=no stat=
    read -r now </proc/sys/kernel/random/boot_id
    case $pid in '' | *[!0-9]*) ;; *)
        if [ "$boot" = "$now" ] && IFS= read -r stat 2>/dev/null <"/proc/$pid/stat"; then
            stat=${stat##*) }
            set -- $stat
            [ $# -ge 20 ] && shift 19 && [ "$1" = "$birth" ] && alive=yes
        fi ;;
    esac
    printf 'lock %s %s\n' "$alive" "$run $pid $birth $boot $rest" | head -c 2048
}
printf '%s\n' "$all" | each look

mark disks
measure() {
    [ -d "$1" ] || return 0
    printf 'path %s\n' "$1"
    df -Pk "$1" 2>/dev/null | tail -n 1
}
printf '/\n%s\n%s\n%s\n' "$root" "$all" "$backups" | sort -u | each measure

mark backups
newest() {
    printf 'folder %s\n' "$1"
    [ -d "$1" ] || { printf 'missing\n'; return; }
    ls -1t "$1" 2>/dev/null | head -n 200 | while IFS= read -r name; do
        [ -f "$1/$name" ] && [ -s "$1/$name" ] || continue
        stat -c '%Y %s' "$1/$name" 2>/dev/null && printf '%s\n' "$name"
        break
    done
}
printf '%s\n' "$backups" | each newest
mark end
)sh";

bool isDataLine(const QString &text)
{
    return text.startsWith(u'/') && !text.contains(u'\n') && !text.contains(QChar(u'\0'));
}
} // namespace

Result<QByteArray> surveyScript(const Server &server, const QByteArray &nonce)
{
    for (const QStringList &folders : {server.folders, server.backups}) {
        for (const QString &folder : folders) {
            if (!isDataLine(folder) || folder.contains(QString::fromLatin1(nonce)))
                return failure(sshAddressError(ServerProblem::FolderUnfit));
        }
    }
    QByteArray script(surveyText);
    script.replace("NONCE", nonce);
    const qsizetype place = script.indexOf(foldersPlace);
    const qsizetype second = script.indexOf(backupsPlace);
    return script.left(place) + server.folders.join(u'\n').toUtf8()
        + script.mid(place + foldersPlace.size(), second - place - foldersPlace.size())
        + server.backups.join(u'\n').toUtf8() + script.mid(second + backupsPlace.size());
}
