#include "app/ctl/faultwords.h"

#include "app/ctl/text.h"
#include "sandbox/simfault.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {
using FaultTexts = QHash<QString, QString>;

void addRuns(FaultTexts &words)
{
    words.insert(u"release-command-fails"_s,
        CtlText::tr("The next release command ends with an error (%1).").arg(u"exitCode, log"_s));
    words.insert(u"release-command-hangs"_s, CtlText::tr("The next release command never ends."));
    words.insert(u"database-down"_s,
        CtlText::tr("The database refuses connections: release commands, starts and checks fail."));
    words.insert(u"machine-never-healthy"_s,
        CtlText::tr("The next version that starts never passes its health checks (%1).")
            .arg(u"status"_s));
    words.insert(u"machine-starts-slowly"_s,
        CtlText::tr("The app of the next version takes many times longer to start (%1).")
            .arg(u"factor"_s));
    words.insert(u"machine-crashes-at-start"_s,
        CtlText::tr("The next version that starts exits with an error, again and again."));
    words.insert(u"machine-out-of-memory"_s,
        CtlText::tr("The next version that starts is killed for its memory, with exit code 137."));
}

void addMachines(FaultTexts &words)
{
    words.insert(
        u"machine-destroyed"_s, CtlText::tr("Somebody else destroys a machine of the app."));
    words.insert(u"machine-stuck-created"_s,
        CtlText::tr("The next machine that is made stays in the state “created”."));
    words.insert(u"new-machines-vanish"_s,
        CtlText::tr("When a bluegreen deploy destroys its first old machine, all the others go, "
                    "too: none is left."));
    words.insert(u"foreign-lease"_s,
        CtlText::tr("Somebody else holds a machine's lease (%1).").arg(u"owner, ttlSeconds"_s));
    words.insert(
        u"lease-lost"_s, CtlText::tr("The platform forgets the leases of the app's machines."));
    words.insert(u"host-unreachable"_s, CtlText::tr("The host of a machine cannot be reached."));
    words.insert(
        u"no-capacity"_s, CtlText::tr("The next create or update finds no room on any host."));
    words.insert(u"volume-missing"_s,
        CtlText::tr("The volume that the next machine is to mount is not there."));
    words.insert(u"slow-pull"_s,
        CtlText::tr("Fetching the next image takes much longer (%1).").arg(u"factor"_s));
    words.insert(u"image-pull-fails"_s,
        CtlText::tr("The image of the next update cannot be fetched: the machine goes back to its "
                    "old one, which passes its checks (%1).")
            .arg(u"quietly"_s));
}

void addRequests(FaultTexts &words)
{
    words.insert(u"server-errors"_s,
        CtlText::tr("The API answers 502 or 503 (%1).")
            .arg(u"status, html, method, path, after"_s));
    words.insert(
        u"rate-limited"_s, CtlText::tr("The API answers 429 (%1).").arg(u"method, path, after"_s));
    words.insert(u"reads-rate-limited"_s,
        CtlText::tr("Whoever only watches is answered 429; what writes works (%1).")
            .arg(u"path, after"_s));
    words.insert(u"empty-list"_s,
        CtlText::tr("The list of the app's machines is answered with success, and nothing in it."));
    words.insert(u"drop-connection"_s,
        CtlText::tr("The connection breaks before the answer (%1).")
            .arg(u"before, method, path, after"_s));
    words.insert(u"truncated-json"_s,
        CtlText::tr("The answer breaks off in the middle (%1).").arg(u"method, path, after"_s));
    words.insert(u"create-408-committed"_s,
        CtlText::tr("Creating a machine answers 408 although the machine exists."));
    words.insert(u"release-close-fails"_s,
        CtlText::tr("The platform cannot be told how a release ended, however the deploy or the "
                    "rollback went."));
    words.insert(u"graphql-down"_s,
        CtlText::tr("GraphQL answers with an error page; everything else works."));
    words.insert(u"uiex-down"_s,
        CtlText::tr("The API of releases and organisations answers with an error page; everything "
                    "else works."));
    words.insert(u"public-address-down"_s,
        CtlText::tr("Users of the app are answered with an error, although its machines are well "
                    "(%1).")
            .arg(u"status"_s));
    words.insert(u"token-expired"_s, CtlText::tr("Every token is refused."));
    words.insert(u"token-revoked"_s,
        CtlText::tr("Every token is refused from some request on (%1).").arg(u"after"_s));
    words.insert(u"incident"_s,
        CtlText::tr("The platform's status page tells of an incident (%1).")
            .arg(u"name, status, impact"_s));
}
} // namespace

QString FaultWords::text(const QString &name)
{
    FaultTexts words;
    addRuns(words);
    addMachines(words);
    addRequests(words);
    return words.value(name);
}

QString FaultWords::help()
{
    const QList<SimFaultInfo> faults = simFaults();
    qsizetype width = 0;
    for (const SimFaultInfo &fault : faults)
        width = std::max(width, fault.name.size());
    QString lines;
    for (const SimFaultInfo &fault : faults) {
        lines += u"  "_s;
        lines += fault.name.leftJustified(width + 2);
        lines += text(fault.name);
        lines += u'\n';
    }
    return lines;
}
