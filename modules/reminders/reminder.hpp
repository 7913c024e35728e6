#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/money.hpp"
#include "kernel/tenancy/actor.hpp"
#include "modules/reminders/events.hpp"

#include <boost/describe/class.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace reminders
{

using ReminderId = base::Id<struct ReminderTag>;
using DisputeId = base::Id<struct DisputeTag>;

inline constexpr std::int64_t reminder_days_max = 120;
inline constexpr std::size_t reason_length_max = 500;
/// Of one invoice, shown and kept in mind.
inline constexpr int reminders_max = 100;

/// How many days after the day an invoice was due its client is written to again. Days rise; zero:
/// there is none.
struct Schedule {
    std::optional<base::Date>
        due_from; ///< of invoices due that day or later; nothing: switched off
    std::int64_t first = 1;
    std::int64_t second = 7;
    std::int64_t third = 14;
    friend bool operator==(const Schedule&, const Schedule&) = default;

    std::array<std::int64_t, 3> days() const { return {first, second, third}; }
};
BOOST_DESCRIBE_STRUCT(Schedule, (), (due_from, first, second, third))

/// Which one is due on `today`, 1 to 3: the last whose day has come, unless something was sent on
/// that day or since. What was missed is not made up for.
std::optional<int> step_due(const Schedule& schedule, base::Date due_on, base::Date today,
                            std::optional<base::Date> last_sent_on);
/// The next day on which one would be due, after `today`; nothing after the last.
std::optional<base::Date> next_day(const Schedule& schedule, base::Date due_on, base::Date today);

/// Monday to Friday, 9 h to 18 h.
bool is_office_time(base::Instant at, std::string_view zone);
/// The next opening of an office after `at`, in the zone.
base::Instant next_round_at(base::Instant at, std::string_view zone);

/// What was sent.
struct Reminder {
    ReminderId id;
    invoices::InvoiceId invoice_id;
    std::int64_t step = 0; ///< of the schedule; zero: by hand
    base::Date sent_on;
    base::Instant sent_at;
    base::Cents owed;
    std::optional<tenancy::MembershipId> by_member;
};
BOOST_DESCRIBE_STRUCT(Reminder, (), (id, invoice_id, step, sent_on, sent_at, owed, by_member))

/// « Litige »: while it is open its client is not reminded.
struct Dispute {
    DisputeId id;
    invoices::InvoiceId invoice_id;
    std::string reason;
    tenancy::MembershipId opened_by;
    base::Instant opened_at;
    std::optional<tenancy::MembershipId> closed_by;
    std::optional<base::Instant> closed_at;
};
BOOST_DESCRIBE_STRUCT(Dispute, (),
                      (id, invoice_id, reason, opened_by, opened_at, closed_by, closed_at))

/// Why nothing may be sent about an invoice now.
enum class Hindrance { none, settled, disputed, no_paper, no_address, inactive_client, sent_today };
BOOST_DESCRIBE_ENUM(Hindrance, none, settled, disputed, no_paper, no_address, inactive_client,
                    sent_today)

} // namespace reminders
