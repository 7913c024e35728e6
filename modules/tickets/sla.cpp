#include "modules/tickets/sla.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace tickets
{
namespace
{

constexpr int day_minutes = 1'440;
constexpr int hour_minutes = 60;
constexpr int percent = 100;
constexpr std::size_t spans_max = 6;

const std::vector<Span>& spans_of(const OpeningHours& hours, base::Date date)
{
    static const std::vector<Span> closed;
    if (hours.days_off.contains(date)) return closed;
    const auto day = std::chrono::weekday{date.day}.iso_encoding() - 1;
    return hours.week.at(day);
}

base::Instant instant_at(base::Date date, int minute, const OpeningHours& hours)
{
    if (minute >= day_minutes) return instant_at({date.day + std::chrono::days{1}}, 0, hours);
    return base::instant_of(
        {.date = date, .hour = minute / hour_minutes, .minute = minute % hour_minutes}, hours.zone);
}

struct Opening {
    base::Instant from;
    base::Instant until;
};

/// The openings of a day, what lies before `start` cut away.
std::vector<Opening> openings(base::Date date, base::Instant start, const OpeningHours& hours)
{
    std::vector<Opening> found;
    for (const auto& span : spans_of(hours, date)) {
        const auto from = std::max(instant_at(date, span.from, hours), start);
        const auto until = instant_at(date, span.until, hours);
        if (until > from) found.push_back({from, until});
    }
    return found;
}

/// "9:00", "09:30", "24:00".
std::optional<int> minute_of(std::string_view text)
{
    const auto parts = base::split(text, ':');
    if (parts.size() != 2 || parts[0].empty() || parts[1].size() != 2) return {};
    int hour = 0;
    int minute = 0;
    for (const auto& [part, out] : {std::pair{&parts[0], &hour}, std::pair{&parts[1], &minute}}) {
        const auto* end = part->data() + part->size();
        if (std::from_chars(part->data(), end, *out).ptr != end || *out < 0) return {};
    }
    const auto whole = hour * hour_minutes + minute;
    if (minute >= hour_minutes || whole > day_minutes) return {};
    return whole;
}

std::string minute_text(int minute)
{
    std::array<char, 8> text{};
    const auto length = std::snprintf(text.data(), text.size(), "%d:%02d", minute / hour_minutes,
                                      minute % hour_minutes);
    return {text.data(), static_cast<std::size_t>(length)};
}

bool should_run(const Ticket& ticket)
{
    return ticket.is_open && ticket.waits_on == WaitsOn::team;
}

/// Whether the promise is kept: answered, or no longer open.
bool is_kept(const SlaClock& clock, const Ticket& ticket)
{
    if (!ticket.is_open) return true;
    return clock.kind == ClockKind::first_reply && ticket.first_reply_at;
}

void stop(SlaClock& clock, base::Instant now, const OpeningHours& hours)
{
    clock.spent = spent_at(clock, now, hours).count();
    clock.running_since.reset();
    clock.due_at.reset();
}

/// Nothing is promised: what was told does not count once something is promised again.
void forget(SlaClock& clock)
{
    clock.met_at.reset();
    clock.is_warned = false;
    clock.is_breached = false;
}

void run(SlaClock& clock, base::Instant now, const OpeningHours& hours)
{
    if (!clock.running_since) clock.running_since = now;
    const auto left = Length{clock.target - clock.spent};
    clock.due_at =
        left.count() > 0 ? after_open(*clock.running_since, left, hours) : clock.running_since;
}

} // namespace

Length open_between(base::Instant from, base::Instant until, const OpeningHours& hours)
{
    Length open{0};
    auto date = base::date_in(from, hours.zone);
    for (int days = 0; days < open_days_max; ++days) {
        for (const auto& opening : openings(date, from, hours))
            if (opening.from < until) open += std::min(opening.until, until) - opening.from;
        date.day += std::chrono::days{1};
        if (instant_at(date, 0, hours) >= until) break;
    }
    return open;
}

std::optional<base::Instant> after_open(base::Instant from, Length amount,
                                        const OpeningHours& hours)
{
    auto left = amount;
    auto date = base::date_in(from, hours.zone);
    for (int days = 0; days < open_days_max; ++days) {
        for (const auto& opening : openings(date, from, hours)) {
            const auto length = opening.until - opening.from;
            if (length >= left) return opening.from + left;
            left -= length;
        }
        date.day += std::chrono::days{1};
    }
    return {};
}

std::optional<std::vector<Span>> parse_spans(std::string_view text)
{
    std::vector<Span> spans;
    for (const auto& part : base::split(text, ',')) {
        const auto trimmed = base::trim(part);
        if (trimmed.empty()) continue;
        const auto ends = base::split(trimmed, '-');
        if (ends.size() != 2) return {};
        const auto from = minute_of(base::trim(ends[0]));
        const auto until = minute_of(base::trim(ends[1]));
        if (!from || !until || *from >= *until) return {};
        if (!spans.empty() && *from < spans.back().until) return {};
        spans.push_back({*from, *until});
    }
    if (spans.size() > spans_max) return {};
    return spans;
}

std::string text_of(const std::vector<Span>& spans)
{
    std::vector<std::string> texts;
    for (const auto& span : spans)
        texts.push_back(minute_text(span.from) + "-" + minute_text(span.until));
    return base::join(texts, ", ");
}

Length spent_at(const SlaClock& clock, base::Instant now, const OpeningHours& hours)
{
    const Length before{clock.spent};
    return clock.running_since ? before + open_between(*clock.running_since, now, hours) : before;
}

Length left_at(const SlaClock& clock, base::Instant now, const OpeningHours& hours)
{
    return Length{clock.target} - spent_at(clock, now, hours);
}

bool is_near(const SlaClock& clock, base::Instant now, const OpeningHours& hours)
{
    return spent_at(clock, now, hours) * percent >= Length{clock.target} * warning_percent;
}

bool is_over(const SlaClock& clock, base::Instant now, const OpeningHours& hours)
{
    return left_at(clock, now, hours) <= Length{0};
}

std::optional<base::Instant> next_alarm(const SlaClock& clock, const OpeningHours& hours)
{
    if (!clock.running_since || clock.is_breached) return {};
    const auto share = clock.is_warned ? percent : warning_percent;
    const auto left = Length{clock.target * share / percent - clock.spent};
    if (left.count() <= 0) return clock.running_since;
    return after_open(*clock.running_since, left, hours);
}

void follow(SlaClock& clock, const Ticket& ticket, Length target, base::Instant now,
            const OpeningHours& hours)
{
    stop(clock, now, hours);
    clock.target = target.count();
    if (clock.target == 0) return forget(clock);
    if (is_kept(clock, ticket)) {
        clock.is_breached = clock.is_breached || is_over(clock, now, hours);
        if (!clock.met_at) clock.met_at = now;
        return;
    }
    clock.met_at.reset();
    clock.is_warned = clock.is_warned && is_near(clock, now, hours);
    clock.is_breached = clock.is_breached && is_over(clock, now, hours);
    if (should_run(ticket)) run(clock, now, hours);
}

} // namespace tickets
