#pragma once

#include "kernel/auth/people.hpp"
#include "kernel/auth/sessions.hpp"
#include "kernel/auth/tokens.hpp"
#include "modules/identity/sign_up_forms.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace identity
{

/// Date of the texts agreed to at sign-up.
inline constexpr std::string_view consents_version = "2026-11-01";

/// The three documents, at the version of today.
std::vector<auth::Consent> every_consent();

/// What every sign-up needs besides what was typed.
struct SignUpTools {
    tenancy::Platform& platform;
    std::string password_hash;
};

/// Writes person, unconfirmed workspace and first membership in one action, and sends the link.
/// An address that has a confirmed account only gets a mail saying where to sign in; who
/// asked cannot tell the difference. A person who never confirmed takes the new password.
void sign_up_owner(const OwnerSignUp& typed, const SignUpTools& tools);
/// The same on the portal of a workspace whose sign-up is open. Who has an account
/// elsewhere gets a link to join with it.
void sign_up_client(const tenancy::Workspace& workspace, const ClientSignUp& typed,
                    const SignUpTools& tools);
/// Sends the link again to a person whose password was right but whose address is not confirmed.
/// `workspace` is that of the portal, zero for the team.
void resend_confirmation(tenancy::Platform& platform, const auth::Person& person,
                         tenancy::WorkspaceId workspace);

/// A link that may still be followed, and where it leads; reading does not spend it.
struct Confirmation {
    tenancy::Workspace workspace;
    auth::Person person;
};
std::optional<Confirmation> find_confirmation(tenancy::Platform& platform, auth::TokenKind kind,
                                              std::string_view token);

/// Nobody is signed in when the person already had a confirmed account: he signs in as usual.
struct Confirmed {
    tenancy::Workspace workspace;
    std::optional<auth::OpenedSession> session;
};
/// Nothing when the link is over or was used.
std::optional<Confirmed> confirm_owner(tenancy::Platform& platform, std::string_view token);
/// Publishes ClientRegistered.
std::optional<Confirmed> confirm_client(tenancy::Platform& platform, std::string_view token);

} // namespace identity
