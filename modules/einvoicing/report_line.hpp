#pragma once

#include "modules/einvoicing/reporting.hpp"
#include "modules/invoices/invoices.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// What is told of one sale or one payment: read off frozen figures, never counted again. Pure.
namespace einvoicing
{

using ReportLineId = base::Id<struct ReportLineTag>;
using ReportId = base::Id<struct ReportTag>;

/// TT-81. Those of a margin scheme (TMA1) are never sold here: billing has no such treatment.
enum class SaleCategory {
    goods,    ///< TLB1: taxed; those of a document of both kinds, whose tax is due when issued
    services, ///< TPS1: taxed
    untaxed   ///< TNT1: without French tax
};
BOOST_DESCRIBE_ENUM(SaleCategory, goods, services, untaxed)
std::string_view code_of(SaleCategory category);

/// One rate of one document, or of one payment: only ever added, then told once. What a credit note
/// or a refund takes back is below zero.
struct ReportLine {
    ReportLineId id;
    Flux flux = Flux::private_sales;
    base::Date day;
    invoices::InvoiceId invoice_id; ///< itself; of a payment, what was paid
    std::int64_t source_id = 0;     ///< the invoice, or the payment
    std::string number;
    std::string kind;    ///< UNTDID 1001: "380", "381", "386"
    std::string process; ///< BT-23: "S1"
    base::Date issued_on;
    std::string buyer_country;    ///< ISO 3166-1; may be empty
    std::string buyer_vat_number; ///< may be empty
    SaleCategory category = SaleCategory::goods;
    std::string vat_category; ///< UNTDID 5305: "S"
    std::string currency;     ///< ISO 4217
    base::Rate rate;
    base::Cents net;  ///< of a sale
    base::Cents tax;  ///< of a sale
    base::Cents paid; ///< of a payment, taxes included
    base::Instant recorded_at;
    std::optional<ReportId> report_id; ///< in which it was told
};
BOOST_DESCRIBE_STRUCT(ReportLine, (),
                      (id, flux, day, invoice_id, source_id, number, kind, process, issued_on,
                       buyer_country, buyer_vat_number, category, vat_category, currency, rate, net,
                       tax, paid, recorded_at, report_id))

/// When the tax on services falls due.
enum class ServicesTax { on_payment, on_issue };

/// What is told of a document that was issued: nothing of an e-invoice between businesses of
/// France, which is told already, nor outside the reform. Without ids.
std::vector<ReportLine> sale_lines(const invoices::Facts& facts);
/// What is told of a payment: only of services whose tax falls due with it. Shared between the
/// rates in the proportion of what the invoice asks, to the cent, whatever came before. `facts` are
/// those after it.
std::vector<ReportLine> payment_lines(const invoices::Facts& facts,
                                      const invoices::PaymentRecorded& payment,
                                      ServicesTax services);

/// Shares of what came, by rate, in the proportion of `asked`: they add up to it exactly.
std::vector<base::Cents> shared_by(const std::vector<base::Cents>& asked, base::Cents came);

} // namespace einvoicing
