#include "modules/numbering/number_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/topics.hpp"
#include "modules/numbering/number_store.hpp"
#include "modules/numbering/series.hpp"

namespace numbering
{
namespace
{

using tenancy::WorkspaceTransaction;

std::int64_t year_of(base::Date on)
{
    return static_cast<int>(std::chrono::year_month_day{on.day}.year());
}

Place place_of(std::string_view series, base::Date on, const NumberFormat& format)
{
    return {.series = series, .year = year_of(on), .restart = format.restart};
}

} // namespace

NumberFormat format_of(WorkspaceTransaction& tx, std::string_view series)
{
    return NumberStore{tx}.format(series).value_or(default_format(series_of(series)));
}

void save_format(WorkspaceTransaction& tx, std::string_view series, const NumberFormat& format)
{
    if (auto problem = problem_of(format); !problem.empty())
        throw base::Refusal{problem, words_of_formats()};
    const auto before = format_of(tx, series);
    if (before == format) return;

    NumberStore{tx}.save_format(series, format);
    audit::append(tx, {.action = "numbering.format_saved",
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = {{"format", before.format, format.format}}});
    events::touch(tx, "numbering");
}

std::string take(WorkspaceTransaction& tx, std::string_view series, base::Date on)
{
    const auto format = format_of(tx, series);
    const auto counter = NumberStore{tx}.take(place_of(series, on, format));
    base::refuse_unless(counter <= counter_max, "numbering.refusal.full");
    return printed(format, on, counter);
}

std::string next_number(WorkspaceTransaction& tx, std::string_view series, base::Date on)
{
    const auto format = format_of(tx, series);
    const auto last = NumberStore{tx}.last(place_of(series, on, format));
    return last < counter_max ? printed(format, on, last + 1) : std::string{};
}

} // namespace numbering
