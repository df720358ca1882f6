#include "settings/filevault.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int vaultFormat = 1;
constexpr int vaultPatience = 5'000; // ms
// What a file may ask for: somebody could have written it to use up this computer.
constexpr double mostMemory = 1024.0 * 1024 * 1024;
constexpr double mostWork = 20;

Error locked()
{
    return {Error::Kind::Unauthorised,
        u"the encrypted file is locked: it wants its password"_s,
        0,
        {},
        {},
        u"vault-locked"_s};
}

QByteArray randomBytes(std::size_t size)
{
    QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized);
    randombytes_buf(bytes.data(), size);
    return bytes;
}

const unsigned char *raw(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

QString base64(const QByteArray &bytes)
{
    return QString::fromLatin1(bytes.toBase64());
}

QByteArray fromBase64(const QJsonValue &value)
{
    return QByteArray::fromBase64(value.toString().toLatin1());
}

QByteArray asJson(const QMap<QString, QByteArray> &content)
{
    QJsonObject object;
    for (auto it = content.cbegin(); it != content.cend(); ++it)
        object.insert(it.key(), QString::fromUtf8(it.value()));
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QMap<QString, QByteArray> fromJson(const QByteArray &json)
{
    QMap<QString, QByteArray> content;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        content.insert(it.key(), it.value().toString().toUtf8());
    return content;
}
} // namespace

struct FileVault::Header
{
    double work = double(crypto_pwhash_OPSLIMIT_MODERATE);
    double memory = double(crypto_pwhash_MEMLIMIT_MODERATE);
    QByteArray salt;
    QByteArray nonce;
    QByteArray sealed;

    [[nodiscard]] Result<Secret> key(const Secret &password) const
    {
        QByteArray bytes(crypto_secretbox_KEYBYTES, Qt::Uninitialized);
        const QByteArray text = password.reveal();
        const int failed = crypto_pwhash(raw(bytes),
            crypto_secretbox_KEYBYTES,
            text.constData(),
            static_cast<unsigned long long>(text.size()),
            raw(salt),
            static_cast<unsigned long long>(work),
            static_cast<std::size_t>(memory),
            crypto_pwhash_ALG_ARGON2ID13);
        if (failed != 0)
            return failure(
                Error::Kind::Storage, u"there is not enough memory to open the encrypted file"_s);
        return Secret(std::move(bytes));
    }

    [[nodiscard]] std::optional<QByteArray> open(const Secret &key) const
    {
        if (sealed.size() < qsizetype(crypto_secretbox_MACBYTES))
            return std::nullopt;
        QByteArray plain(sealed.size() - qsizetype(crypto_secretbox_MACBYTES), Qt::Uninitialized);
        const int failed = crypto_secretbox_open_easy(raw(plain),
            raw(sealed),
            static_cast<unsigned long long>(sealed.size()),
            raw(nonce),
            raw(key.reveal()));
        return failed != 0 ? std::nullopt : std::optional(plain);
    }

    void seal(const QByteArray &plain, const Secret &key)
    {
        nonce = randomBytes(crypto_secretbox_NONCEBYTES); // never twice with one key
        sealed = QByteArray(plain.size() + qsizetype(crypto_secretbox_MACBYTES), Qt::Uninitialized);
        crypto_secretbox_easy(raw(sealed),
            raw(plain),
            static_cast<unsigned long long>(plain.size()),
            raw(nonce),
            raw(key.reveal()));
    }

    [[nodiscard]] bool isSound() const
    {
        return salt.size() == qsizetype(crypto_pwhash_SALTBYTES)
            && nonce.size() == qsizetype(crypto_secretbox_NONCEBYTES)
            && work >= double(crypto_pwhash_OPSLIMIT_MIN) && work <= mostWork
            && memory >= double(crypto_pwhash_MEMLIMIT_MIN) && memory <= mostMemory;
    }
};

struct FileVault::Opened
{
    Header header;
    Secret key;
    QMap<QString, QByteArray> content;

    ~Opened()
    {
        for (QByteArray &token : content)
            sodium_memzero(token.data(), static_cast<std::size_t>(token.size()));
    }
};

FileVault::FileVault(const QString &folder)
    : m_path(folder + u"/tokens.vault"_s)
{
    if (sodium_init() < 0)
        qFatal("libsodium cannot be used");
}

bool FileVault::exists() const
{
    return QFile::exists(m_path);
}

bool FileVault::isOpen() const
{
    const std::lock_guard lock(m_mutex);
    return m_opened != nullptr;
}

Result<std::optional<FileVault::Header>> FileVault::load() const
{
    QFile file(m_path);
    if (!file.exists())
        return std::optional<Header>();
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Storage, u"%1: %2"_s.arg(m_path, file.errorString()));
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    Header header;
    header.work = root.value("work"_L1).toDouble();
    header.memory = root.value("memory"_L1).toDouble();
    header.salt = fromBase64(root.value("salt"_L1));
    header.nonce = fromBase64(root.value("nonce"_L1));
    header.sealed = fromBase64(root.value("sealed"_L1));
    if (root.value("format"_L1).toInt() != vaultFormat || !header.isSound())
        return failure(Error::Kind::Storage,
            u"%1 is no encrypted file that this program can read"_s.arg(m_path));
    return std::optional(header);
}

