#pragma once

#include "kernel/auth/invitations.hpp"
#include "kernel/auth/sessions.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace identity
{

/// An invitation behind a link, whatever its state, with its workspace.
struct Invited {
    auth::Invitation invitation;
    tenancy::Workspace workspace;
    bool has_account = false; ///< a confirmed one, with that e-mail
    bool is_live = false;
};
std::optional<Invited> find_invited(tenancy::Platform& platform, std::string_view token);

/// Where the team finds it: "/reglages/equipe", or the client record it was made for.
std::string page_of(const auth::Invitation& invitation);

/// Who accepts. Without an account: the name and the hash of the password just chosen.
struct Acceptance {
    std::string name;
    std::string password_hash;
};
/// True exactly once a link; publishes InvitationAccepted. A new account comes in at once, with the
/// session given; who has one signs in as usual, since the link proves neither his password nor his
/// second factor.
struct Accepted {
    std::optional<auth::OpenedSession> session;
};
std::optional<Accepted> accept(tenancy::Platform& platform, const Invited& invited,
                               const Acceptance& acceptance);

/// Writes to who invited that the link is over and another is wished.
void ask_again(tenancy::Platform& platform, const Invited& invited);

} // namespace identity
