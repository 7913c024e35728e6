#pragma once

#include "kernel/presets/preset.hpp"
#include "kernel/tenancy/context.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace auth
{

using SessionId = base::Id<struct SessionTag>;

/// How the interface looks, per person.
enum class Theme { system, light, dark };
BOOST_DESCRIBE_ENUM(Theme, system, light, dark)

/// One human being; one e-mail, or a user name inside one workspace.
struct Person {
    tenancy::PersonId id;
    std::string name;
    std::string email;     ///< empty for user-name accounts
    std::string user_name; ///< with its workspace; empty for e-mail accounts
    tenancy::WorkspaceId user_name_workspace;
    std::optional<base::Instant> email_confirmed_at;
    bool has_totp = false;
    bool is_demonstration = false;
    Theme theme = Theme::system;
    std::string default_page; ///< empty = « Ma journée »
};

/// A signed-in browser, on one side. The token itself is only in the cookie; its SHA-256 is stored.
struct Session {
    SessionId id;
    tenancy::PersonId person;
    tenancy::Side side = tenancy::Side::staff;
    bool is_remembered = false;
    std::optional<base::Instant> totp_proved_at;
    base::Instant created_at;
    base::Instant last_used_at;
    base::Instant expires_at;
    std::string user_agent;
    std::string address;
};

enum class MembershipStatus { invited, active, deactivated };
BOOST_DESCRIBE_ENUM(MembershipStatus, invited, active, deactivated)

struct Membership {
    tenancy::MembershipId id;
    tenancy::WorkspaceId workspace;
    tenancy::PersonId person;
    tenancy::Side side = tenancy::Side::staff;
    std::string role;
    tenancy::ClientId client; ///< portal side; zero until linked
    MembershipStatus status = MembershipStatus::active;
    std::int64_t rights_version = 0;
};

/// A session with everything the guard needs, read in one transaction.
struct SignedIn {
    Session session;
    Person person;
};

/// The live session of a cookie's token on that side; expired or unknown is nothing. Idle limits
/// are applied here (12 h; 30 days when remembered; owners 8 h are applied by the guard).
std::optional<SignedIn> signed_in(tenancy::PlatformTransaction& tx, std::string_view token,
                                  tenancy::Side side);
/// Writes last_used_at, at most every 5 minutes.
void touch(tenancy::PlatformTransaction& tx, const Session& session, const tenancy::Origin& origin);

std::optional<tenancy::Workspace> workspace_by_slug(tenancy::PlatformTransaction& tx,
                                                    std::string_view slug);
std::optional<tenancy::Workspace> workspace_by_id(tenancy::PlatformTransaction& tx,
                                                  tenancy::WorkspaceId id);

std::optional<Membership> membership_of(tenancy::PlatformTransaction& tx, tenancy::PersonId person,
                                        tenancy::WorkspaceId workspace, tenancy::Side side);
/// Every active membership with its workspace, for the chooser; workspace name order.
struct Place {
    Membership membership;
    tenancy::Workspace workspace;
};
std::vector<Place> places_of(tenancy::PlatformTransaction& tx, tenancy::PersonId person);

/// The rights of a role: the preset's, with the workspace's differences on top (table
/// role_difference). An unknown role has none.
using Rights = decltype(tenancy::Actor::rights);
Rights rights_of(tenancy::PlatformTransaction& tx, const tenancy::Workspace& workspace,
                 std::string_view role);

/// Whether the policy of the workspace demands a second factor from that role.
presets::TwoFactor two_factor_policy(tenancy::PlatformTransaction& tx,
                                     const tenancy::Workspace& workspace, std::string_view role);

/// Members of the workspace by id, for names on past actions: deactivated ones too.
struct MemberName {
    tenancy::MembershipId id;
    std::string name;
    std::string role;
    tenancy::Side side = tenancy::Side::staff;
    tenancy::ClientId client;
    MembershipStatus status = MembershipStatus::active;
};
std::vector<MemberName> members(tenancy::WorkspaceTransaction& tx);
std::optional<MemberName> member(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id);
/// E-mail of a member for notifications; empty for user-name accounts.
std::string email_of(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id);

/// Links a portal membership to the client record made for it (crm calls this). Throws NotFound.
void link_client(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId membership,
                 tenancy::ClientId client);

} // namespace auth
