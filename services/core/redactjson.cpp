#include "core/redactjson.h"

#include "core/sanitise.h"

#include <QJsonArray>
#include <QJsonObject>

QJsonValue Redact::json(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return text(value.toString());
    case QJsonValue::Array: {
        const QJsonArray array = value.toArray();
        QJsonArray result; // made anew: changing one in place costs its length every time
        for (const QJsonValue &item : array)
            result.append(json(item));
        return result;
    }
    case QJsonValue::Object: {
        const QJsonObject object = value.toObject();
        QJsonObject result;
        for (auto it = object.begin(); it != object.end(); ++it)
            result.insert(it.key(), json(it.value()));
        return result;
    }
    default:
        return value;
    }
}
