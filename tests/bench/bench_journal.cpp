#include "core/ulid.h"
#include "store/journalstore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::StringLiterals;

// Appends per second to the journal: each on the disk before the call returns (FULL), and batched.
// Beside the program, not in a temporary folder, which may be memory.
namespace {

DeployEvent note(const DeploymentId &id, qint64 sequence)
{
    DeployEvent event;
    event.deployment = id;
    event.sequence = sequence;
    event.at = QDateTime::currentDateTimeUtc();
    event.body = events::SpanNoted{SpanId{}, Note::ChecksPassing, {u"1"_s, u"2"_s}};
    return event;
}

double appendsPerSecond(JournalStore &store, Durability durability, int count)
{
    const DeploymentId id(newUlid());
    if (!store.begin(id, AppName(u"bench"_s)))
        return 0;
    QElapsedTimer timer;
    timer.start();
    for (int i = 1; i <= count; ++i) {
        const Result<void> done = store.append(note(id, i), durability);
        if (!done) {
            std::fputs(qPrintable(done.error().detail + u'\n'), stderr);
            return 0;
        }
    }
    // A durable one behind them: all of them are on the disk when it returns.
    const Result<void> last = store.append(note(id, count + 1), Durability::Durable);
    return last ? count / (static_cast<double>(timer.nsecsElapsed()) / 1e9) : 0;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder(QCoreApplication::applicationDirPath() + u"/bench-journal-XXXXXX"_s);
    Result<std::unique_ptr<JournalStore>> store = JournalStore::open(folder.path());
    if (!store) {
        std::fputs(qPrintable(store.error().detail + u'\n'), stderr);
        return 1;
    }
    const double full = appendsPerSecond(**store, Durability::Durable, 1'000);
    const double batched = appendsPerSecond(**store, Durability::Batched, 50'000);
    std::printf("appends, each durable (synchronous=FULL)  %10.0f /s\n", full);
    std::printf("appends, batched, until all are durable   %10.0f /s   ratio %.1f\n",
        batched,
        full > 0 ? batched / full : 0.0);
    return full > 0 && batched > 0 ? 0 : 1;
}
