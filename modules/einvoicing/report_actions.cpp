#include "modules/einvoicing/report_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/forms/field_types.hpp"
#include "modules/einvoicing/dispatch_actions.hpp"
#include "modules/einvoicing/message_text.hpp"
#include "modules/einvoicing/platform_store.hpp"
#include "modules/einvoicing/report_store.hpp"
#include "modules/sale_documents/sale_documents.hpp"

namespace einvoicing
{
namespace
{

using base::refuse_unless;
using tenancy::WorkspaceTransaction;

constexpr std::size_t siren_digits = 9;
constexpr int periods_max = 60; ///< looked at, or told at once, of one flux

void keep(WorkspaceTransaction& tx, std::vector<ReportLine> lines)
{
    if (lines.empty()) return;
    ReportStore store{tx};
    const auto now = base::now();
    for (auto& line : lines) {
        line.id = tx.make_id<ReportLineId>();
        line.recorded_at = now;
        store.insert(line);
    }
    events::touch(tx, "einvoicing_reports");
}

base::Date today_of(const WorkspaceTransaction& tx)
{
    return base::date_in(base::now(), tx.workspace().time_zone);
}

bool is_on(WorkspaceTransaction& tx)
{
    return PlatformStore{tx}.find().state == PlatformState::active;
}

/// « ER-10.3-20261101 »: one for each period of a flux.
std::string reference_of(Flux flux, const ReportPeriod& period)
{
    return "ER-" + std::string{code_of(flux)} + "-" + day_text(period.first);
}

void tell(WorkspaceTransaction& tx, Flux flux, const Coming& coming)
{
    const auto head = head_of(tx, flux, coming.period);
    const auto total = total_of(coming.lines);
    const Report report{.id = tx.make_id<ReportId>(),
                        .flux = flux,
                        .first_day = coming.period.first,
                        .last_day = coming.period.last,
                        .due_on = coming.period.due_on,
                        .count = total.count,
                        .net = total.net,
                        .tax = total.tax,
                        .paid = total.paid,
                        .reference = head.reference,
                        .made_at = head.made_at};
    ReportStore store{tx};
    store.insert(report);
    store.tell(
        {.flux = flux, .from = store.chosen().value().starts_on, .until = coming.period.last},
        coming.lines.back().id, report.id);
    audit::append(tx, {.action = "einvoicing.report_told",
                       .subject_kind = "einvoicing_report",
                       .subject = report.id.value,
                       .changes = {{"reference", "", report.reference}}});
    dispatch(tx, {.kind = DispatchKind::report,
                  .subject = report.id.value,
                  .code = std::string{code_of(flux)},
                  .words = {},
                  .reference = report.reference,
                  .syntax = "FRR",
                  .rule = is_foreign(flux) ? "B2BInt" : "B2C",
                  .content = report_xml(head, coming.lines)});
}

} // namespace

bool reports_to_france(const WorkspaceTransaction& tx)
{
    const auto regime = sale_documents::books_of(tx.workspace()).regime;
    return regime == billing::Regime::france || regime == billing::Regime::franchise;
}

void note_sale(WorkspaceTransaction& tx, const invoices::InvoiceIssued& fact)
{
    if (reports_to_france(tx)) keep(tx, sale_lines(*fact.facts));
}

void note_payment(WorkspaceTransaction& tx, const invoices::PaymentRecorded& fact)
{
    if (!reports_to_france(tx)) return;
    const auto found = invoices::facts(tx, {fact.invoice});
    const auto one = found.find(fact.invoice);
    if (one == found.end()) return;
    keep(tx, payment_lines(one->second, fact, ReportStore{tx}.services_tax()));
}

void choose_reporting(WorkspaceTransaction& tx, const Reporting& reporting)
{
    ReportStore{tx}.choose(reporting);
    audit::append(tx, {.action = "einvoicing.reporting_chosen",
                       .subject_kind = "einvoicing_platform",
                       .subject = tx.workspace().id.value,
                       .changes = {{"regime", "", std::string{forms::enum_name(reporting.regime)}},
                                   {"starts_on", "", reporting.starts_on.text()}}});
    events::touch(tx, "einvoicing_reports");
}

std::optional<Coming> coming(WorkspaceTransaction& tx, Flux flux)
{
    ReportStore store{tx};
    const auto chosen = store.chosen();
    if (!chosen) return {};
    const auto first = store.first_untold(flux, chosen->starts_on);
    if (!first) return {};
    auto period = period_of(chosen->regime, flux, *first);
    for (int i = 0; i < periods_max && store.find(flux, period.first); ++i)
        period = period_after(chosen->regime, flux, period);
    auto lines = store.untold({.flux = flux, .from = chosen->starts_on, .until = period.last});
    return Coming{.period = period, .lines = std::move(lines)};
}

ReportHead head_of(WorkspaceTransaction& tx, Flux flux, const ReportPeriod& period)
{
    const auto business = sale_documents::business_today(tx);
    return {.reference = reference_of(flux, period),
            .flux = flux,
            .period = period,
            .business = business.legal_name,
            .siren = business.siret.substr(0, siren_digits),
            .made_at = base::now()};
}

void tell_due_reports(WorkspaceTransaction& tx)
{
    if (!reports_to_france(tx) || !is_on(tx)) return;
    if (sale_documents::business_today(tx).siret.empty()) return;
    for (const auto flux : every_flux)
        for (int i = 0; i < periods_max; ++i) {
            const auto next = coming(tx, flux);
            if (!next || leaves_on(next->period) > today_of(tx)) break;
            tell(tx, flux, *next);
        }
}

void tell_now(WorkspaceTransaction& tx, Flux flux)
{
    refuse_unless(is_on(tx), "einvoicing.refusal.not_on");
    refuse_unless(!sale_documents::business_today(tx).siret.empty(), "einvoicing.refusal.no_siren");
    const auto next = coming(tx, flux);
    refuse_unless(next.has_value(), "einvoicing.refusal.nothing_to_tell");
    refuse_unless(next->period.last < today_of(tx), "einvoicing.refusal.period_not_over");
    tell(tx, flux, *next);
}

} // namespace einvoicing
