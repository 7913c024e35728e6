#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/einvoicing/report.hpp"
#include "modules/einvoicing/report_text.hpp"

#include <optional>

namespace einvoicing
{

/// Whether the business reports to the French tax office.
bool reports_to_france(const tenancy::WorkspaceTransaction& tx);

/// Writes down what is to be told of it, for the period it belongs to.
void note_sale(tenancy::WorkspaceTransaction& tx, const invoices::InvoiceIssued& fact);
void note_payment(tenancy::WorkspaceTransaction& tx, const invoices::PaymentRecorded& fact);

void choose_reporting(tenancy::WorkspaceTransaction& tx, const Reporting& reporting);

/// The period that comes next of a flux with what is to be told in it: that of the first untold
/// line, or the next one that was not told. Nothing where nothing waits, or nothing was chosen.
struct Coming {
    ReportPeriod period;
    std::vector<ReportLine> lines;
};
std::optional<Coming> coming(tenancy::WorkspaceTransaction& tx, Flux flux);
ReportHead head_of(tenancy::WorkspaceTransaction& tx, Flux flux, const ReportPeriod& period);

/// Tells every period whose day to leave has come, while a platform is active.
void tell_due_reports(tenancy::WorkspaceTransaction& tx);
/// Tells the coming period of it now. Refuses "einvoicing.refusal.not_on", ".no_siren",
/// ".period_not_over", ".nothing_to_tell".
void tell_now(tenancy::WorkspaceTransaction& tx, Flux flux);

} // namespace einvoicing