Result<void> FileVault::store(const QMap<QString, QByteArray> &content)
{
    Header &header = m_opened->header;
    header.seal(asJson(content), m_opened->key);
    const QJsonObject root{{u"format"_s, vaultFormat},
        {u"kdf"_s, u"argon2id13"_s},
        {u"work"_s, header.work},
        {u"memory"_s, header.memory},
        {u"salt"_s, base64(header.salt)},
        {u"nonce"_s, base64(header.nonce)},
        {u"sealed"_s, base64(header.sealed)}};
    QSaveFile file(m_path);
    const bool written = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(QJsonDocument(root).toJson()) >= 0 && file.commit();
    if (!written)
        return failure(Error::Kind::Storage, u"%1: %2"_s.arg(m_path, file.errorString()));
    m_opened->content = content;
    return {};
}

Result<void> FileVault::open(const Secret &password)
{
    const std::lock_guard lock(m_mutex);
    if (password.isEmpty())
        return failure(Error{
            Error::Kind::Unauthorised, u"the password is empty"_s, 0, {}, {}, u"wrong-password"_s});
    const Result<std::optional<Header>> found = load();
    if (!found)
        return failure(found.error());
    auto opened = std::make_shared<Opened>();
    if (*found)
        opened->header = **found;
    else
        opened->header.salt = randomBytes(crypto_pwhash_SALTBYTES);
    const Result<Secret> key = opened->header.key(password);
    if (!key)
        return failure(key.error());
    opened->key = *key;
    if (*found) {
        const std::optional<QByteArray> plain = opened->header.open(*key);
        if (!plain)
            return failure(Error{Error::Kind::Unauthorised,
                u"this is not the password of the encrypted file"_s,
                0,
                {},
                {},
                u"wrong-password"_s});
        opened->content = fromJson(*plain);
    }
    m_opened = opened;
    return *found ? Result<void>() : store({});
}

void FileVault::close()
{
    const std::lock_guard lock(m_mutex);
    m_opened.reset();
}

// Another program may have written since: its key is the same, its content is newer.
Result<void> FileVault::refresh()
{
    if (!m_opened)
        return failure(locked());
    const Result<std::optional<Header>> found = load();
    if (!found)
        return failure(found.error());
    if (!*found)
        return {};
    const std::optional<QByteArray> plain =
        (*found)->salt == m_opened->header.salt ? (*found)->open(m_opened->key) : std::nullopt;
    if (!plain) { // made anew with another password
        m_opened.reset();
        return failure(locked());
    }
    m_opened->content = fromJson(*plain);
    return {};
}

Result<Secret> FileVault::read(const AccountId &id)
{
    const std::lock_guard lock(m_mutex);
    if (const Result<void> fresh = refresh(); !fresh)
        return failure(fresh.error());
    const auto found = m_opened->content.constFind(id.value);
    if (found == m_opened->content.cend())
        return failure(Error::Kind::NotFound, u"the encrypted file has no token of this account"_s);
    return Secret(QByteArray(found->constData(), found->size()));
}

Result<void> FileVault::change(const std::function<bool(QMap<QString, QByteArray> &)> &edit)
{
    const std::lock_guard lock(m_mutex);
    QLockFile file(m_path + u".lock"_s);
    if (!file.tryLock(vaultPatience))
        return failure(Error::Kind::Storage, u"%1 is locked by another program"_s.arg(m_path));
    if (const Result<void> fresh = refresh(); !fresh)
        return fresh;
    QMap<QString, QByteArray> content = m_opened->content;
    return edit(content) ? store(content) : Result<void>();
}

Result<void> FileVault::write(const AccountId &id, const Secret &token)
{
    return change([&](QMap<QString, QByteArray> &content) {
        content.insert(id.value, token.reveal());
        return true;
    });
}

Result<void> FileVault::remove(const AccountId &id)
{
    return change([&](QMap<QString, QByteArray> &content) { return content.remove(id.value) > 0; });
}
