#include "modules/payments/payments_test_kit.hpp"
#include "modules/payments/taking_store.hpp"

using namespace payments_test;

namespace
{

/// An invoice of 600,00 that was paid online.
struct Paid {
    explicit Paid(db::Engine engine) : till(engine)
    {
        till.connect();
        place = issued(till.office);
        const auto session = till.press(place);
        till.deliver_all(till.stripe.pay(session));
        payment = till.stripe.sessions.at(session).payment;
        const auto taking = till.office.as_lea().read([&](WorkspaceTransaction& tx) {
            return payments::TakingStore{tx}.of(id_of(place)).front();
        });
        page = place + "/en-ligne/" + taking.id.text() + "/remboursement";
    }
    http::Response refund(const std::string& amount, const std::string& reason = "Geste")
    {
        return till.office.lea.browser.post(page, {{"amount", amount}, {"reason", reason}});
    }
    base::Cents refunded() { return facts_of(till.office, place).balance.refunded; }

    Till till;
    std::string place;
    std::string payment;
    std::string page;
};

} // namespace

TEST_CASE_ENGINES("a part, then the rest, is given back through Stripe and never more") // INV-048
{
    Paid paid{engine};
    auto& stripe = paid.till.stripe;
    CHECK(holds(paid.till.office.lea.browser.get(paid.place), "Rembourser…"));
    CHECK(holds(paid.till.office.lea.browser.get(paid.page), "600,00"));
    CHECK(paid.refund("100").status == 303);
    CHECK(stripe.money.at(paid.payment).refunded == 10'000);
    CHECK(paid.refunded() == base::Cents{10'000});
    const auto beyond = paid.refund("500,01");
    CHECK(beyond.status == 422);
    CHECK(holds(beyond, "Il ne reste que 500,00"));
    CHECK(paid.refund("0").status == 422);
    CHECK(paid.refund("10", "").status == 422);
    CHECK(paid.refunded() == base::Cents{10'000});
    CHECK(paid.refund("500").status == 303);
    CHECK(paid.refunded() == base::Cents{60'000});
    CHECK(holds(paid.till.office.lea.browser.get(paid.place), "Remboursée"));
    CHECK(stripe.complaints.empty());
}

TEST_CASE_ENGINES("the notice of a refund that was asked here adds nothing") // INV-048 INV-042
{
    Paid paid{engine};
    CHECK(paid.refund("100").status == 303);
    CHECK(paid.till.deliver(paid.till.stripe.refund(paid.payment, 0)) == 200);
    CHECK(paid.refunded() == base::Cents{10'000});
    CHECK(paid.till.deliver(paid.till.stripe.refund(paid.payment, 2'500)) == 200); // from outside
    CHECK(paid.refunded() == base::Cents{12'500});
}

TEST_CASE_ENGINES("a refund whose answer was lost, asked again, leaves once") // INV-048
{
    Paid paid{engine};
    paid.till.stripe.lost_answers = 1;
    const auto lost = paid.refund("100");
    CHECK(lost.status == 422);
    CHECK(holds(lost, "Rien n’a été remboursé"));
    CHECK(paid.refunded() == base::Cents{});
    CHECK(paid.refund("100").status == 303);
    CHECK(paid.till.stripe.refunds_made == 1);
    CHECK(paid.refunded() == base::Cents{10'000});
}

TEST_CASE_ENGINES("only who records payments gives back, and only on its own invoice") // INV-048
{
    Paid paid{engine};
    CHECK(paid.till.office.malik.browser.get(paid.page).status == 403);
    CHECK(paid.till.aurore.browser.get(paid.page).status != 200);
    const auto other = issued(paid.till.office);
    const auto elsewhere = other + paid.page.substr(paid.place.size());
    CHECK(paid.till.office.lea.browser.get(elsewhere).status == 404);
    CHECK(paid.till.stripe.refunds_made == 0);
}
