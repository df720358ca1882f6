#include "servers/stacksurvey.h"

#include "core/sanitise.h"
#include "servers/ssherrors.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {
constexpr std::chrono::seconds stackLookPatience{120};

// NONCE ends every here-document; what is in one is never expanded.
constexpr const char *stackLookHead = R"sh(LC_ALL=C; export LC_ALL
PATH=$PATH:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin; export PATH
umask 077
mark() { printf '%s %s\n' 'NONCE' "$1"; }
limit=
if timeout 20 true 2>/dev/null; then limit='timeout 20'; fi
tmp=$(mktemp -d /dev/shm/atalaya.XXXXXX 2>/dev/null || mktemp -d) || exit 73
trap 'rm -rf "$tmp"' EXIT
trap 'exit 1' HUP INT TERM
IFS= read -r stack <<'NONCE'
DIRECTORY
NONCE
IFS= read -r project <<'NONCE'
PROJECT
NONCE
mark folder
if cd -- "$stack" 2>/dev/null; then printf 'yes\n'; here=yes; else printf 'no\n'; here=no; fi
)sh";

constexpr const char *stackLookFiles = R"sh(
mark files
while IFS= read -r name; do
    [ "$here" = yes ] && [ -n "$name" ] && [ -f "$name" ] || continue
    sum=$({ printf '%s\n' 'NONCE'; cat -- "$name"; } | sha256sum)
    printf '%s %s\n' "${sum%% *}" "$name"
done <<'NONCE'
FILES
NONCE
)sh";

constexpr const char *stackLookCommit = R"sh(
mark commit
[ "$here" = no ] || git rev-parse --verify --quiet HEAD 2>/dev/null </dev/null
)sh";

// A line each: the service, and the beginnings of what counts of its environment, in hexadecimal.
constexpr const char *stackLookEnvironment = R"sh(
mark environment
while read -r service names; do
    [ -n "$service" ] || continue
    for id in $($limit docker ps -q --no-trunc --filter "label=com.docker.compose.project=$project" \
        --filter "label=com.docker.compose.service=$service" \
        --filter label=com.docker.compose.oneoff=False 2>/dev/null </dev/null); do
        sum=$({
            printf '%s\n' 'NONCE'
            $limit docker inspect --type container \
                --format '{{range .Config.Env}}{{printf "%x" .}}{{println}}{{end}}' "$id" 2>/dev/null </dev/null |
                awk -v names="$names" 'BEGIN { n = split(names, a, " ") }
                    { for (i = 1; i <= n; i++) if (index($0, a[i]) == 1) { print; break } }' | sort
        } | sha256sum)
        printf '%s %s\n' "${sum%% *}" "$service"
    done
done <<'NONCE'
ENVIRONMENT
NONCE
)sh";

// Only where both are told can they be compared: by the same program, at the same moment.
constexpr const char *stackLookConfiguration = R"sh(
mark configuration
digests() { # WORD, arguments of compose
    word=$1
    shift
    $limit docker compose --project-name "$project" --project-directory "$stack" "$@" \
        config --hash '*' 2>/dev/null </dev/null | while read -r service sum; do
        [ -z "$sum" ] || printf '%s %s %s\n' "$word" "$sum" "$service"
    done
}
if [ "$here" = yes ]; then
    digests now NOWARGUMENTS
    digests wanted WANTEDARGUMENTS
fi
)sh";

constexpr const char *stackLookImages = R"sh(
mark images
number=0
ask() { # NUMBER REFERENCE
    $limit docker manifest inspect -v -- "$2" >"$tmp/image.$1" 2>"$tmp/error.$1" </dev/null && return
    # A registry without TLS is asked as such only where docker is told so.
    $limit docker manifest inspect --insecure -v -- "$2" >"$tmp/image.$1" 2>>"$tmp/error.$1" </dev/null
}
while IFS= read -r reference; do
    [ -n "$reference" ] || continue
    number=$((number + 1))
    printf '%s\n' "$reference" >"$tmp/name.$number"
    ask "$number" "$reference" &
done <<'NONCE'
REFERENCES
NONCE
wait
at=0
while [ "$at" -lt "$number" ]; do
    at=$((at + 1))
    printf 'image '
    cat "$tmp/name.$at"
    head -c 262144 "$tmp/image.$at" | tr -d '\n\t'
    printf '\n'
    head -c 2000 "$tmp/error.$at" | tr '\n' ' '
    printf '\n'
done
mark end
)sh";

bool isStackLine(const QString &text)
{
    return !text.contains(u'\n') && !text.contains(u'\r') && !text.contains(QChar(u'\0'));
}

// In single quotes of a shell.
QByteArray shellQuoted(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace('\'', "'\\''");
    return QByteArray('\'' + bytes + '\'');
}

