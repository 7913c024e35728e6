#include "modules/audit/journal.hpp"

#include <boost/json/parse.hpp>

#include <limits>

namespace audit
{
namespace
{

base::Instant midnight(base::Date date, std::string_view zone)
{
    return base::instant_of({.date = date}, zone);
}

} // namespace

bool Filter::is_empty() const
{
    return !actor && kind.empty() && subject == 0 && action.empty() && !from && !to;
}

void read_payload(Line& line, std::string_view payload)
{
    line.is_erased = payload.empty();
    if (line.is_erased) return;
    const auto value = boost::json::parse(payload);
    const auto& object = value.as_object();
    line.actor_name = object.at("actor").as_string();
    line.address = object.at("address").as_string();
    for (const auto& change : object.at("changes").as_array()) {
        const auto& parts = change.as_array();
        line.changes.push_back({std::string{parts.at(0).as_string()},
                                std::string{parts.at(1).as_string()},
                                std::string{parts.at(2).as_string()}});
    }
}

Period period_of(const Filter& filter, std::string_view zone)
{
    Period period{.from = {}, .to = {std::numeric_limits<std::int64_t>::max()}};
    if (filter.from) period.from = midnight(*filter.from, zone);
    if (filter.to) period.to = midnight({filter.to->day + std::chrono::days{1}}, zone);
    return period;
}

} // namespace audit
