#include "types/deployevent.h"

DeployEventBody::DeployEventBody() = default;
DeployEventBody::DeployEventBody(const DeployEventBody &other) = default;
DeployEventBody::DeployEventBody(DeployEventBody &&other) noexcept = default;
DeployEventBody &DeployEventBody::operator=(const DeployEventBody &other) = default;
DeployEventBody &DeployEventBody::operator=(DeployEventBody &&other) noexcept = default;
DeployEventBody::~DeployEventBody() = default;

bool DeployEventBody::operator==(const DeployEventBody &other) const
{
    const DeployEventVariant &mine = *this;
    const DeployEventVariant &others = other;
    return mine == others;
}
