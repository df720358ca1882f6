#include "config/stackversion.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
tl::unexpected<Error> versionRefused(const QString &why)
{
    return failure(Error::Kind::InvalidInput, why);
}

// Bytes from the begin of a line (1-based) to its end, without the break.
std::pair<qsizetype, qsizetype> lineSpan(const QByteArray &text, int line)
{
    qsizetype begin = 0;
    for (int at = 1; at < line && begin >= 0; ++at)
        begin = text.indexOf('\n', begin) + 1;
    qsizetype end = text.indexOf('\n', begin);
    if (end < 0)
        end = text.size();
    if (end > begin && text[end - 1] == '\r')
        --end;
    return {begin, end};
}
} // namespace

bool isImageTag(const QString &version)
{
    static const QRegularExpression form(u"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$"_s);
    return form.match(version).hasMatch();
}

ImageName imageName(const QString &reference)
{
    ImageName name;
    const qsizetype at = reference.indexOf(u'@');
    name.digest = at < 0 ? QString() : reference.mid(at + 1);
    const QString rest = at < 0 ? reference : reference.left(at);
    const qsizetype colon = rest.lastIndexOf(u':');
    const bool hasTag = colon > rest.lastIndexOf(u'/');
    name.repository = hasTag ? rest.left(colon) : rest;
    name.tag = hasTag ? rest.mid(colon + 1) : QString();
    return name;
}

QStringList stackVersioned(const AtalayaToml &toml, const ComposeProject &compose)
{
    QStringList names;
    const auto file = static_cast<int>(toml.compose.indexOf(toml.version.file));
    for (const ComposeService &service : compose.services) {
        const QList<VariableUse> uses = VariableText(service.image.text).uses();
        const bool named = !toml.version.variable.isEmpty()
            && std::any_of(uses.begin(), uses.end(), [&toml](const VariableUse &use) {
                   return use.name == toml.version.variable;
               });
        const bool filed = !toml.version.file.isEmpty() && !service.image.text.isEmpty()
            && service.image.place.file == file && !imageName(service.image.text).tag.isEmpty();
        if (named || filed)
            names.append(service.name);
    }
    return names;
}

QString stackVersionIn(
    const AtalayaToml &toml, const ComposeProject &compose, const DotEnvFile *env)
{
    if (!toml.version.variable.isEmpty()) {
        const QHash<QString, Secret> values = env ? env->values() : QHash<QString, Secret>();
        const auto value = values.constFind(toml.version.variable);
        return value == values.constEnd() ? QString() : QString::fromUtf8(value->reveal());
    }
    QStringList tags;
    for (const QString &name : stackVersioned(toml, compose))
        tags.append(imageName(compose.service(name)->image.text).tag);
    tags.removeDuplicates();
    return tags.size() == 1 ? tags.constFirst() : QString();
}

Result<QByteArray> envWithVersion(
    const QByteArray &text, const QString &variable, const QString &version)
{
    if (!isImageTag(version))
        return versionRefused(u"%1 is no tag of an image"_s.arg(version));
    const DotEnvFile file = readDotEnv(text);
    const DotEnvVariable *there = file.find(variable);
    const QByteArray line = QString(variable + u'=' + version).toUtf8();
    if (!there) {
        const QByteArray apart = text.isEmpty() || text.endsWith('\n') ? "" : "\n";
        return QByteArray(text + apart + line + '\n');
    }
    if (there->isMultiLine)
        return versionRefused(u"%1 is more than a line"_s.arg(variable));
    const auto [begin, end] = lineSpan(text, there->line);
    const QByteArray old = text.mid(begin, end - begin);
    const qsizetype equals = old.indexOf('=');
    QByteArray changed = text;
    changed.replace(begin, end - begin, QByteArray(old.left(equals + 1) + version.toUtf8()));
    const QHash<QString, Secret> values = readDotEnv(changed).values();
    if (values.value(variable) != Secret(version.toUtf8()))
        return versionRefused(u"%1 cannot be changed in place"_s.arg(variable));
    return changed;
}

Result<QByteArray> composeWithVersion(const QByteArray &text, const QString &version)
{
    if (!isImageTag(version))
        return versionRefused(u"%1 is no tag of an image"_s.arg(version));
    const auto images = [](const QByteArray &bytes) {
        QHash<QString, ComposeText> all;
        for (const ComposeService &service : readCompose({{u"compose.yml"_s, bytes}}).services)
            all.insert(service.name, service.image);
        return all;
    };
    const QHash<QString, ComposeText> before = images(text);
    QByteArray changed = text;
    QHash<QString, QString> wanted;
    for (auto image = before.begin(); image != before.end(); ++image) {
        const ImageName name = imageName(image->text);
        const bool isLiteral = !VariableText(image->text).hasVariables();
        if (!isLiteral || name.tag.isEmpty())
            continue;
        const QString now = QString(name.repository + u':' + version);
        wanted.insert(image.key(), now);
        // One line makes one line: those of the others stay where they were.
        const auto [begin, end] = lineSpan(changed, image->place.line);
        const QByteArray line = changed.mid(begin, end - begin);
        const qsizetype at = line.lastIndexOf(image->text.toUtf8());
        if (at < 0)
            return versionRefused(u"the image of %1 cannot be changed in place"_s.arg(image.key()));
        changed.replace(begin + at, image->text.toUtf8().size(), now.toUtf8());
    }
    const QHash<QString, ComposeText> after = images(changed);
    for (auto image = after.begin(); image != after.end(); ++image) {
        if (image->text != wanted.value(image.key(), before.value(image.key()).text))
            return versionRefused(u"the image of %1 cannot be changed in place"_s.arg(image.key()));
    }
    return wanted.isEmpty() ? versionRefused(u"no image has a tag"_s) : Result<QByteArray>(changed);
}
