#include "modules/payments/events.hpp"
#include "modules/payments/payments_test_kit.hpp"

using namespace payments_test;

namespace
{

/// What happened to the money of everybody here, in the order it was told.
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

/// The clock goes on; everything due by then is done.
struct Later {
    explicit Later(Till& till_) : till(till_) { told().clear(); }
    ~Later() { base::set_test_clock("+0s"); }
    Later(const Later&) = delete;
    Later& operator=(const Later&) = delete;

    int pass(const std::string& shift)
    {
        base::set_test_clock(shift);
        return till.office.world.run_jobs();
    }
    Till& till;
};

} // namespace

TEST_CASE_ENGINES("a payment that nobody told of is found") // INV-042 INV-053
{
    Till till{engine};
    till.connect();
    const auto place = issued(till.office);
    const auto session = till.press(place);
    Later later{till};
    till.stripe.pay(session); // while this server was down
    later.pass("+1m");
    CHECK(till.paid(place) == base::Cents{});
    later.pass("+3m");
    CHECK(till.paid(place) == base::Cents{60'000});
    CHECK(till.stripe.complaints.empty());
}

TEST_CASE_ENGINES("a provider that is down is asked again, one that says nothing for thirty days")
{ // INV-042
    Till till{engine};
    till.connect();
    const auto place = issued(till.office);
    till.press(place);
    Later later{till};
    till.stripe.down_for = 1;
    CHECK(later.pass("+16m") > 0);
    CHECK(later.pass("+80m") > 0);
    for (const auto* day : {"+1d", "+3d", "+5d", "+8d", "+11d", "+15d", "+22d", "+32d", "+50d"})
        later.pass(day);
    for (const auto* day : {"+80d", "+120d", "+160d"})
        later.pass(day);
    CHECK(later.pass("+400d") == 0);
}

TEST_CASE_ENGINES("a refund that fails days later is taken back, told or not") // INV-048
{
    Till till{engine, {{"listener", listen}}};
    till.connect();
    const auto place = issued(till.office);
    const auto session = till.press(place);
    till.deliver_all(till.stripe.pay(session));
    const auto payment = till.stripe.sessions.at(session).payment;
    Later later{till};
    const auto refunded = till.stripe.refund(payment, 10'000);
    REQUIRE(till.deliver(refunded) == 200);
    CHECK(till.left(place) == base::Cents{10'000});
    const auto failed = till.stripe.fail_refund(payment, 10'000);
    REQUIRE(till.deliver(failed) == 200);
    till.office.world.run_jobs();
    CHECK(till.left(place) == base::Cents{});
    CHECK(told() == std::vector{payments::Setback::refund_failed});
    REQUIRE(till.deliver(refunded) == 200); // again, and the failure too
    REQUIRE(till.deliver(failed) == 200);
    till.office.world.run_jobs();
    CHECK(till.left(place) == base::Cents{});
    CHECK(told().size() == 1);
}

TEST_CASE_ENGINES("a refund told after it failed ends in the same books") // INV-048 INV-042
{
    Till till{engine};
    till.connect();
    const auto place = issued(till.office);
    const auto session = till.press(place);
    till.deliver_all(till.stripe.pay(session));
    const auto payment = till.stripe.sessions.at(session).payment;
    const auto refunded = till.stripe.refund(payment, 10'000);
    CHECK(till.deliver(till.stripe.fail_refund(payment, 10'000)) == 200);
    CHECK(till.deliver(refunded) == 200);
    till.office.world.run_jobs();
    CHECK(till.left(place) == base::Cents{});
}

TEST_CASE_ENGINES("what is told in another currency, or of another business, is nobody’s payment")
{ // INV-042
    Till till{engine, {{"listener", listen}}};
    told().clear();
    till.connect();
    const auto place = issued(till.office);
    const auto session = till.press(place);
    for (auto body : till.stripe.pay(session)) {
        for (auto at = body.find("\"eur\""); at != std::string::npos; at = body.find("\"eur\""))
            body.replace(at, 5, "\"usd\"");
        CHECK(till.deliver(body) == 200);
    }
    CHECK(till.paid(place) == base::Cents{});
    till.office.world.run_jobs();
    CHECK(told() == std::vector{payments::Setback::other_currency});
    CHECK(holds(till.office.lea.browser.get(place), "a reçu des USD"));
    CHECK(till.aurore.browser.post(till.portal(place) + "/reglement").status == 422);
    const auto stranger = till.stripe.event(
        "charge.succeeded", {{"id", "ch_9"},
                             {"status", "succeeded"},
                             {"currency", "eur"},
                             {"amount_captured", 60'000},
                             {"payment_intent", "pi_9"},
                             {"metadata", boost::json::object{{"checkout", "123456789"}}}});
    CHECK(till.deliver(stranger) == 200);
    CHECK(till.paid(place) == base::Cents{});
}

TEST_CASE_ENGINES("money of another currency, once recorded by hand, lets the client pay the rest")
{ // INV-042
    Till till{engine};
    till.connect();
    const auto place = issued(till.office);
    for (auto body : till.stripe.pay(till.press(place))) {
        for (auto at = body.find("\"eur\""); at != std::string::npos; at = body.find("\"eur\""))
            body.replace(at, 5, "\"usd\"");
        CHECK(till.deliver(body) == 200);
    }
    const auto pay = [&] { return till.aurore.browser.post(till.portal(place) + "/reglement"); };
    REQUIRE(pay().status == 422);
    const auto record = [&](const char* amount) {
        return till.office.lea.browser
            .post(place + "/paiements",
                  {{"amount", amount}, {"received_on", "2026-01-15"}, {"means", "card"}})
            .status;
    };
    REQUIRE(record("500") == 303);
    const auto office = till.office.lea.browser.get(place);
    CHECK_FALSE(holds(office, "À vérifier"));
    CHECK(holds(office, "a reçu des USD")); // not forgotten: it may have been a cheque
    CHECK(
        holds(till.aurore.browser.get(till.portal(place) + "/reglement/retour"), "Paiement reçu"));
    const auto rest = till.left(place);
    till.deliver_all(till.stripe.pay(till.press(place)));
    CHECK(rest > base::Cents{});
    CHECK(till.left(place) == base::Cents{});
}
