#pragma once

#include "kernel/tenancy/context.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace notifications
{

/// An event as a sentence is made of it.
struct Happened {
    std::string event;
    std::optional<tenancy::MembershipId> actor; ///< none = the platform
    std::string state;
    std::int64_t times = 1;
};
/// « notifications.said.<event> », or what the preset calls the event.
std::string sentence_of(tenancy::WorkspaceTransaction& tx, const Happened& one);

} // namespace notifications
