#include "core/networkroute.h"

#include "core/log.h"
#include "core/sanitise.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 longestAuthorityFile = 8 * 1024 * 1024;
constexpr int usualHttpProxyPort = 8080;
constexpr int usualSocksPort = 1080;

tl::unexpected<Error> routeProblem(const QString &code, const QString &detail)
{
    return failure(Error{Error::Kind::InvalidInput, detail, 0, {}, {}, code});
}

// "host:port" is an address too, though no URL.
QUrl addressUrl(const QString &address)
{
    const QString text = address.trimmed();
    return QUrl(text.contains("://"_L1) ? text : QString(u"http://"_s + text), QUrl::StrictMode);
}

// Names the place and never the password.
Result<QNetworkProxy> proxyAt(const QUrl &url)
{
    const QString scheme = url.scheme();
    const bool socks = scheme == "socks5"_L1 || scheme == "socks5h"_L1 || scheme == "socks"_L1;
    if (!url.isValid() || url.host().isEmpty() || (!socks && scheme != "http"_L1)) {
        return routeProblem(u"proxy-address"_s,
            u"the address of the proxy is not like http://HOST:PORT or socks5://HOST:PORT"_s);
    }
    const QString password = url.password(QUrl::FullyDecoded);
    Redact::addKnown(password.toUtf8());
    return QNetworkProxy(socks ? QNetworkProxy::Socks5Proxy : QNetworkProxy::HttpProxy,
        url.host(),
        static_cast<quint16>(url.port(socks ? usualSocksPort : usualHttpProxyPort)),
        url.userName(QUrl::FullyDecoded),
        password);
}

bool isInNetwork(const QHostAddress &address, const QString &network)
{
    const std::pair<QHostAddress, int> subnet = QHostAddress::parseSubnet(network);
    return subnet.second >= 0 && address.isInSubnet(subnet);
}

// One entry of no_proxy: a name with all below it, an address, a network; perhaps with a port.
bool exempts(QString entry, const QUrl &url)
{
    if (entry == "*"_L1)
        return true;
    const QString host = url.host();
    const QHostAddress address(host);
    if (!address.isNull())
        return QHostAddress(entry) == address
            || (entry.contains(u'/') && isInNetwork(address, entry));
    const qsizetype colon = entry.lastIndexOf(u':');
    if (colon >= 0) {
        if (entry.mid(colon + 1).toInt() != url.port(url.scheme() == "https"_L1 ? 443 : 80))
            return false;
        entry.truncate(colon);
    }
    if (entry.startsWith("*."_L1))
        entry.remove(0, 2);
    if (entry.startsWith(u'.'))
        entry.remove(0, 1);
    return !entry.isEmpty()
        && (host.compare(entry, Qt::CaseInsensitive) == 0
            || host.endsWith(QString(u'.' + entry), Qt::CaseInsensitive));
}

class RouteFactory final : public QNetworkProxyFactory
{
public:
    explicit RouteFactory(std::shared_ptr<const NetworkRoute> route)
        : m_route(std::move(route))
    {
    }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        // Nothing may go past a proxy that cannot be understood.
        static const QNetworkProxy nowhere(QNetworkProxy::HttpProxy, u"proxy.invalid"_s, 1);
        return m_route->proxiesFor(query.url()).value_or(QList<QNetworkProxy>{nowhere});
    }

private:
    const std::shared_ptr<const NetworkRoute> m_route;
};
} // namespace

NetworkRoute::NetworkRoute(Choice choice, QProcessEnvironment environment)
    : m_environment(std::move(environment))
    , m_choice(std::move(choice))
{
}

NetworkRoute::Choice NetworkRoute::choice() const
{
    const std::lock_guard lock(m_mutex);
    return m_choice;
}

void NetworkRoute::choose(const Choice &choice)
{
    const std::lock_guard lock(m_mutex);
    m_choice = choice;
    m_tlsFile.clear(); // read again, also when its name is the same
    ++m_revision;
}

void NetworkRoute::keepLogin(const Login &login) const
{
    const QByteArray password = login.password.reveal();
    Redact::addKnown(password);
    Redact::addKnown(QByteArray(login.user.toUtf8() + ':' + password).toBase64()); // on the wire
    m_login = login;
    ++m_revision;
}

void NetworkRoute::setLogin(const std::optional<Login> &login)
{
    const std::lock_guard lock(m_mutex);
    m_loginReader = {};
    if (login)
        return keepLogin(*login);
    m_login.reset();
    ++m_revision;
}

