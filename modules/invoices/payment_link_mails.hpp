#pragma once

#include "modules/invoices/payment_link_actions.hpp"

#include <string>

namespace invoices
{

/// To that address: what is left to pay, and the link by which it is paid.
void mail_payment_link(tenancy::WorkspaceTransaction& tx, const Invoice& invoice,
                       const PaymentLink& link, const std::string& email);

} // namespace invoices
