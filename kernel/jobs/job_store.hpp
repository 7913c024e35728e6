#pragma once

#include "kernel/jobs/jobs.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace jobs
{

/// A claimed job: whoever holds `token` until the lease ends runs it.
struct Claim {
    Job job;
    std::string token;
};

/// Up to `limit` due jobs of all workspaces, oldest first, now leased to `token` until
/// `lease_until`.
std::vector<Claim> claim_due(tenancy::PlatformTransaction& tx, std::string_view token,
                             base::Instant lease_until, std::int64_t limit);
/// Jobs whose runner vanished become ready again. Returns how many.
std::int64_t release_expired(tenancy::PlatformTransaction& tx);
/// Each is fenced: false when the lease was lost meanwhile.
bool extend_lease(tenancy::PlatformTransaction& tx, const Claim& claim, base::Instant lease_until);
bool finish(tenancy::PlatformTransaction& tx, const Claim& claim);
bool forget(tenancy::PlatformTransaction& tx, const Claim& claim);
bool retry_at(tenancy::PlatformTransaction& tx, const Claim& claim, base::Instant at,
              std::string_view error);
bool give_up(tenancy::PlatformTransaction& tx, const Claim& claim, std::string_view error);
/// Done jobs older than `before` are deleted, at most 1 000 at a time.
std::int64_t prune_done(tenancy::PlatformTransaction& tx, base::Instant before);

} // namespace jobs
