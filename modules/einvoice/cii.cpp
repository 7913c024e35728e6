#include "modules/einvoice/cii.hpp"

#include "kernel/base/text.hpp"
#include "modules/einvoice/einvoice.hpp"

/// UN/CEFACT Cross Industry Invoice, D22B, in the order of the schema of Factur-X 1.09 EN 16931.
namespace einvoice
{
namespace cii
{

std::string compact(base::Date date)
{
    return base::replace_all(date.text(), "-", "");
}

void write_date(XmlWriter& xml, std::string_view name, base::Date date)
{
    xml.in(name, [&] { xml.text("udt:DateTimeString", compact(date), {{"format", "102"}}); });
}

void write_tax_rate(XmlWriter& xml, const WrittenTax& tax)
{
    xml.text("ram:TypeCode", "VAT");
    xml.text("ram:CategoryCode", tax.category);
    xml.text_if("ram:RateApplicablePercent", tax.rate);
}

void write_charge_indicator(XmlWriter& xml, bool is_charge)
{
    xml.in("ram:ChargeIndicator", [&] { xml.text("udt:Indicator", is_charge ? "true" : "false"); });
}

} // namespace cii

namespace
{

using namespace cii;

void write_note(XmlWriter& xml, std::string_view words, std::string_view subject)
{
    xml.in("ram:IncludedNote", [&] {
        xml.text("ram:Content", words);
        xml.text("ram:SubjectCode", subject);
    });
}

void write_head(XmlWriter& xml, const Invoice& invoice)
{
    xml.in("rsm:ExchangedDocumentContext", [&] {
        xml.in("ram:BusinessProcessSpecifiedDocumentContextParameter",
               [&] { xml.text("ram:ID", code_of(invoice.process)); });
        xml.in("ram:GuidelineSpecifiedDocumentContextParameter",
               [&] { xml.text("ram:ID", specification); });
    });
    xml.in("rsm:ExchangedDocument", [&] {
        xml.text("ram:ID", invoice.number);
        xml.text("ram:TypeCode", code_of(invoice.kind));
        write_date(xml, "ram:IssueDateTime", invoice.issued_on);
        for (const auto& note : invoice.notes)
            write_note(xml, note.words, code_of(note.subject));
        write_note(xml, code_of(invoice.circuit), "BAR");
    });
}

void write_line_discount(XmlWriter& xml, const billing::LineFigures& line)
{
    if (line.discount == base::Cents{}) return;
    xml.in("ram:SpecifiedTradeAllowanceCharge", [&] {
        write_charge_indicator(xml, is_raised(line));
        xml.text("ram:ActualAmount", magnitude(line.discount));
        if (!is_raised(line)) xml.text("ram:ReasonCode", discount_code);
        xml.text("ram:Reason", discount_words());
    });
}

void write_product(XmlWriter& xml, const LineWords& words)
{
    xml.in("ram:SpecifiedTradeProduct", [&] {
        xml.text_if("ram:SellerAssignedID", words.code);
        xml.text("ram:Name", words.name);
        xml.text_if("ram:Description", words.description);
    });
}

void write_line(XmlWriter& xml, const Invoice& invoice, const WrittenLine& line)
{
    xml.in("ram:IncludedSupplyChainTradeLineItem", [&] {
        xml.in("ram:AssociatedDocumentLineDocument", [&] { xml.text("ram:LineID", line.id); });
        write_product(xml, line.words);
        xml.in("ram:SpecifiedLineTradeAgreement", [&] {
            xml.in("ram:NetPriceProductTradePrice",
                   [&] { xml.text("ram:ChargeAmount", price(line.figures.unit_net)); });
        });
        xml.in("ram:SpecifiedLineTradeDelivery", [&] {
            xml.text("ram:BilledQuantity", quantity(line.figures.quantity),
                     {{"unitCode", code_of(line.words.unit)}});
        });
        xml.in("ram:SpecifiedLineTradeSettlement", [&] {
            xml.in("ram:ApplicableTradeTax", [&] {
                write_tax_rate(xml, tax_of(invoice.figures.treatments[line.figures.treatment]));
            });
            write_line_discount(xml, line.figures);
            xml.in("ram:SpecifiedTradeSettlementLineMonetarySummation",
                   [&] { xml.text("ram:LineTotalAmount", amount(line.figures.net)); });
        });
    });
}

void write_address(XmlWriter& xml, const Address& address)
{
    xml.in("ram:PostalTradeAddress", [&] {
        xml.text_if("ram:PostcodeCode", address.postal_code);
        xml.text_if("ram:LineOne", address.line_one);
        xml.text_if("ram:LineTwo", address.line_two);
        xml.text_if("ram:LineThree", address.line_three);
        xml.text_if("ram:CityName", address.city);
        xml.text("ram:CountryID", address.country);
    });
}

void write_tax_number(XmlWriter& xml, const Party& party, TaxNumbers numbers)
{
    const auto number = written_number(party, numbers);
    if (number.value.empty()) return;
    xml.in("ram:SpecifiedTaxRegistration", [&] {
        xml.text("ram:ID", number.value, {{"schemeID", number.is_vat ? "VA" : "FC"}});
    });
}

void write_party(XmlWriter& xml, std::string_view name, const Party& party, TaxNumbers numbers)
{
    xml.in(name, [&] {
        xml.text_if("ram:GlobalID", party.siret, {{"schemeID", siret_scheme}});
        xml.text("ram:Name", party.name);
        if (!party.siren.empty() || !party.trading_name.empty())
            xml.in("ram:SpecifiedLegalOrganization", [&] {
                xml.text_if("ram:ID", party.siren, {{"schemeID", siren_scheme}});
                xml.text_if("ram:TradingBusinessName", party.trading_name);
            });
        write_address(xml, party.address);
        if (!party.electronic_address.value.empty())
            xml.in("ram:URIUniversalCommunication", [&] {
                xml.text("ram:URIID", party.electronic_address.value,
                         {{"schemeID", code_of(party.electronic_address.scheme)}});
            });
        write_tax_number(xml, party, numbers);
    });
}

void write_reference(XmlWriter& xml, std::string_view name, std::string_view number,
                     std::string_view type = {})
{
    if (number.empty()) return;
    xml.in(name, [&] {
        xml.text("ram:IssuerAssignedID", number);
        xml.text_if("ram:TypeCode", type);
    });
}

void write_agreement(XmlWriter& xml, const Invoice& invoice)
{
    const auto& references = invoice.references;
    const bool hides = is_outside(invoice.figures);
    xml.in("ram:ApplicableHeaderTradeAgreement", [&] {
        xml.text_if("ram:BuyerReference", references.buyer);
        write_party(xml, "ram:SellerTradeParty", invoice.seller,
                    hides ? TaxNumbers::hidden : TaxNumbers::seller);
        write_party(xml, "ram:BuyerTradeParty", invoice.buyer,
                    hides ? TaxNumbers::hidden : TaxNumbers::buyer);
        write_reference(xml, "ram:BuyerOrderReferencedDocument", references.order);
        write_reference(xml, "ram:ContractReferencedDocument", references.contract);
        write_reference(xml, "ram:AdditionalReferencedDocument", references.quote, "916");
    });
}

void write_delivery(XmlWriter& xml, const Delivery& delivery)
{
    xml.in("ram:ApplicableHeaderTradeDelivery", [&] {
        if (delivery.address)
            xml.in("ram:ShipToTradeParty", [&] {
                xml.text_if("ram:Name", delivery.name);
                write_address(xml, *delivery.address);
            });
        if (delivery.on)
            xml.in("ram:ActualDeliverySupplyChainEvent",
                   [&] { write_date(xml, "ram:OccurrenceDateTime", *delivery.on); });
    });
}

} // namespace

std::string cii_of(const Invoice& invoice)
{
    XmlWriter xml;
    xml.in("rsm:CrossIndustryInvoice",
           {{"xmlns:rsm", "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"},
            {"xmlns:ram",
             "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"},
            {"xmlns:qdt", "urn:un:unece:uncefact:data:standard:QualifiedDataType:100"},
            {"xmlns:udt", "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"}},
           [&] {
               write_head(xml, invoice);
               xml.in("rsm:SupplyChainTradeTransaction", [&] {
                   for (const auto& line : lines_of(invoice))
                       write_line(xml, invoice, line);
                   write_agreement(xml, invoice);
                   write_delivery(xml, invoice.delivery);
                   write_settlement(xml, invoice);
               });
           });
    return xml.take();
}

} // namespace einvoice
