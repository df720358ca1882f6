#include "app/ctl/output.h"

#include "app/ctl/text.h"
#include "core/redactjson.h"
#include "core/sanitise.h"
#include "models/words.h"
#include "models/wordsservers.h"

#include <QJsonDocument>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

QString safe(const QString &text)
{
    return Sanitise::line(Redact::text(text));
}

QJsonObject errorObject(const Error &error, int exitCode)
{
    QJsonObject object{{u"error"_s, errorKindName(error.kind)},
        {u"detail"_s, error.detail},
        {u"exitCode"_s, exitCode}};
    if (error.httpStatus > 0)
        object.insert(u"httpStatus"_s, error.httpStatus);
    if (!error.requestId.isEmpty())
        object.insert(u"requestId"_s, error.requestId);
    return object;
}

} // namespace

void CtlOutput::write(std::FILE *stream, const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes += '\n';
    const std::lock_guard lock(m_mutex);
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

void CtlOutput::line(const QString &text)
{
    if (!m_json)
        write(stdout, safe(text));
}

void CtlOutput::columns(const QList<QStringList> &rows)
{
    QList<qsizetype> widths;
    for (const QStringList &row : rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths.at(i), row.at(i).size());
    }
    for (const QStringList &row : rows) {
        QString text;
        for (qsizetype i = 0; i < row.size(); ++i)
            text += i + 1 < row.size() ? row.at(i).leftJustified(widths.at(i) + 2) : row.at(i);
        line(text);
    }
}

void CtlOutput::object(QLatin1StringView kind, QJsonObject object)
{
    if (!m_json)
        return;
    object.insert(u"kind"_s, QString(kind));
    const QJsonDocument document(Redact::json(object).toObject());
    write(stdout, QString::fromUtf8(document.toJson(QJsonDocument::Compact)));
}

void CtlOutput::error(const Error &error, int exitCode)
{
    if (m_json) {
        object("error"_L1, errorObject(error, exitCode));
        return;
    }
    const QString ofSsh = WordsServers::problem(error);
    const QString sentence = safe(ofSsh.isEmpty() ? Words::error(error) : ofSsh);
    const QString detail = safe(error.detail);
    write(stderr, sentence);
    if (!detail.isEmpty() && !sentence.contains(detail) && !Words::tellsAll(error))
        write(stderr, u"  "_s + detail);
    if (!error.requestId.isEmpty())
        write(stderr, u"  "_s + CtlText::tr("Request ID: %1").arg(safe(error.requestId)));
}

void CtlOutput::usage(const QString &problem, int exitCode)
{
    if (m_json) {
        object("error"_L1,
            {{u"error"_s, u"usage"_s}, {u"detail"_s, problem}, {u"exitCode"_s, exitCode}});
        return;
    }
    write(stderr, safe(problem));
    write(stderr, CtlText::tr("“%1” shows how it is used.").arg(u"atalayactl --help"_s));
}

void CtlOutput::aside(const QString &text)
{
    write(stderr, safe(text));
}
