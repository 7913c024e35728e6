#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/mail/attachment.hpp"

#include <string>
#include <vector>

namespace mail
{

/// One message as it leaves: addresses are bare and already judged (forms::Email), texts hold no
/// line end except the two parts.
struct Outgoing {
    std::string from_name;
    std::string from_email;
    std::string to_name;
    std::string to_email;
    std::string reply_to; ///< may be empty
    std::string subject;
    std::string text;
    std::string html;
    std::string message_id;         ///< without angle brackets
    std::string intended_recipient; ///< when a catch-all receives it instead; else empty
    base::Instant date;
    std::vector<Attachment> attachments{};
};

/// RFC 5322 with CRLF line ends: multipart/alternative, within multipart/mixed
/// when something is attached (base64), headers in RFC 2047 where needed, bodies
/// quoted-printable. Any thread.
std::string build_message(const Outgoing& message);

} // namespace mail
