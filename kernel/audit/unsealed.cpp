#include "kernel/audit/unsealed.hpp"

#include "kernel/audit/seal.hpp"

#include <condition_variable>
#include <map>
#include <mutex>

namespace audit
{
namespace
{

std::mutex mutex;
std::condition_variable_any is_full;
std::map<std::int64_t, std::int64_t> counts; // entries by log
bool some_is_full = false;

} // namespace

void note_unsealed(tenancy::WorkspaceId workspace)
{
    bool wakes = false;
    {
        const std::scoped_lock lock{mutex};
        wakes = ++counts[workspace.value] == batch_entries_max;
        some_is_full = some_is_full || wakes;
    }
    if (wakes) is_full.notify_all();
}

std::vector<tenancy::WorkspaceId> take_unsealed()
{
    const std::scoped_lock lock{mutex};
    std::vector<tenancy::WorkspaceId> taken;
    for (const auto& [workspace, count] : counts)
        taken.push_back({workspace});
    counts.clear();
    some_is_full = false;
    return taken;
}

void wait_for_unsealed(const std::stop_token& stop, std::chrono::milliseconds at_most)
{
    std::unique_lock lock{mutex};
    is_full.wait_for(lock, stop, at_most, [] { return some_is_full; });
}

} // namespace audit
