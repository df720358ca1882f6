#pragma once

#include <QByteArray>
#include <QDir>
#include <QString>
#include <QStringList>

// Which files of a folder are configs, and of what kind.
enum class ConfigKind
{
    FlyToml,
    Compose,
    DotEnv,
    Atalaya // with the compose and env files that it names
};

struct ConfigUnit // what is read together
{
    ConfigKind kind = ConfigKind::FlyToml;
    QStringList files; // of compose several, in the order of -f
};

QString flyConfigIn(const QDir &folder); // as the platform's tool looks for it; empty: none
// The fly.toml of a folder, or those of the projects in it; a file is itself.
QStringList flyConfigsIn(const QString &path);
// Of all kinds: of the folder itself, or where it has none, of those below it.
QList<ConfigUnit> configUnitsIn(const QString &folder);
// By the name, and where that says nothing, by what stands in it.
ConfigKind configKindOf(const QString &path, const QByteArray &text);
