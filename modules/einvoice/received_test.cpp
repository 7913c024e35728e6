#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/einvoice/invoice_test_kit.hpp"

#include <doctest.h>

using namespace einvoice;

namespace
{

ReceivedInvoice understood(const std::string& xml)
{
    const auto read = read_received(xml);
    REQUIRE(std::holds_alternative<ReceivedInvoice>(read));
    return std::get<ReceivedInvoice>(read);
}

std::string refused(const std::string& xml)
{
    const auto read = read_received(xml);
    if (!std::holds_alternative<NotUnderstood>(read)) return "understood";
    const auto* sentence = std::get<NotUnderstood>(read).sentence;
    CHECK(i18n::has(sentence));
    return sentence;
}

void check_whole(const ReceivedInvoice& read)
{
    CHECK(read.number == "FA-2026-00042");
    CHECK(read.issued_on.text() == "2026-03-02");
    CHECK(read.due_on->text() == "2026-04-01");
    CHECK(read.currency == "EUR");
    CHECK(read.seller.name == "Fournil SARL");
    CHECK(read.seller.siren == "732829320");
    CHECK(read.seller.siret == "73282932000074");
    CHECK(read.seller.vat_number == "FR44732829320");
    CHECK(read.buyer.name == "Noël & Fils");
    CHECK(read.iban == "FR7630006000011234567890189");
    CHECK(read.net == base::Cents{13'333});
    CHECK(read.gross == base::Cents{15'516});
    CHECK(read.tax == base::Cents{2'183});
    REQUIRE(read.taxes.size() == 2);
    CHECK(read.taxes[0].rate == "5.5");
    CHECK(read.taxes[0].tax == base::Cents{183});
    REQUIRE(read.lines.size() == 2);
    CHECK(read.lines[0].name == "Main-d’œuvre");
    CHECK(read.lines[0].unit == "HUR");
}

} // namespace

TEST_CASE("what is written is read back, in both syntaxes") // INV-056
{
    auto invoice = einvoice_kit::invoice();
    const auto cii = understood(cii_of(invoice));
    CHECK(cii.syntax == Syntax::cii);
    CHECK(cii.kind == "380");
    check_whole(cii);
    invoice.kind = Kind::credit_note;
    invoice.references.preceding = {{"FA-1", base::Date::parse("2026-02-01")}};
    const auto ubl = understood(ubl_of(invoice));
    CHECK(ubl.syntax == Syntax::ubl);
    CHECK(ubl.kind == "381");
    CHECK(ubl.preceding == std::vector<std::string>{"FA-1"});
    check_whole(ubl);
}

TEST_CASE("what cannot be understood says why in one sentence") // INV-056
{
    const auto cii = cii_of(einvoice_kit::invoice());
    CHECK(refused("%PDF-1.7") == "einvoice.unread.no_xml");
    CHECK(refused(cii.substr(0, cii.size() / 2)) == "einvoice.unread.no_xml");
    CHECK(refused("<html/>") == "einvoice.unread.no_invoice");
    CHECK(refused("<Invoice/>") == "einvoice.unread.no_invoice");
    CHECK(refused("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>") == "einvoice.unread.declares");
    CHECK(refused(std::string(received_bytes_max + 1, ' ')) == "einvoice.unread.too_large");
    const auto spoiled = [&](const char* from, const char* to) {
        return refused(base::replace_all(cii, from, to));
    };
    CHECK(spoiled("155.16", "155,16") == "einvoice.unread.incomplete");
    CHECK(spoiled("155.16", "155.165") == "einvoice.unread.incomplete");
    CHECK(spoiled("155.16", "1e9") == "einvoice.unread.incomplete");
    CHECK(spoiled("20260302", "20260231") == "einvoice.unread.incomplete");
    CHECK(spoiled("Fournil SARL", " ") == "einvoice.unread.incomplete");
    CHECK(spoiled("GrandTotalAmount", "Total") == "einvoice.unread.incomplete");
}

TEST_CASE("a text longer than any invoice needs is cut between characters")
{
    auto invoice = einvoice_kit::invoice();
    invoice.lines[0].name = "a";
    for (int i = 0; i < 3'000; ++i)
        invoice.lines[0].name += "é";
    const auto read = understood(cii_of(invoice));
    CHECK(read.lines[0].name.size() == received_text_bytes_max - 1);
    CHECK(base::is_valid_utf8(read.lines[0].name));
}
