#include "kernel/base/typed_number.hpp"
#include "modules/einvoice/cii.hpp"

namespace einvoice::cii
{
namespace
{

void write_payment(XmlWriter& xml, const Payment& payment)
{
    xml.in("ram:SpecifiedTradeSettlementPaymentMeans", [&] {
        xml.text("ram:TypeCode", code_of(payment.means));
        if (payment.means == Means::transfer)
            xml.in("ram:PayeePartyCreditorFinancialAccount", [&] {
                xml.text("ram:IBANID", payment.iban);
                xml.text_if("ram:AccountName", payment.account_name);
            });
    });
}

void write_tax_row(XmlWriter& xml, const billing::TaxRow& row, TaxDue due)
{
    const auto tax = tax_of(row);
    xml.in("ram:ApplicableTradeTax", [&] {
        xml.text("ram:CalculatedAmount", amount(row.tax));
        xml.text("ram:TypeCode", "VAT");
        xml.text_if("ram:ExemptionReason", exemption_words(row.exemption));
        xml.text("ram:BasisAmount", amount(row.base));
        xml.text("ram:CategoryCode", tax.category);
        xml.text_if("ram:ExemptionReasonCode", billing::facts_of(row.exemption).code);
        if (due != TaxDue::unsaid && row.category == billing::Category::standard)
            xml.text("ram:DueDateTypeCode", due == TaxDue::on_issue ? "5" : "72");
        xml.text_if("ram:RateApplicablePercent", tax.rate);
    });
}

void write_adjustment(XmlWriter& xml, const Invoice& invoice,
                      const billing::AdjustmentFigures& adjustment)
{
    const bool is_charge = adjustment.direction == billing::Direction::charge;
    xml.in("ram:SpecifiedTradeAllowanceCharge", [&] {
        write_charge_indicator(xml, is_charge);
        xml.text("ram:ActualAmount", amount(adjustment.net));
        xml.text_if("ram:Reason", reason_of(invoice, adjustment));
        xml.in("ram:CategoryTradeTax", [&] {
            write_tax_rate(xml, tax_of(invoice.figures.treatments[adjustment.treatment]));
        });
    });
}

void write_period(XmlWriter& xml, const Period& period)
{
    xml.in("ram:BillingSpecifiedPeriod", [&] {
        write_date(xml, "ram:StartDateTime", period.from);
        write_date(xml, "ram:EndDateTime", period.until);
    });
}

void write_terms(XmlWriter& xml, const Invoice& invoice)
{
    const auto terms = invoice.payment ? invoice.payment->terms : "";
    if (terms.empty() && !invoice.due_on) return;
    xml.in("ram:SpecifiedTradePaymentTerms", [&] {
        xml.text_if("ram:Description", terms);
        if (invoice.due_on) write_date(xml, "ram:DueDateDateTime", *invoice.due_on);
    });
}

void write_totals(XmlWriter& xml, const Invoice& invoice)
{
    const auto& totals = invoice.figures.totals;
    const auto currency = base::currency_code(invoice.figures.currency);
    xml.in("ram:SpecifiedTradeSettlementHeaderMonetarySummation", [&] {
        xml.text("ram:LineTotalAmount", amount(totals.lines));
        if (has(invoice.figures, billing::Direction::charge))
            xml.text("ram:ChargeTotalAmount", amount(totals.charges));
        if (has(invoice.figures, billing::Direction::discount))
            xml.text("ram:AllowanceTotalAmount", amount(totals.discounts));
        xml.text("ram:TaxBasisTotalAmount", amount(totals.net));
        xml.text("ram:TaxTotalAmount", amount(totals.tax), {{"currencyID", currency}});
        xml.text("ram:GrandTotalAmount", amount(totals.gross));
        if (says_prepaid(invoice)) xml.text("ram:TotalPrepaidAmount", amount(prepaid(invoice)));
        xml.text("ram:DuePayableAmount", amount(due(invoice)));
    });
}

void write_preceding(XmlWriter& xml, const Preceding& preceding)
{
    xml.in("ram:InvoiceReferencedDocument", [&] {
        xml.text("ram:IssuerAssignedID", preceding.number);
        if (preceding.issued_on)
            xml.in("ram:FormattedIssueDateTime", [&] {
                xml.text("qdt:DateTimeString", compact(*preceding.issued_on), {{"format", "102"}});
            });
    });
}

} // namespace

void write_settlement(XmlWriter& xml, const Invoice& invoice)
{
    const auto& figures = invoice.figures;
    xml.in("ram:ApplicableHeaderTradeSettlement", [&] {
        xml.text("ram:InvoiceCurrencyCode", base::currency_code(figures.currency));
        if (invoice.payment) write_payment(xml, *invoice.payment);
        for (const auto& row : figures.rows)
            write_tax_row(xml, row, invoice.tax_due);
        if (invoice.delivery.period) write_period(xml, *invoice.delivery.period);
        for (const auto& adjustment : figures.adjustments)
            write_adjustment(xml, invoice, adjustment);
        write_terms(xml, invoice);
        write_totals(xml, invoice);
        for (const auto& preceding : invoice.references.preceding)
            write_preceding(xml, preceding);
    });
}

} // namespace einvoice::cii
