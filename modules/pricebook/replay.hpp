#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/billing/billing.hpp"
#include "modules/pricebook/item.hpp"
#include "modules/pricebook/origin.hpp"

#include <string>
#include <vector>

/// What invoices of the past would have come to under another version. Nothing is written.
namespace pricebook
{

/// Of one replay; older ones are left out, and the page says so.
inline constexpr int past_invoices_max = 5'000;
inline constexpr int past_lines_max = 20'000;

/// Something that was issued, as its module tells it.
struct PastInvoice {
    tenancy::ClientId client;
    std::string client_name;
    base::Date issued_on;
    base::Cents net;            ///< before taxes; what a credit note takes back is below 0
    billing::Document document; ///< without a line: it stays as it was, whatever it is of
    std::vector<std::optional<Origin>> origins{}; ///< of document.lines, by place
};
struct PastInvoices {
    std::vector<PastInvoice> invoices{}; ///< the newest first
    bool is_cut = false;                 ///< there are older ones
};

/// Those of that day and of later ones, at most past_invoices_max and past_lines_max of them.
using PastReader = PastInvoices (*)(tenancy::WorkspaceTransaction& tx, base::Date from);
/// In the manifest of the module that issues; before, nothing was.
void replay_with(PastReader reader);

} // namespace pricebook
