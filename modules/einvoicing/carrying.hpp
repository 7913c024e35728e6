#pragma once

#include "modules/einvoicing/platform_connector.hpp"

#include <functional>
#include <variant>

namespace einvoicing
{

/// A document given to the platform, which ends with one flow of its tracking whatever was lost:
/// the platform is asked for it before it is submitted, since a request may have gone whose answer
/// was lost, or from a copy of this workspace. `make` reads its bytes only when it must leave.
std::variant<Flow, Failure> carried(PlatformConnector& platform, const std::string& tracking,
                                    const std::function<NewFlow()>& make);

} // namespace einvoicing
