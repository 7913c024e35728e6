#pragma once

#include "kernel/tenancy/context.hpp"

#include <optional>
#include <string>

namespace sms
{

/// The telephone that a member gave, as he typed it; empty when he gave none.
using Telephones = std::string (*)(tenancy::WorkspaceTransaction&, tenancy::MembershipId);

/// Who knows those of clients. Once at start, before any thread; again replaces (tests). Those of
/// the team are known here.
void ask_for_telephones(Telephones of_clients);

/// Where texts reach that member: an E.164 number that may receive them and did not stop them.
std::optional<std::string> number_of(tenancy::WorkspaceTransaction& tx,
                                     tenancy::MembershipId member);

} // namespace sms
