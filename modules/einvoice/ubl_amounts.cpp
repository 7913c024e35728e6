#include "modules/einvoice/ubl.hpp"

namespace einvoice
{

void Ubl::write_payment()
{
    const bool is_due = is_credit_ && invoice_.due_on;
    const auto& payment = invoice_.payment;
    if (payment || is_due)
        xml_.in("cac:PaymentMeans", [&] {
            xml_.text("cbc:PaymentMeansCode", payment ? code_of(payment->means) : "1");
            if (is_due) xml_.text("cbc:PaymentDueDate", invoice_.due_on->text());
            if (payment && payment->means == Means::transfer)
                xml_.in("cac:PayeeFinancialAccount", [&] {
                    xml_.text("cbc:ID", payment->iban);
                    xml_.text_if("cbc:Name", payment->account_name);
                });
        });
    if (payment && !payment->terms.empty())
        xml_.in("cac:PaymentTerms", [&] { xml_.text("cbc:Note", payment->terms); });
}

void Ubl::write_tax_category(std::string_view name, const WrittenTax& tax,
                             billing::Exemption exemption)
{
    xml_.in(name, [&] {
        xml_.text("cbc:ID", tax.category);
        xml_.text_if("cbc:Percent", tax.rate);
        xml_.text_if("cbc:TaxExemptionReasonCode", billing::facts_of(exemption).code);
        xml_.text_if("cbc:TaxExemptionReason", exemption_words(exemption));
        xml_.in("cac:TaxScheme", [&] { xml_.text("cbc:ID", "VAT"); });
    });
}

void Ubl::write_adjustment(const billing::AdjustmentFigures& adjustment)
{
    const bool is_charge = adjustment.direction == billing::Direction::charge;
    const auto& treatment = invoice_.figures.treatments[adjustment.treatment];
    xml_.in("cac:AllowanceCharge", [&] {
        xml_.text("cbc:ChargeIndicator", is_charge ? "true" : "false");
        xml_.text_if("cbc:AllowanceChargeReason", reason_of(invoice_, adjustment));
        money("cbc:Amount", amount(adjustment.net));
        write_tax_category("cac:TaxCategory", tax_of(treatment), billing::Exemption::none);
    });
}

void Ubl::write_taxes()
{
    xml_.in("cac:TaxTotal", [&] {
        money("cbc:TaxAmount", amount(invoice_.figures.totals.tax));
        for (const auto& row : invoice_.figures.rows)
            xml_.in("cac:TaxSubtotal", [&] {
                money("cbc:TaxableAmount", amount(row.base));
                money("cbc:TaxAmount", amount(row.tax));
                write_tax_category("cac:TaxCategory", tax_of(row), row.exemption);
            });
    });
}

void Ubl::write_totals()
{
    const auto& totals = invoice_.figures.totals;
    xml_.in("cac:LegalMonetaryTotal", [&] {
        money("cbc:LineExtensionAmount", amount(totals.lines));
        money("cbc:TaxExclusiveAmount", amount(totals.net));
        money("cbc:TaxInclusiveAmount", amount(totals.gross));
        if (has(invoice_.figures, billing::Direction::discount))
            money("cbc:AllowanceTotalAmount", amount(totals.discounts));
        if (has(invoice_.figures, billing::Direction::charge))
            money("cbc:ChargeTotalAmount", amount(totals.charges));
        if (says_prepaid(invoice_)) money("cbc:PrepaidAmount", amount(prepaid(invoice_)));
        money("cbc:PayableAmount", amount(due(invoice_)));
    });
}

void Ubl::write_line_discount(const billing::LineFigures& line)
{
    if (line.discount == base::Cents{}) return;
    xml_.in("cac:AllowanceCharge", [&] {
        xml_.text("cbc:ChargeIndicator", is_raised(line) ? "true" : "false");
        if (!is_raised(line)) xml_.text("cbc:AllowanceChargeReasonCode", discount_code);
        xml_.text("cbc:AllowanceChargeReason", discount_words());
        money("cbc:Amount", magnitude(line.discount));
    });
}

void Ubl::write_item(const WrittenLine& line)
{
    const auto& treatment = invoice_.figures.treatments[line.figures.treatment];
    xml_.in("cac:Item", [&] {
        xml_.text_if("cbc:Description", line.words.description);
        xml_.text("cbc:Name", line.words.name);
        write_document_reference("cac:SellersItemIdentification", line.words.code);
        write_tax_category("cac:ClassifiedTaxCategory", tax_of(treatment),
                           billing::Exemption::none);
    });
    xml_.in("cac:Price", [&] { money("cbc:PriceAmount", price(line.figures.unit_net)); });
}

void Ubl::write_line(const WrittenLine& line)
{
    xml_.in(is_credit_ ? "cac:CreditNoteLine" : "cac:InvoiceLine", [&] {
        xml_.text("cbc:ID", line.id);
        xml_.text(is_credit_ ? "cbc:CreditedQuantity" : "cbc:InvoicedQuantity",
                  quantity(line.figures.quantity), {{"unitCode", code_of(line.words.unit)}});
        money("cbc:LineExtensionAmount", amount(line.figures.net));
        write_line_discount(line.figures);
        write_item(line);
    });
}

} // namespace einvoice
