#pragma once

#include "types/fleetserver.h"
#include "ui/widgets/headerframe.h"

// Above a server or a stack: how it is, and what can be done with it.
class ServerHeader final : public HeaderFrame
{
    Q_OBJECT

public:
    explicit ServerHeader(QWidget *parent = nullptr);

    void setPlace(const FleetServer &server, const QString &stack);
    void setNow(const QDateTime &now);

Q_SIGNALS:
    void connectRequested();
    void terminalRequested();
    void menuRequested(QMenu *menu); // it is empty, and about to be shown

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] QString factsText() const;

    FleetServer m_server;
    QString m_stack;
    QDateTime m_now;
};
