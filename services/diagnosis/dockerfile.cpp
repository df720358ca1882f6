#include "diagnosis/dockerfile.h"

#include <QList>

using namespace Qt::StringLiterals;

namespace {

struct Instruction
{
    int line = 0;
    QString text; // on one line, as docker prints it
};

// Comments inside a continued instruction are left out, as docker does.
QList<Instruction> instructionsOf(const QByteArray &text)
{
    QList<Instruction> all;
    bool continues = false;
    int number = 0;
    for (const QByteArray &raw : text.split('\n')) {
        ++number;
        QString line = QString::fromUtf8(raw).trimmed();
        if (line.startsWith(u'#') || (line.isEmpty() && !continues))
            continue;
        const bool goesOn = line.endsWith(u'\\');
        if (goesOn)
            line.chop(1);
        if (!continues)
            all.append(Instruction{number, {}});
        all.last().text = QString(all.last().text % u' ' % line).simplified();
        continues = goesOn;
    }
    return all;
}

qsizetype commonLength(const QString &one, const QString &other)
{
    const qsizetype most = std::min(one.size(), other.size());
    qsizetype same = 0;
    while (same < most && one[same] == other[same])
        ++same;
    return same;
}

} // namespace

std::optional<DockerfilePlace> placeInDockerfile(const QByteArray &text, const QString &instruction)
{
    constexpr qsizetype enough = 8; // "RUN pip "
    const QString wanted = instruction.simplified();
    const QList<Instruction> all = instructionsOf(text);
    std::optional<DockerfilePlace> best;
    qsizetype longest = enough - 1;
    int install = 0;
    for (const Instruction &one : all) {
        if (one.text.startsWith("FROM "_L1, Qt::CaseInsensitive))
            install = 0;
        const qsizetype common = commonLength(one.text, wanted);
        if (common > longest) {
            longest = common;
            best = DockerfilePlace{one.line, one.text, install};
        }
        if (one.text.contains("apt-get install"_L1) || one.text.contains("apk add"_L1))
            install = one.line;
    }
    return best;
}
