#include "config/atalayaschema.h"

#include "config/goduration.h"
#include "config/nearestname.h"
#include "config/shellwords.h"
#include "types/wordtable.h"

#include <QDir>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace {
constexpr Word<StackBackup::Kind> backupKinds[] = {
    {StackBackup::Kind::PgDump, "pg_dump"_L1},
    {StackBackup::Kind::MongoDump, "mongodump"_L1},
    {StackBackup::Kind::Command, "command"_L1},
};
constexpr Word<StackBackup::Verify> backupVerifies[] = {
    {StackBackup::Verify::Listed, "listed"_L1},
    {StackBackup::Verify::Schema, "schema"_L1},
    {StackBackup::Verify::Restore, "restore"_L1},
};
constexpr Word<SmokeTest::Kind> smokeKinds[] = {
    {SmokeTest::Kind::Http, "http"_L1},
    {SmokeTest::Kind::WebSocket, "websocket"_L1},
    {SmokeTest::Kind::Tcp, "tcp"_L1},
    {SmokeTest::Kind::Command, "command"_L1},
};
constexpr Word<AtalayaToml::Source> stackSources[] = {
    {AtalayaToml::Source::Upload, "upload"_L1},
    {AtalayaToml::Source::Git, "git"_L1},
};
constexpr Word<AtalayaToml::Answer> stackAnswers[] = {
    {AtalayaToml::Answer::Ask, "ask"_L1},
    {AtalayaToml::Answer::Automatic, "automatic"_L1},
};
constexpr Word<int> weekDays[] = {
    {1, "mon"_L1},
    {2, "tue"_L1},
    {3, "wed"_L1},
    {4, "thu"_L1},
    {5, "fri"_L1},
    {6, "sat"_L1},
    {7, "sun"_L1},
};

template <typename Enum, std::size_t N> QStringList wordsIn(const Word<Enum> (&table)[N])
{
    QStringList words;
    for (const Word<Enum> &word : table)
        words.append(word.name);
    return words;
}

enum class StackType
{
    Text,
    Name, // of a service, a database, a branch
    Names,
    Servers,
    ProjectPath,
    ProjectPaths,
    ServerPath,
    Command,
    Whole,
    Boolean,
    Duration, // limits in seconds
    Choice,
    Days,
    Time,
    Zone,
    Statuses,
    Scalars,
    Address, // host:port
    Table,
    Tables,
};

struct StackSection;

struct StackKey
{
    QLatin1String name;
    StackType type = StackType::Text;
    bool isRequired = false;
    qint64 least = 0;
    qint64 most = 0;
    QStringList words = {};
    const StackSection *inner = nullptr;
};

struct StackSection
{
    std::vector<StackKey> keys;
};

constexpr qint64 stackMinute = 60;
constexpr qint64 stackHour = 60 * stackMinute;
constexpr qint64 stackDay = 24 * stackHour;

const StackSection versionSection{{
    {.name = "variable"_L1, .type = StackType::Name},
    {.name = "file"_L1, .type = StackType::ProjectPath},
}};

const StackSection migrateSection{{
    {.name = "service"_L1, .type = StackType::Name, .isRequired = true},
    {.name = "command"_L1, .type = StackType::Command, .isRequired = true},
    {.name = "files"_L1, .type = StackType::ProjectPaths},
    {.name = "timeout"_L1, .type = StackType::Duration, .least = 1, .most = stackDay},
}};

const StackSection backupSection{{
    {.name = "name"_L1},
    {.name = "kind"_L1,
        .type = StackType::Choice,
        .isRequired = true,
        .words = wordsIn(backupKinds)},
    {.name = "service"_L1, .type = StackType::Name, .isRequired = true},
    {.name = "database"_L1, .type = StackType::Name},
    {.name = "user"_L1, .type = StackType::Name},
    {.name = "command"_L1, .type = StackType::Command},
    {.name = "restore"_L1, .type = StackType::Command},
    {.name = "verify"_L1, .type = StackType::Choice, .words = wordsIn(backupVerifies)},
    {.name = "timeout"_L1, .type = StackType::Duration, .least = 1, .most = stackDay},
}};

