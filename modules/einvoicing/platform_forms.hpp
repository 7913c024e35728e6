#pragma once

#include "kernel/forms/form.hpp"
#include "modules/einvoicing/platform.hpp"
#include "modules/einvoicing/platform_actions.hpp"

#include <boost/describe/class.hpp>

#include <optional>

namespace einvoicing
{

struct SavePlatform {
    forms::Text<8, 300> address;
    forms::Text<0, 300> token_address;
    forms::Text<0, 200> client;
    forms::Text<0, 2000> secret; ///< empty = the one already kept
    std::optional<PlatformMode> mode;
};
BOOST_DESCRIBE_STRUCT(SavePlatform, (), (address, token_address, client, secret, mode))

/// Adds what fields say together: addresses that a platform may have, a secret, a client for
/// OAuth 2.0.
void check_whole(forms::Form<SavePlatform>& form, const Platform& kept);
forms::Form<SavePlatform> form_of(const Platform& platform);
PlatformChange change_of(const SavePlatform& command);

} // namespace einvoicing
