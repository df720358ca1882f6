#pragma once

#include <QObject>

#include <memory>

// SIGINT, SIGTERM and SIGHUP as a signal in the main thread. The first asks to stop; the second
// ends the process at once, also when the main thread hangs. One object per process.
class TerminationSignals final : public QObject
{
    Q_OBJECT

public:
    // `hardExit`: the code of a process that is told a second time.
    explicit TerminationSignals(int hardExit, QObject *parent = nullptr);
    ~TerminationSignals() override;

Q_SIGNALS:
    void requested();

private:
    struct Private;
    std::unique_ptr<Private> d;
};
