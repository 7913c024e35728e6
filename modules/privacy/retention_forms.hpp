#pragma once

#include "kernel/forms/form.hpp"
#include "modules/privacy/retention.hpp"

#include <boost/describe/class.hpp>

namespace privacy
{

/// Months; below the least period nobody goes.
struct SavePeriods {
    forms::Number<clients_months_min, months_max> clients;
    forms::Number<mails_months_min, months_max> mails;
    forms::Number<journal_months_min, months_max> journal;
};
BOOST_DESCRIBE_STRUCT(SavePeriods, (), (clients, mails, journal))

struct HoldClient {
    tenancy::ClientId client;
    forms::Text<1, 200> reason;
};
BOOST_DESCRIBE_STRUCT(HoldClient, (), (client, reason))

struct LiftHold {
    tenancy::ClientId client;
};
BOOST_DESCRIBE_STRUCT(LiftHold, (), (client))

} // namespace privacy
