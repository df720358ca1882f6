#include "ui/deploy/savedfile.h"

#include <QBuffer>
#include <QImage>
#include <QSaveFile>

using namespace Qt::StringLiterals;

Result<void> saveBytes(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return failure(Error::Kind::Storage, u"%1: %2"_s.arg(path, file.errorString()));
    return {};
}

Result<void> savePng(const QString &path, const QImage &image)
{
    QBuffer buffer;
    if (!image.save(&buffer, "PNG"))
        return failure(Error::Kind::Storage, u"%1: no memory for the picture"_s.arg(path));
    return saveBytes(path, buffer.data());
}
