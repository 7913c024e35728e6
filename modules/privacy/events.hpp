#pragma once

#include "kernel/tenancy/actor.hpp"

#include <string>

namespace privacy
{

/// Everything that says who somebody is must go, now and in this transaction; what he asked for and
/// wrote stays under `name`.
struct PersonErased {
    tenancy::MembershipId membership; ///< of the portal; zero when he had no account
    std::string email;                ///< what he was known by
    std::string name;                 ///< what he is called from now on: « Personne effacée »
};

} // namespace privacy