void NetworkRoute::setLoginReader(LoginReader reader)
{
    const std::lock_guard lock(m_mutex);
    m_loginReader = std::move(reader);
    m_login.reset();
    ++m_revision;
}

QString NetworkRoute::loginProxy() const
{
    const std::lock_guard lock(m_mutex);
    return m_login ? m_login->proxy : QString();
}

void NetworkRoute::fetchLogin(const QUrl &url) const
{
    const Result<std::optional<QNetworkProxy>> proxy = chosenProxy(url);
    const bool wanted = proxy
        && (!*proxy || ((*proxy)->type() != QNetworkProxy::NoProxy && (*proxy)->user().isEmpty()));
    if (!wanted)
        return;
    const std::lock_guard asking(m_asking);
    LoginReader reader;
    {
        const std::lock_guard lock(m_mutex);
        reader = m_loginReader;
    }
    if (!reader)
        return;
    const Result<std::optional<Login>> login = reader();
    if (!login)
        Log::area("http")->warn("proxy login: {}", login.error().detail.toStdString());
    if (!login && login.error().code == "vault-locked"_L1)
        return;
    const std::lock_guard lock(m_mutex);
    if (!m_loginReader)
        return; // one was given meanwhile
    m_loginReader = {};
    if (login && *login)
        keepLogin(**login);
}

QString NetworkRoute::placeOf(const QNetworkProxy &proxy)
{
    return u"%1:%2"_s.arg(proxy.hostName().toLower(), QString::number(proxy.port()));
}

QNetworkProxy NetworkRoute::withLogin(QNetworkProxy proxy) const
{
    if (proxy.type() == QNetworkProxy::NoProxy || !proxy.user().isEmpty())
        return proxy;
    const std::lock_guard lock(m_mutex);
    if (m_login && m_login->proxy == placeOf(proxy)) {
        proxy.setUser(m_login->user);
        proxy.setPassword(QString::fromUtf8(m_login->password.reveal()));
    }
    return proxy;
}

quint64 NetworkRoute::revision() const
{
    const std::lock_guard lock(m_mutex);
    return m_revision;
}

bool NetworkRoute::isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

QString NetworkRoute::variable(const QStringList &names) const
{
    for (const QString &name : names) {
        if (const QString value = m_environment.value(name).trimmed(); !value.isEmpty())
            return value;
    }
    return {};
}

bool NetworkRoute::isExempt(const QUrl &url) const
{
    static const QRegularExpression between(u"[,\\s]+"_s);
    const QStringList entries =
        variable({u"no_proxy"_s, u"NO_PROXY"_s}).split(between, Qt::SkipEmptyParts);
    return std::any_of(entries.cbegin(), entries.cend(), [&url](const QString &entry) {
        return exempts(entry, url);
    });
}

// Empty: it wants none for this address. Nothing: it says nothing of proxies.
std::optional<QString> NetworkRoute::environmentProxy(const QUrl &url) const
{
    QStringList names{u"all_proxy"_s, u"ALL_PROXY"_s, u"http_proxy"_s, u"HTTP_PROXY"_s};
    if (url.scheme() == "https"_L1)
        names = QStringList{u"https_proxy"_s, u"HTTPS_PROXY"_s} + names;
    else
        names = QStringList{u"http_proxy"_s, u"HTTP_PROXY"_s} + names;
    const QString found = variable(names);
    if (found.isEmpty())
        return isExempt(url) ? std::optional(QString()) : std::nullopt;
    return isExempt(url) ? QString() : found;
}

Result<std::optional<QNetworkProxy>> NetworkRoute::chosenProxy(const QUrl &url) const
{
    const auto wrapped = [this](
                             Result<QNetworkProxy> proxy) -> Result<std::optional<QNetworkProxy>> {
        return proxy ? Result<std::optional<QNetworkProxy>>(withLogin(*proxy))
                     : failure(proxy.error());
    };
    const QNetworkProxy direct(QNetworkProxy::NoProxy);
    const Choice now = choice();
    if (isLoopback(url.host()) || now.proxy == Proxy::None)
        return wrapped(direct);
    if (now.proxy == Proxy::Given)
        return isExempt(url) ? wrapped(direct) : wrapped(readAddress(now.address));
    const std::optional<QString> told = environmentProxy(url);
    if (!told)
        return std::optional<QNetworkProxy>();
    return told->isEmpty() ? wrapped(direct) : wrapped(proxyAt(addressUrl(*told)));
}

