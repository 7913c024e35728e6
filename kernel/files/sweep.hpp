#pragma once

#include "kernel/jobs/jobs.hpp"

#include <cstdint>

/// Bytes that nothing names: of a form that was never finished, of a file that was removed or
/// refused, of an upload that was given up.
namespace files
{

inline constexpr const char* sweep_job = "files.sweep";

/// What one round over a workspace found.
struct Swept {
    std::int64_t kept = 0; ///< named by a row, or younger than a day
    std::int64_t removed = 0;
    std::int64_t removed_bytes = 0;
    std::int64_t uploads = 0; ///< begun more than a day ago
};
/// Removes what nothing names and what nobody touched for a day; never anything else, also while
/// others send the same bytes again.
Swept sweep(tenancy::Context& context, base::Instant now);

/// Job.
void run_sweep(tenancy::Context& context, const jobs::Job& job);
/// Asks for each workspace's sweep of the next night, unless it is asked for already. As often as
/// one likes.
void plan_sweeps(db::Database& database, base::Instant now);

} // namespace files
