#pragma once

#include "kernel/mail/mail.hpp"
#include "kernel/secrets/password.hpp"
#include "modules/identity/identity.hpp"
#include "tests/world/world.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// What the page tests of identity share; included by tests only.
namespace identity_test
{

inline constexpr auto good_password = "quatre chevaux bleus galopent";

inline test_world::World make_world(db::Engine engine)
{
    return test_world::World{engine, {{"identity", identity::describe}}};
}

/// A member with an e-mail and `good_password`, not signed in.
struct Insider {
    tenancy::MembershipId membership;
    std::string email;
};
inline Insider add_insider(test_world::World& world, const tenancy::Workspace& workspace,
                           identity::NewAccount account)
{
    account.password_hash =
        identity::passwords(world.site().vault(), identity::HashStrength::production)
            .hash(good_password);
    auto context = world.context(workspace, tenancy::Actor::system());
    const auto membership = context.write(
        [&](tenancy::WorkspaceTransaction& tx) { return identity::add_account(tx, account); });
    return {.membership = membership, .email = account.email};
}

inline std::vector<mail::StoredMessage> platform_mails(test_world::World& world)
{
    return tenancy::Platform{world.database()}.read(
        [](tenancy::PlatformTransaction& tx) { return mail::recent(tx); });
}

inline std::vector<mail::StoredMessage> mails_of(test_world::World& world,
                                                 const tenancy::Workspace& workspace)
{
    return world.context(workspace, tenancy::Actor::system())
        .read([](tenancy::WorkspaceTransaction& tx) { return mail::recent(tx); });
}

/// The path of the first link of a mail that leads to a page beginning with `path`.
inline std::string link_in(const mail::StoredMessage& message, std::string_view path)
{
    const auto start = message.text.find(path);
    if (start == std::string::npos) throw std::runtime_error("the mail has no such link");
    const auto end = message.text.find_first_of(" \n\r>)", start);
    return message.text.substr(start, end - start);
}

inline bool shows(const http::Response& response, std::string_view words)
{
    return response.body.find(words) != std::string::npos;
}

} // namespace identity_test
