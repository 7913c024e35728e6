#include "modules/invoices/invoice_actions.hpp"
#include "modules/invoices/page_test_kit.hpp"
#include "modules/quotes/answer_actions.hpp"
#include "modules/quotes/issue_store.hpp"

using namespace invoices_test;

namespace
{

/// Of 1 000,00 before taxes, accepted by Aurore.
quotes::QuoteId accepted_quote(Office& office)
{
    const auto sent =
        office.lea.browser.post("/e/charpentes/devis", {{"client", office.aurore.text()},
                                                        {"title", "Extension bois"},
                                                        {"valid_until", "2099-12-31"}});
    REQUIRE(sent.status == 303);
    const std::string place{sent.headers.get("Location")};
    REQUIRE(office.lea.browser
                .post(place, {{"client", office.aurore.text()},
                              {"title", "Extension bois"},
                              {"valid_until", "2099-12-31"},
                              {"prices", "net"},
                              {"version", "1"},
                              {"l1.kind", "line"},
                              {"l1.name", "Montage"},
                              {"l1.quantity", "1"},
                              {"l1.unit", "forfait"},
                              {"l1.unit_price", "1000"},
                              {"l1.discount", "0"},
                              {"l1.tax", "tva20"}})
                .status == 303);
    REQUIRE(office.lea.browser
                .post(place + "/envoi", {{"way", "hand"},
                                         {"name", "Aurore Penhoat"},
                                         {"email", ""},
                                         {"valid_until", "2099-12-31"},
                                         {"words", ""},
                                         {"version", "2"}})
                .status == 303);
    const auto id = *quotes::QuoteId::parse(place.substr(place.rfind('/') + 1));
    office.as_lea().write([&](WorkspaceTransaction& tx) {
        const auto issue = quotes::IssueStore{tx}.find(id).value();
        quotes::accept_quote(tx, {.quote = id, .chosen = {}, .identity = issue.identity});
    });
    return id;
}

/// Issued, with its paper. The address of its page.
std::string issued_part(Office& office, quotes::QuoteId quote, invoices::Share share,
                        base::Cents asked)
{
    const auto id = office.as_lea().write([&](WorkspaceTransaction& tx) {
        return invoices::start_from_quote(tx, quote, share, asked);
    });
    const auto place = office.list + "/" + id.text();
    REQUIRE(office.lea.browser.post(place + "/emission", issuing("1")).status == 303);
    office.world.run_jobs();
    return place;
}

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
