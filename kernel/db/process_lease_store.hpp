#pragma once

#include "kernel/db/database.hpp"

#include <string>
#include <vector>

namespace db
{

struct ProcessLease {
    std::int64_t number = 0;
    std::string token;
    std::int64_t expires_at = 0; ///< microseconds UTC
    std::int64_t high_water = 0; ///< milliseconds since 2026-01-01Z
};

std::vector<ProcessLease> process_leases(Connection& connection);
/// False when another process took the number in the meantime.
bool take_process_lease(Connection& connection, const ProcessLease& lease, std::int64_t now);
/// False when the lease is no longer ours.
bool renew_process_lease(Connection& connection, const ProcessLease& lease);

} // namespace db
