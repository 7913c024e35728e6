#pragma once

#include "kernel/base/clock.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>

/// What a business has with its platform. Pure.
namespace einvoicing
{

/// draft → (a test succeeded, then switched on) active → stopped by hand.
enum class PlatformState { draft, active, stopped };
BOOST_DESCRIBE_ENUM(PlatformState, draft, active, stopped)

struct Platform {
    std::string address; ///< empty = never set
    std::string token_address;
    std::string client;
    std::string sealed_secret; ///< base64; empty = none
    PlatformState state = PlatformState::draft;
    std::string last_error; ///< French, for the settings
    std::optional<base::Instant> verified_at;
    std::string seen_until; ///< RFC 3339, of the platform's clock
    std::optional<base::Instant> asked_at;
};
BOOST_DESCRIBE_STRUCT(Platform, (),
                      (address, token_address, client, sealed_secret, state, last_error,
                       verified_at, seen_until, asked_at))

} // namespace einvoicing
