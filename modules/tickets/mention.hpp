#pragma once

#include "kernel/tenancy/actor.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tickets
{

/// People one text mentions, at most; further ones stay plain words.
inline constexpr std::size_t mentions_max = 20;

/// A colleague whom « @name » may mean.
struct Mentionable {
    tenancy::MembershipId id;
    std::string name;
};

/// Those a text mentions, in the order of the text, each once.
struct Mentions {
    std::string body; ///< with their whole names: « @soizic » → « @Soizic Madec »
    std::vector<tenancy::MembershipId> people;
};

/// « @ » and a whole name, or a first name that one colleague alone bears; case and accents do not
/// matter. An e-mail address is none, and « @ » before anything else is text.
Mentions mentions_in(std::string_view body, const std::vector<Mentionable>& team);
/// As Markdown, with each mention in bold, for who knows the team.
std::string with_bold_mentions(std::string_view body, const std::vector<Mentionable>& team);

} // namespace tickets
