#pragma once

#include <QObject>
#include <QStringList>

class IncidentWatch;

// What the window tells of the platform's own incidents until the user has taken it away.
class IncidentNotice final : public QObject
{
    Q_OBJECT

public:
    explicit IncidentNotice(IncidentWatch *watch, QObject *parent = nullptr); // nullptr: never any

    [[nodiscard]] QString text() const; // empty: nothing to tell
    void takeAway();
    void tick(bool visible); // every second

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QStringList ids() const;

    IncidentWatch *m_watch;
    QStringList m_takenAway;
    int m_untilLook = 0; // seconds
};
