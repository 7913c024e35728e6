#pragma once

#include "modules/tickets/ticket.hpp"

#include <boost/describe/class.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tickets
{

using ReplyId = base::Id<struct TicketReplyTag>;

/// Of a workspace; the picker shows them all.
inline constexpr int replies_max = 100;

/// A reply written once and used often. Its text holds variables, « {client} », that the ticket
/// fills in.
struct CannedReply {
    ReplyId id;
    std::string title;
    std::string search_key;
    std::string body; ///< Markdown source
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(CannedReply, (), (id, title, search_key, body, version))

/// By the word of a variable, folded: "client", "numero".
using Values = std::map<std::string, std::string, std::less<>>;

/// The words between braces, as typed, in order. What does not look like a word, « {} » or
/// « { x } », is text.
std::vector<std::string> variables_in(std::string_view body);
/// The text with its variables replaced, so that Markdown takes them literally; one without a value
/// stays as it is.
std::string filled(std::string_view body, const Values& values);
/// With a backslash before what Markdown would read: « L_B » → « L\_B ».
std::string escaped_markdown(std::string_view text);

} // namespace tickets
