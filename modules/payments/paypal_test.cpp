#include "modules/payments/payments_test_kit.hpp"

using namespace payments_test;

namespace
{

/// An invoice of 600,00 that Aurore pays with PayPal.
struct Bought {
    explicit Bought(db::Engine engine) : till(engine)
    {
        till.connect_paypal();
        place = issued(till.office);
    }
    std::string press()
    {
        till.choose(place, "paypal");
        return till.paypal.last_order();
    }
    void tell(const std::string& body)
    {
        CHECK(till.deliver_order(body) == 200);
        till.office.world.run_jobs();
    }
    Till till;
    std::string place;
};

} // namespace

TEST_CASE_ENGINES(
    "an approved order is captured and paid once, however often it is told") // INV-045
{
    Bought here{engine};
    auto& till = here.till;
    CHECK(holds(till.aurore.browser.get(till.portal(here.place)), "Payer 600,00"));
    const auto order = here.press();
    const auto told = till.paypal.approve(order);
    CHECK(till.paid(here.place) == base::Cents{});
    here.tell(told);
    CHECK(till.paid(here.place) == base::Cents{60'000});
    here.tell(told);
    here.tell(till.paypal.settle(order, "COMPLETED"));
    CHECK(till.paypal.captures_made == 1);
    CHECK(till.paid(here.place) == base::Cents{60'000});
    CHECK(holds(till.office.lea.browser.get(here.place), "Reçu par PayPal"));
    here.tell(till.paypal.refund(order, 10'000));
    CHECK(till.left(here.place) == base::Cents{10'000});
    here.tell(till.paypal.fail_refund(order));
    CHECK(till.left(here.place) == base::Cents{});
    CHECK(till.paypal.complaints.empty());
}

TEST_CASE_ENGINES("what PayPal did not sign is refused, and when it cannot say it tells again")
{ // INV-045
    Bought here{engine};
    auto& till = here.till;
    const auto told = till.paypal.approve(here.press());
    CHECK(till.deliver_order(told, "") == 400);
    CHECK(till.deliver_order(told, "autre-signature") == 400);
    CHECK(till.deliver_order("{}") == 400);
    till.paypal.down_for = 1;
    CHECK(till.deliver_order(told) == 503);
    till.office.world.run_jobs();
    CHECK(till.paypal.captures_made == 0);
    const auto foreign = till.paypal.event("CHECKOUT.ORDER.APPROVED", {{"id", "O9"}});
    CHECK(till.deliver_order(foreign, "") == 400);
    CHECK(till.deliver_order(foreign, "autre-signature") == 400);
    CHECK(till.deliver_order(foreign) == 200);
    CHECK(till.office.world.run_jobs() == 0);
}

TEST_CASE_ENGINES("an approval of which nobody tells is found; one of a closed try takes nothing")
{ // INV-045 INV-042
    Bought here{engine};
    auto& till = here.till;
    till.connect();
    const auto first = here.press();
    till.press(here.place); // by card after all: the order is left
    till.paypal.approve(first);
    base::set_test_clock("+3m");
    till.office.world.run_jobs();
    CHECK(till.paypal.captures_made == 0);
    const auto second = here.press();
    till.paypal.approve(second);
    base::set_test_clock("+6m");
    till.office.world.run_jobs();
    base::set_test_clock("+0s");
    CHECK(till.paypal.captures_made == 1);
    CHECK(till.paid(here.place) == base::Cents{60'000});
}

TEST_CASE_ENGINES("a payment that PayPal holds is pending, of another currency or amount is seen")
{ // INV-045
    Bought here{engine};
    auto& till = here.till;
    const auto order = here.press();
    till.paypal.next_capture = "PENDING";
    here.tell(till.paypal.approve(order));
    CHECK(till.paid(here.place) == base::Cents{});
    CHECK(holds(till.office.lea.browser.get(here.place), "En cours par PayPal"));
    till.paypal.orders.at(order).currency = "USD";
    here.tell(till.paypal.settle(order, "COMPLETED"));
    CHECK(till.paid(here.place) == base::Cents{});
    CHECK(holds(till.office.lea.browser.get(here.place), "a reçu des USD"));
    till.paypal.orders.at(order).currency = "EUR";
    till.paypal.orders.at(order).amount = 100;
    here.tell(till.paypal.settle(order, "COMPLETED"));
    CHECK(till.paid(here.place) == base::Cents{100});
    CHECK(holds(till.office.lea.browser.get(here.place), "étaient demandés"));
}

TEST_CASE_ENGINES("what came in another currency and went back lets the client pay again")
{ // INV-042 INV-045
    Bought here{engine};
    auto& till = here.till;
    const auto order = here.press();
    here.tell(till.paypal.approve(order));
    REQUIRE(till.paid(here.place) == base::Cents{60'000});
    const auto other = issued(till.office);
    till.choose(other, "paypal");
    const auto second = till.paypal.last_order();
    till.paypal.orders.at(second).currency = "USD";
    here.tell(till.paypal.approve(second));
    CHECK(till.paid(other) == base::Cents{});
    CHECK(till.aurore.browser.post(till.portal(other) + "/reglement").status == 422);
    here.tell(till.paypal.refund(second, 60'000));
    CHECK(till.left(other) == base::Cents{60'000});
    till.choose(other, "paypal");
    CHECK(till.paypal.last_order() != second);
}

TEST_CASE_ENGINES("one page offers every means that is on, and no other one is taken") // INV-040
{
    Bought here{engine};
    auto& till = here.till;
    till.connect();
    till.connect_gocardless();
    const auto page = till.aurore.browser.get(till.portal(here.place));
    for (const auto* words :
         {"par carte", "avec PayPal", "par prélèvement SEPA",
          "traités via Stripe, PayPal et GoCardless, des plateformes de paiement tierces"})
        CHECK(holds(page, words));
    const auto path = till.portal(here.place) + "/reglement";
    CHECK(till.aurore.browser.post(path, {{"means", "virement"}}).status == 404);
    const auto paypal_page = settings_of_all + "/paypal";
    CHECK(till.office.lea.browser.post(paypal_page + "/arret").status == 303);
    CHECK(till.aurore.browser.post(path, {{"means", "paypal"}}).status == 404);
    auto& lea = till.office.lea.browser;
    CHECK(lea.post(paypal_page, {{"client", "A"}, {"key", ""}, {"secret", ""}}).status == 422);
    CHECK(lea.post(paypal_page, {{"client", "A"}, {"key", "b"}, {"secret", "c-d"}}).status == 422);
    CHECK_FALSE(holds(lea.get(paypal_page), SimulatedPaypal::key));
}
