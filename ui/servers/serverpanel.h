#pragma once

#include "models/words.h"
#include "types/fleetserver.h"

#include <QWidget>

#include <optional>

class Banner;
class QMenu;
class ServerBody;
class ServerHeader;

// A server, or one of its stacks that is only watched: how it is, what can be done with it, and all
// that was told of it.
class ServerPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit ServerPanel(QWidget *parent = nullptr);

    void setPlace(const FleetServer &server, const QString &stack);
    void clear(); // nothing is shown here any more
    [[nodiscard]] ServerPlace place() const;
    void setNow(const QDateTime &now);
    void tell(Status status, const QString &text); // until the place changes
    void openMenu();
    void focusTable();

Q_SIGNALS:
    void connectRequested();
    void terminalRequested();
    void menuRequested(QMenu *menu);
    void stackChosen(const ServerPlace &place);

protected:
    void changeEvent(QEvent *event) override;

private:
    void showTrouble();

    std::optional<FleetServer> m_server;
    QString m_stack;
    QString m_troubleTold; // what the banner says of the connection
    ServerHeader *m_header;
    Banner *m_banner;
    ServerBody *m_body;
};
