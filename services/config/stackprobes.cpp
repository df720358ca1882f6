#include "config/stackcommands.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace {
// Always the same words: what they are about comes as arguments and is never read by the shell.
// Prints "right", or what is there instead.
constexpr QLatin1String jsonScript =
    "body=$(curl --silent --show-error --max-time \"$1\" -- \"$2\") || exit; shift 2; "
    "while [ $# -ge 2 ]; do "
    "if command -v python3 >/dev/null 2>&1; then "
    "found=$(printf %s \"$body\" | python3 -c '\n"
    "import json, sys\n"
    "value = json.load(sys.stdin)\n"
    "for part in sys.argv[1].split(\".\"):\n"
    "    value = value[int(part)] if isinstance(value, list) else value[part]\n"
    "print(\"right\" if value == json.loads(sys.argv[2]) else json.dumps(value))\n"
    "' \"$1\" \"$2\" 2>/dev/null) || found=nothing; "
    "else "
    "found=$(printf %s \"$body\" | jq -c --arg p \"$1\" --argjson v \"$2\" "
    "'getpath($p | split(\".\") | map(tonumber? // .)) | if . == $v then \"right\" else . end' "
    "2>/dev/null) || found=nothing; [ \"$found\" != '\"right\"' ] || found=right; "
    "fi; "
    "[ \"$found\" = right ] || { printf '%s: %s\\n' \"$1\" \"$found\"; exit 0; }; shift 2; "
    "done; echo right"_L1;

// The connection stays open and ends by the time limit: what the server answered counts.
constexpr QLatin1String socketScript =
    "curl --silent --http1.1 --max-time \"$1\" --output /dev/null --write-out '%{http_code}' "
    "--header 'Connection: Upgrade' --header 'Upgrade: websocket' "
    "--header 'Sec-WebSocket-Version: 13' --header 'Sec-WebSocket-Key: YXRhbGF5YS1hdGFsYXlhIQ==' "
    "-- \"$2\" || true"_L1;

constexpr QLatin1String tcpScript =
    "took=$(curl --silent --max-time \"$1\" --output /dev/null --write-out '%{time_connect}' "
    "-- \"telnet://$2\" </dev/null) || true; "
    "case $took in '' | 0 | 0.000 | 0.000000) echo closed ;; *) echo open ;; esac"_L1;

QStringList script(QLatin1String text, const QStringList &arguments)
{
    return QStringList{u"sh"_s, u"-c"_s, text, u"sh"_s} + arguments;
}

QString jsonValueText(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.mid(1, list.size() - 2));
}

QString secondsText(std::chrono::seconds time)
{
    return QString::number(time.count());
}
} // namespace

QList<std::pair<QStringList, QStringList>> stackSmoke(const SmokeTest &test)
{
    const QString limit = secondsText(test.timeout);
    switch (test.kind) {
    case SmokeTest::Kind::Http: {
        QStringList right;
        for (const int status : test.status)
            right.append(QString::number(status));
        QList<std::pair<QStringList, QStringList>> commands{{{u"curl"_s,
                                                                 u"--silent"_s,
                                                                 u"--show-error"_s,
                                                                 u"--max-time"_s,
                                                                 limit,
                                                                 u"--output"_s,
                                                                 u"/dev/null"_s,
                                                                 u"--write-out"_s,
                                                                 u"%{http_code}"_s,
                                                                 u"--"_s,
                                                                 test.url},
            right}};
        QStringList fields{limit, test.url};
        for (auto field = test.json.begin(); field != test.json.end(); ++field)
            fields << field.key() << jsonValueText(field.value());
        if (!test.json.isEmpty())
            commands.append({script(jsonScript, fields), {u"right"_s}});
        return commands;
    }
    case SmokeTest::Kind::WebSocket: {
        QUrl url(test.url);
        url.setScheme(url.scheme() == "wss"_L1 ? u"https"_s : u"http"_s);
        return {{script(socketScript, {limit, url.toString(QUrl::FullyEncoded)}), {u"101"_s}}};
    }
    case SmokeTest::Kind::Tcp:
        return {{script(tcpScript, {limit, test.address}), {u"open"_s}}};
    case SmokeTest::Kind::Command:
        break;
    }
    return {{test.command, {}}};
}

QStringList stackTools(const AtalayaToml &toml)
{
    QStringList tools;
    if (toml.source == AtalayaToml::Source::Git)
        tools.append(u"git"_s);
    for (const SmokeTest &test : toml.smoke) {
        if (test.kind != SmokeTest::Kind::Command && !tools.contains(u"curl"_s))
            tools.append(u"curl"_s);
    }
    return tools;
}

QString stackProjectName(const AtalayaToml &toml, const ComposeProject &compose)
{
    static const QRegularExpression unfit(u"[^a-z0-9_-]"_s);
    static const QRegularExpression start(u"^[_-]+"_s);
    if (!toml.project.isEmpty())
        return toml.project;
    const QString named = compose.name.text;
    if (!named.isEmpty() && !named.contains(u'$'))
        return named;
    return QDir(toml.directory).dirName().toLower().remove(unfit).remove(start);
}
