#include "modules/invoices/page_test_kit.hpp"
#include "modules/invoices/quote_test_kit.hpp"

using namespace invoices_test;

namespace
{

http::Response choose(Office& office, const char* regime, const char* usual = "")
{
    return office.lea.browser.post("/e/charpentes/reglages/taxes",
                                   {{"regime", regime}, {"usual", usual}});
}

/// Without the number of TVA that a business in franchise mostly does not have.
void forget_vat_number(Office& office)
{
    REQUIRE(office.lea.browser
                .post("/e/charpentes/reglages/entreprise", {{"name", "Charpentes du Ponant"},
                                                            {"legal_name", "Charpentes du Ponant"},
                                                            {"siret", "73282932000074"},
                                                            {"vat_number", ""},
                                                            {"address", "4 quai des Indes"},
                                                            {"postal_code", "56100"},
                                                            {"city", "Lorient"},
                                                            {"time_zone", "Europe/Paris"},
                                                            {"version", "1"}})
                .status == 303);
}

} // namespace

TEST_CASE_ENGINES("a business in franchise asks no TVA: its lines say so and it is owed the net")
{ // INV-005 PLT-040
    Office office{engine};
    REQUIRE(choose(office, "franchise").status == 303);
    forget_vat_number(office);
    CHECK(holds(office.lea.browser.get("/e/charpentes/reglages/taxes"),
                "TVA non applicable, art. 293 B du CGI"));

    const auto place = priced_draft(office, "500", "franchise");
    CHECK(holds(office.lea.browser.get(place), "<option value=\"franchise\" selected"));
    REQUIRE(office.lea.browser.post(place + "/emission", issuing()).status == 303);

    const auto facts = facts_of(office, place);
    CHECK(facts.figures.totals.tax == base::Cents{});
    CHECK(facts.figures.totals.gross == base::Cents{50'000});
    REQUIRE(facts.figures.rows.size() == 1);
    CHECK(facts.figures.rows.front().exemption == billing::Exemption::franchise);
}

TEST_CASE_ENGINES("a draft that kept TVA is not issued by a business that left it")
{ // INV-005 INV-011
    Office office{engine};
    const auto place = priced_draft(office);
    const auto before = issued(office);
    REQUIRE(choose(office, "franchise").status == 303);

    CHECK(holds(office.lea.browser.get(place + "/emission"), "qui n’est pas de votre régime"));
    CHECK(office.lea.browser.post(place + "/emission", issuing()).status == 422);
    CHECK_FALSE(holds(office.lea.browser.get(office.list), "-0002"));
    CHECK(facts_of(office, before).figures.totals.tax == base::Cents{10'000}); // PLT-045

    REQUIRE(choose(office, "france").status == 303);
    CHECK(office.lea.browser.post(place + "/emission", issuing()).status == 303);
}

TEST_CASE_ENGINES("a new line bears the tax the business usually asks, until it asks none")
{ // INV-005
    Office office{engine};
    const auto place = priced_draft(office);
    REQUIRE(choose(office, "france", "tva10").status == 303);
    CHECK(holds(office.lea.browser.get(place), "<option value=\"tva10\" selected"));
    CHECK(holds(office.lea.browser.get("/e/charpentes/reglages/taxes"),
                "<option value=\"tva10\" selected"));
    REQUIRE(choose(office, "franchise", "tva10").status == 303);
    REQUIRE(choose(office, "france").status == 303);
    CHECK_FALSE(holds(office.lea.browser.get(place), "<option value=\"tva10\" selected"));
}

TEST_CASE_ENGINES("a regime of elsewhere changes nothing")
{ // INV-005
    Office office{engine};
    CHECK(choose(office, "quebec").status == 404);
    CHECK(choose(office, "").status == 422);
    CHECK(choose(office, "autre").status == 404);
    CHECK(office.malik.browser.get("/e/charpentes/reglages/taxes").status == 403);
    CHECK(office.lea.browser
              .post("/e/charpentes/reglages/taxes",
                    {{"regime", "franchise"}, {"usual", ""}, {"seen", "france/tva10"}})
              .status == 409); // of a page that a colleague has overtaken
    CHECK(
        holds(office.lea.browser.get("/e/charpentes/reglages/taxes"), "value=\"france\" checked"));
}

TEST_CASE_ENGINES("a quote accepted before the regime changed says that its parts keep its taxes")
{ // INV-001 INV-005
    Office office{engine};
    const auto quote = accepted_quote(office);
    const auto deposit = part(office, quote, invoices::Share::deposit, {36'000});
    const auto pages = {"/e/charpentes/devis/" + quote.text(), deposit + "/emission",
                        part(office, accepted_quote(office), invoices::Share::whole)};
    constexpr const char* words = "garde les taxes convenues";
    for (const auto& page : pages)
        CHECK_FALSE(holds(office.lea.browser.get(page), words));
    REQUIRE(choose(office, "franchise").status == 303);
    for (const auto& page : pages)
        CHECK_MESSAGE(holds(office.lea.browser.get(page), words), page);
    REQUIRE(office.lea.browser.post(deposit + "/emission", issuing("1")).status == 303);
    CHECK(facts_of(office, deposit).figures.totals.tax == base::Cents{6'000});
}