QByteArray stackLines(const QStringList &lines)
{
    return lines.join(u'\n').toUtf8();
}

QByteArray hexOf(const QByteArray &bytes)
{
    return bytes.toHex();
}

// "service 4e414d453d 4f544845523d"
QByteArray environmentLines(const QHash<QString, QList<QByteArray>> &environment)
{
    QByteArray lines;
    for (auto service = environment.cbegin(); service != environment.cend(); ++service) {
        lines += service.key().toUtf8();
        for (const QByteArray &variable : service.value())
            lines += ' ' + hexOf(variable.left(variable.indexOf('=') + 1));
        lines += '\n';
    }
    return lines;
}

// Writes what the files would say into the folder of scratch, and gives compose's arguments.
QByteArray wantedArguments(const StackQuery &query, const QByteArray &nonce, QByteArray &writing)
{
    QByteArray arguments;
    int number = 0;
    const auto put = [&](const QByteArray &option, const QString &name) {
        const auto content = query.contents.constFind(name);
        if (content == query.contents.cend())
            return;
        const QByteArray place = "\"$tmp/file." + QByteArray::number(++number) + '"';
        writing +=
            "cat >" + place + " <<'" + nonce + "'\n" + content->reveal() + '\n' + nonce + '\n';
        arguments += ' ' + option + ' ' + place;
    };
    if (!query.envFile.isEmpty())
        put("--env-file", query.envFile);
    for (const QString &name : query.composeFiles)
        put("-f", name);
    return arguments;
}

QByteArray nowArguments(const StackQuery &query)
{
    QByteArray arguments;
    if (!query.envFile.isEmpty())
        arguments += " --env-file " + shellQuoted(query.envFile);
    for (const QString &name : query.composeFiles)
        arguments += " -f " + shellQuoted(name);
    return arguments;
}

using StackSections = QHash<QByteArray, QList<QByteArray>>;

StackSections stackSections(const QByteArray &output, const QByteArray &nonce)
{
    StackSections sections;
    QByteArray section;
    for (const QByteArray &line : output.split('\n')) {
        if (line.startsWith(QByteArray(nonce + ' '))) {
            section = line.mid(nonce.size() + 1);
            sections.insert(section, {});
        } else if (!section.isEmpty()) {
            sections[section].append(line);
        }
    }
    return sections;
}

QString imageCpuOf(const QJsonObject &platform)
{
    const QString architecture = platform.value("architecture"_L1).toString();
    const QString variant = platform.value("variant"_L1).toString();
    return architecture == "arm"_L1 && !variant.isEmpty() ? QString(architecture + u'/' + variant)
                                                          : architecture;
}

qint64 layersOf(const QJsonObject &entry)
{
    qint64 bytes = 0;
    for (const QLatin1String form : {"SchemaV2Manifest"_L1, "OCIManifest"_L1}) {
        const QJsonArray layers = entry.value(form).toObject().value("layers"_L1).toArray();
        for (const QJsonValue &layer : layers)
            bytes += layer.toObject().value("size"_L1).toInteger();
    }
    return bytes;
}

// What `docker manifest inspect -v` prints: an object for one image, a list for several CPUs.
std::optional<StackImageTold> imageOf(const QByteArray &json, const QByteArray &errors)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    StackImageTold told;
    const auto take = [&told](const QJsonObject &entry) {
        const QJsonObject descriptor = entry.value("Descriptor"_L1).toObject();
        const QString cpu = imageCpuOf(descriptor.value("platform"_L1).toObject());
        if (!cpu.isEmpty() && cpu != "unknown"_L1)
            told.cpus.append(cpu);
        told.bytes = std::max(told.bytes, layersOf(entry));
        return Sanitise::line(descriptor.value("digest"_L1).toString());
    };
    if (document.isObject()) {
        told.digest = take(document.object());
        return told.digest.isEmpty() ? std::nullopt : std::optional(told);
    }
    for (const QJsonValue &entry : document.array())
        take(entry.toObject());
    if (!told.cpus.isEmpty())
        return told;
    if (errors.contains("manifest unknown") || errors.contains("name unknown")) {
        told.isMissing = true;
        return told;
    }
    return std::nullopt;
}
QString registryOf(const QString &reference)
{
    return reference.section(u'/', 0, 0);
}

