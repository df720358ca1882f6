#include "app/ctl/stackview.h"

#include "app/ctl/session.h"
#include "app/ctl/text.h"
#include "models/words.h"
#include "models/wordsservers.h"
#include "models/wordsstack.h"
#include "servers/ssherrors.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {
QString stepText(const StackTaskStep &step)
{
    const QString what = Words::stackStep(step.step);
    return step.detail.isEmpty()
        ? what
        : CtlText::tr("%1 “%2”", "a step, and what it is about").arg(what, step.detail);
}

QString problemText(const Error &error, const QString &server)
{
    const QString ssh = sshFailureOf(error) ? WordsServers::problem(error, server) : QString();
    return ssh.isEmpty() ? Words::error(error) : ssh;
}
} // namespace

QJsonObject stackTaskObject(const StackTaskResult &result)
{
    QJsonArray steps;
    for (const StackTaskStep &step : result.steps) {
        QJsonObject object{{u"step"_s, stepName(step.step)},
            {u"service"_s, step.service},
            {u"detail"_s, step.detail},
            {u"outcome"_s, outcomeName(step.outcome)}};
        if (!step.expected.isEmpty())
            object.insert(u"expected"_s, step.expected);
        if (!step.found.isEmpty())
            object.insert(u"found"_s, step.found);
        if (!step.file.isEmpty())
            object.insert(u"file"_s, step.file);
        if (step.error)
            object.insert(u"error"_s, step.error->detail);
        steps.append(object);
    }
    QJsonArray services;
    for (const PlannedService &service : result.services)
        services.append(QJsonObject{{u"service"_s, service.service},
            {u"image"_s, service.imageNow},
            {u"digest"_s, service.digestNow},
            {u"asTheFilesSay"_s, service.action == PlannedService::Action::Nothing}});
    QJsonObject object{{u"server"_s, result.server},
        {u"state"_s, result.state},
        {u"good"_s, result.isGood()},
        {u"steps"_s, steps},
        {u"services"_s, services}};
    if (result.error)
        object.insert(u"error"_s, result.error->detail);
    return object;
}

void tellStackTask(CtlSession &session, const StackTaskResult &result, StackTask task)
{
    CtlOutput &out = session.out();
    out.line(result.server);
    if (result.error)
        out.line(u"  "_s + problemText(*result.error, result.server));
    for (const PlannedService &service : result.services) {
        if (task == StackTask::Verify)
            out.line(u"  %1  %2  %3"_s.arg(
                service.service, service.imageNow, Words::serviceAction(service)));
    }
    for (const StackTaskStep &step : result.steps) {
        out.line(u"  "_s
            + CtlText::tr("%1: %2", "a step, its outcome")
                  .arg(stepText(step), Words::outcome(step.outcome)));
        if (step.outcome != Outcome::Succeeded && !step.expected.isEmpty())
            out.line(u"    "_s
                + CtlText::tr("%1 was wanted, %2 was found.")
                      .arg(step.expected, step.found.isEmpty() ? u"—"_s : step.found));
        else if (step.error)
            out.line(u"    "_s + Words::error(*step.error));
        if (!step.file.isEmpty() && step.outcome == Outcome::Succeeded)
            out.line(u"    "_s + result.directory + u'/' + step.file);
    }
}
