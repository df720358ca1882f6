#pragma once

#include "support/enginefixture.h"

using namespace Qt::StringLiterals;

// How a run ended, for the message of a test.
inline QString told(const EngineFixture::Outcome &outcome)
{
    QString text;
    if (!outcome.accepted)
        return u"refused: "_s + outcome.accepted.error().detail;
    if (outcome.ended) {
        text = reportedName(outcome.ended->reported);
        if (outcome.ended->error)
            text += u" ("_s + errorKindName(outcome.ended->error->kind) + u": "_s
                + outcome.ended->error->detail + u')';
    }
    if (outcome.verdict)
        text += u", is "_s + realityName(outcome.verdict->reality) + u' '
            + outcome.verdict->unknownBecause;
    return text;
}

inline bool isUpdate(const HttpRequest &request)
{
    return request.method == "POST" && request.url.path().count(u'/') == 5
        && request.url.path().contains(u"/machines/"_s);
}
