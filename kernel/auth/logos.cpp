#include "kernel/auth/logos.hpp"

#include <map>
#include <mutex>

namespace auth
{
namespace
{

/// Of those that have one.
struct Keeper {
    std::mutex mutex;
    std::map<tenancy::WorkspaceId, std::int64_t> kept;
};
Keeper& keeper()
{
    static Keeper one;
    return one;
}

} // namespace

std::int64_t logo_of(tenancy::WorkspaceId workspace)
{
    auto& [mutex, kept] = keeper();
    const std::scoped_lock lock{mutex};
    const auto found = kept.find(workspace);
    return found == kept.end() ? 0 : found->second;
}

void keep_logo(tenancy::WorkspaceId workspace, std::int64_t file)
{
    auto& [mutex, kept] = keeper();
    const std::scoped_lock lock{mutex};
    if (file == 0)
        kept.erase(workspace);
    else
        kept.insert_or_assign(workspace, file);
}

} // namespace auth
