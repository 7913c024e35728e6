#include "modules/einvoice/invoice_test_kit.hpp"

#include <doctest.h>

using namespace einvoice;

namespace
{

bool holds(const std::string& xml, std::string_view part)
{
    return xml.find(part) != std::string::npos;
}

Invoice credit_note()
{
    auto made = einvoice_kit::invoice();
    made.kind = Kind::credit_note;
    made.figures = billing::credit_rest(made.figures, {});
    made.references.preceding = {{"FA-2026-00041", base::Date::parse("2026-02-01")}};
    return made;
}

} // namespace

TEST_CASE("amounts are read off the figures, in both syntaxes") // INV-007
{
    const auto invoice = einvoice_kit::invoice();
    const auto cii = cii_of(invoice);
    CHECK(holds(cii, "<ram:GrandTotalAmount>155.16</ram:GrandTotalAmount>"));
    CHECK(holds(cii, "<ram:CalculatedAmount>1.83</ram:CalculatedAmount>"));
    CHECK(holds(cii, "<ram:RateApplicablePercent>5.5</ram:RateApplicablePercent>"));
    CHECK(holds(cii, "<ram:BilledQuantity unitCode=\"HUR\">1</ram:BilledQuantity>"));
    const auto ubl = ubl_of(invoice);
    CHECK(holds(ubl, "<cbc:TaxInclusiveAmount currencyID=\"EUR\">155.16</cbc:TaxInclusiveAmount>"));
    CHECK(holds(ubl, "<cbc:Note>#PMT#Indemnité forfaitaire de recouvrement : 40 €</cbc:Note>"));
}

TEST_CASE("what was paid before comes off what is due, in cents") // INV-007
{
    auto invoice = einvoice_kit::invoice();
    invoice.paid = {5'516};
    CHECK(prepaid(invoice) == base::Cents{5'516});
    CHECK(due(invoice) == base::Cents{10'000});
    CHECK(holds(cii_of(invoice), "<ram:TotalPrepaidAmount>55.16</ram:TotalPrepaidAmount>"
                                 "<ram:DuePayableAmount>100.00</ram:DuePayableAmount>"));
}

TEST_CASE("an invoice of nothing that was paid before says that nothing was") // INV-007
{
    auto invoice = einvoice_kit::invoice();
    invoice.figures =
        billing::figures_of({.lines = {einvoice_kit::piece(1, 0, einvoice_kit::taxed(200'000))}});
    invoice.lines.pop_back();
    CHECK_FALSE(holds(cii_of(invoice), "TotalPrepaidAmount"));
    invoice.process.stage = Stage::paid;
    CHECK(holds(cii_of(invoice), "<ram:TotalPrepaidAmount>0.00</ram:TotalPrepaidAmount>"));
    CHECK(holds(ubl_of(invoice), ">0.00</cbc:PrepaidAmount>"));
}

TEST_CASE("a credit note is a document of its own in UBL, and names its invoice") // INV-007
{
    const auto invoice = credit_note();
    const auto ubl = ubl_of(invoice);
    CHECK(holds(ubl, "<CreditNote xmlns="));
    CHECK(holds(ubl, "<cbc:CreditNoteTypeCode>381</cbc:CreditNoteTypeCode>"));
    CHECK(holds(ubl, "<cbc:ID>FA-2026-00041</cbc:ID><cbc:IssueDate>2026-02-01</cbc:IssueDate>"));
    CHECK(holds(cii_of(invoice), "<ram:IssuerAssignedID>FA-2026-00041</ram:IssuerAssignedID>"));
}

TEST_CASE("what is outside the scope of the tax carries no VAT number, in franchise a SIREN does")
{
    auto invoice = einvoice_kit::invoice();
    const auto untaxed = [&](billing::Exemption exemption) {
        const auto category = billing::facts_of(exemption).category;
        invoice.figures = billing::figures_of(
            {.lines = {
                 einvoice_kit::piece(1, 100, {.category = category, .exemption = exemption}),
                 einvoice_kit::piece(2, 100, {.category = category, .exemption = exemption})}});
    };
    untaxed(billing::Exemption::services_abroad);
    CHECK(!holds(cii_of(invoice), "FR44732829320"));
    CHECK(!holds(ubl_of(invoice), "FR96552100554"));
    invoice.seller.vat_number.clear();
    untaxed(billing::Exemption::franchise);
    CHECK(holds(cii_of(invoice), "<ram:ID schemeID=\"FC\">732829320</ram:ID>"));
    CHECK(holds(cii_of(invoice), "VATEX-FR-FRANCHISE"));
}

TEST_CASE("an option nobody took is not written, and each line has its words")
{
    auto invoice = einvoice_kit::invoice();
    invoice.figures.lines[0].presence = billing::Presence::proposed;
    CHECK(!holds(cii_of(invoice), "Main-d’œuvre"));
    CHECK(holds(cii_of(invoice), "<ram:LineID>1</ram:LineID>"));
    invoice.lines.pop_back();
    CHECK_THROWS_AS(cii_of(invoice), std::invalid_argument);
    CHECK_THROWS_AS(ubl_of(invoice), std::invalid_argument);
}

TEST_CASE("the same invoice gives the same bytes")
{
    CHECK(cii_of(einvoice_kit::invoice()) == cii_of(einvoice_kit::invoice()));
    CHECK(ubl_of(credit_note()) == ubl_of(credit_note()));
}

TEST_CASE("units are known as people type them, and as pieces of something else")
{
    CHECK(unit_of("H") == Unit::hour);
    CHECK(unit_of(" m² ") == Unit::square_metre);
    CHECK(unit_of("journée") == Unit::day);
    CHECK(unit_of("Forfait") == Unit::lump_sum);
    CHECK(unit_of("parsec") == Unit::one);
    CHECK(code_of(unit_of("km")) == "KMT");
}
