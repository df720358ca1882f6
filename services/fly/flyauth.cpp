#include "fly/flyauth.h"

#include <QList>

namespace {
// A token may carry its scheme, even more than once.
QByteArray withoutScheme(QByteArray text)
{
    for (;;) {
        text = text.trimmed();
        const QByteArray lower = text.left(7).toLower();
        if (lower == "bearer ")
            text = text.mid(7);
        else if (lower.startsWith("flyv1 "))
            text = text.mid(6);
        else
            return text;
    }
}

bool isMacaroon(const QByteArray &token)
{
    const QByteArray kind = token.left(token.indexOf('_'));
    return kind == "fm1r" || kind == "fm1a" || kind == "fm2";
}
} // namespace

std::vector<QByteArray> tokensOf(const Secret &token)
{
    std::vector<QByteArray> tokens;
    for (const QByteArray &part : withoutScheme(token.reveal()).split(',')) {
        if (const QByteArray one = withoutScheme(part); !one.isEmpty())
            tokens.push_back(one);
    }
    return tokens;
}

QByteArray authorizationFor(FlyPart part, const Secret &token)
{
    QList<QByteArray> macaroons;
    QList<QByteArray> others;
    for (const QByteArray &one : tokensOf(token))
        (isMacaroon(one) ? macaroons : others).append(one);
    const QList<QByteArray> all = macaroons + others;
    switch (part) {
    case FlyPart::Releases: // always Bearer, even for macaroons
        return all.isEmpty() ? QByteArray() : QByteArray("Bearer " + all.join(','));
    case FlyPart::GraphQl:
        if (!macaroons.isEmpty())
            return "FlyV1 " + all.join(',');
        break;
    case FlyPart::Machines:
    case FlyPart::Logs:
        if (!macaroons.isEmpty())
            return "FlyV1 " + macaroons.join(',');
        break;
    }
    return others.isEmpty() ? QByteArray() : QByteArray("Bearer " + others.join(','));
}
