#include "sandbox/simcore.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

// The image registry (Docker's protocol, version 2) under /v2/: what an app's repository holds, and
// pushing to it. Of layers only digest and size are kept, of small blobs the content too.

namespace {
constexpr qsizetype keptBlob = 1024 * 1024;
const QString plainManifest = u"application/vnd.docker.distribution.manifest.v2+json"_s;

SimReply answer(int status, QList<HttpHeader> headers = {}, const QByteArray &body = {})
{
    headers.prepend({"docker-distribution-api-version", "registry/2.0"});
    return {status, headers, body, SimReply::Whole};
}

SimReply refusal(int status, const QString &code, const QString &message)
{
    const QJsonObject error{{u"code"_s, code}, {u"message"_s, message}};
    const QJsonObject body{{u"errors"_s, QJsonArray{error}}};
    SimReply reply = answer(status,
        {{"content-type", "application/json"}},
        QJsonDocument(body).toJson(QJsonDocument::Compact));
    if (status == 401)
        reply.headers.append(HttpHeader{"www-authenticate", "Basic realm=\"sandbox registry\""});
    return reply;
}

QString sha256(const QByteArray &bytes)
{
    return u"sha256:"_s
        + QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

// An image of the scenario was never pushed: its manifest is told from what is known of it.
QByteArray manifestOf(const SimImage &image)
{
    if (!image.manifest.isEmpty())
        return image.manifest;
    const auto part = [](const QString &type, qint64 size, const QString &digest) {
        return QJsonObject{{u"mediaType"_s, type}, {u"size"_s, size}, {u"digest"_s, digest}};
    };
    const QJsonObject manifest{{u"schemaVersion"_s, 2},
        {u"mediaType"_s, plainManifest},
        {u"config"_s,
            part(u"application/vnd.docker.container.image.v1+json"_s,
                2048,
                sha256(image.tag.toUtf8()))},
        {u"layers"_s,
            QJsonArray{part(u"application/vnd.docker.image.rootfs.diff.tar.gzip"_s,
                image.sizeBytes,
                sha256(image.digest.toUtf8()))}}};
    return QJsonDocument(manifest).toJson(QJsonDocument::Compact);
}

qint64 sizeOf(const QJsonObject &manifest)
{
    qint64 size = manifest.value("config"_L1).toObject().value("size"_L1).toInteger();
    for (const QJsonValue &layer : manifest.value("layers"_L1).toArray())
        size += layer.toObject().value("size"_L1).toInteger();
    return size;
}

SimReply accepted(const QString &repository, const QString &upload, qint64 size)
{
    const QString place = u"/v2/%1/blobs/uploads/%2"_s.arg(repository, upload);
    return answer(202,
        {{"location", place.toLatin1()},
            {"docker-upload-uuid", upload.toLatin1()},
            {"range", "0-" + QByteArray::number(std::max<qint64>(size - 1, 0))}});
}
} // namespace

// Basic, user x, password the token list without a scheme (fly-io.md 1.4).
std::optional<SimReply> SimCore::authenticateAtRegistry(SimCall &call)
{
    const SimReply unauthorised = refusal(401, u"UNAUTHORIZED"_s, u"authentication required"_s);
    const QByteArray header = call.request.header("authorization").trimmed();
    if (!header.toLower().startsWith("basic "))
        return unauthorised;
    const QByteArray pair = QByteArray::fromBase64(header.sliced(6).trimmed());
    for (const QByteArray &word : pair.mid(pair.indexOf(':') + 1).split(',')) {
        for (const SimToken &known : s.tokens) {
            if (known.token == word.trimmed() && known.access != SimToken::Access::Expired)
                call.token = &known;
        }
    }
    return call.token ? std::nullopt : std::optional(unauthorised);
}

// /v2/<app>[/<more>]/(manifests|blobs|tags)/...
SimReply SimCore::registry(SimCall &call)
{
    if (std::optional<SimReply> refused = authenticateAtRegistry(call))
        return *refused;
    if (call.path.size() == 1)
        return answer(200, {{"content-type", "application/json"}}, "{}");
    qsizetype at = 2;
    static const QStringList kinds{u"manifests"_s, u"blobs"_s, u"tags"_s};
    while (at < call.path.size() && !kinds.contains(call.path[at]))
        ++at;
    if (at >= call.path.size())
        return refusal(404, u"NAME_UNKNOWN"_s, u"repository name not known to registry"_s);
    const QString repository = call.path.mid(1, at - 1).join(u'/');
    SimApp *owner = app(call.path[1]);
    if (!owner)
        return refusal(404, u"NAME_UNKNOWN"_s, u"repository name not known to registry"_s);
    const bool mayWrite = call.token->access != SimToken::Access::ReadOnly;
    if (!mayUse(*call.token, owner->name) || (call.isWrite() && !mayWrite))
        return refusal(403, u"DENIED"_s, u"requested access to the resource is denied"_s);
    const QString rest = call.path.mid(at + 1).join(u'/');
    if (call.path[at] == "manifests"_L1)
        return manifestsRoute(call, *owner, repository, rest);
    if (call.path[at] == "blobs"_L1)
        return blobsRoute(call, repository, rest);
    QJsonArray tags;
    for (const SimImage &image : owner->images) {
        if (image.repository == repository)
            tags.append(image.tag);
    }
    return answer(200,
        {{"content-type", "application/json"}},
        QJsonDocument(QJsonObject{{u"name"_s, repository}, {u"tags"_s, tags}})
            .toJson(QJsonDocument::Compact));
}

SimReply SimCore::manifestsRoute(
    const SimCall &call, SimApp &app, const QString &repository, const QString &reference)
{
    const bool byDigest = reference.startsWith("sha256:"_L1);
    const auto found =
        std::find_if(app.images.begin(), app.images.end(), [&](const SimImage &image) {
            return image.repository == repository
                && (byDigest ? image.digest : image.tag) == reference;
        });
    if (call.request.method == "PUT")
        return putManifest(call, app, repository, reference);
    if (found == app.images.end())
        return refusal(404, u"MANIFEST_UNKNOWN"_s, u"manifest unknown"_s);
    if (call.request.method == "DELETE") {
        app.images.erase(found);
        return answer(202);
    }
    const QString type = found->mediaType.isEmpty() ? plainManifest : found->mediaType;
    return answer(200,
        {{"content-type", type.toLatin1()}, {"docker-content-digest", found->digest.toLatin1()}},
        manifestOf(*found));
}

SimReply SimCore::putManifest(
    const SimCall &call, SimApp &app, const QString &repository, const QString &reference)
{
    const QJsonObject manifest = QJsonDocument::fromJson(call.request.body).object();
    if (manifest.value("schemaVersion"_L1).toInt() != 2)
        return refusal(400, u"MANIFEST_INVALID"_s, u"manifest invalid"_s);
    QJsonArray parts = manifest.value("layers"_L1).toArray();
    if (manifest.contains("config"_L1))
        parts.append(manifest.value("config"_L1));
    for (const QJsonValue &part : parts) {
        const QString digest = part.toObject().value("digest"_L1).toString();
        if (!s.blobs.contains(digest))
            return refusal(
                404, u"MANIFEST_BLOB_UNKNOWN"_s, u"blob unknown to registry: "_s + digest);
    }
    SimImage image;
    image.repository = repository;
    image.digest = sha256(call.request.body);
    image.tag = reference.startsWith("sha256:"_L1) ? QString() : reference;
    if (image.tag.isEmpty() && reference != image.digest)
        return refusal(400, u"DIGEST_INVALID"_s, u"provided digest did not match"_s);
    image.manifest = call.request.body;
    image.mediaType = manifest.value("mediaType"_L1)
                          .toString(QString::fromLatin1(call.request.header("content-type")));
    image.sizeBytes = sizeOf(manifest);
    app.images.removeIf([&image](const SimImage &old) {
        return old.repository == image.repository && old.tag == image.tag
            && (!image.tag.isEmpty() || old.digest == image.digest);
    });
    app.images.append(image);
    return answer(201,
        {{"location", QString(u"/v2/%1/manifests/%2"_s.arg(repository, image.digest)).toLatin1()},
            {"docker-content-digest", image.digest.toLatin1()}});
}

SimReply SimCore::blobsRoute(const SimCall &call, const QString &repository, const QString &rest)
{
    if (rest == "uploads"_L1 || rest.startsWith("uploads/"_L1))
        return uploadsRoute(call, repository, rest.mid(8));
    const auto found = s.blobs.constFind(rest);
    if (found == s.blobs.constEnd() || call.isWrite())
        return refusal(404, u"BLOB_UNKNOWN"_s, u"blob unknown to registry"_s);
    const bool head = call.request.method == "HEAD";
    if (!head && found->content.isEmpty() && found->size > 0)
        return refusal(404, u"BLOB_UNKNOWN"_s, u"the sandbox keeps no layers"_s);
    SimReply reply = answer(200,
        {{"content-type", "application/octet-stream"}, {"docker-content-digest", rest.toLatin1()}},
        head ? QByteArray() : found->content);
    if (head)
        reply.headers.append({"content-length", QByteArray::number(found->size)});
    return reply;
}

SimReply SimCore::uploadsRoute(const SimCall &call, const QString &repository, const QString &id)
{
    const QUrlQuery &query = call.request.query;
    const QString digest = query.queryItemValue(u"digest"_s, QUrl::FullyDecoded);
    if (call.request.method == "POST" && id.isEmpty()) {
        const QString mounted = query.queryItemValue(u"mount"_s, QUrl::FullyDecoded);
        if (s.blobs.contains(mounted)) {
            return answer(201,
                {{"location", QString(u"/v2/%1/blobs/%2"_s.arg(repository, mounted)).toLatin1()},
                    {"docker-content-digest", mounted.toLatin1()}});
        }
        const QString made = hex(32);
        SimUpload &upload = m_uploads[made];
        upload.hash = std::make_unique<QCryptographicHash>(QCryptographicHash::Sha256);
        if (digest.isEmpty())
            return accepted(repository, made, 0);
        upload.add(call.request.body);
        return finishUpload(repository, made, digest);
    }
    const auto found = m_uploads.find(id);
    if (found == m_uploads.end())
        return refusal(404, u"BLOB_UPLOAD_UNKNOWN"_s, u"blob upload unknown to registry"_s);
    if (call.request.method == "DELETE") {
        m_uploads.erase(found);
        return answer(204);
    }
    if (call.isWrite())
        found->second.add(call.request.body);
    if (call.request.method == "PUT")
        return finishUpload(repository, id, digest);
    SimReply reply = accepted(repository, id, found->second.size);
    if (!call.isWrite())
        reply.status = 204;
    return reply;
}

void SimUpload::add(const QByteArray &bytes)
{
    hash->addData(bytes);
    size += bytes.size();
    if (size <= keptBlob)
        content += bytes;
    else
        content.clear();
}

SimReply SimCore::finishUpload(const QString &repository, const QString &id, const QString &digest)
{
    const SimUpload upload = std::move(m_uploads.at(id));
    m_uploads.erase(id);
    const QString found = u"sha256:"_s + QString::fromLatin1(upload.hash->result().toHex());
    if (found != digest)
        return refusal(
            400, u"DIGEST_INVALID"_s, u"provided digest did not match uploaded content"_s);
    s.blobs.insert(digest, {upload.size, upload.content});
    return answer(201,
        {{"location", QString(u"/v2/%1/blobs/%2"_s.arg(repository, digest)).toLatin1()},
            {"docker-content-digest", digest.toLatin1()}});
}