const StackSection smokeSection{{
    {.name = "name"_L1},
    {.name = "kind"_L1,
        .type = StackType::Choice,
        .isRequired = true,
        .words = wordsIn(smokeKinds)},
    {.name = "url"_L1, .type = StackType::Text},
    {.name = "status"_L1, .type = StackType::Statuses, .least = 100, .most = 599},
    {.name = "json"_L1, .type = StackType::Scalars},
    {.name = "address"_L1, .type = StackType::Address},
    {.name = "command"_L1, .type = StackType::Command},
    {.name = "tries"_L1, .type = StackType::Whole, .least = 1, .most = 1000},
    {.name = "every"_L1, .type = StackType::Duration, .least = 1, .most = 10 * stackMinute},
    {.name = "timeout"_L1, .type = StackType::Duration, .least = 1, .most = 10 * stackMinute},
}};

const StackSection probeSection{{
    {.name = "url"_L1, .type = StackType::Text, .isRequired = true},
    {.name = "every"_L1, .type = StackType::Duration, .least = 1, .most = stackMinute},
    {.name = "timeout"_L1, .type = StackType::Duration, .least = 1, .most = stackMinute},
}};

constexpr qint64 mostRows = 9'999'999'999; // what the runner compares

const StackSection dataSection{{
    {.name = "name"_L1},
    {.name = "service"_L1, .type = StackType::Name, .isRequired = true},
    {.name = "database"_L1, .type = StackType::Name, .isRequired = true},
    {.name = "user"_L1, .type = StackType::Name},
    {.name = "sql"_L1, .isRequired = true},
    {.name = "minimum"_L1, .type = StackType::Whole, .least = 0, .most = mostRows},
    {.name = "exactly"_L1, .type = StackType::Whole, .least = 0, .most = mostRows},
}};

const StackSection sourceSection{{
    {.name = "mode"_L1,
        .type = StackType::Choice,
        .isRequired = true,
        .words = wordsIn(stackSources)},
    {.name = "remote"_L1, .type = StackType::Name},
    {.name = "branch"_L1, .type = StackType::Name},
}};

const StackSection healthSection{{
    {.name = "timeout"_L1, .type = StackType::Duration, .least = 1, .most = 2 * stackHour},
}};

const StackSection cleanupSection{{
    {.name = "images_older_than"_L1,
        .type = StackType::Duration,
        .isRequired = true,
        .least = stackHour,
        .most = 365 * stackDay},
    {.name = "all_unused"_L1, .type = StackType::Boolean},
}};

const StackSection rollbackSection{{
    {.name = "on_failure"_L1, .type = StackType::Choice, .words = wordsIn(stackAnswers)},
    {.name = "database"_L1, .type = StackType::Choice, .words = wordsIn(stackAnswers)},
}};

const StackSection freezeSection{{
    {.name = "name"_L1},
    {.name = "days"_L1, .type = StackType::Days},
    {.name = "from"_L1, .type = StackType::Time},
    {.name = "to"_L1, .type = StackType::Time},
    {.name = "zone"_L1, .type = StackType::Zone},
}};

const StackSection atalayaRoot{{
    {.name = "stack"_L1, .type = StackType::Name, .isRequired = true},
    {.name = "project"_L1, .type = StackType::Name},
    {.name = "production"_L1, .type = StackType::Boolean},
    {.name = "servers"_L1, .type = StackType::Servers, .isRequired = true},
    {.name = "servers_at_once"_L1, .type = StackType::Whole, .least = 1, .most = 100},
    {.name = "directory"_L1, .type = StackType::ServerPath, .isRequired = true},
    {.name = "compose"_L1, .type = StackType::ProjectPaths, .isRequired = true},
    {.name = "env_file"_L1, .type = StackType::ProjectPath},
    {.name = "services"_L1, .type = StackType::Names},
    {.name = "source"_L1, .type = StackType::Table, .inner = &sourceSection},
    {.name = "version"_L1, .type = StackType::Table, .inner = &versionSection},
    {.name = "migrate"_L1, .type = StackType::Table, .inner = &migrateSection},
    {.name = "backup"_L1, .type = StackType::Tables, .inner = &backupSection},
    {.name = "smoke"_L1, .type = StackType::Tables, .inner = &smokeSection},
    {.name = "probe"_L1, .type = StackType::Tables, .inner = &probeSection},
    {.name = "data"_L1, .type = StackType::Tables, .inner = &dataSection},
    {.name = "health"_L1, .type = StackType::Table, .inner = &healthSection},
    {.name = "cleanup"_L1, .type = StackType::Table, .inner = &cleanupSection},
    {.name = "rollback"_L1, .type = StackType::Table, .inner = &rollbackSection},
    {.name = "freeze"_L1, .type = StackType::Tables, .inner = &freezeSection},
}};

