#pragma once

#include <QByteArray>

#include <algorithm>

// Lines out of bytes as they arrive, without their ends. A line above 64 KiB comes in pieces.
class LineCutter
{
public:
    template <typename Give> void take(const char *data, qsizetype size, const Give &give)
    {
        m_rest.append(data, size);
        cut(false, give);
    }
    template <typename Give> void finish(const Give &give) { cut(true, give); }

private:
    static constexpr qsizetype piece = 64 * 1024;

    template <typename Give> void cut(bool last, const Give &give)
    {
        qsizetype from = 0;
        while (from < m_rest.size()) {
            const qsizetype end = m_rest.indexOf('\n', from);
            const bool whole = end >= 0 && end - from <= piece;
            if (!whole && m_rest.size() - from < piece && !last)
                break;
            const qsizetype length = whole ? end - from : std::min(piece, m_rest.size() - from);
            give(m_rest.mid(from, length));
            from += length + (whole ? 1 : 0);
        }
        m_rest.remove(0, from);
    }

    QByteArray m_rest;
};
