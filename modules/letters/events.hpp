#pragma once

#include "kernel/base/ids.hpp"
#include "kernel/tenancy/actor.hpp"
#include "modules/letters/letter.hpp"

namespace letters
{

/// A letter or a contract left for its client.
struct LetterSent {
    LetterId letter;
    tenancy::ClientId client;
    tenancy::MembershipId sender;
};
/// A contract was signed by its client.
struct ContractSigned {
    LetterId letter;
    tenancy::ClientId client;
    tenancy::MembershipId sender; ///< who is told
};

} // namespace letters
