#include "store/redaction.h"

#include "core/sanitise.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace {

QJsonValue redacted(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::String:
        return Redact::text(value.toString());
    case QJsonValue::Array: {
        QJsonArray array = value.toArray();
        for (auto it = array.begin(); it != array.end(); ++it)
            *it = redacted(*it);
        return array;
    }
    case QJsonValue::Object: {
        QJsonObject object = value.toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            it.value() = redacted(it.value());
        return object;
    }
    default:
        return value;
    }
}

} // namespace

QByteArray redactedJson(const QByteArray &json)
{
    // Nothing escaped: what would be found in a value is found in the whole, and nearly always
    // nothing is.
    if (!json.contains('\\')) {
        const QString text = QString::fromUtf8(json);
        if (Redact::text(text) == text)
            return json;
    }
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    return QJsonDocument(redacted(object).toObject()).toJson(QJsonDocument::Compact);
}
