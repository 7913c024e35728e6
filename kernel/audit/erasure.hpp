#pragma once

#include "kernel/tenancy/context.hpp"

#include <cstdint>
#include <string_view>

namespace audit
{

/// Deletes payload and salt (names, values, addresses) of what that member did, and of what was
/// done to that object. The entries and their seals stay, and verify. Each returns how many went.
std::int64_t erase_payloads_by(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId actor);
std::int64_t erase_payloads_about(tenancy::WorkspaceTransaction& tx, std::string_view subject_kind,
                                  std::int64_t subject);

/// The same for at most `limit` entries written before that moment; those that say nothing any more
/// do not count.
std::int64_t forget_payloads(tenancy::WorkspaceTransaction& tx, base::Instant before,
                             std::int64_t limit);
std::int64_t count_payloads(tenancy::WorkspaceTransaction& tx, base::Instant before);

/// The same on the platform's own log, for what a person did there or was done to him.
std::int64_t forget_person(tenancy::PlatformTransaction& tx, tenancy::PersonId person);

} // namespace audit
