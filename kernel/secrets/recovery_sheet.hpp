#pragma once

#include "kernel/secrets/key.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace secrets
{

/// The key as groups of four letters and digits to be printed and kept on paper: 14 groups in
/// Crockford's base 32 (no I, L, O, U), of which the last 24 bits check the others.
std::string recovery_groups(const Key& key);

/// The key somebody typed back: small letters, other separators, « O » for zero, « I » or « L » for
/// one are understood. Nothing when a character is wrong, missing or too many.
std::optional<Key> key_of_groups(std::string_view typed);

} // namespace secrets
