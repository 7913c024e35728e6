#include "modules/numbering/number_store.hpp"

namespace numbering
{
namespace
{

constexpr db::Query find_format{"numbering.format", R"sql(
    SELECT format, restart FROM numbering_format
     WHERE workspace_id = :workspace AND series = :series
)sql"};

constexpr db::Query write_format{"numbering.save_format", R"sql(
    INSERT INTO numbering_format (workspace_id, series, format, restart)
    VALUES (:workspace, :series, :format, :restart)
    ON CONFLICT (workspace_id, series)
    DO UPDATE SET format = excluded.format, restart = excluded.restart
)sql"};

constexpr db::Query hold_series{"numbering.hold", R"sql(
    INSERT INTO numbering_counter (workspace_id, series, year, last)
    VALUES (:workspace, :series, 0, 0)
    ON CONFLICT (workspace_id, series, year) DO UPDATE SET last = 0
)sql"};

// Read in a statement of its own once the series is held: it sees what was committed meanwhile.
constexpr db::Query last_counter{"numbering.last", R"sql(
    SELECT coalesce(max(last), 0) FROM numbering_counter
     WHERE workspace_id = :workspace AND series = :series
       AND (CAST(:year AS BIGINT) = 0 OR year = :year)
)sql"};

constexpr db::Query write_counter{"numbering.count", R"sql(
    INSERT INTO numbering_counter (workspace_id, series, year, last)
    VALUES (:workspace, :series, :year, :last)
    ON CONFLICT (workspace_id, series, year) DO UPDATE SET last = excluded.last
)sql"};

} // namespace

std::optional<NumberFormat> NumberStore::format(std::string_view series)
{
    return tx_.find<NumberFormat>(find_format, {{"series", series}});
}

void NumberStore::save_format(std::string_view series, const NumberFormat& format)
{
    tx_.execute(write_format,
                {{"series", series}, {"format", format.format}, {"restart", format.restart}});
}

std::int64_t NumberStore::last(const Place& place)
{
    const std::int64_t year = place.restart == Restart::yearly ? place.year : 0;
    return tx_.value<std::int64_t>(last_counter, {{"series", place.series}, {"year", year}})
        .value_or(0);
}

std::int64_t NumberStore::take(const Place& place)
{
    tx_.execute(hold_series, {{"series", place.series}});
    const auto next = last(place) + 1;
    tx_.execute(write_counter, {{"series", place.series}, {"year", place.year}, {"last", next}});
    return next;
}

} // namespace numbering
