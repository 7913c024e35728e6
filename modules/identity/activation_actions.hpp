#pragma once

#include "kernel/auth/sessions.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace identity
{

/// Who may open his account by this link on the portal of that workspace: an active client with a
/// user name of it and no password yet. Looking spends nothing.
std::optional<auth::Person> find_activation(tenancy::Platform& platform,
                                            const tenancy::Workspace& workspace,
                                            std::string_view token);

/// With the hash of the password just chosen and every consent given. Comes in at once, with the
/// session given, exactly once a link; nothing when the link is over.
struct Activation {
    tenancy::Workspace workspace;
    std::string token;
    std::string password_hash;
};
std::optional<auth::OpenedSession> activate_account(tenancy::Platform& platform,
                                                    const Activation& activation);

} // namespace identity
