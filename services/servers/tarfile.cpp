#include "servers/tarfile.h"

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype tarBlock = 512;
constexpr qsizetype tarName = 100;

void putTarText(QByteArray &header, qsizetype at, const QByteArray &text)
{
    header.replace(at, text.size(), text);
}

// Octal, right-aligned, ended by a NUL.
void putTarNumber(QByteArray &header, qsizetype at, qsizetype width, qint64 value)
{
    putTarText(header, at, QByteArray::number(value, 8).rightJustified(width - 1, '0'));
}
} // namespace

void TarFile::entry(const QByteArray &name, const QByteArray &content, int mode, char type)
{
    QByteArray header(tarBlock, '\0');
    putTarText(header, 0, name.left(tarName));
    putTarNumber(header, 100, 8, mode);
    putTarNumber(header, 108, 8, 0);
    putTarNumber(header, 116, 8, 0);
    putTarNumber(header, 124, 12, content.size());
    putTarNumber(header, 136, 12, 0);
    header[156] = type;
    putTarText(header,
        257,
        QByteArray("ustar\0"
                   "00",
            8));
    putTarText(header, 148, "        ");
    qint64 sum = 0;
    for (const char byte : std::as_const(header))
        sum += static_cast<unsigned char>(byte);
    putTarText(header, 148, QByteArray::number(sum, 8).rightJustified(6, '0') + '\0' + ' ');
    m_bytes += header + content;
    if (const qsizetype over = content.size() % tarBlock; over > 0)
        m_bytes += QByteArray(tarBlock - over, '\0');
}

Result<void> TarFile::add(const QString &name, const QByteArray &content, int mode)
{
    const QByteArray path = name.toUtf8();
    if (path.isEmpty() || path.startsWith('/') || path.contains('\n') || path.contains('\0')
        || QByteArray('/' + path + '/').contains("/../"))
        return failure(Error::Kind::InvalidInput, u"%1 is no name within the folder"_s.arg(name));
    if (path.size() > tarName) {
        const QByteArray field = " path=" + path + '\n';
        qsizetype length = field.size() + 1;
        while (QByteArray::number(length).size() + field.size() != length)
            length = QByteArray::number(length).size() + field.size();
        entry("pax", QByteArray(QByteArray::number(length) + field), 0600, 'x');
    }
    entry(path, content, mode, '0');
    return {};
}

QByteArray TarFile::bytes() const
{
    return QByteArray(m_bytes + QByteArray(2 * tarBlock, '\0'));
}
