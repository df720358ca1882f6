#include "config/dotenvfile.h"

#include "config/configpath.h"
#include "config/tomldocument.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype mostEnvFindings = 500;
constexpr qsizetype mostEnvVariables = 10'000;

bool isEnvBlank(QChar c)
{
    return c == u' ' || c == u'\t' || c == u'\v' || c == u'\f' || c == QChar(0xa0);
}

bool isEnvNameStart(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
}

bool isEnvNamePart(QChar c)
{
    return isEnvNameStart(c) || (c >= u'0' && c <= u'9') || c == u'.' || c == u'-';
}

// Reads line by line; a value in quotes may go over several.
class DotEnvReader
{
public:
    DotEnvReader(const QString &text, DotEnvFile &file)
        : m_text(text)
        , m_file(file)
    {
    }

    void run()
    {
        while (m_at < m_text.size() && m_file.variables.size() < mostEnvVariables)
            statement();
    }

private:
    [[nodiscard]] qsizetype lineEnd(qsizetype from) const
    {
        const qsizetype end = m_text.indexOf(u'\n', from);
        return end < 0 ? m_text.size() : end;
    }
    [[nodiscard]] qsizetype skipBlanks(qsizetype at, qsizetype end) const
    {
        while (at < end && isEnvBlank(m_text[at]))
            ++at;
        return at;
    }
    void goTo(qsizetype at)
    {
        m_line += static_cast<int>(QStringView(m_text).mid(m_at, at - m_at).count(u'\n'));
        m_at = at;
    }
    void tell(ConfigFinding::Severity severity,
        ConfigCode code,
        const QString &name,
        qsizetype at,
        const QStringList &arguments = {})
    {
        if (m_file.findings.size() >= mostEnvFindings)
            return;
        const qsizetype start = m_text.lastIndexOf(u'\n', std::max<qsizetype>(at - 1, 0)) + 1;
        const qsizetype column = at == 0 ? 1 : at - start + 1;
        m_file.findings.append(ConfigFinding{severity,
            code,
            name.isEmpty() ? QString() : configKeyText(name),
            m_line,
            static_cast<int>(column),
            arguments});
    }

    // In single quotes a backslash is itself, but for a quote that is not the last of its line.
    [[nodiscard]] bool isEscape(qsizetype at, QChar mark) const
    {
        if (m_text[at] != u'\\' || mark == u'"')
            return m_text[at] == u'\\';
        const qsizetype last = m_text.lastIndexOf(mark, lineEnd(at) - 1);
        return at + 1 < last && m_text[at + 1] == mark;
    }

    void statement();
    void value(DotEnvVariable &variable, qsizetype equals, qsizetype end);
    bool quoted(DotEnvVariable &variable, qsizetype quote);
    void finish(DotEnvVariable &variable, const QString &value);

    const QString m_text;
    DotEnvFile &m_file;
    QHash<QString, int> m_lines; // where a name was set first
    qsizetype m_at = 0;
    int m_line = 1;
};

void DotEnvReader::statement()
{
    const qsizetype end = lineEnd(m_at);
    const qsizetype next = std::min(end + 1, m_text.size());
    qsizetype at = skipBlanks(m_at, end);
    if (at == end || m_text[at] == u'#')
        return goTo(next);
    DotEnvVariable variable;
    variable.line = m_line;
    if (QStringView(m_text).mid(at).startsWith("export"_L1) && at + 6 < end
        && isEnvBlank(m_text[at + 6])) {
        variable.isExported = true;
        at = skipBlanks(at + 6, end);
    }
    const qsizetype nameStart = at;
    while (at < end && isEnvNamePart(m_text[at]))
        ++at;
    variable.name = m_text.mid(nameStart, at - nameStart);
    variable.column = static_cast<int>(nameStart - m_at) + 1;
    const qsizetype equals = skipBlanks(at, end);
    const bool isName = !variable.name.isEmpty() && isEnvNameStart(variable.name.front());
    if (isName && equals < end && m_text[equals] == u'=')
        return value(variable, equals, end);
    if (isName && (equals == end || m_text[equals] == u'#')) {
        m_file.inherited.append(variable.name);
        tell(ConfigFinding::Severity::Note,
            ConfigCode::EnvWithoutValue,
            variable.name,
            nameStart,
            {variable.name});
    } else {
        // Not what stands there: it may be a part of a secret.
        tell(ConfigFinding::Severity::Warning, ConfigCode::EnvLine, {}, nameStart);
    }
    goTo(next);
}

