#include "app/sandboxpast.h"

#include "app/pastscript.h"
#include "diagnosis/catalogue.h"
#include "store/journalstore.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace {

Result<PastApp> read(const QString &name)
{
    QFile file(u":/past/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error::Kind::Internal, u"%1 is not compiled in"_s.arg(name));
    return readPast(file.readAll(), name);
}

// Why it failed, by the catalogue as after a real run.
Result<void> addDiagnosis(
    const Catalogue &catalogue, QList<DeployEvent> &events, const QList<LogLine> &log)
{
    DeploymentState state;
    if (const Result<void> applied = state.apply(events); !applied)
        return applied;
    const std::optional<Diagnosis> diagnosis = catalogue.diagnose(state, log);
    if (diagnosis) {
        DeployEvent event = events.last();
        ++event.sequence;
        event.body = events::DiagnosisMade{*diagnosis};
        events.append(event);
    }
    return {};
}

Result<void> importOne(JournalStore &store,
    const Catalogue &catalogue,
    const PastApp &app,
    const PastDeployment &past,
    const QDateTime &now)
{
    // The usual durations were those of the deployments before.
    const Result<QHash<QString, UsualDuration>> usual = store.usual(app.app);
    const Result<QByteArray> key = store.digestKey();
    if (!usual || !key)
        return failure(usual ? key.error() : usual.error());
    PastScript script(app, past, {now, *usual, *key});
    script.play();
    const QList<LogLine> log = script.log();
    QList<DeployEvent> events = script.events();
    const Result<void> diagnosed = addDiagnosis(catalogue, events, log);
    if (!diagnosed)
        return diagnosed;
    return store.import(app.app, events, log, past.number);
}

Result<int> importApp(
    JournalStore &store, const Catalogue &catalogue, const PastApp &app, const QDateTime &now)
{
    const Result<QList<DeploymentSummary>> newest = store.deployments(app.app, 1);
    if (!newest)
        return failure(newest.error());
    // A start before may have been cut short: go on behind the last one that was written.
    int last = 0;
    if (!newest->isEmpty()) {
        for (const PastDeployment &past : app.deployments) {
            if (past.id == newest->first().id)
                last = past.number;
        }
        if (last == 0)
            return 0;
    }
    int imported = 0;
    for (const PastDeployment &past : app.deployments) {
        if (past.number <= last)
            continue;
        const Result<void> done = importOne(store, catalogue, app, past, now);
        if (!done)
            return failure(done.error());
        ++imported;
    }
    return imported;
}

} // namespace

Result<int> SandboxPast::import(
    JournalStore &store, const Catalogue &catalogue, const QDateTime &now)
{
    int imported = 0;
    for (const QString &name : {u"grupo-gad.json"_s, u"sist-cabanas-mvp.json"_s}) {
        const Result<PastApp> app = read(name);
        if (!app)
            return failure(app.error());
        const Result<int> ofApp = importApp(store, catalogue, *app, now);
        if (!ofApp)
            return ofApp;
        imported += *ofApp;
    }
    return imported;
}

Result<void> SandboxPast::beginAnew(
    const QString &folder, const Catalogue &catalogue, const QDateTime &now)
{
    const Result<std::unique_ptr<JournalStore>> store = JournalStore::open(folder);
    if (!store)
        return failure(store.error());
    if (const Result<void> cleared = (*store)->clear(); !cleared)
        return cleared;
    const Result<int> imported = import(**store, catalogue, now);
    return imported ? Result<void>() : failure(imported.error());
}
