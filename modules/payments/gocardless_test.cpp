#include "modules/payments/events.hpp"
#include "modules/payments/mandate_store.hpp"
#include "modules/payments/payments_test_kit.hpp"

using namespace payments_test;

namespace
{

std::vector<payments::Setback>& told()
{
    static std::vector<payments::Setback> all;
    return all;
}

void listen(kernel::Module& module)
{
    module.on<payments::PaymentSetBack>(
        [](WorkspaceTransaction&, const payments::PaymentSetBack& fact) {
            told().push_back(fact.what);
        });
}

/// An invoice of 600,00 that Aurore wants to have debited.
struct Debited {
    explicit Debited(db::Engine engine) : till(engine, {{"listener", listen}})
    {
        told().clear();
        till.connect_gocardless();
        place = issued(till.office);
    }
    void press() { till.choose(place, "gocardless"); }
    /// Told, and asked about.
    void tell(const std::string& body)
    {
        CHECK(till.deliver_debit(body) == 200);
        till.office.world.run_jobs();
    }
    /// She signs on the page of GoCardless: the name of the debit that followed.
    std::string sign()
    {
        press();
        tell(till.gocardless.sign(till.gocardless.last_request()));
        return till.gocardless.last_debit();
    }
    bool shows(const std::string& words)
    {
        return holds(till.office.lea.browser.get(place), words);
    }
    std::size_t mails()
    {
        const auto all = till.office.world.context(till.office.firm, tenancy::Actor::system())
                             .read([](WorkspaceTransaction& tx) { return mail::recent(tx); });
        return static_cast<std::size_t>(std::ranges::count(all, std::string{"payments.debit"},
                                                           &mail::StoredMessage::template_name));
    }

    Till till;
    std::string place;
};

} // namespace

