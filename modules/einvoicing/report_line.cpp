#include "modules/einvoicing/report_line.hpp"

namespace einvoicing
{
namespace
{

using base::Cents;
using einvoice::Circuit;
using invoices::InvoiceKind;
using invoices::Nature;

std::optional<Flux> flux_of(const invoices::Facts& facts)
{
    if (facts.circuit == Circuit::business_abroad) return Flux::foreign_sales;
    const bool is_private =
        facts.circuit == Circuit::consumer || facts.circuit == Circuit::consumer_abroad;
    return is_private ? std::optional{Flux::private_sales} : std::nullopt;
}

std::string_view document_of(InvoiceKind kind)
{
    if (kind == InvoiceKind::deposit) return einvoice::code_of(einvoice::Kind::deposit);
    if (kind == InvoiceKind::credit_note) return einvoice::code_of(einvoice::Kind::credit_note);
    return einvoice::code_of(einvoice::Kind::invoice);
}

einvoice::Nature nature_of(Nature nature)
{
    if (nature == Nature::goods) return einvoice::Nature::goods;
    return nature == Nature::services ? einvoice::Nature::services : einvoice::Nature::mixed;
}

std::string process_of(const invoices::Facts& facts)
{
    const auto stage =
        facts.kind == InvoiceKind::balance ? einvoice::Stage::balance : einvoice::Stage::asked;
    return einvoice::code_of(einvoice::Process{nature_of(facts.nature), stage});
}

SaleCategory category_of(const billing::TaxRow& row, Nature nature)
{
    if (row.rate.value == 0) return SaleCategory::untaxed;
    return nature == Nature::services ? SaleCategory::services : SaleCategory::goods;
}

ReportLine begun(const invoices::Facts& facts, const billing::TaxRow& row)
{
    return {.day = facts.issued_on,
            .invoice_id = facts.invoice,
            .source_id = facts.invoice.value,
            .number = facts.number,
            .kind = std::string{document_of(facts.kind)},
            .process = process_of(facts),
            .issued_on = facts.issued_on,
            .buyer_country = facts.buyer_country,
            .buyer_vat_number = facts.buyer_vat_number,
            .category = category_of(row, facts.nature),
            .vat_category = std::string{billing::code_of(row.category)},
            .currency = "EUR",
            .rate = row.rate,
            .report_id = {}};
}

bool is_taxed(const std::vector<billing::TaxRow>& rows)
{
    for (const auto& row : rows)
        if (row.tax != Cents{}) return true;
    return false;
}

std::vector<Cents> asked_of(const std::vector<billing::TaxRow>& rows)
{
    std::vector<Cents> asked;
    for (const auto& row : rows)
        asked.push_back(row.base + row.tax);
    return asked;
}

} // namespace

std::string_view code_of(SaleCategory category)
{
    switch (category) {
    case SaleCategory::services:
        return "TPS1";
    case SaleCategory::untaxed:
        return "TNT1";
    case SaleCategory::goods:
        break;
    }
    return "TLB1";
}

std::vector<ReportLine> sale_lines(const invoices::Facts& facts)
{
    const auto flux = flux_of(facts);
    if (!flux) return {};
    std::vector<ReportLine> lines;
    for (const auto& row : billing::rows_left(facts.figures)) {
        if (row.base == Cents{} && row.tax == Cents{}) continue;
        auto line = begun(facts, row);
        const bool takes_back = facts.kind == InvoiceKind::credit_note;
        line.flux = *flux;
        line.net = takes_back ? -row.base : row.base;
        line.tax = takes_back ? -row.tax : row.tax;
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<Cents> shared_by(const std::vector<Cents>& asked, Cents came)
{
    const auto whole = base::sum(asked);
    std::vector<Cents> shares;
    Cents until;
    Cents given;
    for (const auto one : asked) {
        until += one;
        const auto by_now = whole == Cents{}
                                ? came
                                : base::rounded(base::Wide{came.value} * until.value, whole.value);
        shares.push_back(by_now - given);
        given = by_now;
    }
    return shares;
}

std::vector<ReportLine> payment_lines(const invoices::Facts& facts,
                                      const invoices::PaymentRecorded& payment,
                                      ServicesTax services)
{
    const auto flux = flux_of(facts);
    const auto rows = billing::rows_left(facts.figures);
    const bool is_told = flux && services == ServicesTax::on_payment &&
                         facts.nature == Nature::services && is_taxed(rows);
    if (!is_told) return {};

    const auto moved =
        payment.kind == invoices::PaymentKind::payment ? payment.amount : -payment.amount;
    const auto asked = asked_of(rows);
    const auto after = shared_by(asked, facts.balance.kept());
    const auto before = shared_by(asked, facts.balance.kept() - moved);
    std::vector<ReportLine> lines;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto line = begun(facts, rows[i]);
        line.flux = *flux == Flux::foreign_sales ? Flux::foreign_payments : Flux::private_payments;
        line.day = payment.received_on;
        line.source_id = payment.payment.value;
        line.paid = after[i] - before[i];
        if (line.paid != Cents{}) lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace einvoicing
