#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/mail/incoming.hpp"
#include "kernel/tenancy/actor.hpp"
#include "modules/mailbox/events.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

/// A message that came in. Pure.
namespace mailbox
{

enum class ReceivedState { waiting, added, opened, rejected, ignored };
BOOST_DESCRIBE_ENUM(ReceivedState, waiting, added, opened, rejected, ignored)

/// Why it waits, or is ignored.
enum class Why { none, unknown, unproven, refused, too_many, machine, bounce, list, own, flood };
BOOST_DESCRIBE_ENUM(Why, none, unknown, unproven, refused, too_many, machine, bounce, list, own,
                    flood)

struct Received {
    ReceivedId id;
    std::string fingerprint; ///< hex: the same message delivered twice has the same
    std::string from_name;
    std::string from_email;
    std::string subject;
    std::string text;   ///< empty when ignored
    std::string quoted; ///< the messages it answers, and the signature
    ReceivedState state = ReceivedState::waiting;
    Why why = Why::none;
    std::int64_t ticket_id = 0; ///< whose key it carried, or where it went; 0 = none
    std::int64_t left_out = 0;  ///< parts that were not kept
    base::Instant received_at;
    std::optional<base::Instant> settled_at;
    std::optional<tenancy::MembershipId> settled_by;
};
BOOST_DESCRIBE_STRUCT(Received, (),
                      (id, fingerprint, from_name, from_email, subject, text, quoted, state, why,
                       ticket_id, left_out, received_at, settled_at, settled_by))

/// Messages of one sender on one ticket taken at once; the others wait. A loop ends here.
inline constexpr std::int64_t taken_max = 3;
inline constexpr std::chrono::minutes taken_within{10};
/// Messages of one unproven sender kept within an hour; the others are ignored.
inline constexpr std::int64_t waiting_of_sender_max = 10;
inline constexpr std::chrono::hours waiting_within{1};
/// Messages that wait in one workspace; the server of the sender is asked to try later.
inline constexpr std::int64_t waiting_max = 1'000;
inline constexpr auto kept_for = std::chrono::days{90};
inline constexpr const char* received_files = "received_mail"; ///< kind of owner

/// « Rose Le Gall (rose@client.example) », or the address alone.
std::string sender_of(const Received& received);

Why why_ignored(mail::Automatic automatic);

/// Of what its sender decides; what servers add on the way does not count.
std::string fingerprint_of(const mail::Incoming& incoming);

/// For a new ticket: 3 to 150 code points, never empty; `otherwise` for a subject that is too
/// short.
std::string title_of(const Received& received, const std::string& otherwise);
/// Markdown source of what its author wrote; `otherwise` when he wrote nothing.
std::string body_of(const Received& received, const std::string& otherwise);

} // namespace mailbox
