#include "modules/einvoice/received_parts.hpp"

namespace einvoice
{
namespace
{

using base::XmlNode;

ReceivedParty party_of(const XmlNode& agreement, std::string_view name)
{
    ReceivedParty party;
    const auto* node = agreement.child(name);
    if (node == nullptr) return party;
    party.name = Reading::words(node->text_at({"Name"}));
    party.country = Reading::words(node->text_at({"PostalTradeAddress", "CountryID"}));
    const auto* legal = node->at({"SpecifiedLegalOrganization", "ID"});
    if (legal != nullptr && legal->attribute("schemeID") == "0002")
        party.siren = Reading::words(legal->text);
    for (const auto& child : node->children) {
        if (child.name == "GlobalID" && child.attribute("schemeID") == "0009")
            party.siret = Reading::words(child.text);
        const auto* number = child.name == "SpecifiedTaxRegistration" ? child.child("ID") : nullptr;
        if (number != nullptr && number->attribute("schemeID") == "VA")
            party.vat_number = Reading::words(number->text);
    }
    return party;
}

ReceivedLine line_of(const XmlNode& node, Reading& reading)
{
    ReceivedLine line;
    line.name = Reading::words(node.text_at({"SpecifiedTradeProduct", "Name"}));
    if (const auto* quantity = node.at({"SpecifiedLineTradeDelivery", "BilledQuantity"})) {
        line.quantity = Reading::words(quantity->text);
        line.unit = Reading::words(quantity->attribute("unitCode"));
    }
    line.net = reading.amount(
        node.text_at({"SpecifiedLineTradeSettlement",
                      "SpecifiedTradeSettlementLineMonetarySummation", "LineTotalAmount"}));
    return line;
}

void read_totals(const XmlNode& settlement, ReceivedInvoice& invoice, Reading& reading)
{
    const auto* sums = settlement.child("SpecifiedTradeSettlementHeaderMonetarySummation");
    const auto amount = [&](std::string_view name) {
        return reading.amount(sums == nullptr ? "" : sums->text_at({name}));
    };
    invoice.net = amount("TaxBasisTotalAmount");
    const bool has_tax = sums != nullptr && sums->child("TaxTotalAmount") != nullptr;
    if (has_tax) invoice.tax = amount("TaxTotalAmount");
    invoice.gross = amount("GrandTotalAmount");
    invoice.due = amount("DuePayableAmount");
}

void read_settlement(const XmlNode& settlement, ReceivedInvoice& invoice, Reading& reading)
{
    invoice.currency = Reading::words(settlement.text_at({"InvoiceCurrencyCode"}));
    invoice.iban = Reading::words(settlement.text_at(
        {"SpecifiedTradeSettlementPaymentMeans", "PayeePartyCreditorFinancialAccount", "IBANID"}));
    if (const auto* due =
            settlement.at({"SpecifiedTradePaymentTerms", "DueDateDateTime", "DateTimeString"}))
        invoice.due_on = reading.date(due->text);
    reading.each(settlement, "ApplicableTradeTax", [&](const XmlNode& tax) {
        invoice.taxes.push_back({Reading::words(tax.text_at({"CategoryCode"})),
                                 Reading::words(tax.text_at({"RateApplicablePercent"})),
                                 reading.amount(tax.text_at({"BasisAmount"})),
                                 reading.amount(tax.text_at({"CalculatedAmount"}))});
    });
    reading.each(settlement, "InvoiceReferencedDocument", [&](const XmlNode& reference) {
        invoice.preceding.push_back(Reading::words(reference.text_at({"IssuerAssignedID"})));
    });
    read_totals(settlement, invoice, reading);
}

} // namespace

ReceivedInvoice read_cii(const XmlNode& root, Reading& reading)
{
    ReceivedInvoice invoice;
    invoice.syntax = Syntax::cii;
    invoice.number = Reading::words(root.text_at({"ExchangedDocument", "ID"}));
    invoice.kind = Reading::words(root.text_at({"ExchangedDocument", "TypeCode"}));
    invoice.issued_on =
        reading.date(root.text_at({"ExchangedDocument", "IssueDateTime", "DateTimeString"}))
            .value_or(base::Date{});
    const auto* trade = root.child("SupplyChainTradeTransaction");
    const auto* settlement =
        trade == nullptr ? nullptr : trade->child("ApplicableHeaderTradeSettlement");
    const auto* agreement =
        trade == nullptr ? nullptr : trade->child("ApplicableHeaderTradeAgreement");
    if (settlement == nullptr || agreement == nullptr) {
        reading.is_whole = false;
        return invoice;
    }
    invoice.seller = party_of(*agreement, "SellerTradeParty");
    invoice.buyer = party_of(*agreement, "BuyerTradeParty");
    invoice.order =
        Reading::words(agreement->text_at({"BuyerOrderReferencedDocument", "IssuerAssignedID"}));
    reading.each(*trade, "IncludedSupplyChainTradeLineItem",
                 [&](const XmlNode& line) { invoice.lines.push_back(line_of(line, reading)); });
    read_settlement(*settlement, invoice, reading);
    return invoice;
}

} // namespace einvoice
