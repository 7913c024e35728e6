#pragma once

#include "kernel/tenancy/context.hpp"

#include <string>

namespace crm
{

/// Where the holder of a portal account is called: his own telephone on the record, else that of
/// the client; empty when there is none. For sms::ask_for_telephones.
std::string telephone_of(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId member);

} // namespace crm
