#include "modules/mailbox/received.hpp"

#include "kernel/base/text.hpp"
#include "kernel/mail/incoming_text.hpp"

namespace mailbox
{
namespace
{

constexpr std::size_t title_length_min = 3;
constexpr std::size_t title_length_max = 150;
constexpr std::size_t body_length_max = 20'000;

} // namespace

std::string sender_of(const Received& received)
{
    if (received.from_name.empty()) return received.from_email;
    return received.from_name + " (" + received.from_email + ")";
}

Why why_ignored(mail::Automatic automatic)
{
    switch (automatic) {
    case mail::Automatic::answer:
        return Why::machine;
    case mail::Automatic::bounce:
        return Why::bounce;
    case mail::Automatic::list:
        return Why::list;
    case mail::Automatic::no:
        break;
    }
    return Why::none;
}

std::string fingerprint_of(const mail::Incoming& incoming)
{
    auto said = base::join({incoming.message_id, base::lower_ascii(incoming.from_email),
                            incoming.subject, incoming.text, incoming.quoted},
                           std::string_view{"\0", 1});
    for (const auto& file : incoming.files)
        said += base::sha256(file.bytes);
    return base::hex(base::sha256(said));
}

std::string title_of(const Received& received, const std::string& otherwise)
{
    const auto title = mail::bare_subject(received.subject);
    if (base::code_points(title) < title_length_min) return otherwise;
    return base::shorten(title, title_length_max);
}

std::string body_of(const Received& received, const std::string& otherwise)
{
    const auto body = base::shorten(mail::markdown_of(received.text), body_length_max);
    return body.empty() ? otherwise : body;
}

} // namespace mailbox
