#pragma once

#include "kernel/auth/sessions.hpp"
#include "kernel/auth/sign_ins.hpp"
#include "kernel/secrets/password.hpp"
#include "kernel/secrets/vault.hpp"
#include "modules/identity/captcha.hpp"

#include <optional>
#include <string>
#include <variant>

namespace identity
{

/// Somebody at the door of one side; `workspace` is that of the portal, zero for the team.
struct Attempt {
    tenancy::Side side = tenancy::Side::staff;
    tenancy::WorkspaceId workspace;
    std::string identifier;
    std::string password;
    auth::Remember remember = auth::Remember::no;
    CaptchaAnswer captcha;
};

/// Why nobody came in. `wrong` is the same for an unknown identifier and a wrong password.
enum class Denial { wrong, captcha, locked, unconfirmed, no_access };

struct Entered {
    auth::Person person;
    auth::OpenedSession session;
    auth::Remember remember = auth::Remember::no;
    bool needs_second_factor = false;
};
using SignInResult = std::variant<Entered, Denial>;

struct SignInTools {
    secrets::PasswordQueue& passwords;
    const secrets::Vault& vault;
};

/// Throws secrets::PasswordsBusy. Checks the password outside any transaction,
/// and as long for an unknown identifier as for a known one.
SignInResult sign_in(tenancy::Platform& platform, const Attempt& attempt, const SignInTools& tools);

/// What the failures of an identifier are counted under, on every door alike: its text is not
/// stored, since nobody may have it.
std::string account_subject(tenancy::WorkspaceId workspace, std::string_view identifier);

/// Whether the identifier, or the address it comes from, has failed often enough to be asked.
bool asks_captcha(tenancy::Platform& platform, const Attempt& attempt);

/// Ends this session only, or all of the person's.
void sign_out(tenancy::Platform& platform, const auth::Session& session);
void sign_out_everywhere(tenancy::Platform& platform, tenancy::PersonId person);

} // namespace identity
