#include "modules/notifications/digest.hpp"

namespace notifications
{

base::Instant next_digest(base::Instant now, std::string_view zone)
{
    const auto today = base::date_in(now, zone);
    const auto at = base::instant_of({.date = today, .hour = digest_hour}, zone);
    if (at > now) return at;
    return base::instant_of({.date = {today.day + std::chrono::days{1}}, .hour = digest_hour},
                            zone);
}

} // namespace notifications
