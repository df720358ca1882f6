#pragma once

#include <QList>
#include <QString>
#include <QStringView>

#include <optional>

// Where a value stands in a config: keys, and places in lists. As text: services[0].internal_port;
// a key that is no plain word is quoted: env."my.key".
struct ConfigStep
{
    QString key;
    qsizetype index = -1; // of a list, when not negative; then there is no key
    bool operator==(const ConfigStep &) const = default;
};
using ConfigPath = QList<ConfigStep>;

QString configKeyText(const QString &key); // quoted where TOML needs it
QString configPathText(const ConfigPath &path);
std::optional<ConfigPath> configPathFromText(QStringView text);

// Path texts put together; `parent` may be empty.
QString configPathBelow(const QString &parent, const QString &key);
QString configPathAt(const QString &parent, qsizetype index);
