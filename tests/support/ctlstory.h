#pragma once

#include "support/programhome.h"

#include <QTest>

#include <memory>

// What the tests of atalayactl begin with: a home of their own, its sandbox with the field cases,
// and a retry of grupo-gad.
class CtlStory : public QObject
{
protected:
    void setUp()
    {
        m_home = std::make_unique<ProgramHome>();
        const QByteArray test = QTest::currentTestFunction();
        if (test.startsWith("help") || test.startsWith("badUsage") || test.startsWith("diagnose"))
            return;
        const ProgramHome::Answer started =
            m_home->startSandbox(QStringLiteral("field-cases"), speed);
        EXPECT_EXIT(started, 0);
    }

    ProgramHome::Answer retry(const QStringList &more = {})
    {
        return m_home->sandboxed(
            QStringList{QStringLiteral("retry"), app, QStringLiteral("--yes"), app} + more);
    }

    // Begins a retry and returns once this many events were told.
    std::unique_ptr<QProcess> beginRetry(int events)
    {
        std::unique_ptr<QProcess> process = m_home->begin(QStringLiteral("atalayactl"),
            {QStringLiteral("--sandbox"),
                QStringLiteral("--json"),
                QStringLiteral("retry"),
                app,
                QStringLiteral("--yes"),
                app});
        int seen = 0;
        QByteArray told;
        while (seen < events && process->waitForReadyRead(60'000)) {
            while (process->canReadLine()) {
                const QByteArray line = process->readLine();
                told += line;
                seen += line.contains("\"kind\":\"event\"") ? 1 : 0;
            }
        }
        if (seen < events)
            qWarning("%s", told.constData());
        return process;
    }

    QJsonObject status()
    {
        return m_home->sandboxed({QStringLiteral("sandbox"), QStringLiteral("status")})
            .object(QStringLiteral("sandbox"));
    }

    static constexpr double speed = 20;
    const QString app = QStringLiteral("grupo-gad");
    std::unique_ptr<ProgramHome> m_home;
};