Result<QList<QNetworkProxy>> NetworkRoute::proxiesFor(const QUrl &url) const
{
    const Result<std::optional<QNetworkProxy>> chosen = chosenProxy(url);
    if (!chosen)
        return failure(chosen.error());
    if (*chosen)
        return QList<QNetworkProxy>{**chosen};
    QList<QNetworkProxy> found = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    for (QNetworkProxy &proxy : found)
        proxy = withLogin(proxy);
    // An empty answer would be taken for the application's own proxy.
    return found.isEmpty() ? QList<QNetworkProxy>{QNetworkProxy(QNetworkProxy::NoProxy)} : found;
}

QString NetworkRoute::authorityFileOf(const Choice &choice) const
{
    return choice.authorityFile.isEmpty() ? variable({u"SSL_CERT_FILE"_s}) : choice.authorityFile;
}

QString NetworkRoute::authorityFile() const
{
    return authorityFileOf(choice());
}

Result<QSslConfiguration> NetworkRoute::tls() const
{
    const std::lock_guard lock(m_mutex);
    const QString file = authorityFileOf(m_choice);
    if (file.isEmpty())
        return QSslConfiguration();
    if (file == m_tlsFile)
        return m_tls;
    const Result<QList<QSslCertificate>> own = readAuthorities(file);
    if (!own) {
        Log::area("http")->error("authorities: {}", own.error().detail.toStdString());
        return failure(own.error());
    }
    Log::area("http")->info("authorities: file={} count={}", file.toStdString(), own->size());
    m_tls = QSslConfiguration::defaultConfiguration();
    m_tls.setCaCertificates(QSslConfiguration::systemCaCertificates() + *own);
    m_tlsFile = file;
    return m_tls;
}

QNetworkProxyFactory *NetworkRoute::makeFactory(std::shared_ptr<const NetworkRoute> route)
{
    return new RouteFactory(std::move(route));
}

Result<QNetworkProxy> NetworkRoute::readAddress(const QString &address)
{
    const QUrl url = addressUrl(address);
    if (!url.userInfo().isEmpty()) {
        Redact::addKnown(url.password(QUrl::FullyDecoded).toUtf8());
        return routeProblem(u"proxy-password"_s,
            u"the address of the proxy holds a name or password, and settings are no place for "
            "one; give them apart from it, or by the variable https_proxy"_s);
    }
    return proxyAt(url);
}

Result<QList<QSslCertificate>> NetworkRoute::readAuthorities(const QString &file)
{
    const QString shown = QDir::toNativeSeparators(file);
    QFile source(file);
    if (QFileInfo::exists(file) && !QFileInfo(file).isFile()) // a pipe would never end
        return routeProblem(u"ca-unreadable "_s + shown, u"the CA file %1 is no file"_s.arg(shown));
    if (!source.open(QIODevice::ReadOnly)) {
        return routeProblem(u"ca-unreadable "_s + shown,
            u"the CA file %1 cannot be read: %2"_s.arg(shown, source.errorString()));
    }
    const QByteArray content = source.read(longestAuthorityFile);
    QList<QSslCertificate> found = QSslCertificate::fromData(content, QSsl::Pem);
    if (found.isEmpty() && !content.contains("-----BEGIN"))
        found = QSslCertificate::fromData(content, QSsl::Der);
    found.removeIf([](const QSslCertificate &certificate) { return certificate.isNull(); });
    if (found.isEmpty()) {
        return routeProblem(
            u"ca-empty "_s + shown, u"the CA file %1 holds no certificate"_s.arg(shown));
    }
    return found;
}

Result<NetworkRoute::Choice> NetworkRoute::checked(Choice choice)
{
    if (choice.proxy == Proxy::Given || !choice.address.isEmpty()) {
        const Result<QNetworkProxy> proxy = readAddress(choice.address);
        const bool secret = !proxy && proxy.error().code == "proxy-password"_L1;
        if (!proxy && (choice.proxy == Proxy::Given || secret))
            return failure(proxy.error());
        if (!proxy)
            choice.address.clear();
    }
    if (choice.authorityFile.isEmpty())
        return choice;
    const Result<QList<QSslCertificate>> authorities = readAuthorities(choice.authorityFile);
    if (!authorities)
        return failure(authorities.error());
    choice.authorityFile = QFileInfo(choice.authorityFile).absoluteFilePath();
    return choice;
}
