#pragma once

#include "kernel/auth/invitations.hpp"
#include "kernel/tenancy/actor.hpp"

#include <string>

namespace identity
{

/// A client confirmed his address on the portal of this workspace: his membership is
/// active and not linked to a record yet. The address is proved, so a record with the same one is
/// his.
struct ClientRegistered {
    tenancy::MembershipId membership;
    std::string name;
    std::string email;
    std::string phone;   ///< may be empty
    std::string company; ///< as he wrote it; may be empty
};

/// Somebody accepted an invitation. `client` is the record the invitation named; may be zero.
struct InvitationAccepted {
    tenancy::MembershipId membership;
    tenancy::Side side = tenancy::Side::staff;
    std::string role;
    tenancy::ClientId client;
    std::string name;
    std::string email;
};

/// A business is there, with its owner, in the transaction that makes it.
struct BusinessFounded {
    tenancy::MembershipId owner;
};

struct MemberDeactivated {
    tenancy::MembershipId membership;
};
struct MemberReactivated {
    tenancy::MembershipId membership;
};
struct MemberRoleChanged {
    tenancy::MembershipId membership;
    std::string before;
    std::string after;
};

} // namespace identity
