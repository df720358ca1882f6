#pragma once

#include "core/ulid.h"
#include "store/journalstore.h"

#include <QTemporaryDir>
#include <QTest>

// A journal in a folder that goes away with it.
class TempStore
{
public:
    explicit TempStore(JournalStore::Limits limits = {})
        : m_limits(limits)
    {
        reopen();
    }

    JournalStore *operator->() const { return m_store.get(); }
    JournalStore &operator*() const { return *m_store; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString database() const { return m_folder.filePath(QStringLiteral("store.db")); }
    [[nodiscard]] std::optional<Error> openError() const { return m_error; }

    void close() { m_store.reset(); }
    void reopen()
    {
        m_store.reset();
        Result<std::unique_ptr<JournalStore>> opened = JournalStore::open(folder(), m_limits);
        m_error = opened ? std::optional<Error>() : opened.error();
        if (opened)
            m_store = std::move(*opened);
    }

private:
    QTemporaryDir m_folder;
    JournalStore::Limits m_limits;
    std::unique_ptr<JournalStore> m_store;
    std::optional<Error> m_error;
};

// Writes one deployment's events with the right numbers, at times given in seconds from its start.
class Script
{
public:
    Script(
        Journal &journal, const AppName &app, const QDateTime &start, const QString &id = newUlid())
        : m_journal(&journal)
        , m_app(app)
        , m_id(DeploymentId(id))
        , m_start(start)
    {
    }

    [[nodiscard]] DeploymentId id() const { return m_id; }
    [[nodiscard]] qint64 sequence() const { return m_sequence; }
    [[nodiscard]] ProcessIdentity owner() const { return m_owner; }
    void setOwner(const ProcessIdentity &owner) { m_owner = owner; }

    Result<int> begin() { return m_journal->begin(m_id, m_app); }

    [[nodiscard]] DeployEvent next(double second, const DeployEventBody &body)
    {
        return {1, m_id, m_sequence + 1, m_attempt, m_start.addMSecs(qint64(second * 1000)), body};
    }
    Result<void> add(
        double second, const DeployEventBody &body, Durability durability = Durability::Batched)
    {
        const Result<void> appended = m_journal->append(next(second, body), durability);
        if (appended)
            ++m_sequence;
        return appended;
    }

    Result<void> start(double second, DeployPlan plan = {})
    {
        ++m_attempt;
        plan.app = m_app;
        return add(second, events::AttemptStarted{plan, m_owner}, Durability::Durable);
    }
    Result<void> span(double from,
        double to,
        Step step,
        Segment segment = Segment::Work,
        Outcome outcome = Outcome::Succeeded)
    {
        events::SpanStarted started;
        started.span = SpanId{++m_spans};
        started.phase = Phase::Update;
        started.step = step;
        started.segment = segment;
        const Result<void> begun = add(from, started);
        return begun ? add(to, events::SpanEnded{started.span, outcome, {}}) : begun;
    }
    Result<void> end(double second, Reported reported = Reported::Succeeded)
    {
        events::AttemptEnded ended;
        ended.reported = reported;
        ended.failedStep = Step::ReleaseCommand;
        return add(second, ended, Durability::Durable);
    }

private:
    Journal *m_journal;
    AppName m_app;
    DeploymentId m_id;
    QDateTime m_start;
    ProcessIdentity m_owner = ProcessIdentity::current(QStringLiteral("test"));
    qint64 m_sequence = 0;
    qint64 m_spans = 0;
    int m_attempt = 0;
};

// The value of a result that must be there; the error's text when it is not.
#define VERIFY_OK(expression)                                                                      \
    do {                                                                                           \
        const auto &outcomeOfIt = (expression);                                                    \
        QVERIFY2(outcomeOfIt, outcomeOfIt ? "" : qPrintable(outcomeOfIt.error().detail));          \
    } while (false)
