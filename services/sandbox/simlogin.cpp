#include "sandbox/simcore.h"

using namespace Qt::StringLiterals;

namespace {
SimReply page(int status, const QString &title, const QString &content)
{
    const QString html =
        u"<!doctype html><html><head><meta charset=\"utf-8\"><title>%1</title></head>"
        "<body style=\"font-family:sans-serif;max-width:32em;margin:4em auto\">"
        "<h1>%1</h1>%2</body></html>\n"_s.arg(title, content);
    return {status, {{"content-type", "text/html; charset=utf-8"}}, html.toUtf8(), SimReply::Whole};
}
} // namespace

bool SimCore::isLogin(const SimCall &call)
{
    return call.path.mid(0, 3) == QStringList{u"api"_s, u"v1"_s, u"cli_sessions"_s}
    || call.path.mid(0, 3) == QStringList{u"app"_s, u"auth"_s, u"cli"_s};
}

// The login of a command line in the browser (fly-io.md 1.10): no token is asked, for it is what
// they come for. The page stands for the platform's own.
SimReply SimCore::login(const SimCall &call)
{
    const QString id = call.path.value(3);
    const QByteArray &method = call.request.method;
    if (call.path.value(0) == "app"_L1)
        return loginPage(id, method == "POST");
    if (method == "POST" && id.isEmpty()) {
        const QString name = call.body.value("name"_L1).toString();
        if (name.isEmpty())
            return error(422, u"name is required"_s);
        const QString made = hex(32);
        logins.insert(made, {name, false});
        const QString place =
            u"http://%1/app/auth/cli/"_s.arg(QString::fromLatin1(call.request.header("host")));
        return json(201,
            QJsonObject{
                {u"id"_s, made}, {u"auth_url"_s, QString(place + made)}, {u"pkce"_s, false}});
    }
    if (method != "GET" || !logins.contains(id) || !logins.value(id).approved)
        return notFound(u"not found"_s);
    logins.remove(id); // a token is given once
    for (const SimToken &token : s.tokens) {
        if (token.access == SimToken::Access::Full)
            return json(200,
                QJsonObject{{u"id"_s, id}, {u"access_token"_s, QString::fromLatin1(token.token)}});
    }
    return notFound(u"not found"_s);
}

SimReply SimCore::loginPage(const QString &id, bool approve)
{
    const auto found = logins.find(id);
    if (found == logins.end())
        return page(404, u"Sandbox login"_s, u"<p>This login is over. Start it again.</p>"_s);
    if (approve) {
        found->approved = true;
        return page(200, u"Sandbox login"_s, u"<p>Done. You can close this page.</p>"_s);
    }
    return page(200,
        u"Sandbox login"_s,
        u"<p><b>%1</b> asks for access to your account of the sandbox.</p>"
        "<form method=\"post\"><button>Allow</button></form>"_s.arg(found->name.toHtmlEscaped()));
}
