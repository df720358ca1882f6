#pragma once

#include "core/clock.h"
#include "deploy/deployservice.h"
#include "support/answerof.h"
#include "support/memoryjournal.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

Q_DECLARE_METATYPE(QList<DeployEvent>)
Q_DECLARE_METATYPE(QList<LogLine>)

// A console that deploys stacks: its service and its journal. The servers outlive it.
class StackConsole
{
public:
    StackConsole(MemoryJournal &kept, const QString &folder, ServerOpener open, DeskLook look = {})
        : m_journal(kept)
    {
        qRegisterMetaType<DeploymentId>("DeploymentId");
        qRegisterMetaType<AppName>("AppName");
        qRegisterMetaType<QList<DeployEvent>>("QList<DeployEvent>");
        qRegisterMetaType<QList<LogLine>>("QList<LogLine>");
        qRegisterMetaType<Error>("Error");
        DeployServiceParts parts;
        parts.clientFor = [](const AppName &) { return nullptr; };
        parts.journal = &kept;
        parts.clock = m_clock.get();
        parts.program = QStringLiteral("atalayactl");
        parts.stacks.open = std::move(open);
        parts.stacks.folderOf = [folder](const AppName &) { return folder; };
        parts.stacks.look = std::move(look);
        parts.stacks.owner = QStringLiteral("ana@portátil");
        m_service = std::make_unique<DeployService>(std::move(parts));
    }

    [[nodiscard]] DeployService &service() { return *m_service; }
    void die() { m_service.reset(); }

    // Plans and applies, and waits for its end; the state afterwards.
    DeploymentState carryOut(const PlanRequest &request)
    {
        QSignalSpy finished(m_service.get(), &DeployService::finished);
        const Result<DeployPlan> plan = answerOf(m_service->plan(request));
        if (!plan) {
            QTest::qFail(qPrintable(plan.error().detail), __FILE__, __LINE__);
            return {};
        }
        const Result<DeploymentId> id = answerOf(m_service->apply(*plan));
        if (!id || (finished.isEmpty() && !finished.wait(60'000))) {
            QTest::qFail(id ? "no end" : qPrintable(id.error().detail), __FILE__, __LINE__);
            return {};
        }
        return m_journal.state(*id);
    }

private:
    MemoryJournal &m_journal;
    std::unique_ptr<Clock> m_clock = makeRealClock();
    std::unique_ptr<DeployService> m_service;
};