TEST_CASE_ENGINES("a debit is pending until the bank confirms it, and the client is told before")
{ // INV-046
    Debited here{engine};
    auto& till = here.till;
    CHECK(holds(till.aurore.browser.get(till.portal(here.place)), "par prélèvement SEPA"));
    const auto debit = here.sign();
    CHECK(till.gocardless.debits.at(debit).amount == 60'000);
    CHECK(till.paid(here.place) == base::Cents{});
    CHECK(here.shows("En cours par GoCardless"));
    CHECK(here.mails() == 1);
    const auto page = till.aurore.browser.get(till.portal(here.place));
    CHECK(holds(page, "en cours de confirmation"));
    CHECK_FALSE(holds(page, "par prélèvement SEPA"));
    CHECK(till.aurore.browser.post(till.portal(here.place) + "/reglement").status == 422);
    here.tell(till.gocardless.move(debit, "submitted", "submitted"));
    CHECK(till.paid(here.place) == base::Cents{});
    here.tell(till.gocardless.confirm(debit));
    CHECK(till.left(here.place) == base::Cents{});
    CHECK(here.shows("Payée"));
    CHECK(here.mails() == 1);
    CHECK(till.gocardless.complaints.empty());
}

TEST_CASE_ENGINES("a debit that fails, or is charged back, opens the invoice again and is told")
{ // INV-046
    Debited here{engine};
    auto& till = here.till;
    const auto first = here.sign();
    here.tell(till.gocardless.fail(first));
    CHECK(told() == std::vector{payments::Setback::debit_failed});
    CHECK(till.left(here.place) == base::Cents{60'000});
    CHECK(here.shows("La banque du client a refusé le prélèvement."));
    here.press(); // signed before: the bank is asked at once
    till.office.world.run_jobs();
    const auto second = till.gocardless.last_debit();
    CHECK(second != first);
    CHECK(till.gocardless.requests.size() == 1);
    CHECK(here.mails() == 2);
    here.tell(till.gocardless.confirm(second));
    CHECK(till.left(here.place) == base::Cents{});
    here.tell(till.gocardless.charge_back(second));
    CHECK(till.left(here.place) == base::Cents{60'000});
    CHECK(told().back() == payments::Setback::taken_back);
    CHECK(here.shows("repris en entier par la banque du client"));
    here.tell(till.gocardless.move(second, "paid_out", "chargeback_cancelled"));
    CHECK(till.left(here.place) == base::Cents{});
    CHECK(told().size() == 2);
}

TEST_CASE_ENGINES(
    "what GoCardless tells twice, backwards or late ends in the same books") // INV-046
{
    Debited here{engine};
    auto& till = here.till;
    const auto debit = here.sign();
    const auto submitted = till.gocardless.move(debit, "submitted", "submitted");
    const auto confirmed = till.gocardless.confirm(debit);
    here.tell(confirmed);
    here.tell(submitted);
    here.tell(confirmed);
    CHECK(till.paid(here.place) == base::Cents{60'000});
    const auto back = till.gocardless.charge_back(debit);
    here.tell(confirmed);
    here.tell(back);
    here.tell(submitted);
    CHECK(till.paid(here.place) == base::Cents{});
    CHECK(told().size() == 1);
}

TEST_CASE_ENGINES("what GoCardless did not sign is refused, what concerns others changes nothing")
{ // INV-046
    Debited here{engine};
    auto& till = here.till;
    here.press();
    const auto body = till.gocardless.sign(till.gocardless.last_request());
    CHECK(till.deliver_debit(body, "") == 498);
    CHECK(till.deliver_debit(body, till.gocardless.proof_of(body, "autre")) == 498);
    CHECK(till.deliver_debit(body + " ", till.gocardless.proof_of(body)) == 498);
    CHECK(till.deliver_debit("{}") == 400);
    till.office.world.run_jobs();
    CHECK(till.gocardless.debits.empty());
    till.office.world.add_workspace("voisin", "chantier");
    CHECK(till.send(body, "Webhook-Signature", till.gocardless.proof_of(body),
                    "/p/voisin/paiements/gocardless") == 404);
    const std::string foreign =
        R"({"events":[{"id":"EV1","resource_type":"payments","action":"confirmed","links":{"payment":"PM9"},)"
        R"("resource_metadata":{"checkout":"123456789"}}]})";
    CHECK(till.deliver_debit(foreign) == 200);
    CHECK(till.office.world.run_jobs() == 0);
}

TEST_CASE_ENGINES("who paid otherwise before he signed is debited of nothing") // INV-046
{
    Debited here{engine};
    auto& till = here.till;
    here.press();
    REQUIRE(till.office.lea.browser
                .post(here.place + "/paiements",
                      {{"amount", "600"}, {"received_on", "2026-01-15"}, {"means", "transfer"}})
                .status == 303);
    here.tell(till.gocardless.sign(till.gocardless.last_request()));
    CHECK(till.gocardless.debits.empty());
    CHECK(till.left(here.place) == base::Cents{});
}

TEST_CASE_ENGINES("a debit of which nobody tells is found, its provider being asked") // INV-046
{
    Debited here{engine};
    auto& till = here.till;
    here.press();
    till.gocardless.sign(till.gocardless.last_request()); // while this server was down
    base::set_test_clock("+16m");
    till.office.world.run_jobs();
    REQUIRE(till.gocardless.debits.size() == 1);
    till.gocardless.confirm(till.gocardless.last_debit());
    base::set_test_clock("+2h");
    till.office.world.run_jobs();
    base::set_test_clock("+0s");
    CHECK(till.left(here.place) == base::Cents{});
}

TEST_CASE_ENGINES("a debit of another currency pays nothing, stays pending and is told once")
{ // INV-042 INV-046
    Debited here{engine};
    auto& till = here.till;
    const auto debit = here.sign();
    till.gocardless.debits.at(debit).currency = "SEK";
    here.tell(till.gocardless.confirm(debit));
    here.tell(till.gocardless.move(debit, "paid_out", "paid_out"));
    CHECK(till.paid(here.place) == base::Cents{});
    CHECK(told() == std::vector{payments::Setback::other_currency});
    CHECK(here.shows("À vérifier"));
    CHECK(here.shows("a reçu des SEK"));
    CHECK_FALSE(here.shows("Payée"));
    CHECK(holds(till.aurore.browser.get(till.portal(here.place) + "/reglement/retour"),
                "cours de vérification"));
    CHECK(till.aurore.browser.post(till.portal(here.place) + "/reglement").status == 422);
}

TEST_CASE_ENGINES("an ended mandate is signed anew, and a debit is given back in parts") // INV-046
{
    Debited here{engine};
    auto& till = here.till;
    const auto debit = here.sign();
    here.tell(till.gocardless.confirm(debit));
    const auto card = till.office.lea.browser.get(here.place);
    std::smatch found;
    REQUIRE(std::regex_search(card.body, found, std::regex{here.place + "/en-ligne/(\\d+)"}));
    const auto page = here.place + "/en-ligne/" + found[1].str() + "/remboursement";
    const auto refund = [&](const char* amount) {
        return till.office.lea.browser.post(page, {{"amount", amount}, {"reason", "Geste"}}).status;
    };
    CHECK(refund("100") == 303);
    CHECK(refund("50") == 303);
    CHECK(till.left(here.place) == base::Cents{15'000});
    CHECK(till.gocardless.debits.at(debit).refunded == 15'000);
    here.tell(till.gocardless.end_mandate(till.gocardless.debits.at(debit).mandate));
    here.press();
    CHECK(till.gocardless.requests.size() == 2);
    CHECK(till.gocardless.complaints.empty());
}

TEST_CASE_ENGINES("a token is known by its beginning, and nothing of it is shown again") // INV-046
{
    Till till{engine};
    auto& lea = till.office.lea.browser;
    const auto page = settings_of_all + "/gocardless";
    CHECK(lea.post(page, {{"key", "sk_test_1"}, {"secret", "s"}}).status == 422);
    CHECK(lea.post(page, {{"key", "sandbox_1"}, {"secret", "sandbox_1"}}).status == 422);
    CHECK(lea.post(page, {{"key", ""}, {"secret", ""}}).status == 422);
    CHECK(lea.post(page, {{"key", "live_1"}, {"secret", "s"}}).status == 303);
    CHECK_FALSE(holds(lea.get(page), "live_1"));
    CHECK(lea.get(settings_of_all + "/autre").status == 404);
    CHECK(holds(lea.get(settings_of_all), "GoCardless"));
    till.connect_gocardless();
    CHECK(holds(lea.get(settings_of_all), "Essai"));
    CHECK(till.office.malik.browser.get(page).status == 403);
}
