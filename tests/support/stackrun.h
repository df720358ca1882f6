#pragma once

#include "config/stackcommands.h"
#include "servers/runnersteps.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

// What a deploy of the lab's stack is made of; the project is tests/lab/invex.
namespace StackRun {

using namespace Qt::StringLiterals;

inline const QString registry = u"10.66.0.1:5000"_s;

inline RunnerStep step(Phase phase, const QString &title, const QStringList &arguments)
{
    RunnerStep made;
    made.phase = phase;
    made.title = title;
    made.timeout = std::chrono::seconds(120);
    made.arguments = arguments;
    return made;
}

inline RunnerStep docker(const QString &title, const QStringList &arguments)
{
    return step(Phase::Upload, title, QStringList{u"docker"_s} + arguments);
}

inline RunnerStep compose(Phase phase, const QString &title, const QStringList &arguments)
{
    return step(phase,
        title,
        QStringList{u"docker"_s,
            u"compose"_s,
            u"-p"_s,
            u"invex"_s,
            u"-f"_s,
            u"compose.yml"_s,
            u"-f"_s,
            u"compose.production.yml"_s,
            u"-f"_s,
            u"compose.registry.yml"_s,
            u"--env-file"_s,
            u"envs/.env"_s}
            + arguments);
}

inline RunnerStep database(const QString &title, const QStringList &program)
{
    return compose(Phase::Backup, title, QStringList{u"exec"_s, u"-T"_s, u"postgres"_s} + program);
}

inline RunnerStep sql(const QString &title, const QString &base, const QStringList &more)
{
    return database(title,
        QStringList{u"psql"_s,
            u"-h"_s,
            u"localhost"_s,
            u"-U"_s,
            u"invex"_s,
            u"-d"_s,
            base,
            u"-v"_s,
            u"ON_ERROR_STOP=1"_s}
            + more);
}

inline RunnerStep dump(const QString &file, qint64 atLeast)
{
    RunnerStep made = database(u"backup-dump"_s,
        {u"pg_dump"_s,
            u"-h"_s,
            u"localhost"_s,
            u"-U"_s,
            u"invex"_s,
            u"--no-owner"_s,
            u"--no-acl"_s,
            u"--clean"_s,
            u"--if-exists"_s,
            u"invex"_s});
    made.output = file;
    made.outputAtLeast = atLeast;
    return made;
}

inline RunnerStep count(
    const QString &table, RunnerWant::Kind kind, qint64 number, const QString &base = u"invex"_s)
{
    RunnerStep made =
        sql(u"check-rows"_s, base, {u"-At"_s, u"-c"_s, u"select count(*) from %1"_s.arg(table)});
    made.phase = Phase::Verify;
    made.detail = table;
    made.wants = {{kind, {}, number}};
    return made;
}

inline QList<RunnerStep> counts(const QString &base = u"invex"_s)
{
    return {count(u"monthly_kpis"_s, RunnerWant::Kind::AtLeast, 7320, base),
        count(u"instituciones"_s, RunnerWant::Kind::Exactly, 54, base),
        count(u"users"_s, RunnerWant::Kind::AtLeast, 8, base)};
}

inline RunnerStep settle(const QString &project = u"invex"_s)
{
    RunnerStep made;
    made.phase = Phase::Update;
    made.title = u"settle-containers"_s;
    made.arguments = StackCompose({}, project).settling();
    made.again = true;
    return made;
}

inline RunnerStep up(const QString &service)
{
    RunnerStep made = compose(Phase::Update,
        u"recreate-service"_s,
        {u"up"_s,
            u"-d"_s,
            u"--force-recreate"_s,
            u"--no-build"_s,
            u"--no-deps"_s,
            u"--"_s,
            service});
    made.lane = service;
    return made;
}

inline RunnerStep healthy(const QString &service)
{
    RunnerStep made = compose(Phase::Update,
        u"wait-healthy"_s,
        {u"ps"_s, u"-a"_s, u"--format"_s, u"{{.Health}}"_s, u"--"_s, service});
    made.lane = service;
    made.tries = 60;
    made.every = std::chrono::seconds(0);
    made.wants = {{RunnerWant::Kind::Lines, u"healthy"_s, 0}};
    made.nevers = {u"unhealthy"_s};
    return made;
}

inline RunnerList empty(const QString &run)
{
    RunnerList list;
    list.run = run;
    list.owner = u"ana@portátil"_s;
    list.rollback = RunnerList::Rollback::Automatic;
    return list;
}

// Phases in their order; what undoes them goes by what was begun.
inline RunnerList list(const QString &run, const QString &version)
{
    const QStringList services{u"backend"_s, u"web"_s, u"bank-advisor"_s};
    const QString backup = u"backups/pre_%1.sql.gz"_s.arg(run);
    RunnerList list = empty(run);
    QList<RunnerStep> &steps = list.steps;
    steps = {
        step(Phase::Preflight, u"compose-version"_s, {u"docker"_s, u"compose"_s, u"version"_s}),
        dump(backup, 10'000),
        step(Phase::Upload, u"place-files"_s, {u"@place"_s, u"S"_s}),
        compose(Phase::Upload, u"resolve-configuration"_s, {u"config"_s, u"-q"_s}),
        compose(Phase::Upload, u"pull-images"_s, {u"pull"_s, u"-q"_s})};
    const int placed = 3;
    RunnerStep migrate = compose(Phase::Migrate,
        u"run-migration"_s,
        {u"run"_s, u"--rm"_s, u"--no-deps"_s, u"-T"_s, u"backend"_s, u"/migrate.sh"_s});
    migrate.repeatable = false;
    steps.append(migrate);
    const int migrated = static_cast<int>(steps.size());
    steps.append(settle());
    const int updated = static_cast<int>(steps.size()) + 1;
    for (const QString &service : services)
        steps << up(service) << healthy(service);
    steps += counts();
    RunnerStep smoke = compose(Phase::Verify,
        u"smoke-test"_s,
        {u"exec"_s, u"-T"_s, u"web"_s, u"wget"_s, u"-qO-"_s, u"http://backend:8000/health"_s});
    smoke.wants = {{RunnerWant::Kind::Contains, u"\"version\":\"%1\""_s.arg(version), 0}};
    steps << smoke
          << step(Phase::Cleanup,
                 u"prune-images"_s,
                 {u"docker"_s, u"image"_s, u"prune"_s, u"-f"_s, u"--filter"_s, u"until=48h"_s});

    QList<RunnerStep> &undo = list.rollbackSteps;
    undo = {step(Phase::Upload, u"put-files-back"_s, {u"@put-back"_s})};
    undo.last().ifBegun = placed;
    RunnerStep restore = sql(u"restore-database"_s, u"invex"_s, {u"-q"_s, u"-1"_s});
    restore.inputFile = backup;
    restore.repeatable = false;
    undo << dump(u"backups/emergency_%1.sql.gz"_s.arg(run), 1000) << restore;
    for (RunnerStep &made : undo) {
        if (made.ifBegun == 0)
            made.ifBegun = migrated;
    }
    for (const QString &service : services) {
        undo << up(service) << healthy(service);
        undo[undo.size() - 2].ifBegun = updated;
        undo.last().ifBegun = updated;
    }
    undo += counts();
    for (RunnerStep &made : undo) {
        if (made.ifBegun == 0)
            made.ifBegun = migrated;
    }
    return list;
}

// There is nothing yet to back up; the database comes first.
inline void makeFirst(RunnerList &list)
{
    list.steps.removeAt(1);
    const QList<RunnerStep> before{compose(Phase::Update,
                                       u"recreate-service"_s,
                                       {u"up"_s, u"-d"_s, u"--no-build"_s, u"postgres"_s}),
        healthy(u"postgres"_s)};
    list.steps = list.steps.mid(0, 4) + before + list.steps.mid(4);
    list.rollbackSteps.clear();
}

// Restored beside the real one, counted, and gone again, also when the counts are wrong.
inline QList<RunnerStep> lookAtBackup(const QString &file)
{
    const QString base = u"atalaya_look"_s;
    RunnerStep restore = sql(u"restore-scratch"_s, base, {u"-q"_s, u"-1"_s});
    restore.inputFile = file;
    QList<RunnerStep> steps{
        sql(u"drop-scratch"_s, u"postgres"_s, {u"-c"_s, u"drop database if exists "_s + base}),
        sql(u"create-scratch"_s, u"postgres"_s, {u"-c"_s, u"create database "_s + base}),
        restore};
    return steps + counts(base);
}

inline QByteArray project(const QString &version)
{
    QTemporaryDir folder;
    QDir(folder.path()).mkdir(u"envs"_s);
    for (const QString &name :
        {u"compose.yml"_s, u"compose.production.yml"_s, u"compose.registry.yml"_s})
        QFile::copy(u"" SOURCE_TREE "/tests/lab/invex/"_s + name, folder.filePath(name));
    QFile env(folder.filePath(u"envs/.env"_s));
    if (env.open(QIODevice::WriteOnly)) {
        env.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        env.write("REGISTRY=" + registry.toLatin1() + "\nINVEX_VERSION=" + version.toLatin1()
            + "\nGREETING=hola, $(mundo)\n");
    }
    env.close();
    QProcess tar;
    tar.start(u"tar"_s, {u"-C"_s, folder.path(), u"-cf"_s, u"-"_s, u"."_s});
    tar.waitForFinished();
    return tar.readAllStandardOutput();
}

} // namespace StackRun
