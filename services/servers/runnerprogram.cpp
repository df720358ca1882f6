#include "servers/runnerprogram.h"

#include "servers/runnertext.h"
#include "types/wordtable.h"

#include <QCryptographicHash>
#include <QFile>

using namespace Qt::StringLiterals;

void loadRunnerResource() // outside of any namespace, as the macro wants it
{
    Q_INIT_RESOURCE(runner);
}

namespace {

QByteArray runnerResource(const QString &name)
{
    loadRunnerResource();
    QFile file(u":/runner/%1"_s.arg(name));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? file.readAll() : QByteArray();
}

QString joinedRunnerCommand()
{
    QByteArrayList lines;
    for (const QByteArray &line : runnerResource(u"bootstrap.sh"_s).split('\n')) {
        if (!line.isEmpty() && !line.startsWith('#'))
            lines.append(line);
    }
    const QByteArray joined = lines.join(' ');
    Q_ASSERT(!joined.contains('\'') && !joined.contains('\\') && !joined.contains('!'));
    return u"exec sh -c '%1'"_s.arg(QString::fromLatin1(joined));
}

constexpr Word<RunnerProgram::Lock::Holder> runnerLockWords[] = {
    {RunnerProgram::Lock::Holder::Nobody, "free"_L1},
    {RunnerProgram::Lock::Holder::Alive, "held"_L1},
    {RunnerProgram::Lock::Holder::Gone, "stale-gone"_L1},
    {RunnerProgram::Lock::Holder::Rebooted, "stale-rebooted"_L1},
};

QString runnerFieldText(const QByteArray &field)
{
    const Result<QByteArray> text = RunnerText::decode(field);
    return QString::fromUtf8(text ? *text : field);
}

QDateTime runnerTime(const QByteArray &milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds.toLongLong(), Qt::UTC);
}

// The words before the last field, which may hold spaces.
QList<QByteArray> splitRunnerLine(const QByteArray &line, qsizetype words)
{
    QList<QByteArray> parts = line.split(' ');
    if (parts.size() > words + 1)
        parts = parts.mid(0, words) << parts.mid(words).join(' ');
    return parts;
}

} // namespace

const QByteArray &RunnerProgram::script()
{
    static const QByteArray text = runnerResource(u"atalaya-runner.sh"_s);
    return text;
}

const QByteArray &RunnerProgram::hash()
{
    static const QByteArray digest =
        QCryptographicHash::hash(script(), QCryptographicHash::Sha256).toHex();
    return digest;
}

const QString &RunnerProgram::command()
{
    static const QString text = joinedRunnerCommand();
    return text;
}

Result<QByteArray> RunnerProgram::install(const QString &folder)
{
    const Result<QByteArray> head = call(folder, {u"install"_s});
    if (!head)
        return failure(head.error());
    return QByteArray(*head + script());
}

Result<QByteArray> RunnerProgram::call(const QString &folder, const QStringList &arguments)
{
    const Result<QByteArray> place = RunnerText::encode(folder.toUtf8());
    if (!place)
        return failure(place.error());
    QByteArray lines = *place + '\n' + hash() + '\n' + QByteArray::number(arguments.size()) + '\n';
    for (const QString &argument : arguments) {
        const Result<QByteArray> field = RunnerText::encode(argument.toUtf8());
        if (!field)
            return failure(field.error());
        lines.append(*field).append('\n');
    }
    return lines;
}

Result<Secret> RunnerProgram::call(
    const QString &folder, const QStringList &arguments, const Secret &input)
{
    const Result<QByteArray> head = call(folder, arguments);
    if (!head)
        return failure(head.error());
    return Secret(*head + input.reveal());
}

Result<RunnerProgram::Answer> RunnerProgram::answer(const QByteArray &output)
{
    QStringList words = QString::fromUtf8(output.left(output.indexOf('\n'))).split(u' ');
    if (!output.contains('\n') || words.first().isEmpty())
        return failure(Error::Kind::Protocol, u"the runner's answer was cut"_s);
    const QString first = words.takeFirst();
    return Answer{first, words};
}

Result<RunnerProgram::Lock> RunnerProgram::lock(const QByteArray &output)
{
    const QList<QByteArray> parts = splitRunnerLine(output.left(output.indexOf('\n')), 5);
    const std::optional<Lock::Holder> holder =
        valueOf(runnerLockWords, QString::fromLatin1(parts.first()));
    if (!output.contains('\n') || !holder || (*holder != Lock::Holder::Nobody && parts.size() < 5))
        return failure(Error::Kind::Protocol, u"the runner's word on its lock"_s);
    if (*holder == Lock::Holder::Nobody)
        return Lock();
    return Lock{*holder,
        QString::fromLatin1(parts.at(1)),
        parts.at(2).toLongLong(),
        runnerTime(parts.at(3)),
        QString::fromLatin1(parts.at(4)),
        runnerFieldText(parts.value(5))};
}

Result<QList<RunnerProgram::Run>> RunnerProgram::runs(const QByteArray &output)
{
    QList<Run> found;
    for (const QByteArray &line : output.split('\n')) {
        const QList<QByteArray> parts = splitRunnerLine(line, 5);
        if (line.isEmpty())
            continue;
        if (parts.size() < 5)
            return failure(Error::Kind::Protocol, u"the runner's list of runs"_s);
        found.append(Run{QString::fromLatin1(parts.at(0)),
            QString::fromLatin1(parts.at(1)),
            parts.at(2).toLongLong(),
            runnerTime(parts.at(3)),
            runnerTime(parts.at(4)),
            runnerFieldText(parts.value(5))});
    }
    return found;
}
