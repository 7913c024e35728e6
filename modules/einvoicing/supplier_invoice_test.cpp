#include "kernel/i18n/translate.hpp"
#include "modules/einvoice/invoice_test_kit.hpp"
#include "modules/einvoicing/invoice_words.hpp"
#include "modules/einvoicing/supplier_invoice.hpp"

#include <doctest.h>

using namespace einvoicing;

namespace
{

SupplierInvoice waiting(einvoice::Invoice written = einvoice_kit::invoice())
{
    const auto read = einvoice::read_received(einvoice::cii_of(written));
    return invoice_of(std::get<einvoice::ReceivedInvoice>(read));
}

base::Date day(const char* text)
{
    return *base::Date::parse(text);
}

template <class Deed>
std::string refusal_of(Deed deed)
{
    try {
        deed();
    } catch (const base::Refusal& refusal) {
        return refusal.code;
    }
    return {};
}

} // namespace

TEST_CASE("a supplier's invoice keeps what it said, tax by tax and line by line") // INV-056
{
    const auto invoice = waiting();
    CHECK(invoice.number == "FA-2026-00042");
    CHECK(invoice.seller_key == "732829320");
    CHECK_FALSE(invoice.is_credit_note);
    CHECK(taxes_of(invoice).size() == 2);
    CHECK(taxes_of(invoice)[0].rate == "5.5");
    CHECK(taxes_of(invoice)[0].tax == base::Cents{183});
    CHECK(lines_of(invoice).at(0).name == "Main-d’œuvre");
    CHECK(lines_of(invoice).at(1).net == base::Cents{3'333});
    const auto facts = facts_of(invoice, {7});
    CHECK(facts.gross == base::Cents{15'516});
    CHECK(facts.original.value == 7);
    CHECK(facts.taxes.size() == 2);
}

TEST_CASE("who sent it is known by his surest number") // INV-056
{
    auto written = einvoice_kit::invoice();
    written.seller.siren.clear();
    CHECK(waiting(written).seller_key == "732829320"); // of his SIRET
    written.seller.siret.clear();
    CHECK(waiting(written).seller_key == "fr44732829320");
    written.seller.vat_number.clear();
    CHECK(waiting(written).seller_key == "fournil sarl");
    written.seller.name = "—";
    CHECK_FALSE(waiting(written).seller_key.empty());
}

TEST_CASE("lines beyond those kept are counted") // INV-056
{
    einvoice::ReceivedInvoice received;
    received.lines.resize(lines_kept_max + 3);
    const auto invoice = invoice_of(received);
    CHECK(lines_of(invoice).size() == lines_kept_max);
    CHECK(invoice.line_count == static_cast<std::int64_t>(lines_kept_max) + 3);
}

TEST_CASE("an invoice is decided once, refused with a reason, and paid once accepted") // INV-056
{
    auto refused = waiting();
    CHECK(refusal_of([&] { refuse(refused, Reason::none, "non"); }) ==
          "einvoicing.refusal.no_reason");
    refuse(refused, Reason::tx_tva_err, "10 % attendu");
    CHECK(refused.state == InvoiceState::refused);
    CHECK(refusal_of([&] { accept(refused); }) == "einvoicing.refusal.decided");
    CHECK(refusal_of([&] { pay(refused, day("2026-04-01"), day("2026-05-01")); }) ==
          "einvoicing.refusal.not_accepted");

    auto accepted = waiting();
    accept(accepted);
    CHECK(refusal_of([&] { pay(accepted, day("2026-03-01"), day("2026-05-01")); }) ==
          "einvoicing.refusal.paid_on");
    CHECK(refusal_of([&] { pay(accepted, day("2026-05-02"), day("2026-05-01")); }) ==
          "einvoicing.refusal.paid_on");
    pay(accepted, day("2026-05-01"), day("2026-05-01"));
    CHECK(accepted.state == InvoiceState::paid);
}

TEST_CASE("what was accepted by mistake is refused, until it is paid") // INV-056
{
    auto mistaken = waiting();
    accept(mistaken);
    refuse(mistaken, Reason::double_fact, "");
    CHECK(mistaken.state == InvoiceState::refused);
    auto paid = waiting();
    accept(paid);
    pay(paid, day("2026-05-01"), day("2026-05-01"));
    CHECK(refusal_of([&] { refuse(paid, Reason::double_fact, ""); }) ==
          "einvoicing.refusal.decided");
}

TEST_CASE("every reason has its official code and its words") // INV-056
{
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Reason>>([](auto one) {
        if (one.value == Reason::none) return;
        CAPTURE(one.name);
        CHECK(reason_words(one.value).starts_with(code_of(one.value) + " · "));
    });
    CHECK(code_of(Reason::tx_tva_err) == "TX_TVA_ERR");
    CHECK(
        tax_words({.category = "S", .rate = "5.50", .base = {}, .tax = {}}).starts_with("TVA 5,5"));
    CHECK(tax_words({.category = "S", .rate = "20.00", .base = {}, .tax = {}}).find(',') ==
          std::string::npos);
}
