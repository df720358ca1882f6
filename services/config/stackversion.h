#pragma once

#include "config/atalayatoml.h"
#include "config/composefile.h"
#include "config/dotenvfile.h"

// The version that a stack is deployed at, where atalaya.toml says that it stands.
bool isImageTag(const QString &version);
// Services whose image takes it, sorted.
QStringList stackVersioned(const AtalayaToml &toml, const ComposeProject &compose);
// What the files say now; empty: nowhere, or not the same everywhere.
QString stackVersionIn(
    const AtalayaToml &toml, const ComposeProject &compose, const DotEnvFile *env);
// A file with another version in it, the rest byte for byte. InvalidInput: what it says cannot be
// changed there.
Result<QByteArray> envWithVersion(
    const QByteArray &text, const QString &variable, const QString &version);
Result<QByteArray> composeWithVersion(const QByteArray &text, const QString &version);
// "registry.example/app:1.2@sha256:…" in its parts.
struct ImageName
{
    QString repository;
    QString tag;
    QString digest;
};
ImageName imageName(const QString &reference);
