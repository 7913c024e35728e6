#pragma once

#include "kernel/tenancy/context.hpp"

#include <set>
#include <string>

namespace ledger
{

/// Public keys whose signatures count in this workspace: the installation's, and those a record of
/// ours accepts after an import.
std::set<std::string> trusted_keys(const tenancy::Context& context);
/// Every key that is named by a record.
std::set<std::string> named_keys(const tenancy::Context& context);

} // namespace ledger
