#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/invoices.hpp"
#include "modules/sendings/sending.hpp"

#include <optional>
#include <vector>

namespace sendings
{

/// What keeps an invoice from leaving by mail, and where it is mended: what the law misses, an
/// inactive client, no address. Empty: it may leave.
std::vector<invoices::Missing> problems_of(tenancy::WorkspaceTransaction& tx,
                                           const invoices::OpenInvoice& invoice);

/// Marks as read and whole those that are still drafts; the others are left as they are. Refuses
/// "invoices.refusal.incomplete" and ".changed_since": then none is.
void check_together(tenancy::WorkspaceTransaction& tx,
                    const std::vector<invoices::OpenVersion>& seen);

/// Begins a sending of these, at most sending_invoices_max, in their order, and leaves a job. Those
/// that wait in another are left there; when all do, that one is returned. Refuses
/// "sendings.refusal.nothing" and ".too_many".
SendingId begin_sending(tenancy::WorkspaceTransaction& tx,
                        const std::vector<invoices::OpenVersion>& wanted);

/// Issues and sends the next that waits, in a transaction of its own, or says why it did not leave.
/// False when none waits.
bool send_next(tenancy::Context& context, SendingId sending);

} // namespace sendings
