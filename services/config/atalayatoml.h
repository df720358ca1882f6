#pragma once

#include "config/configfinding.h"
#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonValue>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>
#include <QTime>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

struct TomlDocument;

// Where the version that is deployed is written: a variable of the env file, or the tags of one of
// the compose files. Neither: the images' references say it themselves.
struct StackVersion
{
    QString variable;
    QString file;
    bool operator==(const StackVersion &) const = default;
};

// Run once in a container of its own, before anything is recreated.
struct StackMigration
{
    QString service;
    QStringList command;
    QStringList files; // of the project, that tell whether there is something to migrate
    std::chrono::seconds timeout{600};
    bool operator==(const StackMigration &) const = default;
};

struct StackBackup
{
    enum class Kind
    {
        PgDump,
        MongoDump,
        Command // its output is the backup
    };
    enum class Verify
    {
        Listed, // its table of contents can be read
        Schema, // its definitions can be loaded into a scratch database
        Restore // all of it, and the data checks hold there
    };
    QString name; // what it is called in the list; else the database
    Kind kind = Kind::PgDump;
    QString service;
    QString database;
    QString user;
    QStringList command; // of Kind::Command
    QStringList restore; // its way back, reads the backup
    Verify verify = Verify::Listed;
    std::chrono::seconds timeout{1800};
    bool operator==(const StackBackup &) const = default;
};

QString stackBackupName(const StackBackup &backup);

struct SmokeTest
{
    enum class Kind
    {
        Http,
        WebSocket,
        Tcp,
        Command
    };
    QString name;
    Kind kind = Kind::Http;
    QString url;
    QList<int> status{200};
    QMap<QString, QJsonValue> json; // "checks.database.status" -> what it must be
    QString address; // host:port
    QStringList command; // on the server; ends with 0
    int tries = 10;
    std::chrono::seconds every{3};
    std::chrono::seconds timeout{5};
    bool operator==(const SmokeTest &) const = default;
};

// An address that users reach: whether it answers is watched from the desk while a deploy runs. An
// answer below 500 counts.
struct DeskProbe
{
    QString url;
    std::chrono::seconds every{1};
    std::chrono::seconds timeout{3};
    bool operator==(const DeskProbe &) const = default;
};

// One number, from the database that serves.
struct DataCheck
{
    QString name;
    QString service;
    QString database;
    QString user;
    QString sql;
    std::optional<qint64> minimum;
    std::optional<qint64> exactly;
    bool operator==(const DataCheck &) const = default;
};

struct StackPrune
{
    std::chrono::seconds olderThan{0};
    bool all = false; // also what has a name, and no container uses
    bool operator==(const StackPrune &) const = default;
};

// Deploys are held back in it, unless somebody says that it is meant.
struct FreezeWindow
{
    QString name;
    QList<int> days; // as Qt counts: Monday is 1; none: every day
    QTime from;
    QTime to; // not after `from`: of the day after
    QByteArray zone; // IANA name; empty: UTC
    [[nodiscard]] bool covers(const QDateTime &at) const;
    [[nodiscard]] QDateTime endOf(const QDateTime &at) const; // UTC; invalid: does not cover it
    bool operator==(const FreezeWindow &) const = default;
};

// atalaya.toml: how a compose project is deployed to servers of one's own.
struct AtalayaToml
{
    enum class Source
    {
        Upload, // the files of this folder
        Git // the server fetches and checks out
    };
    enum class Answer
    {
        Ask,
        Automatic
    };

    QString stack;
    QString project; // as docker compose calls it; empty: it decides
    bool production = true;
    QStringList servers; // in this order
    int atOnce = 1;
    QString directory; // on the servers
    QStringList compose; // laid over one another in this order
    QString envFile;
    QStringList services; // recreated; none: all of the project
    Source source = Source::Upload;
    QString remote; // git; empty: origin
    QString branch;
    StackVersion version;
    std::optional<StackMigration> migration;
    QList<StackBackup> backups;
    QList<SmokeTest> smoke;
    QList<DeskProbe> probes;
    QList<DataCheck> data;
    std::chrono::seconds healthTimeout{120};
    std::optional<StackPrune> prune;
    Answer rollback = Answer::Ask;
    Answer databaseRestore = Answer::Ask;
    QList<FreezeWindow> freezes;

    QList<ConfigFinding> findings; // of the file alone, in its order
    std::shared_ptr<const TomlDocument> document; // places

    [[nodiscard]] ConfigFinding at(ConfigFinding::Severity severity,
        ConfigCode code,
        const QString &path,
        const QStringList &arguments = {}) const; // a finding with its place
    [[nodiscard]] const FreezeWindow *frozenAt(const QDateTime &at) const;
    // What the file says, wherever it stands.
    [[nodiscard]] bool saysTheSameAs(const AtalayaToml &other) const;
};

constexpr const char *atalayaTomlName = "atalaya.toml";

// Reads all that can be read; what cannot is among the findings.
AtalayaToml readAtalayaToml(const QByteArray &text);
// The same, refused at the first error.
Result<AtalayaToml> parseAtalayaToml(const QByteArray &text, const QString &fileName);
// What a key or section is for, in the language of who reads the file; empty: no comment.
using AtalayaComment = std::function<QString(const QString &path)>;
// A file of its own, in the order of the guide, with comments; reading it gives the same again.
QByteArray writeAtalayaToml(const AtalayaToml &toml, const AtalayaComment &comment = {});
// A file that is there with what `toml` says otherwise put in its place: the rest stays byte for
// byte. InvalidInput when it cannot be changed in place; the caller may offer to write it anew.
Result<QByteArray> updatedAtalayaToml(const QByteArray &text, const AtalayaToml &toml);
