#include "modules/payments/payments_test_kit.hpp"

using namespace payments_test;

namespace
{

const std::string button = "Payer 600,00";

bool offers(Till& till, const std::string& place)
{
    return holds(till.aurore.browser.get(till.portal(place)), button);
}

std::string link_in(Till& till, const std::string& place)
{
    const auto page = till.office.lea.browser.get(place);
    std::smatch found;
    REQUIRE(
        std::regex_search(page.body, found, std::regex{"(/p/charpentes/facture/[A-Za-z0-9_-]+)"}));
    return found[1];
}

} // namespace

TEST_CASE_ENGINES("nobody sees a way to pay online before a business connected its account")
{ // INV-053
    Till till{engine};
    const auto place = issued(till.office);
    CHECK_FALSE(holds(till.aurore.browser.get(till.portal(place)), "Payer en ligne"));
    CHECK(till.aurore.browser.post(till.portal(place) + "/reglement").status == 404);
    till.connect();
    CHECK(offers(till, place));
    CHECK(till.office.lea.browser.post(settings_page + "/arret").status == 303);
    CHECK_FALSE(offers(till, place));
}

TEST_CASE_ENGINES("what is asked is what the server knows, whatever the form says") // INV-040
{
    Till till{engine};
    till.connect();
    const auto place = issued(till.office);
    const auto path = till.portal(place) + "/reglement";
    const auto sent = till.aurore.browser.post(
        path, {{"amount", "1"}, {"invoice", "1"}, {"currency", "usd"}, {"unit_amount", "1"}});
    REQUIRE(sent.status == 303);
    REQUIRE(till.stripe.sessions.size() == 1);
    CHECK(till.stripe.sessions.begin()->second.amount == 60'000);
    const auto leaving = till.aurore.browser.follow(sent);
    CHECK(holds(leaving, "Vous allez payer 600,00"));
    CHECK(leaving.headers.get("Refresh") == "1;url=" + path + "/page-de-paiement");
    const auto away = till.aurore.browser.get(path + "/page-de-paiement");
    CHECK(away.status == 303);
    CHECK(away.headers.get("Location").starts_with(till.stripe.address()));
    CHECK(till.aurore.browser.post(path).status == 303); // a second press, the same place to pay
    CHECK(till.stripe.sessions.size() == 1);
    CHECK(till.stripe.complaints.empty());
}

TEST_CASE_ENGINES(
    "Stripe keeps a copy where the business wants one, and it names the legal invoice")
{ // INV-044
    Till till{engine};
    auto& lea = till.office.lea.browser;
    CHECK(lea.post(settings_page + "/copies", {{"are_kept", "on"}}).status == 422);
    till.connect();
    const auto pay = [&] {
        const auto place = issued(till.office);
        REQUIRE(till.aurore.browser.post(till.portal(place) + "/reglement").status == 303);
        return place;
    };
    pay();
    CHECK(till.stripe.sessions.begin()->second.copy.empty());
    CHECK(lea.post(settings_page + "/copies", {{"are_kept", "on"}}).status == 303);
    CHECK(holds(lea.get(settings_page), "name=\"are_kept\" checked"));
    const auto number = facts_of(till.office, pay()).number;
    std::string copy;
    for (const auto& [id, session] : till.stripe.sessions)
        copy += session.copy;
    CHECK(copy == "Copie pour information. La facture " + number +
                      ", remise par l’entreprise, est la seule qui vaille.");
    CHECK(lea.post(settings_page + "/copies").status == 303);
    pay();
    CHECK(till.stripe.sessions.size() == 3);
    CHECK(std::ranges::count_if(till.stripe.sessions,
                                [](const auto& one) { return !one.second.copy.empty(); }) == 1);
    CHECK(till.stripe.complaints.empty());
}

TEST_CASE_ENGINES("who has only the link of the mail pays too, another client finds nothing")
{ // INV-020
    Till till{engine};
    till.connect();
    const auto place = issued(till.office);
    auto visitor = till.office.world.visitor();
    const auto link = link_in(till, place);
    CHECK(holds(visitor.get(link), button));
    CHECK(visitor.post(link + "/reglement").status == 303);
    CHECK(till.stripe.sessions.begin()->second.success_url.ends_with(link + "/reglement/retour"));
    CHECK(visitor.get(link + "/reglement/retour").status == 200);
    CHECK(visitor.post_forged(link + "/reglement").status == 403);
    CHECK(visitor.post(link + "x/reglement").status == 404);
    const auto other = till.office.as_lea().write([](WorkspaceTransaction& tx) {
        return crm::add_client(tx, {.company_name = "Camping", .phone = "0261910001"});
    });
    auto rose = till.office.world.add_member(
        till.office.firm,
        {.name = "Rose Autret", .role = "client", .side = tenancy::Side::portal, .client = other});
    CHECK(rose.browser.post(till.portal(place) + "/reglement").status == 404);
    CHECK(rose.browser.get(till.portal(place) + "/reglement/retour").status == 404);
}

TEST_CASE_ENGINES("the page one comes back to says what is known and nothing more") // INV-042
{
    Till till{engine};
    till.connect();
    const auto place = issued(till.office);
    const auto session = till.press(place);
    const auto back = till.portal(place) + "/reglement/retour";
    const auto told = till.stripe.pay(session);
    const auto before = till.aurore.browser.get(back);
    CHECK(holds(before, "Paiement en cours de confirmation"));
    CHECK_FALSE(holds(before, "Paiement reçu"));
    CHECK(before.headers.has("Refresh"));
    till.deliver_all(told);
    const auto after = till.aurore.browser.get(back);
    CHECK(holds(after, "Paiement reçu"));
    CHECK_FALSE(after.headers.has("Refresh"));
    CHECK_FALSE(offers(till, place));
    CHECK(till.aurore.browser.post(till.portal(place) + "/reglement").status == 422);
}

TEST_CASE_ENGINES("a provider that does not answer costs nothing, and one may press again")
{ // INV-053 INV-051
    Till till{engine};
    till.connect();
    const auto place = issued(till.office);
    till.stripe.down_for = 1;
    const auto sent = till.aurore.browser.post(till.portal(place) + "/reglement");
    REQUIRE(sent.status == 303);
    const auto shown = till.aurore.browser.follow(sent);
    CHECK(holds(shown, "Le paiement n’a pas abouti"));
    CHECK(holds(shown, "Réessayer"));
    CHECK(till.stripe.sessions.empty());
    CHECK(holds(till.office.lea.browser.get(place), "sans paiement"));
    till.press(place);
    CHECK(till.stripe.sessions.size() == 1);
}

TEST_CASE_ENGINES("of what was paid otherwise meanwhile, a new press asks only the rest") // INV-040
{
    Till till{engine};
    till.connect();
    const auto place = issued(till.office);
    const auto first = till.press(place);
    REQUIRE(till.office.lea.browser
                .post(place + "/paiements",
                      {{"amount", "200"}, {"received_on", "2026-01-15"}, {"means", "transfer"}})
                .status == 303);
    const auto second = till.press(place);
    CHECK(second != first);
    CHECK(till.stripe.sessions.at(second).amount == 40'000);
    CHECK(till.stripe.sessions.at(first).status == "expired");
}
