#pragma once

#include "kernel/base/clock.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Messages of the life of an invoice (CDAR D22B, XP Z12-012). Pure.
namespace einvoicing
{

/// What one message says of one invoice. Codes are as they came: not always ones we know.
struct LifecycleNotice {
    std::string number;               ///< MDT-87, of the invoice
    std::vector<std::string> sellers; ///< SIREN of who issued it (MDT-129); none: it does not say
    std::string code;                 ///< MDT-105
    std::string reason;               ///< MDT-113; may be empty
    std::string words;                ///< of whoever said it; may be empty
    std::optional<base::Instant> happened_at;
};
inline constexpr std::size_t notices_max = 100; ///< read of one message; others are left out

/// Of any bytes; nothing for what is no such message, or names no invoice. Its hours are those of
/// Paris: the norm writes none of another place.
std::vector<LifecycleNotice> read_lifecycle(std::string_view bytes);

} // namespace einvoicing
