#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/tenancy/actor.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <string>

/// What lets a business take money from a client's bank account. Pure: which account it is only the
/// provider knows.
namespace payments
{

enum class MandateState { active, ended };
BOOST_DESCRIBE_ENUM(MandateState, active, ended)

struct Mandate {
    std::string provider;
    std::string reference;
    tenancy::ClientId client_id;
    MandateState state = MandateState::active;
    base::Instant signed_at;
};
BOOST_DESCRIBE_STRUCT(Mandate, (), (provider, reference, client_id, state, signed_at))

} // namespace payments
