#include "core/log.h"
#include "sandbox/rendezvous.h"
#include "sandbox/sandboxserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

// The words of this program are for scripts and developers; people meet it through the console.
namespace {
struct Options
{
    QString folder;
    int readyDescriptor = -1;
    SandboxOptions server;
};

void tell(const Options &options, const QByteArray &line)
{
    const QByteArray text = line + '\n';
    if (options.readyDescriptor >= 0) {
        if (::write(options.readyDescriptor, text.constData(), size_t(text.size())) < 0)
            std::fputs("the starter does not listen\n", stderr);
        ::close(options.readyDescriptor);
    } else {
        std::fputs(text.constData(), stdout);
        std::fflush(stdout);
    }
}

// As Rendezvous::ensureRunning() reads it.
QByteArray refusalOf(const Error &error)
{
    const QString kind = errorKindName(error.kind);
    return QString(kind + u": "_s + error.detail).toUtf8();
}

std::optional<Options> readArguments(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"A simulator of the Fly.io APIs on this computer."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"folder"_s,
            u"Where its state, lock and address are kept."_s,
            u"folder"_s,
            Rendezvous::defaultFolder()},
        {u"scenario"_s, u"What a new world begins with."_s, u"name"_s, u"field-cases"_s},
        {u"speed"_s, u"World seconds per second; 0: as the scenario says."_s, u"factor"_s, u"0"_s},
        {u"idle-exit"_s,
            u"Seconds without a request after which it ends; 0: never."_s,
            u"seconds"_s,
            u"900"_s},
        {u"ready-fd"_s, u"Write one line to this descriptor when ready."_s, u"number"_s, u"-1"_s},
        {u"detach"_s, u"Go on in the background."_s},
    });
    parser.process(application);
    Options options;
    bool numbers[3] = {};
    options.folder = parser.value(u"folder"_s);
    options.server.folder = options.folder;
    options.server.scenario = parser.value(u"scenario"_s);
    options.server.speed = parser.value(u"speed"_s).toDouble(&numbers[0]);
    options.server.idleExit = std::chrono::seconds(parser.value(u"idle-exit"_s).toInt(&numbers[1]));
    options.readyDescriptor = parser.value(u"ready-fd"_s).toInt(&numbers[2]);
    options.server.stopOnSignals = true;
    if (!numbers[0] || !numbers[1] || !numbers[2] || !parser.positionalArguments().isEmpty()) {
        std::fputs("atalaya-sandbox: wrong arguments, see --help\n", stderr);
        return std::nullopt;
    }
    return options;
}

int run(const Options &given)
{
    Options options = given;
    Result<Rendezvous> rendezvous = Rendezvous::hold(options.folder);
    if (!rendezvous) {
        const bool held = rendezvous.error().kind == Error::Kind::Conflict;
        tell(options, held ? QByteArray("held") : refusalOf(rendezvous.error()));
        return held ? 0 : 1;
    }
    Log::toFile(options.folder, u"sandbox.log"_s);
    // A killed predecessor's clients find the same door with the same key.
    if (const std::optional<SandboxAddress> before = rendezvous->predecessor()) {
        options.server.port = quint16(before->url.port(0));
        options.server.token = before->token.reveal();
    }
    const Result<std::unique_ptr<SandboxServer>> server = SandboxServer::start(options.server);
    if (!server) {
        tell(options, refusalOf(server.error()));
        return 1;
    }
    const SandboxAddress address{(*server)->url(), Secret((*server)->token()), ::getpid()};
    if (const Result<void> published = rendezvous->publish(address); !published) {
        tell(options, refusalOf(published.error()));
        return 1;
    }
    tell(options, options.readyDescriptor >= 0 ? QByteArray("ready") : address.url.toEncoded());
    (*server)->waitUntilEnded();
    rendezvous->withdraw();
    Log::flush();
    return 0;
}
} // namespace

int main(int argc, char **argv)
{
    // Before any thread: the starter waits for this process only, and never for the one that stays.
    for (int i = 1; i < argc; ++i) {
        if (qstrcmp(argv[i], "--detach") != 0)
            continue;
        const pid_t child = ::fork();
        if (child != 0)
            ::_exit(child < 0 ? 1 : 0);
    }
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"atalaya-sandbox"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(ATALAYA_VERSION));
    const std::optional<Options> options = readArguments(application);
    return options ? run(*options) : 2;
}
