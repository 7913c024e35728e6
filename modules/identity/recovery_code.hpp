#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace identity
{

inline constexpr int recovery_codes_count = 10;

/// Ten codes of 80 random bits, written in four groups of four: "k7qd-2mfa-…".
std::vector<std::string> new_recovery_codes();
/// What is stored and compared: without case, spaces and dashes. Empty for what cannot be a code.
std::string normalised_recovery_code(std::string_view typed);

} // namespace identity
