#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/events.hpp"
#include "modules/payments/provider.hpp"
#include "modules/payments/taking.hpp"

#include <optional>
#include <string>

namespace payments
{

/// The payment of that invoice; throws base::NotFound for one of another.
Taking taking_of(tenancy::WorkspaceTransaction& tx, invoices::InvoiceId invoice, TakingId taking);
/// Before the provider is asked. Refuses "payments.refusal.refund" {left} beyond what is left of
/// it, and "payments.refusal.no_account".
void check_refund(const Taking& taking, base::Cents amount, base::Currency currency);
/// Somebody of the team asked the provider to give back: it is looked at again, because it may yet
/// fail.
void note_refund(tenancy::WorkspaceTransaction& tx, const Taking& taking, base::Cents amount,
                 const std::string& reason);

} // namespace payments
