#pragma once

#include "kernel/auth/auth.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace auth
{

using InvitationId = base::Id<struct InvitationTag>;

inline constexpr std::chrono::hours invitation_valid_for{24 * 7};

struct NewInvitation {
    std::string email;
    std::string name;
    tenancy::Side side = tenancy::Side::staff;
    std::string role;
    tenancy::ClientId client; ///< portal; zero when none
};

struct Invitation {
    InvitationId id;
    tenancy::WorkspaceId workspace;
    std::string email;
    std::string name;
    tenancy::Side side = tenancy::Side::staff;
    std::string role;
    tenancy::ClientId client;
    tenancy::MembershipId invited_by;
    base::Instant created_at;
    base::Instant expires_at;
    std::optional<base::Instant> accepted_at;
    std::optional<base::Instant> cancelled_at;

    bool is_live(base::Instant now) const
    {
        return !accepted_at && !cancelled_at && now < expires_at;
    }
};

/// An invitation just written: the only moment the text of its link is known.
struct IssuedInvitation {
    InvitationId id;
    std::string token;
};
IssuedInvitation create_invitation(tenancy::WorkspaceTransaction& tx,
                                   const NewInvitation& invitation);
/// A new link and seven more days; the old link is dead. Also revives a cancelled one.
std::string renew_invitation(tenancy::WorkspaceTransaction& tx, InvitationId id);
/// Those to a client go on to another; returns them.
std::vector<std::int64_t> move_invitations(tenancy::WorkspaceTransaction& tx,
                                           tenancy::ClientId from, tenancy::ClientId into);
/// One that still is to `from`.
void move_invitation(tenancy::WorkspaceTransaction& tx, InvitationId id, tenancy::ClientId from,
                     tenancy::ClientId into);
void cancel_invitation(tenancy::WorkspaceTransaction& tx, InvitationId id);
/// True exactly once; false when it was accepted, cancelled or is over.
bool accept_invitation(tenancy::WorkspaceTransaction& tx, InvitationId id);

/// Whatever its state: an expired link offers to ask for another.
std::optional<Invitation> invitation_by_token(tenancy::PlatformTransaction& tx,
                                              std::string_view token);
/// Throws NotFound.
Invitation invitation_by_id(tenancy::WorkspaceTransaction& tx, InvitationId id);
/// A live one for that e-mail and side.
std::optional<Invitation> live_invitation(tenancy::WorkspaceTransaction& tx, std::string_view email,
                                          tenancy::Side side);
/// Whether that e-mail was ever invited to that side, whatever became of it.
bool was_invited(tenancy::WorkspaceTransaction& tx, std::string_view email, tenancy::Side side);
/// Neither accepted nor cancelled, newest first, at most 200.
std::vector<Invitation> open_invitations(tenancy::WorkspaceTransaction& tx);
/// Only those for that client record; all of them for none.
std::vector<Invitation> open_invitations_of_client(tenancy::WorkspaceTransaction& tx,
                                                   tenancy::ClientId client);

} // namespace auth
