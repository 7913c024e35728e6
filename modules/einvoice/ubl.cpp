#include "modules/einvoice/ubl.hpp"

#include "kernel/base/typed_number.hpp"
#include "modules/einvoice/einvoice.hpp"

namespace einvoice
{

Ubl::Ubl(XmlWriter& xml, const Invoice& invoice)
    : xml_(xml), invoice_(invoice), is_credit_(is_credit(invoice.kind)),
      currency_(base::currency_code(invoice.figures.currency))
{
}

void Ubl::write()
{
    write_head();
    write_references();
    write_party("cac:AccountingSupplierParty", invoice_.seller, TaxNumbers::seller);
    write_party("cac:AccountingCustomerParty", invoice_.buyer, TaxNumbers::buyer);
    write_delivery();
    write_payment();
    for (const auto& adjustment : invoice_.figures.adjustments)
        write_adjustment(adjustment);
    write_taxes();
    write_totals();
    for (const auto& line : lines_of(invoice_))
        write_line(line);
}

void Ubl::write_head()
{
    xml_.text("cbc:CustomizationID", specification);
    xml_.text("cbc:ProfileID", code_of(invoice_.process));
    xml_.text("cbc:ID", invoice_.number);
    xml_.text("cbc:IssueDate", invoice_.issued_on.text());
    if (!is_credit_ && invoice_.due_on) xml_.text("cbc:DueDate", invoice_.due_on->text());
    xml_.text(is_credit_ ? "cbc:CreditNoteTypeCode" : "cbc:InvoiceTypeCode",
              code_of(invoice_.kind));
    for (const auto& note : invoice_.notes)
        xml_.text("cbc:Note", "#" + std::string{code_of(note.subject)} + "#" + note.words);
    // The rules of XP Z12-012 1.4 for UBL forgot B2CINT, which those for CII know.
    if (invoice_.circuit != Circuit::consumer_abroad)
        xml_.text("cbc:Note", "#BAR#" + std::string{code_of(invoice_.circuit)});
    xml_.text("cbc:DocumentCurrencyCode", currency_);
    xml_.text_if("cbc:BuyerReference", invoice_.references.buyer);
}

void Ubl::write_period()
{
    const auto& period = invoice_.delivery.period;
    const bool says_when = invoice_.tax_due != TaxDue::unsaid;
    if (!period && !says_when) return;
    xml_.in("cac:InvoicePeriod", [&] {
        if (period) {
            xml_.text("cbc:StartDate", period->from.text());
            xml_.text("cbc:EndDate", period->until.text());
        }
        if (says_when)
            xml_.text("cbc:DescriptionCode", invoice_.tax_due == TaxDue::on_issue ? "3" : "432");
    });
}

void Ubl::write_document_reference(std::string_view name, std::string_view number)
{
    if (!number.empty()) xml_.in(name, [&] { xml_.text("cbc:ID", number); });
}

void Ubl::write_references()
{
    const auto& references = invoice_.references;
    write_period();
    write_document_reference("cac:OrderReference", references.order);
    for (const auto& preceding : references.preceding)
        xml_.in("cac:BillingReference", [&] {
            xml_.in("cac:InvoiceDocumentReference", [&] {
                xml_.text("cbc:ID", preceding.number);
                if (preceding.issued_on) xml_.text("cbc:IssueDate", preceding.issued_on->text());
            });
        });
    write_document_reference("cac:ContractDocumentReference", references.contract);
    write_document_reference("cac:AdditionalDocumentReference", references.quote);
}

void Ubl::write_address(std::string_view name, const Address& address)
{
    xml_.in(name, [&] {
        xml_.text_if("cbc:StreetName", address.line_one);
        xml_.text_if("cbc:AdditionalStreetName", address.line_two);
        xml_.text_if("cbc:CityName", address.city);
        xml_.text_if("cbc:PostalZone", address.postal_code);
        if (!address.line_three.empty())
            xml_.in("cac:AddressLine", [&] { xml_.text("cbc:Line", address.line_three); });
        xml_.in("cac:Country", [&] { xml_.text("cbc:IdentificationCode", address.country); });
    });
}

void Ubl::write_tax_number(const Party& party, TaxNumbers numbers)
{
    const auto number = written_number(party, numbers);
    if (number.value.empty()) return;
    xml_.in("cac:PartyTaxScheme", [&] {
        xml_.text("cbc:CompanyID", number.value);
        xml_.in("cac:TaxScheme", [&] { xml_.text("cbc:ID", number.is_vat ? "VAT" : "LOC"); });
    });
}

void Ubl::write_party(std::string_view name, const Party& party, TaxNumbers numbers)
{
    const auto& electronic = party.electronic_address;
    xml_.in(name, [&] {
        xml_.in("cac:Party", [&] {
            xml_.text_if("cbc:EndpointID", electronic.value,
                         {{"schemeID", code_of(electronic.scheme)}});
            if (!party.siret.empty())
                xml_.in("cac:PartyIdentification", [&] {
                    xml_.text("cbc:ID", party.siret, {{"schemeID", siret_scheme}});
                });
            if (!party.trading_name.empty())
                xml_.in("cac:PartyName", [&] { xml_.text("cbc:Name", party.trading_name); });
            write_address("cac:PostalAddress", party.address);
            write_tax_number(party, is_outside(invoice_.figures) ? TaxNumbers::hidden : numbers);
            xml_.in("cac:PartyLegalEntity", [&] {
                xml_.text("cbc:RegistrationName", party.name);
                xml_.text_if("cbc:CompanyID", party.siren, {{"schemeID", siren_scheme}});
            });
        });
    });
}

void Ubl::write_delivery()
{
    const auto& delivery = invoice_.delivery;
    if (!delivery.on && !delivery.address) return;
    xml_.in("cac:Delivery", [&] {
        if (delivery.on) xml_.text("cbc:ActualDeliveryDate", delivery.on->text());
        if (!delivery.address) return;
        xml_.in("cac:DeliveryLocation", [&] { write_address("cac:Address", *delivery.address); });
        if (!delivery.name.empty())
            xml_.in("cac:DeliveryParty", [&] {
                xml_.in("cac:PartyName", [&] { xml_.text("cbc:Name", delivery.name); });
            });
    });
}

std::string ubl_of(const Invoice& invoice)
{
    const bool is_credit_note = is_credit(invoice.kind);
    XmlWriter xml;
    xml.in(
        is_credit_note ? "CreditNote" : "Invoice",
        {{"xmlns", is_credit_note ? "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2"
                                  : "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"},
         {"xmlns:cac", "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"},
         {"xmlns:cbc", "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"}},
        [&] {
            Ubl{xml, invoice}.write();
        });
    return xml.take();
}

} // namespace einvoice
