#include "modules/crm/duplicate.hpp"

#include <algorithm>

namespace crm
{

std::vector<Alike> without_repeats(const std::vector<Alike>& found)
{
    auto sorted = found;
    std::ranges::stable_sort(sorted, {}, &Alike::reason);
    std::vector<Alike> alikes;
    for (const auto& one : sorted) {
        const bool is_known = std::ranges::find(alikes, one.id, &Alike::id) != alikes.end();
        if (!is_known && alikes.size() < alikes_shown) alikes.push_back(one);
    }
    return alikes;
}

bool is_recognised_by(const Client& before, const Client& after)
{
    return before.email != after.email || before.phone != after.phone ||
           shown_name(before) != shown_name(after);
}

const Alike* blocking_in(const std::vector<Alike>& found)
{
    const auto at = std::ranges::find_if(found, [](const Alike& one) {
        return one.reason == DuplicateReason::email && !one.is_of_contact &&
               one.status != ClientStatus::archived;
    });
    return at == found.end() ? nullptr : &*at;
}

} // namespace crm
