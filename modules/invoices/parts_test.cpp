#include "modules/invoices/quote_test_kit.hpp"

using namespace invoices_test;

namespace
{

/// « 1 200,00 € », with the spaces of French typography.
const std::string whole = "1\u202f200,00\u00a0€";
const std::string taken_off = "−360,00\u00a0€";
const std::string left = "840,00\u00a0€";

std::string between(const std::string& text, const std::string& from, const std::string& to)
{
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.substr(at, text.find(to, at) - at);
}

} // namespace

TEST_CASE_ENGINES("the page of a balance takes the deposit off its total, as its paper does")
{ // INV-001 INV-004
    Office office{engine};
    const auto quote = accepted_quote(office);
    issued_part(office, quote, invoices::Share::deposit, {36'000});
    const auto place = issued_part(office, quote, invoices::Share::balance, {});
    REQUIRE(facts_of(office, place).figures.totals.due == base::Cents{84'000});

    const auto id = id_of(place).text();
    auto client = office.world.add_member(office.firm, {.name = "Aurore",
                                                        .role = "client",
                                                        .side = tenancy::Side::portal,
                                                        .client = office.aurore});
    for (const auto& page : {office.lea.browser.get(place).body,
                             client.browser.get("/p/charpentes/factures/" + id).body}) {
        const auto sums = between(page, "id=\"sums\"", "</section>");
        CHECK(sums.find(whole) != std::string::npos);
        CHECK(sums.find("Acomptes déjà facturés") != std::string::npos);
        CHECK(sums.find(taken_off) != std::string::npos);
        CHECK(sums.find(left) != std::string::npos);
    }
}

TEST_CASE_ENGINES("the page of a deposit shows the lines of its paper")
{ // INV-001 INV-004
    Office office{engine};
    const auto place =
        issued_part(office, accepted_quote(office), invoices::Share::deposit, {36'000});
    const auto lines = between(office.lea.browser.get(place).body, "id=\"lines\"", "</section>");
    CHECK(lines.find(facts_of(office, place).title) != std::string::npos);
    CHECK(lines.find("300,00\u00a0€") != std::string::npos);
}
