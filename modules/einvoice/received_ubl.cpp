#include "modules/einvoice/received_parts.hpp"

namespace einvoice
{
namespace
{

using base::XmlNode;

ReceivedParty party_of(const XmlNode& root, std::string_view role)
{
    ReceivedParty party;
    const auto* node = root.at({role, "Party"});
    if (node == nullptr) return party;
    party.name = Reading::words(node->text_at({"PartyLegalEntity", "RegistrationName"}));
    if (party.name.empty()) party.name = Reading::words(node->text_at({"PartyName", "Name"}));
    party.country =
        Reading::words(node->text_at({"PostalAddress", "Country", "IdentificationCode"}));
    const auto* legal = node->at({"PartyLegalEntity", "CompanyID"});
    if (legal != nullptr && legal->attribute("schemeID") == "0002")
        party.siren = Reading::words(legal->text);
    for (const auto& child : node->children) {
        const auto* number = child.name == "PartyIdentification" ? child.child("ID") : nullptr;
        if (number != nullptr && number->attribute("schemeID") == "0009")
            party.siret = Reading::words(number->text);
        if (child.name == "PartyTaxScheme" && child.text_at({"TaxScheme", "ID"}) == "VAT")
            party.vat_number = Reading::words(child.text_at({"CompanyID"}));
    }
    return party;
}

ReceivedLine line_of(const XmlNode& node, std::string_view quantity_name, Reading& reading)
{
    ReceivedLine line;
    line.name = Reading::words(node.text_at({"Item", "Name"}));
    if (const auto* quantity = node.child(quantity_name)) {
        line.quantity = Reading::words(quantity->text);
        line.unit = Reading::words(quantity->attribute("unitCode"));
    }
    line.net = reading.amount(node.text_at({"LineExtensionAmount"}));
    return line;
}

void read_taxes(const XmlNode& root, ReceivedInvoice& invoice, Reading& reading)
{
    const auto* total = root.child("TaxTotal");
    if (total == nullptr) return;
    invoice.tax = reading.amount(total->text_at({"TaxAmount"}));
    reading.each(*total, "TaxSubtotal", [&](const XmlNode& tax) {
        invoice.taxes.push_back({Reading::words(tax.text_at({"TaxCategory", "ID"})),
                                 Reading::words(tax.text_at({"TaxCategory", "Percent"})),
                                 reading.amount(tax.text_at({"TaxableAmount"})),
                                 reading.amount(tax.text_at({"TaxAmount"}))});
    });
}

void read_totals(const XmlNode& root, ReceivedInvoice& invoice, Reading& reading)
{
    const auto amount = [&](std::string_view name) {
        return reading.amount(root.text_at({"LegalMonetaryTotal", name}));
    };
    invoice.net = amount("TaxExclusiveAmount");
    invoice.gross = amount("TaxInclusiveAmount");
    invoice.due = amount("PayableAmount");
}

} // namespace

ReceivedInvoice read_ubl(const XmlNode& root, Reading& reading)
{
    const bool is_credit = root.name == "CreditNote";
    ReceivedInvoice invoice;
    invoice.syntax = Syntax::ubl;
    invoice.number = Reading::words(root.text_at({"ID"}));
    invoice.kind =
        Reading::words(root.text_at({is_credit ? "CreditNoteTypeCode" : "InvoiceTypeCode"}));
    invoice.issued_on = reading.date(root.text_at({"IssueDate"})).value_or(base::Date{});
    const auto* due =
        is_credit ? root.at({"PaymentMeans", "PaymentDueDate"}) : root.child("DueDate");
    if (due != nullptr) invoice.due_on = reading.date(due->text);
    invoice.currency = Reading::words(root.text_at({"DocumentCurrencyCode"}));
    invoice.seller = party_of(root, "AccountingSupplierParty");
    invoice.buyer = party_of(root, "AccountingCustomerParty");
    invoice.order = Reading::words(root.text_at({"OrderReference", "ID"}));
    invoice.iban = Reading::words(root.text_at({"PaymentMeans", "PayeeFinancialAccount", "ID"}));
    reading.each(root, "BillingReference", [&](const XmlNode& reference) {
        invoice.preceding.push_back(
            Reading::words(reference.text_at({"InvoiceDocumentReference", "ID"})));
    });
    reading.each(root, is_credit ? "CreditNoteLine" : "InvoiceLine", [&](const XmlNode& line) {
        invoice.lines.push_back(
            line_of(line, is_credit ? "CreditedQuantity" : "InvoicedQuantity", reading));
    });
    read_taxes(root, invoice, reading);
    read_totals(root, invoice, reading);
    return invoice;
}

} // namespace einvoice
