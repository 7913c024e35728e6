#pragma once

#include "modules/invoices/events.hpp"

namespace signed_invoices
{

/// A client signed an invoice.
struct InvoiceSigned {
    invoices::InvoiceId invoice;
    tenancy::ClientId client;
    tenancy::MembershipId issued_by; ///< who is told
};

} // namespace signed_invoices
