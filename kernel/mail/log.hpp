#pragma once

#include "kernel/mail/mail.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The log of mails of a workspace: what left, for whom, and what became of it.
namespace mail
{

/// bounced: it left, and the server of the address sent it back as dead. failed: it did not leave.
enum class Fate { waiting, sent, bounced, failed, local };
BOOST_DESCRIBE_ENUM(Fate, waiting, sent, bounced, failed, local)
inline constexpr std::array fates{Fate::waiting, Fate::sent, Fate::bounced, Fate::failed,
                                  Fate::local};

struct LogFilter {
    std::optional<Fate> fate;
    std::string email; ///< whole, whatever its case; empty: everybody's
    base::Instant from;
    base::Instant until{INT64_MAX}; ///< not included
};

/// The last line seen; the first page begins after the end of time.
struct LogCursor {
    base::Instant at{INT64_MAX};
    MessageId id{INT64_MAX};
};

struct LoggedMessage {
    MessageId id;
    std::string to_name;
    std::string to_email;
    std::string subject;
    std::string template_name;
    State state = State::waiting;
    std::string last_error;
    base::Instant created_at;
    std::optional<base::Instant> bounced_at;

    Fate fate() const;
};
BOOST_DESCRIBE_STRUCT(LoggedMessage, (),
                      (id, to_name, to_email, subject, template_name, state, last_error, created_at,
                       bounced_at))

/// Newest first, at most `limit`; account and security mail is there too.
std::vector<LoggedMessage> log_lines(tenancy::WorkspaceTransaction& tx, const LogFilter& filter,
                                     const LogCursor& after, int limit);
/// The message came back. Nothing for one this workspace does not hold.
void note_bounce(tenancy::WorkspaceTransaction& tx, MessageId id);

} // namespace mail
