#include "fly/flyclient.h"
#include "fly/flyjson.h"
#include "fly/flyrequests.h"
#include "fly/wirereader.h"

using namespace Qt::StringLiterals;

namespace {
Result<Volume> volumeFromJson(const QJsonValue &json, const QString &path)
{
    std::optional<Error> problem;
    WireReader reader(json, path, problem);
    Volume volume;
    volume.id = reader.required("id"_L1);
    volume.name = reader.text("name"_L1);
    volume.region = reader.text("region"_L1);
    volume.state = reader.text("state"_L1);
    // Older answers do not tell it.
    volume.hostStatus = reader.has("host_status"_L1) ? reader.text("host_status"_L1) : u"ok"_s;
    volume.attachedTo = MachineId(reader.text("attached_machine_id"_L1));
    if (problem)
        return failure(*problem);
    return volume;
}
} // namespace

Result<QList<Volume>> FlyClient::volumes(const AppName &app, const CallContext &context)
{
    const Result<QJsonValue> answer =
        FlyCall(*this, context).json(appRequest(app, u"/volumes"_s, u"list-volumes"_s));
    if (!answer)
        return failure(answer.error());
    return listFromJson<Volume>(*answer, u"volumes"_s, volumeFromJson);
}