class AtalayaSchemaCheck
{
public:
    explicit AtalayaSchemaCheck(FileFindings &findings)
        : m_findings(findings)
    {
    }

    void table(const QJsonObject &object, const StackSection &section, const QString &path)
    {
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            const QString at = configPathBelow(path, entry.key());
            const auto key = std::find_if(section.keys.begin(),
                section.keys.end(),
                [&entry](const StackKey &known) { return known.name == entry.key(); });
            if (key == section.keys.end())
                unknown(entry.key(), section, at);
            else
                value(entry.value(), *key, at);
        }
        for (const StackKey &key : section.keys) {
            if (key.isRequired && !object.contains(key.name))
                m_findings.error(
                    ConfigCode::MissingKey, configPathBelow(path, key.name), {key.name});
        }
    }

private:
    void unknown(const QString &name, const StackSection &section, const QString &path)
    {
        constexpr int most = 100; // who has more does not look for a slip of the pen
        QStringList names;
        for (const StackKey &key : section.keys)
            names.append(key.name);
        const QString nearest = ++m_unknown > most ? QString() : nearestName(name, names);
        m_findings.error(ConfigCode::StackUnknownKey,
            path,
            nearest.isEmpty() ? QStringList() : QStringList{nearest});
    }

    void value(const QJsonValue &value, const StackKey &key, const QString &path)
    {
        switch (key.type) {
        case StackType::Table:
            if (expect(value.isObject(), ConfigCode::NotTable, path))
                table(value.toObject(), *key.inner, path);
            return;
        case StackType::Tables:
            return tables(value, *key.inner, path);
        case StackType::Names:
        case StackType::Servers:
        case StackType::ProjectPaths:
            return texts(value, key, path);
        case StackType::Command:
            return command(value, path);
        case StackType::Whole:
            return whole(value, key, path);
        case StackType::Boolean:
            expect(value.isBool(), ConfigCode::NotBoolean, path);
            return;
        case StackType::Days:
            return days(value, path);
        case StackType::Statuses:
            return statuses(value, key, path);
        case StackType::Scalars:
            return scalars(value, path);
        default:
            if (expect(value.isString(), ConfigCode::NotText, path))
                text(value.toString(), key, path);
        }
    }

    void text(const QString &text, const StackKey &key, const QString &path);
    void tables(const QJsonValue &value, const StackSection &section, const QString &path);
    void texts(const QJsonValue &value, const StackKey &key, const QString &path);
    void command(const QJsonValue &value, const QString &path);
    void whole(const QJsonValue &value, const StackKey &key, const QString &path);
    void duration(const QString &text, const StackKey &key, const QString &path);
    void days(const QJsonValue &value, const QString &path);
    void statuses(const QJsonValue &value, const StackKey &key, const QString &path);
    void scalars(const QJsonValue &value, const QString &path);
    void projectPath(const QString &text, const QString &path);

    bool expect(
        bool right, ConfigCode otherwise, const QString &path, const QStringList &arguments = {})
    {
        if (!right)
            m_findings.error(otherwise, path, arguments);
        return right;
    }
    // Of every text that a program is given: it is there, on one line, and no option.
    bool plain(const QString &text, const QString &path)
    {
        const bool hasControl = std::any_of(
            text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x20 || c == u'\x7f'; });
        return expect(!text.trimmed().isEmpty(), ConfigCode::StackEmpty, path)
            && expect(!text.startsWith(u'-'), ConfigCode::StackLeadingDash, path, {text})
            && expect(!hasControl, ConfigCode::StackBadName, path, {text.simplified()});
    }

    FileFindings &m_findings;
    int m_unknown = 0;
};

bool isHostAndPort(const QString &text)
{
    static const QRegularExpression form(
        u"^([A-Za-z0-9_.-]+|\\[[0-9A-Fa-f:.]+\\]):([0-9]{1,5})$"_s);
    const QRegularExpressionMatch match = form.match(text);
    const int port = match.captured(2).toInt();
    return match.hasMatch() && port > 0 && port <= 65535;
}

