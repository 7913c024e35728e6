#include "kernel/base/text.hpp"
#include "modules/payments/payments_test_kit.hpp"

#include <algorithm>
#include <random>

using namespace payments_test;

namespace
{

constexpr int rounds = 8;
constexpr int presses = 3;

/// Some clients pay, some change their mind, some deny it; what Stripe tells of all that.
class Story
{
  public:
    Story(Till& till, const std::string& place, std::mt19937& chance)
        : till_(till), place_(place), chance_(chance)
    {
    }
    std::vector<std::string> run()
    {
        for (int i = 0; i < presses; ++i) {
            pay_by_hand(); // so that the next press asks another amount
            const auto session = till_.press(place_);
            if (one_in(4)) tell({till_.stripe.decline(session)});
            if (one_in(5)) {
                tell({till_.stripe.expire(session)});
                continue;
            }
            if (one_in(3)) {
                tell(till_.stripe.promise(session));
                tell(till_.stripe.keep_promise(session));
            } else {
                tell(till_.stripe.pay(session));
            }
            after(till_.stripe.sessions.at(session).payment);
        }
        return told_;
    }

    std::int64_t by_hand() const { return by_hand_; }

  private:
    void pay_by_hand()
    {
        REQUIRE(till_.office.lea.browser
                    .post(place_ + "/paiements",
                          {{"amount", "1"}, {"received_on", "2026-01-15"}, {"means", "cash"}})
                    .status == 303);
        by_hand_ += 100;
    }
    bool one_in(unsigned count) { return chance_() % count == 0; }
    void tell(const std::vector<std::string>& notices)
    {
        told_.insert(told_.end(), notices.begin(), notices.end());
    }
    std::int64_t part_of(std::int64_t amount)
    {
        return 1 + static_cast<std::int64_t>(chance_() % static_cast<unsigned>(amount));
    }
    void after(const std::string& payment)
    {
        auto& stripe = till_.stripe;
        for (int i = 0; i < 2; ++i)
            if (const auto kept = stripe.money.at(payment).kept(); kept > 0 && one_in(2))
                tell({stripe.refund(payment, part_of(kept))});
        if (const auto kept = stripe.money.at(payment).kept(); kept > 0 && one_in(3)) {
            tell(stripe.dispute(payment, part_of(kept)));
            if (one_in(2)) tell({stripe.win(stripe.last_dispute())});
        }
    }

    Till& till_;
    std::string place_;
    std::mt19937& chance_;
    std::vector<std::string> told_;
    std::int64_t by_hand_ = 0;
};

/// Each notice once or more, in any order; some are refused at first and sent again, as Stripe
/// does.
void deliver_anyhow(Till& till, std::vector<std::string> told, std::mt19937& chance)
{
    const auto count = told.size();
    for (std::size_t i = 0; i < count; ++i)
        if (chance() % 2 == 0) told.push_back(told[i]);
    std::ranges::shuffle(told, chance);
    for (const auto& notice : told) {
        if (chance() % 4 == 0) CHECK(till.deliver(notice, till.stripe.second() - 1'000) == 400);
        CHECK(till.deliver(notice) == 200);
    }
}

} // namespace

TEST_CASE_ENGINES("in whatever order it is told, the ledger holds what Stripe took, to the cent")
{ // INV-042 JRN-44
    const auto seed = std::random_device{}();
    MESSAGE("seed " << seed);
    std::mt19937 chance{seed};
    Till till{engine};
    till.connect();
    for (int round = 0; round < rounds; ++round) {
        till.stripe.money.clear();
        const auto place = issued(till.office, std::to_string(50 + chance() % 900));
        Story story{till, place, chance};
        deliver_anyhow(till, story.run(), chance);
        auto taken = story.by_hand();
        std::int64_t refunded = 0;
        for (const auto& [payment, money] : till.stripe.money) {
            taken += money.amount - money.lost;
            refunded += money.refunded;
        }
        const auto balance = facts_of(till.office, place).balance;
        CHECK_MESSAGE(balance.paid.value == taken, "seed " << seed << ", round " << round);
        CHECK_MESSAGE(balance.refunded.value == refunded, "seed " << seed << ", round " << round);
    }
    CHECK(till.stripe.complaints.empty());
}
