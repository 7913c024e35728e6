#pragma once

#include "modules/notifications/notification.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <string_view>

/// Mails and texts that gather what happened to one object within ten minutes. Pure.
namespace notifications
{

/// What somebody will be written about an object: one event, once or several times.
struct MessageLine {
    tenancy::MembershipId membership_id;
    std::string event;
    std::string subject_kind;
    std::int64_t subject_id = 0;
    std::optional<tenancy::MembershipId> actor_id; ///< who did it last; none = the platform
    std::int64_t times = 1;
    base::Instant last_at;

    Subject subject() const { return {subject_kind, subject_id}; }
};
BOOST_DESCRIBE_STRUCT(MessageLine, (),
                      (membership_id, event, subject_kind, subject_id, actor_id, times, last_at))

/// Whose message about what: the payload of its job, « 7 sheet 42 ».
struct Envelope {
    tenancy::MembershipId reader;
    Subject subject;

    friend bool operator==(const Envelope&, const Envelope&) = default;
};
std::string text_of(const Envelope& envelope);
std::optional<Envelope> envelope_in(std::string_view text);

inline constexpr const char* message_job = "notifications.message";

} // namespace notifications
