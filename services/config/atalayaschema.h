#pragma once

#include "config/atalayatoml.h"
#include "config/filefindings.h"

#include <QJsonObject>
#include <QLatin1String>

// The words of atalaya.toml, in the order of the enums of AtalayaToml.
namespace AtalayaWords {
QString backupKind(StackBackup::Kind kind);
QString backupVerify(StackBackup::Verify verify);
QString smokeKind(SmokeTest::Kind kind);
QString source(AtalayaToml::Source source);
QString answer(AtalayaToml::Answer answer);
QString day(int day); // 1: "mon"
std::optional<StackBackup::Kind> backupKindOf(QStringView word);
std::optional<StackBackup::Verify> backupVerifyOf(QStringView word);
std::optional<SmokeTest::Kind> smokeKindOf(QStringView word);
std::optional<AtalayaToml::Source> sourceOf(QStringView word);
std::optional<AtalayaToml::Answer> answerOf(QStringView word);
QList<int> daysOf(QStringView word); // "mon", "mon-fri"; empty: it is none
} // namespace AtalayaWords

// Holds an atalaya.toml against the keys that there are: names, kinds, ranges, and texts that must
// not reach out of the project or be taken for options.
void checkAtalayaKeys(const QJsonObject &toml, FileFindings &findings);
// What does not go together. After checkAtalayaKeys(): what is wrong there is not told again.
void checkAtalayaRules(const AtalayaToml &toml, const QJsonObject &json, FileFindings &findings);
// The values of a file as its JSON has them, and the other way round: what is as it would be
// without the file is left out, commands are lists, durations as short as can be.
AtalayaToml atalayaFromJson(const QJsonObject &json);
QJsonObject atalayaToJson(const AtalayaToml &toml);
// The words of a command that is written as a line or as a list; empty: it is neither.
QStringList atalayaCommand(const QJsonValue &value);
