#pragma once

#include "kernel/html/html.hpp"
#include "modules/bank/line.hpp"
#include "modules/bank/proposal.hpp"

#include <map>
#include <string>
#include <vector>

namespace bank
{

/// A transfer with what it may pay.
struct ProposedLine {
    Line line;
    Proposal proposal{};
    bool is_tickable = false; ///< no other one of the page proposes the same invoice
};
struct BankView {
    std::string slug;
    std::vector<ProposedLine> lines; ///< that wait, at most lines_shown
    std::int64_t waiting = 0;        ///< all of them
    std::map<invoices::InvoiceId, Owed> owed;
    std::vector<Statement> statements;
    base::Currency currency = base::Currency::EUR;
    base::Instant now;
    std::string zone;
    html::Html guard;
    std::string file_error; ///< of the file just sent
    std::string refusal;    ///< of what was just confirmed
};
html::Html bank_page(const BankView& view);

struct DoneView {
    std::string slug;
    std::vector<Line> lines;
    base::Currency currency = base::Currency::EUR;
};
html::Html done_page(const DoneView& view);

html::Url bank_path(std::string_view slug);
html::Url done_path(std::string_view slug);
html::Url line_path(std::string_view slug, LineId line);
html::Url draft_path(std::string_view slug, DraftId draft);
html::Url invoice_path(std::string_view slug, invoices::InvoiceId invoice);

/// « 12 novembre 2026 · Aurore Penhoat · Facture 12 ».
std::string words_of(const Line& line);
/// « line:invoice-invoice ».
std::string match_of(LineId line, const Proposal& proposal);
html::Html reason_badge(Reason reason);

} // namespace bank