void DotEnvReader::value(DotEnvVariable &variable, qsizetype equals, qsizetype end)
{
    const qsizetype start = skipBlanks(equals + 1, end);
    variable.valueColumn = static_cast<int>(start - m_at) + 1;
    if (start < end && (m_text[start] == u'"' || m_text[start] == u'\'')) {
        if (quoted(variable, start))
            return;
        tell(ConfigFinding::Severity::Error,
            ConfigCode::EnvQuote,
            variable.name,
            start,
            {variable.name});
    }
    // Behind a blank, a number sign begins a comment. Where it is the first sign of a value,
    // readers differ: most take it for a comment too.
    const bool beginsWithSign = start == equals + 1 && start < end && m_text[start] == u'#';
    if (beginsWithSign)
        tell(ConfigFinding::Severity::Warning,
            ConfigCode::EnvNumberSign,
            variable.name,
            start,
            {variable.name});
    qsizetype stop = start;
    while (stop < end && !beginsWithSign
        && !(m_text[stop] == u'#' && stop > equals + 1 && isEnvBlank(m_text[stop - 1])))
        ++stop;
    const QString text = m_text.mid(start, stop - start).trimmed();
    variable.lastLine = m_line;
    finish(variable, text);
    goTo(std::min(end + 1, m_text.size()));
}

// False: the quote is not closed.
bool DotEnvReader::quoted(DotEnvVariable &variable, qsizetype quote)
{
    const QChar mark = m_text[quote];
    qsizetype at = quote + 1;
    while (at < m_text.size() && m_text[at] != mark)
        at += isEscape(at, mark) ? 2 : 1;
    if (at >= m_text.size())
        return false;
    const QString text = m_text.mid(quote + 1, at - quote - 1);
    variable.quotes =
        mark == u'"' ? DotEnvVariable::Quotes::Double : DotEnvVariable::Quotes::Single;
    variable.isMultiLine = text.contains(u'\n');
    const qsizetype end = lineEnd(at);
    const qsizetype behind = skipBlanks(at + 1, end);
    const bool hasMore = behind < end && m_text[behind] != u'#';
    finish(variable, text);
    m_file.variables.last().lastLine = m_line + static_cast<int>(text.count(u'\n'));
    goTo(at);
    if (hasMore)
        tell(ConfigFinding::Severity::Warning,
            ConfigCode::EnvBehindQuote,
            variable.name,
            behind,
            {variable.name});
    goTo(std::min(end + 1, m_text.size()));
    return true;
}

void DotEnvReader::finish(DotEnvVariable &variable, const QString &text)
{
    variable.isEmpty = text.isEmpty();
    if (variable.quotes != DotEnvVariable::Quotes::Single) {
        for (const VariableUse &use : VariableText(text, VariableText::Dollar::Loose).uses())
            variable.uses.append(use.name);
    }
    variable.value = Secret(text.toUtf8());
    const auto before = m_lines.constFind(variable.name);
    if (before == m_lines.constEnd()) {
        m_lines.insert(variable.name, variable.line);
    } else {
        m_file.findings.append(ConfigFinding{ConfigFinding::Severity::Warning,
            ConfigCode::EnvDuplicate,
            configKeyText(variable.name),
            variable.line,
            variable.column,
            {variable.name, QString::number(*before)}});
    }
    m_file.variables.append(variable);
}

QStringList namesWhere(
    const DotEnvFile &file, const std::function<bool(const DotEnvVariable &)> &holds)
{
    QStringList names;
    QSet<QString> seen;
    for (const DotEnvVariable &variable : file.variables) {
        if (!seen.contains(variable.name) && holds(variable)) {
            seen.insert(variable.name);
            names.append(variable.name);
        }
    }
    return names;
}

QString withEscapes(const QString &text)
{
    QString plain;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar next = text[i] == u'\\' && i + 1 < text.size() ? text[i + 1] : QChar();
        if (next == u'n' || next == u'r' || next == u't')
            plain += next == u'n' ? u'\n' : next == u'r' ? u'\r' : u'\t';
        else if (next == u'"' || next == u'\\' || next == u'\'')
            plain += next;
        else {
            plain += text[i];
            continue;
        }
        ++i;
    }
    return plain;
}