// Three lines each: the reference, what was told of it, what was said besides.
void readImages(const QList<QByteArray> &lines, StackTold &told)
{
    QStringList unheard;
    QStringList answering; // registries
    for (qsizetype i = 0; i + 2 < lines.size(); i += 3) {
        if (!lines.at(i).startsWith("image "))
            break;
        const QString reference = QString::fromUtf8(lines.at(i).mid(6));
        if (const auto image = imageOf(lines.at(i + 1), lines.at(i + 2))) {
            told.images.insert(reference, *image);
            answering.append(registryOf(reference));
        } else if (lines.at(i + 2).contains("no such manifest")) {
            unheard.append(reference);
        }
    }
    // Docker says so of a registry that does not answer, too.
    for (const QString &reference : std::as_const(unheard)) {
        if (!answering.contains(registryOf(reference)))
            continue;
        StackImageTold missing;
        missing.isMissing = true;
        told.images.insert(reference, missing);
    }
}
} // namespace

QByteArray StackSurvey::newNonce()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return "atalaya-"
        + QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words).toHex();
}

QString StackSurvey::hashOfFile(const QByteArray &nonce, const QByteArray &content)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray(nonce + '\n'));
    hash.addData(content);
    return QString::fromLatin1(hash.result().toHex());
}

QString StackSurvey::hashOfEnvironment(const QByteArray &nonce, const QList<QByteArray> &variables)
{
    QByteArrayList lines;
    for (const QByteArray &variable : variables)
        lines.append(QByteArray(hexOf(variable) + '\n'));
    std::sort(lines.begin(), lines.end());
    return hashOfFile(nonce, lines.join());
}

Result<Secret> StackSurvey::script(const StackQuery &query, const QByteArray &nonce)
{
    QStringList lines{query.directory, query.project};
    lines += query.files + query.composeFiles + query.references + query.environment.keys();
    lines.append(query.envFile);
    for (const QString &line : std::as_const(lines)) {
        if (!isStackLine(line))
            return failure(Error::Kind::InvalidInput, u"a line feed in a name of the stack"_s);
    }
    for (const Secret &content : query.contents) {
        if (content.reveal().contains(nonce))
            return failure(Error::Kind::Internal, u"the nonce stands in a file"_s);
    }
    // The nonce first: what is put in after it may hold any word.
    const auto piece = [&nonce](const char *script) {
        return QByteArray(script).replace("NONCE", nonce);
    };
    QByteArray text = piece(stackLookHead);
    text.replace("PROJECT", query.project.toUtf8()).replace("DIRECTORY", query.directory.toUtf8());
    text += piece(stackLookFiles).replace("FILES", stackLines(query.files));
    if (query.commit)
        text += stackLookCommit;
    text += piece(stackLookEnvironment).replace("ENVIRONMENT", environmentLines(query.environment));
    if (!query.contents.isEmpty()) {
        QByteArray writing;
        const QByteArray wanted = wantedArguments(query, nonce, writing);
        text += writing;
        text += piece(stackLookConfiguration)
                    .replace("WANTEDARGUMENTS", wanted)
                    .replace("NOWARGUMENTS", nowArguments(query));
    }
    text += piece(stackLookImages).replace("REFERENCES", stackLines(query.references));
    return Secret(text);
}

Result<StackTold> StackSurvey::read(const QByteArray &output, const QByteArray &nonce)
{
    const StackSections sections = stackSections(output, nonce);
    if (!sections.contains("end"))
        return failure(
            sshErrorOf({SshCause::NoAnswer, {}, false}, u"the look at the stack was cut"_s));
    StackTold told;
    told.hasDirectory = sections.value("folder").value(0) == "yes";
    for (const QByteArray &line : sections.value("files")) {
        const qsizetype space = line.indexOf(' ');
        if (space == 64)
            told.files.insert(
                QString::fromUtf8(line.mid(space + 1)), QString::fromLatin1(line.left(space)));
    }
    told.commit = Sanitise::line(QString::fromUtf8(sections.value("commit").value(0)));
    for (const QByteArray &line : sections.value("environment")) {
        const qsizetype space = line.indexOf(' ');
        if (space == 64)
            told.environment[QString::fromUtf8(line.mid(space + 1))].append(
                QString::fromLatin1(line.left(space)));
    }
    for (const QByteArray &line : sections.value("configuration")) {
        const QList<QByteArray> words = line.split(' ');
        if (words.size() != 3)
            continue;
        auto &into = words.first() == "now" ? told.configurationNow : told.configurationWanted;
        into.insert(QString::fromUtf8(words.at(2)), Sanitise::line(QString::fromUtf8(words.at(1))));
    }
    readImages(sections.value("images"), told);
    return told;
}

Result<StackTold> StackSurvey::look(const ServerLink::Run &run,
    const StackQuery &query,
    const QByteArray &nonce,
    std::stop_token stop)
{
    const Result<Secret> text = script(query, nonce);
    if (!text)
        return failure(text.error());
    SshCommand command;
    command.line = "sh -s";
    command.secretInput = *text;
    command.timeout = stackLookPatience;
    const Result<SshEnd> end = run(command, std::move(stop));
    if (!end)
        return failure(end.error());
    return read(end->output, nonce);
}
