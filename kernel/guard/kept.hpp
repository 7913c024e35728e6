#pragma once

#include "kernel/guard/call.hpp"
#include "kernel/http/message.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace secrets
{
class Vault;
}

namespace guard
{

/// What was being sent when the session was found expired: the page of the form and its fields,
/// without files, passwords and the guard's own fields.
struct Kept {
    std::string page;
    http::Fields fields;
};

inline constexpr std::size_t kept_bytes_max = 64 * 1024;

/// For the hidden field `_kept` of the sign-in page; empty when there is more than kept_bytes_max
/// or no page to come back to. Opens for one hour.
std::string seal_kept(const secrets::Vault& vault, const Kept& kept);
std::optional<Kept> open_kept(const secrets::Vault& vault, std::string_view sealed);

/// After a sign-in that carried `_kept`: the page of the form, filled again, as an answer to this
/// very request (the caller adds the session cookie). Nothing when the seal is not ours or the new
/// session may not see that page.
std::optional<http::Response> resume(Call& call, std::string_view sealed,
                                     std::string_view session_token);

} // namespace guard