int firstBadByteLine(const QByteArray &text)
{
    int line = 1;
    for (const QByteArray &part : text.split('\n')) {
        if (!part.isValidUtf8())
            return line;
        ++line;
    }
    return line;
}
} // namespace

QStringList DotEnvFile::names() const
{
    return namesWhere(*this, [](const DotEnvVariable &) { return true; });
}

QStringList DotEnvFile::duplicates() const
{
    QSet<QString> seen;
    QStringList twice;
    for (const DotEnvVariable &variable : variables) {
        if (seen.contains(variable.name) && !twice.contains(variable.name))
            twice.append(variable.name);
        seen.insert(variable.name);
    }
    return twice;
}

QStringList DotEnvFile::emptyNames() const
{
    QHash<QString, bool> empty;
    for (const DotEnvVariable &variable : variables)
        empty.insert(variable.name, variable.isEmpty);
    return namesWhere(
        *this, [&empty](const DotEnvVariable &variable) { return empty.value(variable.name); });
}

QStringList DotEnvFile::multiLineNames() const
{
    return namesWhere(*this, [](const DotEnvVariable &variable) { return variable.isMultiLine; });
}

QStringList DotEnvFile::namesWithVariables() const
{
    return namesWhere(
        *this, [](const DotEnvVariable &variable) { return !variable.uses.isEmpty(); });
}

const DotEnvVariable *DotEnvFile::find(const QString &name) const
{
    const auto found = std::find_if(variables.rbegin(),
        variables.rend(),
        [&name](const DotEnvVariable &variable) { return variable.name == name; });
    return found == variables.rend() ? nullptr : &*found;
}

QHash<QString, Secret> DotEnvFile::values(const VariableLookup &outer) const
{
    QHash<QString, Secret> all;
    qsizetype total = 0;
    const auto lookup = [&](const QString &used) -> std::optional<QString> {
        if (const auto known = all.constFind(used); known != all.constEnd())
            return QString::fromUtf8(known->reveal());
        return outer ? outer(used) : std::nullopt;
    };
    for (const DotEnvVariable &variable : variables) {
        QString text = QString::fromUtf8(variable.value.reveal());
        if (variable.quotes == DotEnvVariable::Quotes::Double)
            text = withEscapes(text);
        else if (variable.quotes == DotEnvVariable::Quotes::Single)
            text.replace("\\'"_L1, "'"_L1);
        // Each could double what is above it.
        if (!variable.uses.isEmpty() && total < maxConfigBytes)
            text = VariableText(text, VariableText::Dollar::Loose).resolved(lookup);
        total += text.size();
        all.insert(variable.name, Secret(text.toUtf8()));
    }
    return all;
}

DotEnvFile readDotEnv(const QByteArray &text)
{
    DotEnvFile file;
    const auto refused = [&file](ConfigCode code, int line, const QStringList &arguments) {
        file.findings.append(
            ConfigFinding{ConfigFinding::Severity::Error, code, {}, line, 1, arguments});
    };
    if (text.size() > maxConfigBytes) {
        refused(ConfigCode::FileTooLarge, 1, {QString::number(maxConfigBytes)});
        return file;
    }
    file.hasBom = text.startsWith("\xef\xbb\xbf");
    const QByteArray content = text.mid(file.hasBom ? 3 : 0);
    if (!content.isValidUtf8())
        refused(ConfigCode::NotUtf8, firstBadByteLine(content), {});
    file.hasCarriageReturns = content.contains('\r');
    QString plain = QString::fromUtf8(content);
    plain.replace("\r\n"_L1, "\n"_L1).replace(u'\r', u'\n');
    DotEnvReader(plain, file).run();
    std::stable_sort(file.findings.begin(),
        file.findings.end(),
        [](const ConfigFinding &a, const ConfigFinding &b) { return a.line < b.line; });
    return file;
}

bool looksLikeDotEnv(const QByteArray &text)
{
    const DotEnvFile file = readDotEnv(text);
    const auto wrong = std::count_if(file.findings.begin(),
        file.findings.end(),
        [](const ConfigFinding &finding) { return finding.code == ConfigCode::EnvLine; });
    return !file.variables.isEmpty() && file.variables.size() > wrong;
}

bool isExampleName(const QString &fileName)
{
    static const QRegularExpression example(
        u"(^|[._-])(example|sample|template|tmpl|dist|default|defaults|ejemplo|plantilla)([._-]|$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    return example.match(fileName.section(u'/', -1)).hasMatch();
}
