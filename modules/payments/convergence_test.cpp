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

namespace
{

/// What three providers say that they hold of an invoice.
std::int64_t held_by_all(Till& till)
{
    std::int64_t sum = 0;
    for (const auto& [payment, money] : till.stripe.money)
        sum += money.kept();
    for (const auto& [name, order] : till.paypal.orders)
        sum += order.kept();
    for (const auto& [name, debit] : till.gocardless.debits)
        sum += debit.kept();
    return sum;
}

/// A message of a provider, to be told when and as often as chance wants.
struct Message {
    enum class From { stripe, paypal, gocardless };
    From from;
    std::string body;
};

int deliver(Till& till, const Message& message)
{
    if (message.from == Message::From::stripe) return till.deliver(message.body);
    if (message.from == Message::From::paypal) return till.deliver_order(message.body);
    return till.deliver_debit(message.body);
}

class Bazaar
{
  public:
    Bazaar(Till& till, std::mt19937& chance) : till_(till), chance_(chance) {}

    /// One client’s try, by whatever means, with what follows it.
    void play(const std::string& place)
    {
        switch (chance_() % 3) {
        case 0:
            return by_card(place);
        case 1:
            return by_paypal(place);
        default:
            return by_debit(place);
        }
    }
    /// Some twice, all in any order; then everybody is asked.
    void tell()
    {
        const auto count = messages_.size();
        for (std::size_t i = 0; i < count; ++i)
            if (one_in(2)) messages_.push_back(messages_[i]);
        std::ranges::shuffle(messages_, chance_);
        for (const auto& message : messages_) {
            CHECK(deliver(till_, message) == 200);
            if (one_in(3)) till_.office.world.run_jobs();
        }
        till_.office.world.run_jobs();
    }

  private:
    bool one_in(unsigned count) { return chance_() % count == 0; }
    void keep(Message::From from, const std::string& body) { messages_.push_back({from, body}); }
    void now(Message::From from, const std::string& body)
    {
        keep(from, body);
        CHECK(deliver(till_, messages_.back()) == 200);
        till_.office.world.run_jobs();
    }
    void by_card(const std::string& place)
    {
        using enum Message::From;
        const auto session = till_.press(place);
        for (const auto& body : till_.stripe.pay(session))
            now(stripe, body);
        const auto payment = till_.stripe.sessions.at(session).payment;
        if (!one_in(2)) return;
        keep(stripe, till_.stripe.refund(payment, 1'000));
        if (one_in(2)) now(stripe, till_.stripe.fail_refund(payment, 1'000));
    }
    void by_paypal(const std::string& place)
    {
        using enum Message::From;
        till_.choose(place, "paypal");
        const auto order = till_.paypal.last_order();
        now(paypal, till_.paypal.approve(order));
        if (!one_in(2)) return;
        now(paypal, till_.paypal.refund(order, 1'000));
        if (one_in(2)) now(paypal, till_.paypal.fail_refund(order));
    }
    void by_debit(const std::string& place)
    {
        using enum Message::From;
        auto& bank = till_.gocardless;
        till_.choose(place, "gocardless");
        if (bank.debits.empty()) now(gocardless, bank.sign(bank.last_request()));
        till_.office.world.run_jobs();
        const auto debit = bank.last_debit();
        if (one_in(4)) return now(gocardless, bank.fail(debit));
        now(gocardless, bank.confirm(debit));
        if (one_in(3)) now(gocardless, bank.charge_back(debit));
    }

    Till& till_;
    std::mt19937& chance_;
    std::vector<Message> messages_;
};

} // namespace

TEST_CASE_ENGINES("three providers, told in any order, end in books that say what they say")
{ // INV-042 INV-045 INV-046
    const auto seed = std::random_device{}();
    MESSAGE("seed " << seed);
    std::mt19937 chance{seed};
    Till till{engine};
    till.connect();
    till.connect_paypal();
    till.connect_gocardless();
    Bazaar bazaar{till, chance};
    std::vector<std::string> places;
    for (int i = 0; i < 6; ++i) {
        places.push_back(issued(till.office, std::to_string(50 + chance() % 900)));
        bazaar.play(places.back());
    }
    bazaar.tell();
    std::int64_t kept = 0;
    for (const auto& place : places)
        kept += facts_of(till.office, place).balance.kept().value;
    CHECK_MESSAGE(kept == held_by_all(till), "seed " << seed);
    CHECK(till.stripe.complaints.empty());
    CHECK(till.paypal.complaints.empty());
    CHECK(till.gocardless.complaints.empty());
}