void AtalayaSchemaCheck::text(const QString &text, const StackKey &key, const QString &path)
{
    static const QRegularExpression name(u"^[\\w][\\w./@:+-]*$"_s);
    switch (key.type) {
    case StackType::Name:
        if (plain(text, path))
            expect(name.match(text).hasMatch(), ConfigCode::StackBadName, path, {text});
        return;
    case StackType::Choice:
        expect(key.words.contains(text),
            ConfigCode::StackNotOneOf,
            path,
            {text, key.words.join(u", "_s)});
        return;
    case StackType::ProjectPath:
        return projectPath(text, path);
    case StackType::ServerPath:
        if (plain(text, path))
            expect(text.startsWith(u'/') && QDir::cleanPath(text) != "/"_L1
                    && !text.split(u'/').contains(u".."_s),
                ConfigCode::StackNotAbsolute,
                path,
                {text});
        return;
    case StackType::Duration:
        return duration(text, key, path);
    case StackType::Time:
        expect(
            QTime::fromString(text, u"HH:mm"_s).isValid(), ConfigCode::StackNotTime, path, {text});
        return;
    case StackType::Zone:
        expect(
            QTimeZone::isTimeZoneIdAvailable(text.toUtf8()), ConfigCode::StackNoZone, path, {text});
        return;
    case StackType::Address:
        if (plain(text, path))
            expect(isHostAndPort(text), ConfigCode::StackNotAddress, path, {text});
        return;
    default:
        expect(!text.trimmed().isEmpty(), ConfigCode::StackEmpty, path);
    }
}

void AtalayaSchemaCheck::projectPath(const QString &text, const QString &path)
{
    if (!plain(text, path))
        return;
    const QString clean = QDir::cleanPath(text);
    const bool leaves = text.startsWith(u'/') || text.startsWith(u'~') || clean == ".."_L1
        || clean.startsWith("../"_L1) || clean == "."_L1;
    expect(!leaves, ConfigCode::StackOutside, path, {text});
}

void AtalayaSchemaCheck::tables(
    const QJsonValue &value, const StackSection &section, const QString &path)
{
    if (!expect(value.isArray(), ConfigCode::NotListOfTables, path))
        return;
    const QJsonArray entries = value.toArray();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QString at = configPathAt(path, i);
        if (expect(entries.at(i).isObject(), ConfigCode::NotTable, at))
            table(entries.at(i).toObject(), section, at);
    }
}

void AtalayaSchemaCheck::texts(const QJsonValue &value, const StackKey &key, const QString &path)
{
    if (!expect(value.isArray(), ConfigCode::NotList, path))
        return;
    const QJsonArray entries = value.toArray();
    expect(!entries.isEmpty() || !key.isRequired, ConfigCode::StackEmpty, path);
    QStringList seen;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QString at = configPathAt(path, i);
        if (!expect(entries.at(i).isString(), ConfigCode::NotText, at))
            continue;
        const QString entry = entries.at(i).toString();
        if (key.type == StackType::ProjectPaths)
            projectPath(entry, at);
        else
            text(entry, {.name = key.name, .type = StackType::Name}, at);
        expect(!seen.contains(entry), ConfigCode::StackTwice, at, {entry});
        seen.append(entry);
    }
}

void AtalayaSchemaCheck::command(const QJsonValue &value, const QString &path)
{
    static const QStringList shells{
        u"|"_s, u"||"_s, u"&&"_s, u"&"_s, u";"_s, u">"_s, u">>"_s, u"<"_s, u"2>&1"_s};
    const QJsonArray list = value.toArray();
    const bool isList = value.isArray()
        && std::all_of(
            list.begin(), list.end(), [](const QJsonValue &word) { return word.isString(); });
    if (!expect(isList || value.isString(), ConfigCode::StackNotCommand, path))
        return;
    if (value.isString()) {
        const Result<QStringList> words = shellWords(value.toString());
        if (!words)
            return m_findings.error(ConfigCode::BadCommand, path, {words.error().detail});
    }
    const QStringList words = atalayaCommand(value);
    if (words.isEmpty() || !plain(words.constFirst(), path)) {
        expect(!words.isEmpty(), ConfigCode::StackEmpty, path);
        return;
    }
    for (const QString &word : words) {
        if (value.isString() && shells.contains(word))
            return m_findings.warning(ConfigCode::StackShellCommand, path, {word});
    }
}

void AtalayaSchemaCheck::whole(const QJsonValue &value, const StackKey &key, const QString &path)
{
    const qint64 number = value.toInteger(0);
    if (!expect(value.isDouble() && value.toInteger(1) == number, ConfigCode::NotWholeNumber, path))
        return;
    expect(number >= key.least && number <= key.most,
        ConfigCode::StackOutOfRange,
        path,
        {QString::number(number), QString::number(key.least), QString::number(key.most)});
}

