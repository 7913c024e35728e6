#pragma once

#include "kernel/mail/failure.hpp"

#include <boost/describe/enum.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mail
{

/// What one message may hold. Beyond `bytes` and `containers` it is not read at all; the rest is
/// left out.
struct IncomingLimits {
    std::size_t bytes = 36'000'000; ///< as it travels, encoded
    std::size_t containers = 100;   ///< parts that hold parts: bounds the depth of the parser
    std::size_t headers = 1'000;    ///< « Content-Type » anywhere in it, for the same reason
    int depth = 10;
    int parts = 200;
    std::size_t files = 20;
    std::size_t recipients = 100;
    std::size_t text_bytes = 200'000;
};

/// Why a message asks for no answer: a machine wrote it (RFC 3834), it says that another did not
/// arrive, or it went to many.
enum class Automatic { no, answer, bounce, list };
BOOST_DESCRIBE_ENUM(Automatic, no, answer, bounce, list)

struct IncomingFile {
    std::string name; ///< as the sender wrote it; may be empty
    std::string bytes;
};

/// What a server says of the sender, in the topmost Authentication-Results (RFC 8601): worth
/// something only when one trusts that server.
struct Verdict {
    std::string server; ///< its authserv-id, lower case
    std::string domain; ///< of the From, lower case, when dmarc passed; else empty
};

/// A message from outside, as plain text in UTF-8. Nothing in it proves anything.
struct Incoming {
    std::string from_name;
    std::string from_email;              ///< one address, the domain in lower case
    std::vector<std::string> recipients; ///< lower case: Delivered-To, X-Original-To, To, Cc…
    std::string subject;                 ///< one line
    std::string message_id;              ///< without angle brackets; may be empty
    std::string text;                    ///< what its author wrote; may be empty
    std::string quoted;                  ///< the earlier messages and the signature under it
    std::vector<IncomingFile> files;
    std::size_t left_out = 0; ///< parts beyond the limits, and messages in the message
    Automatic automatic = Automatic::no;
    std::optional<Failure> failure; ///< what a report of a mail server says did not arrive
    Verdict verdict;
};

/// Reads RFC 5322 with MIME. Nothing when it is larger than the limits or has not exactly one
/// sender with an address. Any bytes are safe. Any thread.
std::optional<Incoming> read_incoming(std::string_view bytes, const IncomingLimits& limits = {});

} // namespace mail
