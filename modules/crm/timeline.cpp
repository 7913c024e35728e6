#include "modules/crm/timeline.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace crm
{
namespace
{

using tenancy::WorkspaceTransaction;

std::vector<TimelineKind>& registry()
{
    static std::vector<TimelineKind> kinds = own_timeline();
    return kinds;
}

std::optional<std::int64_t> whole_number(std::string_view digits)
{
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size() || value < 0) return {};
    return value;
}

base::Instant first_of(int year, const std::string& zone)
{
    const auto day = std::chrono::year{year} / std::chrono::January / 1;
    return base::instant_of({.date = {std::chrono::sys_days{day}}}, zone);
}

/// No wider than the year that is asked for.
TimelineSpan within_year(TimelineSpan span, int year, const std::string& zone)
{
    if (year == 0) return span;
    const auto next = first_of(year + 1, zone);
    span.from = first_of(year, zone);
    if (next < span.before) {
        span.before = next;
        span.before_id = 0;
    }
    return span;
}

bool is_newer(const TimelineLine& a, const TimelineLine& b)
{
    if (a.entry.happened_at != b.entry.happened_at)
        return a.entry.happened_at > b.entry.happened_at;
    return a.entry.id > b.entry.id;
}

} // namespace

void add_to_timeline(TimelineKind kind)
{
    auto& all = registry();
    const auto known = std::ranges::find(all, kind.code, &TimelineKind::code);
    if (known == all.end())
        all.push_back(std::move(kind));
    else
        *known = std::move(kind);
}

const std::vector<TimelineKind>& timeline_kinds()
{
    return registry();
}

TimelineSpan span_from(std::string_view cursor)
{
    constexpr auto last = std::numeric_limits<std::int64_t>::max();
    TimelineSpan span{.client = {},
                      .from = {std::numeric_limits<std::int64_t>::min()},
                      .before = {last},
                      .before_id = last,
                      .limit = 0};
    const auto dot = cursor.find('.');
    if (dot == cursor.npos) return span;
    const auto at = whole_number(cursor.substr(0, dot));
    const auto id = whole_number(cursor.substr(dot + 1));
    if (!at || !id) return span;
    span.before = {*at};
    span.before_id = *id;
    return span;
}

std::string cursor_text(base::Instant at, std::int64_t id)
{
    return std::to_string(at.micros) + "." + std::to_string(id);
}

std::vector<TimelineLine> timeline_of(const tenancy::Context& context, const TimelineFilter& filter,
                                      TimelineSpan span)
{
    span = within_year(span, filter.year, context.workspace().time_zone);
    auto lines = context.read([&](WorkspaceTransaction& tx) {
        std::vector<TimelineLine> found;
        for (const auto& kind : timeline_kinds()) {
            const bool is_asked = filter.kind.empty() || filter.kind == kind.code;
            if (!is_asked || !context.actor().may(kind.permission)) continue;
            for (auto& entry : kind.entries(tx, span))
                found.push_back({.kind = &kind, .entry = std::move(entry)});
        }
        return found;
    });
    std::ranges::sort(lines, is_newer);
    if (std::ssize(lines) > span.limit) lines.resize(static_cast<std::size_t>(span.limit));
    return lines;
}

} // namespace crm
