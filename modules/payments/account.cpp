#include "modules/payments/account.hpp"

namespace payments
{

KeyKind kind_of_key(std::string_view key)
{
    if (key.starts_with("pk_")) return KeyKind::publishable;
    // Restricted keys (rk_) may do only what their owner ticked, which is all that is needed.
    for (const std::string_view prefix : {"sk_", "rk_"}) {
        if (!key.starts_with(prefix)) continue;
        const auto rest = key.substr(prefix.size());
        if (rest.starts_with("test_")) return KeyKind::secret_test;
        if (rest.starts_with("live_")) return KeyKind::secret_live;
    }
    return KeyKind::other;
}

} // namespace payments
