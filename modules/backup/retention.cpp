#include "modules/backup/retention.hpp"

namespace backup
{

std::vector<std::string> due_to_go(const std::vector<Dated>& newest_first, base::Instant now,
                                   std::chrono::days kept)
{
    std::vector<std::string> going;
    base::Date newer_day{};
    for (std::size_t at = 0; at < newest_first.size(); ++at) {
        const auto& each = newest_first[at];
        const auto age = now - each.taken_at;
        const auto day = base::date_in(each.taken_at, "UTC");
        const bool has_newer_of_day = at > 0 && day == newer_day;
        newer_day = day;
        if (at < newest_kept || age <= every_one_kept_for) continue;
        if (age > kept || has_newer_of_day) going.push_back(each.name);
    }
    return going;
}

} // namespace backup
