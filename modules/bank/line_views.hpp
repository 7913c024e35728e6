#pragma once

#include "kernel/forms/form.hpp"
#include "kernel/html/html.hpp"
#include "modules/bank/bank_views.hpp"

#include <string>
#include <vector>

namespace bank
{

/// An invoice that may be chosen, with what was typed for it.
struct Candidate {
    Owed owed;
    bool is_chosen = false;
    std::string amount; ///< as typed; empty: what is left due
    std::string error;  ///< of the amount
};
inline constexpr std::size_t candidates_shown = 50;

struct LineView {
    std::string slug;
    ProposedLine line;
    std::vector<Candidate> candidates; ///< those proposed first, at most candidates_shown
    bool has_more = false;             ///< invoices that are not shown
    std::string query;
    bool keeps_surplus = false;
    base::Currency currency = base::Currency::EUR;
    html::Html guard;
    std::string refusal;
};
/// Choosing one invoice or several.
html::Html line_page(const LineView& view);

/// What a transfer that waits no more became.
struct PaidInvoice {
    invoices::InvoiceId id;
    std::string number;
    std::string client;
    base::Cents amount;
};
struct DoneLineView {
    std::string slug;
    Line line;
    std::vector<PaidInvoice> paid;
    base::Currency currency = base::Currency::EUR;
    html::Html guard;
    std::string refusal;
};
html::Html done_line_page(const DoneLineView& view);

} // namespace bank
