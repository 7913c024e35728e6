#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/invoices/events.hpp"
#include "modules/sale_documents/sale_documents.hpp"

#include <functional>
#include <string>
#include <vector>

/// What other modules have the business ask of a client the next time it bills him.
namespace invoices
{

struct Asked {
    tenancy::ClientId client;
    std::string title;                       ///< of a new draft
    std::vector<sale_documents::Line> lines; ///< prices without taxes
};
/// Puts the lines at the end of his newest draft that is no part of a quote and whose prices are
/// typed without taxes; on a new draft where there is none, or no room. Refuses
/// "sale_documents.refusal.too_many_lines" of more than one document holds, and
/// "invoices.refusal.changed_meanwhile" (conflict); throws base::NotFound for an unknown client.
InvoiceId put_on_next(tenancy::WorkspaceTransaction& tx, const Asked& asked);

/// As they are written, in their order; none of an unknown invoice, of a deposit, or of a credit
/// note.
std::vector<sale_documents::Line> lines_on(tenancy::WorkspaceTransaction& tx, InvoiceId invoice);

/// Takes those lines off an open invoice. Refuses "invoices.refusal.is.…" of one that was issued;
/// throws base::NotFound.
using WhichLine = std::function<bool(const sale_documents::Line&)>;
void take_off(tenancy::WorkspaceTransaction& tx, InvoiceId invoice, const WhichLine& which);

} // namespace invoices
