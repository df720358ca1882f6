#include "app/sandboxlink.h"

#include "app/sandboxclock.h"
#include "core/log.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto startTimeout = 20s;
constexpr auto endTimeout = 20s;
constexpr auto lookEvery = 2s; // real time
} // namespace

struct SandboxLink::Private
{
    Private(const QString &rendezvous, HttpTransport &transport, SandboxClock &worldClock)
        : folder(rendezvous)
        , network(transport)
        , clock(worldClock)
    {
    }

    const QString folder;
    HttpTransport &network;
    SandboxClock &clock;
    const std::unique_ptr<Clock> real = makeRealClock();
    std::mutex mutex; // held while it is looked for or started: one does it, the others wait
    std::optional<SandboxAddress> address;
    std::mutex timeMutex;
    std::optional<Clock::Duration> lookedAt;

    Result<QJsonObject> exchange(const SandboxAddress &to,
        const QByteArray &method,
        const QString &path,
        const QJsonObject &body,
        std::stop_token stop)
    {
        HttpRequest request;
        request.method = method;
        request.url = to.url;
        request.url.setPath(u"/_sandbox/"_s + path.section(u'?', 0, 0));
        request.url.setQuery(path.section(u'?', 1));
        request.headers = {
            {"Authorization", "Bearer " + to.token.reveal()}, {"Content-Type", "application/json"}};
        if (request.isWrite())
            request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        const Result<HttpResponse> answer = network.perform(request, std::move(stop));
        if (!answer)
            return failure(answer.error());
        const QJsonObject object = QJsonDocument::fromJson(answer->body).object();
        if (answer->status == 200)
            return object;
        const QString detail = object.value("error"_L1).toString();
        return failure(answer->status == 404 ? Error::Kind::NotFound : Error::Kind::InvalidInput,
            u"sandbox: "_s + detail);
    }

    void follow(const QJsonObject &status)
    {
        const QDateTime world =
            QDateTime::fromString(status.value("worldTime"_L1).toString(), Qt::ISODateWithMs);
        clock.follow(world, status.value("speed"_L1).toDouble());
        const std::lock_guard lock(timeMutex);
        lookedAt = real->now();
    }

    // A scenario or speed that was asked for holds for a sandbox that runs already, too.
    Result<void> adjust(const SandboxAddress &to, const SandboxStart &start, std::stop_token stop)
    {
        Result<QJsonObject> status = exchange(to, "GET", u"status"_s, {}, stop);
        const auto needs = [&status] { return status.has_value(); };
        if (needs() && !start.scenario.isEmpty()
            && status->value("scenario"_L1).toString() != start.scenario)
            status = exchange(to, "POST", u"reset"_s, {{u"scenario"_s, start.scenario}}, stop);
        if (needs() && start.speed > 0
            && !qFuzzyCompare(status->value("speed"_L1).toDouble(), start.speed))
            status = exchange(to, "POST", u"speed"_s, {{u"speed"_s, start.speed}}, stop);
        if (!status)
            return failure(status.error());
        follow(*status);
        return {};
    }
};

SandboxLink::SandboxLink(const QString &folder, HttpTransport &network, SandboxClock &clock)
    : d(std::make_unique<Private>(folder, network, clock))
{
}

SandboxLink::~SandboxLink() = default;

Result<SandboxAddress> SandboxLink::reach(std::stop_token stop, const SandboxStart &start)
{
    const std::lock_guard lock(d->mutex);
    const bool asks = !start.scenario.isEmpty() || start.speed > 0;
    if (d->address && !asks)
        return *d->address;
    QStringList arguments;
    if (!start.scenario.isEmpty())
        arguments << u"--scenario"_s << start.scenario;
    if (start.speed > 0)
        arguments << u"--speed"_s << QString::number(start.speed);
    const QString program = QCoreApplication::applicationDirPath() + u"/atalaya-sandbox"_s;
    const Result<SandboxAddress> found =
        Rendezvous::ensureRunning(program, d->folder, startTimeout, stop, arguments);
    if (!found) {
        Error error = found.error();
        const bool storage = error.kind == Error::Kind::Storage;
        error.code = storage ? u"sandbox-storage %1"_s.arg(d->folder) : u"sandbox-absent"_s;
        return failure(error);
    }
    if (const Result<void> adjusted = d->adjust(*found, start, stop); !adjusted)
        return failure(adjusted.error());
    Log::area("app")->info(
        "sandbox url={} pid={}", found->url.toString().toStdString(), found->pid);
    d->address = *found;
    return *found;
}

Result<SandboxAddress> SandboxLink::find()
{
    const std::lock_guard lock(d->mutex);
    const Result<std::optional<SandboxAddress>> found = Rendezvous::find(d->folder);
    if (!found)
        return failure(found.error());
    if (!*found)
        return failure(Error::Kind::NotFound, u"no sandbox is running"_s);
    return **found;
}

void SandboxLink::forget()
{
    const std::lock_guard lock(d->mutex);
    d->address.reset();
}

Result<void> SandboxLink::end(std::stop_token stop)
{
    forget();
    return Rendezvous::stop(d->folder, endTimeout, std::move(stop));
}

Result<QJsonObject> SandboxLink::control(
    const QByteArray &method, const QString &path, const QJsonObject &body, std::stop_token stop)
{
    const Result<SandboxAddress> address = find();
    if (!address)
        return failure(address.error());
    Result<QJsonObject> answer = d->exchange(*address, method, path, body, std::move(stop));
    if (answer && answer->contains("worldTime"_L1))
        d->follow(*answer);
    return answer;
}

void SandboxLink::keepTime(std::stop_token stop)
{
    {
        const std::lock_guard lock(d->timeMutex);
        const Clock::Duration now = d->real->now();
        if (d->lookedAt && now - *d->lookedAt < lookEvery)
            return;
        d->lookedAt = now; // one of the callers looks
    }
    (void)control("GET", u"status"_s, {}, std::move(stop));
}
