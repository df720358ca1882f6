#include "sandbox/contracttype.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMap>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {
// What the table and the document say differently, each with what the table says.
using Differences = QMap<QString, QString>;

QJsonObject objectIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                          : QJsonObject();
}

QString documentPath()
{
    const QString named = qEnvironmentVariable("ATALAYA_FLY_OPENAPI");
    if (!named.isEmpty())
        return named;
    const QString beside =
        QStringLiteral(SOURCE_TREE "/../shared/reference/fly-machines-openapi.json");
    return QFile::exists(beside) ? beside : QString();
}

// The path as the table has it: "/v1" before, and our names of the parts.
QString tablePath(QString path)
{
    static const QMap<QString, QString> names{{u"{app_name}"_s, u"{app}"_s},
        {u"{machine_id}"_s, u"{machine}"_s},
        {u"{org_slug}"_s, u"{org}"_s},
        {u"{secret_name}"_s, u"{secret}"_s},
        {u"{volume_id}"_s, u"{volume}"_s}};
    for (auto name = names.begin(); name != names.end(); ++name)
        path.replace(name.key(), name.value());
    return path.startsWith("/v1/"_L1) ? path : u"/v1"_s + path;
}

QString plain(const QString &type)
{
    return type.endsWith(u'!') ? type.chopped(1) : type;
}

// Walks the table and the document side by side.
class Comparison
{
public:
    Comparison(const QJsonObject &table, const QJsonObject &document)
        : m_types(table.value("types"_L1).toObject())
        , m_schemas(document.value("components"_L1).toObject().value("schemas"_L1).toObject())
    {
    }

    void operation(const QString &at, const QJsonObject &ours, const QJsonObject &theirs)
    {
        QMap<QString, QJsonValue> query;
        for (const QJsonValue &value : theirs.value("parameters"_L1).toArray()) {
            const QJsonObject parameter = value.toObject();
            if (parameter.value("in"_L1).toString() == "query"_L1)
                query.insert(parameter.value("name"_L1).toString(), parameter.value("schema"_L1));
        }
        const QJsonObject ourQuery = ours.value("query"_L1).toObject();
        for (const QString &key : ourQuery.keys()) {
            if (!query.contains(key))
                tell(at + u" query "_s + key, ourQuery.value(key).toString());
            else
                same(at + u" query "_s + key, ourQuery.value(key).toString(), query.take(key));
        }
        for (const QString &key : query.keys())
            tell(at + u" query "_s + key, u"(absent)"_s);
        const QString body = ours.value("body"_L1).toString();
        same(at + u" body"_s, body, contentOf(theirs.value("requestBody"_L1)));
        answers(at, ours.value("answers"_L1).toObject(), theirs.value("responses"_L1).toObject());
    }

    Differences found;

private:
    static QJsonValue contentOf(const QJsonValue &holder)
    {
        const QJsonObject content = holder.toObject().value("content"_L1).toObject();
        return content.isEmpty() ? QJsonValue(QJsonValue::Undefined)
                                 : content.begin().value().toObject().value("schema"_L1);
    }

    void tell(const QString &at, const QString &ours) { found.insert(at, plain(ours)); }

    void answers(const QString &at, const QJsonObject &ours, const QJsonObject &theirs)
    {
        for (const QString &code : ours.keys()) {
            const QString place = at + u" answer "_s + code;
            const QString told = ours.value(code).toString();
            if (!theirs.contains(code))
                tell(place, told.isEmpty() ? u"nothing"_s : told);
            else
                same(place, told, contentOf(theirs.value(code)));
        }
        for (const QString &code : theirs.keys()) {
            if (!ours.contains(code))
                tell(at + u" answer "_s + code, u"(absent)"_s);
        }
    }

    // The text of a schema in the words of the table; names are walked into, not compared.
    QString wordOf(const QJsonValue &value) const
    {
        if (value.isUndefined())
            return {};
        QJsonObject schema = value.toObject();
        if (schema.contains("allOf"_L1))
            return wordOf(schema.value("allOf"_L1).toArray().at(0));
        if (schema.contains("$ref"_L1)) {
            schema = schemaOf(value);
            if (schema.contains("properties"_L1))
                return u"#"_s;
        }
        const QString type = schema.value("type"_L1).toString(u"any"_s);
        if (schema.contains("enum"_L1) && type == "string"_L1)
            return u"enum:"_s + schema.value("enum"_L1).toVariant().toStringList().join(u',');
        if (type == "array"_L1)
            return wordOf(schema.value("items"_L1)) + u"[]"_s;
        const QJsonValue more = schema.value("additionalProperties"_L1);
        if (type == "object"_L1 && more.isObject())
            return u'{' + wordOf(more) + u'}';
        return type;
    }

    [[nodiscard]] QJsonObject schemaOf(const QJsonValue &value) const
    {
        const QString reference = value.toObject().value("$ref"_L1).toString();
        return m_schemas.value(reference.section(u'/', -1)).toObject();
    }

