#pragma once

#include "deploy/deployservice.h"

// A deployment that stopped half-way waits for somebody to say how it goes on; see
// events::QuestionAsked.

// What carries out an answer; nothing for Leave, which only is written down.
[[nodiscard]] std::optional<PlanRequest> requestFor(
    FailureAnswer answer, const DeploymentState &state);

// Writes the answer down. Precondition when no question is open, Conflict when another process owns
// the app. Blocking.
[[nodiscard]] Result<DeployEvent> answerQuestion(Journal &journal,
    Clock &clock,
    const DeploymentId &id,
    FailureAnswer answer,
    const ProcessIdentity &by);
