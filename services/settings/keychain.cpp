#include "settings/keychain.h"

#include "core/iothread.h"
#include "core/log.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QFile>
#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;

namespace {
const QString secretService = u"org.freedesktop.secrets"_s;
constexpr int patience = 5'000; // ms; the bus may have to start the service

// libdbus would start a bus of its own where there is none.
bool hasBus()
{
    const QString address = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    if (!address.isEmpty())
        return !address.startsWith("disabled:"_L1);
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFile::exists(runtime + u"/bus"_s);
}

QVariant serviceProperty(
    QDBusConnection &bus, const QString &path, const QString &interface, const QString &name)
{
    QDBusMessage call = QDBusMessage::createMethodCall(
        secretService, path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    call << interface << name;
    const QDBusMessage answer = bus.call(call, QDBus::Block, patience);
    if (answer.type() != QDBusMessage::ReplyMessage || answer.arguments().isEmpty())
        return {};
    return answer.arguments().first().value<QDBusVariant>().variant();
}

Error absent()
{
    return {Error::Kind::Unavailable,
        u"there is no keychain on this desktop"_s,
        0,
        {},
        {},
        u"keychain-absent"_s};
}

Error locked(const QString &why)
{
    return {Error::Kind::Unauthorised,
        u"the keychain is locked, or refused: %1"_s.arg(why),
        0,
        {},
        {},
        u"keychain-locked"_s};
}

Error errorOf(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return {
            Error::Kind::NotFound, u"the keychain has no token of this account"_s, 0, {}, {}, {}};
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return absent();
    default:
        return locked(job.errorString());
    }
}
} // namespace

struct Keychain::Private
{
    explicit Private(const QString &name)
        : service(name)
    {
    }

    // On the thread.
    State look()
    {
        if (!hasBus())
            return State::Absent;
        if (!bus)
            bus = std::make_unique<QDBusConnection>(
                QDBusConnection::connectToBus(QDBusConnection::SessionBus, busName()));
        if (!bus->isConnected())
            return State::Absent;
        const QVariant collections = serviceProperty(*bus,
            u"/org/freedesktop/secrets"_s,
            u"org.freedesktop.Secret.Service"_s,
            u"Collections"_s);
        if (!collections.isValid())
            return State::Absent;
        const QVariant locked = serviceProperty(*bus,
            u"/org/freedesktop/secrets/aliases/default"_s,
            u"org.freedesktop.Secret.Collection"_s,
            u"Locked"_s);
        // No default collection yet: it is made, with its password, at the first use.
        return locked.isValid() && !locked.toBool() ? State::Ready : State::Locked;
    }

    template <typename T, typename Done>
    void start(QKeychain::Job *job, const AccountId &id, const Promise<T> &promise, Done done)
    {
        job->setKey(id.value);
        job->setInsecureFallback(false);
        job->setParent(thread.context());
        QObject::connect(job,
            &QKeychain::Job::finished,
            thread.context(),
            [promise, done](QKeychain::Job *ended) { promise.fulfil(done(*ended)); });
        job->start();
    }

    template <typename T> Pending<T> run(std::function<void(const Promise<T> &)> work)
    {
        const Promise<T> promise;
        thread.post([this, promise, work = std::move(work)] {
            if (look() == State::Absent)
                promise.fulfil(failure(absent()));
            else
                work(promise);
        });
        return promise.pending();
    }

    void erase(const AccountId &id, const Promise<bool> &promise)
    {
        auto *job = new QKeychain::DeletePasswordJob(service);
        start(job, id, promise, [](QKeychain::Job &ended) -> Result<bool> {
            if (ended.error() != QKeychain::NoError)
                return failure(errorOf(ended));
            return true;
        });
    }

    // A locked keychain does not say so: it has no such entry.
    Error judged(const QKeychain::Job &job)
    {
        const bool hidden = job.error() == QKeychain::EntryNotFound && look() == State::Locked;
        return hidden ? locked(u"it is locked"_s) : errorOf(job);
    }

    QString busName() const
    {
        return u"atalaya-keychain-%1"_s.arg(QString::number(reinterpret_cast<quintptr>(this)));
    }

    const QString service;
    std::unique_ptr<QDBusConnection> bus; // of the thread
    IoThread thread{u"keychain"_s};
};

Keychain::Keychain(const QString &service)
    : d(std::make_unique<Private>(service))
{
}

Keychain::~Keychain()
{
    d->thread.post([this] {
        d->bus.reset();
        QDBusConnection::disconnectFromBus(d->busName());
    });
    d->thread.shutDown();
}

Pending<Keychain::State> Keychain::state()
{
    const Promise<State> promise;
    d->thread.post([this, promise] { promise.fulfil(d->look()); });
    return promise.pending();
}

Pending<Secret> Keychain::read(const AccountId &id)
{
    return d->run<Secret>([this, id](const Promise<Secret> &promise) {
        auto *job = new QKeychain::ReadPasswordJob(d->service);
        d->start(job, id, promise, [this](QKeychain::Job &ended) -> Result<Secret> {
            if (ended.error() != QKeychain::NoError)
                return failure(d->judged(ended));
            return Secret(static_cast<QKeychain::ReadPasswordJob &>(ended).binaryData());
        });
    });
}

Pending<bool> Keychain::write(const AccountId &id, const Secret &token)
{
    return d->run<bool>([this, id, token](const Promise<bool> &promise) {
        auto *job = new QKeychain::WritePasswordJob(d->service);
        job->setTextData(QString::fromLatin1(token.reveal()));
        d->start(job, id, promise, [](QKeychain::Job &ended) -> Result<bool> {
            if (ended.error() != QKeychain::NoError)
                return failure(errorOf(ended));
            return true;
        });
    });
}

// Read first: that unlocks what is locked, or fails. Removing from a locked keychain does nothing,
// and says that it was done.
Pending<bool> Keychain::remove(const AccountId &id)
{
    return d->run<bool>([this, id](const Promise<bool> &promise) {
        auto *look = new QKeychain::ReadPasswordJob(d->service);
        look->setKey(id.value);
        look->setParent(d->thread.context());
        QObject::connect(look,
            &QKeychain::Job::finished,
            d->thread.context(),
            [this, id, promise](QKeychain::Job *looked) {
                if (looked->error() == QKeychain::NoError)
                    return d->erase(id, promise);
                const Error error = d->judged(*looked);
                promise.fulfil(
                    error.kind == Error::Kind::NotFound ? Result<bool>(true) : failure(error));
            });
        look->start();
    });
}