void AtalayaSchemaCheck::duration(const QString &text, const StackKey &key, const QString &path)
{
    const std::optional<std::chrono::nanoseconds> read = goDurationFromText(text);
    if (!expect(read.has_value(), ConfigCode::NotDuration, path))
        return;
    const std::chrono::seconds least(key.least);
    const std::chrono::seconds most(key.most);
    expect(*read >= least && *read <= most,
        ConfigCode::StackOutOfRange,
        path,
        {text, goDurationText(least), goDurationText(most)});
}

void AtalayaSchemaCheck::days(const QJsonValue &value, const QString &path)
{
    if (!expect(value.isArray(), ConfigCode::NotList, path))
        return;
    const QJsonArray entries = value.toArray();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QString word = entries.at(i).toString();
        expect(!AtalayaWords::daysOf(word).isEmpty(),
            ConfigCode::StackNotOneOf,
            configPathAt(path, i),
            {word, wordsIn(weekDays).join(u", "_s)});
    }
}

void AtalayaSchemaCheck::statuses(const QJsonValue &value, const StackKey &key, const QString &path)
{
    if (!value.isArray())
        return whole(value, key, path);
    const QJsonArray entries = value.toArray();
    expect(!entries.isEmpty(), ConfigCode::StackEmpty, path);
    for (qsizetype i = 0; i < entries.size(); ++i)
        whole(entries.at(i), key, configPathAt(path, i));
}

void AtalayaSchemaCheck::scalars(const QJsonValue &value, const QString &path)
{
    if (!expect(value.isObject(), ConfigCode::NotTable, path))
        return;
    const QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        expect(!entry.value().isArray() && !entry.value().isObject(),
            ConfigCode::NotTextOrNumber,
            configPathBelow(path, entry.key()));
}
} // namespace

QString AtalayaWords::backupKind(StackBackup::Kind kind)
{
    return wordOf(backupKinds, kind);
}

QString AtalayaWords::backupVerify(StackBackup::Verify verify)
{
    return wordOf(backupVerifies, verify);
}

QString AtalayaWords::smokeKind(SmokeTest::Kind kind)
{
    return wordOf(smokeKinds, kind);
}

QString AtalayaWords::source(AtalayaToml::Source source)
{
    return wordOf(stackSources, source);
}

QString AtalayaWords::answer(AtalayaToml::Answer answer)
{
    return wordOf(stackAnswers, answer);
}

QString AtalayaWords::day(int day)
{
    return wordOf(weekDays, day);
}

std::optional<StackBackup::Kind> AtalayaWords::backupKindOf(QStringView word)
{
    return valueOf(backupKinds, word);
}

std::optional<StackBackup::Verify> AtalayaWords::backupVerifyOf(QStringView word)
{
    return valueOf(backupVerifies, word);
}

std::optional<SmokeTest::Kind> AtalayaWords::smokeKindOf(QStringView word)
{
    return valueOf(smokeKinds, word);
}

std::optional<AtalayaToml::Source> AtalayaWords::sourceOf(QStringView word)
{
    return valueOf(stackSources, word);
}

std::optional<AtalayaToml::Answer> AtalayaWords::answerOf(QStringView word)
{
    return valueOf(stackAnswers, word);
}

QList<int> AtalayaWords::daysOf(QStringView word)
{
    const qsizetype dash = word.indexOf(u'-');
    const std::optional<int> first = valueOf(weekDays, dash < 0 ? word : word.left(dash));
    const std::optional<int> last = dash < 0 ? first : valueOf(weekDays, word.mid(dash + 1));
    if (!first || !last)
        return {};
    QList<int> days{*first};
    while (days.constLast() != *last)
        days.append(days.constLast() % 7 + 1);
    return days;
}

QStringList atalayaCommand(const QJsonValue &value)
{
    if (value.isString()) {
        const Result<QStringList> words = shellWords(value.toString());
        return words ? *words : QStringList();
    }
    QStringList words;
    for (const QJsonValue &word : value.toArray())
        words.append(word.toString());
    return words;
}

void checkAtalayaKeys(const QJsonObject &toml, FileFindings &findings)
{
    AtalayaSchemaCheck(findings).table(toml, atalayaRoot, {});
}
