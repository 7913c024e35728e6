#pragma once

#include "kernel/base/clock.hpp"
#include "modules/tickets/ticket.hpp"

#include <array>
#include <chrono>
#include <optional>
#include <set>
#include <string>
#include <vector>

/// How long a request may wait, counted in the opening hours of the business. Pure: time is given.
namespace tickets
{

/// Minutes of a day, from included, until excluded: 540 to 720 is 9:00 to 12:00. At most 1 440.
struct Span {
    int from = 0;
    int until = 0;
    friend bool operator==(const Span&, const Span&) = default;
};

struct OpeningHours {
    std::array<std::vector<Span>, 7> week; ///< Monday first; each in order, apart
    std::set<base::Date> days_off;
    std::string zone; ///< IANA: hours are those of the wall, whatever DST does
};

using Length = std::chrono::microseconds;

/// How much of that time the business was open. Zero when `until` is not later.
Length open_between(base::Instant from, base::Instant until, const OpeningHours& hours);
/// When so much open time has passed; nothing within open_days_max days.
std::optional<base::Instant> after_open(base::Instant from, Length amount,
                                        const OpeningHours& hours);
inline constexpr int open_days_max = 800;

/// "9:00-12:00, 14:00-18:00"; empty = closed. Nothing for what cannot be read, overlaps or goes
/// back.
std::optional<std::vector<Span>> parse_spans(std::string_view text);
std::string text_of(const std::vector<Span>& spans);

enum class ClockKind { first_reply, resolution };
BOOST_DESCRIBE_ENUM(ClockKind, first_reply, resolution)

/// One promise about one ticket. It runs while the team has to act: not while the client is waited
/// for, nor while the ticket is postponed, nor once the promise is kept.
struct SlaClock {
    TicketId ticket_id;
    ClockKind kind = ClockKind::first_reply;
    std::int64_t target = 0;                    ///< microseconds of open time; 0 = no promise
    std::int64_t spent = 0;                     ///< until running_since
    std::optional<base::Instant> running_since; ///< nothing = paused or kept
    std::optional<base::Instant> due_at;        ///< while it runs: when the target is reached
    std::optional<base::Instant> met_at;
    bool is_warned = false;
    bool is_breached = false;
};
BOOST_DESCRIBE_STRUCT(SlaClock, (),
                      (ticket_id, kind, target, spent, running_since, due_at, met_at, is_warned,
                       is_breached))

/// A warning comes at this share of the target.
inline constexpr int warning_percent = 75;

Length spent_at(const SlaClock& clock, base::Instant now, const OpeningHours& hours);
/// Negative once over.
Length left_at(const SlaClock& clock, base::Instant now, const OpeningHours& hours);
bool is_near(const SlaClock& clock, base::Instant now, const OpeningHours& hours);
bool is_over(const SlaClock& clock, base::Instant now, const OpeningHours& hours);
/// When there is something to say next: warning or breach, not said yet.
std::optional<base::Instant> next_alarm(const SlaClock& clock, const OpeningHours& hours);

/// What the clock does from now on, after something happened to the ticket: runs, pauses, is kept,
/// or runs again because the ticket was reopened. `target` is that of the priority now.
void follow(SlaClock& clock, const Ticket& ticket, Length target, base::Instant now,
            const OpeningHours& hours);

} // namespace tickets
