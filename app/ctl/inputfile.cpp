#include "app/ctl/inputfile.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

Result<QByteArray> readInputFile(const QString &path, qsizetype largest)
{
    const auto unreadable = [&path](const QString &why) {
        return failure(Error::Kind::InvalidInput, u"%1: %2"_s.arg(path, why));
    };
    QFile file(path);
    const bool opened =
        path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return unreadable(file.errorString());
    QByteArray text = file.read(largest + 1);
    if (file.error() != QFileDevice::NoError)
        return unreadable(file.errorString());
    if (text.size() > largest)
        return unreadable(u"longer than %1 MiB"_s.arg(largest / (1024 * 1024)));
    return text;
}
