#pragma once

#include "modules/invoices/events.hpp"

#include <boost/describe/enum.hpp>

namespace reminders
{

/// Why a client who is late cannot be written to.
enum class HeldReason { no_address, inactive_client };
BOOST_DESCRIBE_ENUM(HeldReason, no_address, inactive_client)

/// A reminder was due and could not leave: told once of an invoice and a reason.
struct ReminderHeld {
    invoices::InvoiceId invoice;
    HeldReason why = HeldReason::no_address;
    tenancy::MembershipId issued_by; ///< of the team
};

} // namespace reminders
