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

/// What its owner says of the account: what goes to a trial is sent to nobody.
enum class PlatformMode { live, trial };
BOOST_DESCRIBE_ENUM(PlatformMode, live, trial)

struct Platform {
    std::string address; ///< empty = never set
    std::string token_address;
    std::string client;
    std::string sealed_secret; ///< base64; empty = none
    PlatformMode mode = PlatformMode::live;
    PlatformState state = PlatformState::draft;
    std::string last_error; ///< French, for the settings
    std::optional<base::Instant> verified_at;
    std::string seen_until;     ///< RFC 3339, of the platform's clock: suppliers' invoices
    std::string statuses_until; ///< the same, of what is told of ours
    std::optional<base::Instant> asked_at;
};
BOOST_DESCRIBE_STRUCT(Platform, (),
                      (address, token_address, client, sealed_secret, mode, state, last_error,
                       verified_at, seen_until, statuses_until, asked_at))

} // namespace einvoicing
