#pragma once

#include "kernel/tenancy/actor.hpp"

#include <chrono>
#include <stop_token>
#include <vector>

namespace audit
{

/// Which logs this process has added to since they were last taken: for whoever starts the sealers.
/// Only a hint, lost with the process: Reach::Everything finds what it forgot. Any thread.
void note_unsealed(tenancy::WorkspaceId workspace); ///< zero: the platform's log
std::vector<tenancy::WorkspaceId> take_unsealed();
/// Returns after that time, at once when some log has `batch_entries_max` new entries, or when
/// asked to stop.
void wait_for_unsealed(const std::stop_token& stop, std::chrono::milliseconds at_most);

} // namespace audit
