#pragma once

#include "kernel/auth/auth.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace auth
{

struct NewMembership {
    tenancy::PersonId person;
    tenancy::Side side = tenancy::Side::staff;
    std::string role;
    tenancy::ClientId client; ///< portal; zero until linked
    MembershipStatus status = MembershipStatus::active;
};
/// Telephone of a member of the team, as he gave it; empty when he gave none.
std::string phone_of(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id);

/// Refusal « auth.refusal.already_member » when the person is one on that side.
tenancy::MembershipId add_membership(tenancy::WorkspaceTransaction& tx,
                                     const NewMembership& membership);

/// Throws NotFound.
Membership membership_by_id(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id);
std::optional<Membership> membership_of(tenancy::WorkspaceTransaction& tx, tenancy::PersonId person,
                                        tenancy::Side side);

/// Members of the team who can sign in, at most 1 000: whom something is told to.
std::vector<MemberName> active_staff(tenancy::WorkspaceTransaction& tx);

/// Their names, those of nobody left out: one statement for db::lot_max of them.
std::vector<MemberName> members(tenancy::WorkspaceTransaction& tx,
                                const std::vector<tenancy::MembershipId>& ids);

/// These move the rights version, so that open pages and streams ask again.
void set_role(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id, std::string_view role);
void set_status(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id,
                MembershipStatus status);

/// For a right that a module keeps itself.
void move_rights(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id);

std::int64_t count_active(tenancy::WorkspaceTransaction& tx, std::string_view role);

/// A line of the team page.
struct MemberDetail {
    tenancy::MembershipId id;
    tenancy::PersonId person;
    std::string name;
    std::string email;
    std::string user_name;
    std::string role;
    tenancy::Side side = tenancy::Side::staff;
    tenancy::ClientId client;
    MembershipStatus status = MembershipStatus::active;
    bool has_password = false; ///< false: he has not opened his account, or only comes from outside
    bool has_totp = false;
    base::Instant last_used_at; ///< zero = never signed in, or every session is over
};
/// By name, at most 500 of a side.
std::vector<MemberDetail> member_details(tenancy::WorkspaceTransaction& tx, tenancy::Side side);
/// The portal accounts of a client record, by name, at most 500.
std::vector<MemberDetail> accounts_of_client(tenancy::WorkspaceTransaction& tx,
                                             tenancy::ClientId client);
/// Throws NotFound.
MemberDetail member_detail(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId id);

} // namespace auth