    // What a list or map is made of, at the bottom.
    QJsonValue inner(const QJsonValue &value) const
    {
        const QJsonObject schema = value.toObject();
        if (schema.contains("allOf"_L1))
            return inner(schema.value("allOf"_L1).toArray().at(0));
        if (schema.contains("$ref"_L1)) {
            const QJsonObject named = schemaOf(value);
            return named.contains("properties"_L1) ? value : inner(named);
        }
        if (schema.contains("items"_L1))
            return inner(schema.value("items"_L1));
        if (schema.value("additionalProperties"_L1).isObject())
            return inner(schema.value("additionalProperties"_L1));
        return value;
    }

    void same(const QString &at, const QString &ours, const QJsonValue &theirs)
    {
        QString word = plain(ours);
        const Result<ContractType> type = ContractType::fromText(ours);
        const QStringList names = ours.isEmpty() || !type ? QStringList() : type->names();
        for (const QString &name : names)
            word.replace(QRegularExpression(u"\\b%1\\b"_s.arg(name)), u"#"_s);
        if (word != wordOf(theirs))
            tell(at, ours.isEmpty() ? u"(absent)"_s : ours);
        else if (names.size() == 1)
            objects(names.first(), schemaOf(inner(theirs)));
    }

    void objects(const QString &name, const QJsonObject &schema)
    {
        if (m_seen.contains(name))
            return;
        m_seen.insert(name);
        const QJsonObject ours = m_types.value(name).toObject();
        const QJsonObject theirs = schema.value("properties"_L1).toObject();
        const QStringList required = schema.value("required"_L1).toVariant().toStringList();
        for (const QString &key : ours.keys()) {
            const QString at = u"type %1 key %2"_s.arg(name, key);
            const QString type = ours.value(key).toString();
            if (!theirs.contains(key))
                tell(at, type);
            else if (type.endsWith(u'!') != required.contains(key))
                found.insert(at, type);
            else
                same(at, type, theirs.value(key));
        }
        for (const QString &key : theirs.keys()) {
            if (!ours.contains(key))
                tell(u"type %1 key %2"_s.arg(name, key), u"(absent)"_s);
        }
    }

    const QJsonObject m_types;
    const QJsonObject m_schemas;
    QSet<QString> m_seen;
};
} // namespace

// The table of resources/contract against the platform's own document, where that is at hand: at
// ATALAYA_FLY_OPENAPI, or beside the project.
class TestOpenApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableFollowsTheDocument();
};

void TestOpenApi::theTableFollowsTheDocument()
{
    const QString path = documentPath();
    if (path.isEmpty())
        QSKIP("not run: the contract was not compared: the platform's document is not on this "
              "computer");
    const QJsonObject document = objectIn(path);
    QVERIFY2(document.contains("paths"_L1), qPrintable(path));
    const QJsonObject table =
        objectIn(QStringLiteral(SOURCE_TREE "/resources/contract/flyio.json"));

    QMap<QString, QJsonObject> ours;
    for (const QJsonValue &value : table.value("routes"_L1).toArray()) {
        const QJsonObject route = value.toObject();
        if (route.value("service"_L1).toString() == "machines"_L1)
            ours.insert(
                route.value("method"_L1).toString() + u' ' + route.value("path"_L1).toString(),
                route);
    }
    QStringList leftOut;
    for (const QJsonValue &value : table.value("leftOut"_L1).toArray())
        leftOut.append(value.toObject().value("method"_L1).toString() + u' '
            + value.toObject().value("path"_L1).toString());

    Comparison comparison(table, document);
    QStringList wrong;
    const QJsonObject paths = document.value("paths"_L1).toObject();
    for (auto place = paths.begin(); place != paths.end(); ++place) {
        const QJsonObject operations = place.value().toObject();
        for (const QString &method : operations.keys()) {
            const QString at = method.toUpper() + u' ' + tablePath(place.key());
            const bool isLeftOut = leftOut.removeOne(at);
            if (ours.contains(at))
                comparison.operation(at, ours.take(at), operations.value(method).toObject());
            else if (!isLeftOut)
                wrong += at + u": is not in the table"_s;
        }
    }
    for (const QString &at : ours.keys())
        wrong += at + u": is not in the document"_s;
    for (const QString &at : leftOut)
        wrong += at + u": is left out, and the document does not have it"_s;

    Differences known;
    for (const QJsonValue &value : table.value("disagreements"_L1).toArray())
        known.insert(value.toObject().value("at"_L1).toString(),
            value.toObject().value("contract"_L1).toString());
    for (auto found = comparison.found.begin(); found != comparison.found.end(); ++found) {
        if (plain(known.value(found.key())) != plain(found.value()))
            wrong += found.key() + u": the table says "_s + found.value();
    }
    for (const QString &at : known.keys()) {
        if (!comparison.found.contains(at))
            wrong += at + u": is no disagreement any more"_s;
    }
    wrong.sort();
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestOpenApi)
#include "tst_openapi.moc"
