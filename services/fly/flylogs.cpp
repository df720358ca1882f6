#include "fly/flycall.h"
#include "fly/flyclient.h"
#include "fly/flyjson.h"

using namespace Qt::StringLiterals;

Result<LogPage> FlyClient::logs(const AppName &app,
    const QString &nextToken,
    const QString &instance,
    const CallContext &context)
{
    FlyRequest request;
    request.part = FlyPart::Logs;
    request.path = u"/api/v1/apps/%1/logs"_s.arg(app.value);
    // Always sent, empty at first; a null text would lose its "=".
    request.query.addQueryItem(u"next_token"_s, nextToken.isNull() ? u""_s : nextToken);
    if (!instance.isEmpty())
        request.query.addQueryItem(u"instance"_s, instance);
    request.action = u"logs"_s;
    request.subject = app.value;
    const Result<QJsonValue> answer = FlyCall(*this, context).json(request);
    if (!answer)
        return failure(answer.error());
    Result<LogPage> page = logPageFromJson(*answer);
    if (page && page->nextToken.isEmpty())
        page->nextToken = nextToken;
    return page;
}
