#include "store/redaction.h"

#include "core/redactjson.h"
#include "core/sanitise.h"

#include <QJsonDocument>
#include <QJsonObject>

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
    return QJsonDocument(Redact::json(object).toObject()).toJson(QJsonDocument::Compact);
}
