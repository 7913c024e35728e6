#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace identity
{

inline constexpr std::size_t password_length_min = 12; ///< code points

/// The sentence that refuses a new password, or empty. `context` is what is known of the person:
/// names, business, address.
std::string password_problem(std::string_view password, const std::vector<std::string>& context);

} // namespace identity
