#include "config/flytoml.h"
#include "config/tomldocument.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>
#include <functional>

using namespace Qt::StringLiterals;

// How fast fly.toml is read: the public files beside the source tree where they are there, a large
// one made here, and what a hostile one costs at most.
namespace {

QList<QByteArray> publicFiles()
{
    const QString named = qEnvironmentVariable("ATALAYA_CORPORA");
    const QDir folder((named.isEmpty() ? QStringLiteral(SOURCE_TREE "/../shared/corpora") : named)
        + u"/fly-toml"_s);
    QList<QByteArray> texts;
    for (const QString &name : folder.entryList({u"*.toml"_s}, QDir::Files)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            texts.append(file.readAll());
    }
    return texts;
}

QByteArray largeFile()
{
    QByteArray text = "app = \"large\"\n[env]\n";
    for (int i = 0; i < 15'000; ++i)
        text += "  NAME_" + QByteArray::number(i) + " = \"a value of usual length\" # why\n";
    return text;
}

struct Rate
{
    double megabytes = 0;
    double files = 0;
};

Rate rateOf(const QList<QByteArray> &texts, const std::function<void(const QByteArray &)> &read)
{
    qint64 bytes = 0;
    qint64 count = 0;
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 1'000) {
        for (const QByteArray &text : texts) {
            read(text);
            bytes += text.size();
            ++count;
        }
    }
    const double seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    return {static_cast<double>(bytes) / 1e6 / seconds, static_cast<double>(count) / seconds};
}

void tell(const char *what, const QList<QByteArray> &texts)
{
    const Rate syntax = rateOf(texts, [](const QByteArray &text) { (void)readToml(text); });
    const Rate whole = rateOf(texts, [](const QByteArray &text) { (void)readFlyToml(text); });
    std::printf("%-28s  syntax %7.1f MB/s %8.0f files/s   checked %7.1f MB/s %8.0f files/s\n",
        what,
        syntax.megabytes,
        syntax.files,
        whole.megabytes,
        whole.files);
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QList<QByteArray> texts = publicFiles();
    if (texts.isEmpty())
        std::printf("public files: not run, they are not there (ATALAYA_CORPORA)\n");
    else
        tell("public files", texts);
    tell("15,000 lines of env", {largeFile()});

    const QList<std::pair<const char *, QByteArray>> hostile{
        {"10 MB of brackets", QByteArray("a = ").append(QByteArray(10'000'000, '['))},
        {"1 MB of brackets", QByteArray("a = ").append(QByteArray(1'000'000, '['))},
        {"1 MB of unknown keys", QByteArray("aaaaaaaaaaaaaaa = 1\n").repeated(50'000)},
        {"1 MB of sections", QByteArray("[[services]]\n").repeated(80'000)},
    };
    for (const auto &[what, text] : hostile) {
        QElapsedTimer timer;
        timer.start();
        (void)readFlyToml(text);
        std::printf("%-28s  %lld ms\n", what, static_cast<long long>(timer.elapsed()));
    }
    return 0;
}
