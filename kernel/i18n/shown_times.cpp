#include "kernel/i18n/shown_times.hpp"

#include "kernel/base/assert.hpp"

#include <algorithm>
#include <limits>

namespace i18n
{

namespace
{

using namespace std::chrono;

constexpr auto counted_in_minutes = hours{1} + minutes{1};

ShownTimes*& current_record()
{
    thread_local ShownTimes* record = nullptr;
    return record;
}

/// The next instant at which the whole minutes between the two may be others: of what is past they
/// grow at the minute, of what is to come they shrink just after it.
base::Instant next_minute(base::Instant at, base::Instant now)
{
    const microseconds since = now - at;
    if (since < microseconds{0}) return now + std::max(-since % minutes{1}, microseconds{1});
    return now + (floor<minutes>(since) + minutes{1} - since);
}

} // namespace

ShownTimes::ShownTimes() : change_at_{std::numeric_limits<std::int64_t>::max()}
{
    const bool is_alone = current_record() == nullptr;
    KERNEL_ASSERT(is_alone);
    current_record() = this;
}

ShownTimes::~ShownTimes()
{
    current_record() = nullptr;
}

void ShownTimes::note(base::Instant at, base::Instant now, std::string_view zone)
{
    auto* record = current_record();
    if (record == nullptr) return;
    const auto apart = abs(now - at);
    if (apart < counted_in_minutes) record->bring_forward(next_minute(at, now));
    record->note_day(now, zone);
}

void ShownTimes::note_day(base::Instant now, std::string_view zone)
{
    if (day_zone_ == zone) return;
    day_zone_ = zone;
    const auto today = base::date_in(now, zone);
    bring_forward(base::instant_of({.date = {today.day + days{1}}}, zone));
}

void ShownTimes::bring_forward(base::Instant at)
{
    change_at_ = std::min(change_at_, at);
}

} // namespace i18n
