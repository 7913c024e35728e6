#pragma once

#include "modules/payments/provider.hpp"

#include <boost/describe/class.hpp>

#include <optional>
#include <string>

/// What a business has with a provider. Pure.
namespace payments
{

/// draft → (its key answered) active → stopped by hand. Clients see a button while it is active.
enum class AccountState { draft, active, stopped };
BOOST_DESCRIBE_ENUM(AccountState, draft, active, stopped)

struct Account {
    std::string provider = stripe;
    std::string sealed_key;    ///< base64; empty = never set
    std::string sealed_secret; ///< what signs its notices; base64
    Mode mode = Mode::test;
    AccountState state = AccountState::draft;
    std::string last_error; ///< French, for the settings
    std::optional<base::Instant> verified_at;
    bool keeps_copies = false; ///< Stripe alone: a copy of what was paid, on its side
};
BOOST_DESCRIBE_STRUCT(Account, (),
                      (provider, sealed_key, sealed_secret, mode, state, last_error, verified_at,
                       keeps_copies))

/// What somebody pasted as the secret key of Stripe.
enum class KeyKind { secret_test, secret_live, publishable, other };
KeyKind kind_of_key(std::string_view key);

} // namespace payments
