#include "modules/payments/payments_test_kit.hpp"
#include "modules/payments/taking_store.hpp"
#include "modules/payments/webhook_pages.hpp"

using namespace payments_test;

namespace
{

struct Paid {
    explicit Paid(db::Engine engine) : till(engine)
    {
        till.connect();
        place = issued(till.office);
        session = till.press(place);
    }
    Till till;
    std::string place;
    std::string session;
};

} // namespace

TEST_CASE_ENGINES("what Stripe did not sign is refused and writes nothing") // INV-042
{
    Paid paid{engine};
    auto& till = paid.till;
    const auto body = till.stripe.pay(paid.session).back();
    const auto now = till.stripe.second();
    CHECK(till.deliver_with(body, "") == 400);
    CHECK(till.deliver_with(body, till.stripe.signed_at(body, now, "whsec_autre")) == 400);
    CHECK(till.deliver_with(body + " ", till.stripe.signed_at(body, now)) == 400);
    CHECK(till.deliver(body, now - 310) == 400);
    CHECK(till.deliver("{}") == 400);
    CHECK(till.paid(paid.place) == base::Cents{});
    const auto proof = till.stripe.signed_at(body, now);
    CHECK(till.deliver_with(body, proof, "/p/nulle-part/paiements/stripe") == 404);
    till.office.world.add_workspace("voisin", "chantier");
    CHECK(till.deliver_with(body, proof, "/p/voisin/paiements/stripe") == 404);
    CHECK(till.deliver(body) == 200);
    CHECK(till.paid(paid.place) == base::Cents{60'000});
}

TEST_CASE_ENGINES("a notice is bounded before it is read") // INV-042
{
    Paid paid{engine};
    http::Request request;
    request.method = http::Method::Post;
    request.path = request.target = listening;
    CHECK(paid.till.office.world.site().body_policy(request).bytes_max ==
          payments::notice_bytes_max);
}

TEST_CASE_ENGINES("the same notices twice, the last one first, are one payment") // INV-042 JRN-44
{
    Paid paid{engine};
    auto& till = paid.till;
    const auto told = till.stripe.pay(paid.session);
    till.deliver_all({told.back(), told.front(), told.back(), told.front()});
    CHECK(till.paid(paid.place) == base::Cents{60'000});
    CHECK(till.left(paid.place) == base::Cents{});
    const auto page = till.office.lea.browser.get(paid.place);
    CHECK(holds(page, "Payée"));
    CHECK(holds(page, "Reçu par Stripe"));
}

TEST_CASE_ENGINES("what concerns no invoice here is acknowledged and changes nothing") // INV-042
{
    Paid paid{engine};
    auto& till = paid.till;
    CHECK(till.deliver(till.stripe.event("customer.created", {{"id", "cus_1"}})) == 200);
    CHECK(till.deliver(till.stripe.event("charge.succeeded", {{"id", "ch_9"},
                                                              {"status", "succeeded"},
                                                              {"amount_captured", 500},
                                                              {"payment_intent", "pi_9"}})) == 200);
    auto live = till.stripe.pay(paid.session).back();
    live.replace(live.find("\"livemode\":false"), 16, "\"livemode\":true");
    CHECK(till.deliver(live) == 200); // of real money, while the key is one of trials
    CHECK(till.paid(paid.place) == base::Cents{});
    CHECK_FALSE(till.office.as_lea().read([](WorkspaceTransaction& tx) {
        return payments::TakingStore{tx}.find(payments::stripe, "pi_9");
    }));
}

TEST_CASE_ENGINES("a refund and a dispute told before the payment end in the same books") // INV-042
{
    Paid paid{engine};
    auto& till = paid.till;
    const auto told = till.stripe.pay(paid.session);
    const auto payment = till.stripe.sessions.at(paid.session).payment;
    const auto refunded = till.stripe.refund(payment, 10'000);
    const auto disputed = till.stripe.dispute(payment, 20'000);
    till.deliver_all(disputed);
    CHECK(till.paid(paid.place) == base::Cents{});
    CHECK(till.deliver(refunded) == 200);
    CHECK(till.left(paid.place) == base::Cents{30'000});
    till.deliver_all(told);
    CHECK(till.left(paid.place) == base::Cents{30'000});
    CHECK(till.deliver(till.stripe.win(till.stripe.last_dispute())) == 200);
    CHECK(till.left(paid.place) == base::Cents{10'000});
    CHECK(facts_of(till.office, paid.place).balance.refunded == base::Cents{10'000});
}

TEST_CASE_ENGINES("a bank that confirms later is waited for, and nobody pays twice") // INV-042
{
    Paid paid{engine};
    auto& till = paid.till;
    till.deliver_all(till.stripe.promise(paid.session));
    CHECK(till.paid(paid.place) == base::Cents{});
    const auto page = till.aurore.browser.get(till.portal(paid.place));
    CHECK(holds(page, "en cours de confirmation"));
    CHECK_FALSE(holds(page, "Payer 600,00"));
    CHECK(till.aurore.browser.post(till.portal(paid.place) + "/reglement").status == 422);
    till.deliver_all(till.stripe.break_promise(paid.session));
    CHECK(holds(till.aurore.browser.get(till.portal(paid.place)), "Payer 600,00"));
    const auto second = till.press(paid.place);
    till.deliver_all(till.stripe.promise(second));
    till.deliver_all(till.stripe.keep_promise(second));
    CHECK(till.left(paid.place) == base::Cents{});
}

TEST_CASE_ENGINES("each try that fails is kept with its cause, without a card") // INV-051
{
    Paid paid{engine};
    auto& till = paid.till;
    CHECK(till.deliver(till.stripe.decline(paid.session)) == 200);
    CHECK(holds(till.office.lea.browser.get(paid.place), "Votre carte a été refusée."));
    CHECK(till.deliver(till.stripe.expire(paid.session)) == 200);
    CHECK(holds(till.aurore.browser.get(till.portal(paid.place) + "/reglement/retour"),
                "n’est plus valable"));
    CHECK(till.press(paid.place) != paid.session);
}

TEST_CASE_ENGINES("money that comes for an invoice already paid, or cancelled, is kept and seen")
{ // INV-042 INV-040
    Paid paid{engine};
    auto& till = paid.till;
    auto& lea = till.office.lea.browser;
    const Typed transfer{{"amount", "500"}, {"received_on", "2026-01-15"}, {"means", "transfer"}};
    REQUIRE(lea.post(paid.place + "/paiements", transfer).status == 303);
    till.deliver_all(till.stripe.pay(paid.session));
    CHECK(till.left(paid.place) == base::Cents{-50'000});
    CHECK(holds(lea.get(paid.place), "Au crédit du client"));

    const auto other = issued(till.office);
    const auto session = till.press(other);
    const auto credit = lea.post(other + "/avoir", {{"credited", ""}, {"reason", "Erreur"}});
    REQUIRE(credit.status == 303);
    REQUIRE(lea.post(credit.headers.get("Location"), invoices_test::issuing("1")).status == 303);
    CHECK(facts_of(till.office, other).is_cancelled);
    till.deliver_all(till.stripe.pay(session));
    CHECK(till.left(other) == base::Cents{-60'000});
}
