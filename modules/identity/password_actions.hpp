#pragma once

#include "kernel/auth/sessions.hpp"
#include "kernel/secrets/password.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace identity
{

/// The person a reset link is for, without spending it.
std::optional<auth::Person> find_reset(tenancy::Platform& platform, std::string_view token);
/// Spends the link, changes the password, closes every session and forgives the failures. False
/// when the link is over or was used.
bool reset_password(tenancy::Platform& platform, std::string_view token,
                    const std::string& new_hash);

/// With the current password: closes the other sessions and gives this one a new token. Nothing
/// when the current password is wrong. Throws secrets::PasswordsBusy.
struct PasswordChange {
    std::string current;
    std::string wanted;
};
std::optional<std::string> change_password(tenancy::Platform& platform, const auth::SignedIn& who,
                                           const PasswordChange& change,
                                           secrets::PasswordQueue& queue);

/// Whether it is the person's password; for what asks it again.
bool is_password_of(tenancy::Platform& platform, tenancy::PersonId person,
                    std::string_view password, secrets::PasswordQueue& queue);

} // namespace identity
