#pragma once

#include "app/ctl/session.h"
#include "types/incident.h"

// A look at the platform's status page while a plan is made: what it has to say comes before the
// plan. Nothing is said where nobody wants to know (FLY_NO_INCIDENTS_CHECK), or it cannot be read.
class IncidentLook
{
public:
    explicit IncidentLook(CtlSession &session); // begins

    void tell(); // waits for it

private:
    CtlSession &m_session;
    std::optional<Pending<QList<Incident>>> m_open;
};
