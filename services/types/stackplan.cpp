#include "types/stackplan.h"

using namespace Qt::StringLiterals;

namespace {
constexpr QLatin1String stackPrefix = "stack:"_L1;
} // namespace

Phase phaseOfStackStep(Step step)
{
    switch (step) {
    case Step::CheckTools:
    case Step::LogIn:
        return Phase::Preflight;
    case Step::BackUp:
    case Step::VerifyBackup:
        return Phase::Backup;
    case Step::UploadFiles:
    case Step::CheckOutCommit:
    case Step::CheckConfiguration:
    case Step::ReturnFiles:
        return Phase::Upload;
    case Step::PullImage:
    case Step::ReturnImage:
        return Phase::Pull;
    case Step::StopService:
    case Step::RestoreDatabase:
        return Phase::Migrate;
    case Step::SettleContainers:
    case Step::UpdateService:
    case Step::WatchAddress:
        return Phase::Update;
    case Step::VerifyHealth:
    case Step::SmokeTest:
    case Step::DataCheck:
        return Phase::Verify;
    default:
        return Phase::Cleanup;
    }
}

bool isAddressLane(const QString &lane)
{
    return lane.contains("://"_L1);
}

QString stackLane(const QString &server, const QString &service)
{
    return QString(server + u'/' + service);
}

QString serverOfLane(const QString &lane)
{
    return lane.left(lane.lastIndexOf(u'/'));
}

QString serviceOfLane(const QString &lane)
{
    return lane.mid(lane.lastIndexOf(u'/') + 1);
}

AppName stackTarget(const QString &stack)
{
    return AppName(QString(stackPrefix + stack));
}

bool isStackTarget(const AppName &target)
{
    return target.value.startsWith(stackPrefix);
}

QString stackOfTarget(const AppName &target)
{
    return isStackTarget(target) ? target.value.mid(stackPrefix.size()) : QString();
}

QString targetName(const AppName &target)
{
    return isStackTarget(target) ? stackOfTarget(target) : target.value;
}
