#pragma once

#include "kernel/auth/handovers.hpp"
#include "kernel/tenancy/context.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace identity
{

/// The operator gives a workspace back to a member of its team when nobody can lead it any more:
/// the only one who held the top role lost his second factor, or is gone. It waits 72 h, every
/// member is written to first, and each step is audited. For commands only: no page leads here.
struct AnnouncedRescue {
    auth::Rescue rescue;
    std::int64_t told = 0; ///< members written to
};
/// `proof` says how the operator made sure of who asks; it is kept in the audit. Refusals
/// « identity.refusal.not_of_team » and « identity.refusal.rescue_open ».
AnnouncedRescue announce_rescue(tenancy::Context& context, std::string_view email,
                                const std::string& proof);

/// After the delay: the member is active, holds the top role, has no second factor any more, and
/// chooses a password by the link (its secret text is returned, valid 1 h). Refusal
/// « identity.refusal.rescue_waits ».
std::string complete_rescue(tenancy::Context& context, const auth::Rescue& rescue);

/// False when none was open.
bool cancel_rescue(tenancy::Context& context);

} // namespace identity
