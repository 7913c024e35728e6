#include "modules/billing/apportion.hpp"
#include "modules/billing/document_test_kit.hpp"

#include <doctest.h>

using namespace billing;
using namespace billing_kit;
using base::Cents;

namespace
{

Figures trade_quote()
{
    return figures_of({.lines = {piece(1, 2940), piece(2, 8100), piece(3, 600), piece(4, 1500)}});
}
Figures two_rates()
{
    return figures_of({.lines = {piece(1, 10'000), piece(2, 3'333, tva_10())}});
}

} // namespace

TEST_CASE("an amount is shared to the cent, and no part shrinks when it grows")
{
    const std::vector<Cents> weights{{7}, {0}, {11}, {11}, {3}};
    auto before = apportion(Cents{0}, weights);
    for (std::int64_t total = 1; total <= 64; ++total) {
        const auto parts = apportion(Cents{total}, weights);
        CHECK(base::sum(parts) == Cents{total});
        for (std::size_t i = 0; i < parts.size(); ++i)
            CHECK(parts[i] >= before[i]);
        CHECK(parts[1] == Cents{});
        before = parts;
    }
    CHECK(apportion(Cents{32}, weights) == weights);
}

TEST_CASE("a deposit of 30 % and its balance make the quote") // QUO-009 JRN-10 JRN-21
{
    const auto quote = trade_quote();
    const auto amount = deposit_amount(quote, base::Rate{300'000});
    CHECK(amount == Cents{4730});

    const auto deposit = deposit_of(quote, amount);
    CHECK(deposit.totals.gross == Cents{4730});
    CHECK(deposit.totals.net == Cents{3942});
    CHECK(deposit.totals.tax == Cents{788});
    CHECK(broken_rules(deposit).empty());

    const auto balance = balance_of(quote, {deposit});
    CHECK(balance.totals.gross == Cents{15768});
    CHECK(balance.totals.deposits == Cents{4730});
    CHECK(balance.totals.due == Cents{11038});
    const auto left = rows_left(quote, {deposit});
    CHECK(left[0].base == Cents{13140 - 3942});
    CHECK(left[0].tax == Cents{2628 - 788});

    const auto wheels = figures_of({.lines = {line(1, 40'000, 950'000)}});
    CHECK(deposit_amount(wheels, base::Rate{300'000}) == Cents{13680});
}

TEST_CASE("a deposit lies between a cent and what is left")
{
    const auto quote = trade_quote();
    for (const std::int64_t cents : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{15769}})
        CHECK(refusal_of([&] { deposit_of(quote, Cents{cents}); }) == "billing.refusal.deposit");
    CHECK(refusal_of([&] { deposit_of(quote, Cents{1}, Cents{15768}); }) ==
          "billing.refusal.deposit");
    CHECK(refusal_of([&] { deposit_amount(quote, Cents{}); }) == "billing.refusal.deposit");
    const auto deposit = deposit_of(quote, Cents{10'000});
    CHECK(refusal_of([&] {
              balance_of(quote, {deposit, deposit});
          }) == "billing.refusal.deposits_exceed");
    CHECK(refusal_of([&] { balance_of(two_rates(), {deposit}); }) ==
          "billing.refusal.other_document");
}

TEST_CASE("a part of a document that changed since is noticed")
{
    const auto quote = trade_quote();
    const auto deposit = deposit_of(quote, Cents{1'000});
    CHECK(quote.whole.empty());
    CHECK(deposit.whole == identity_of(quote));
    CHECK(balance_of(quote, {deposit}).whole == identity_of(quote));

    const auto changed =
        figures_of({.lines = {piece(1, 2941), piece(2, 8100), piece(3, 600), piece(4, 1500)}});
    CHECK(refusal_of([&] { balance_of(changed, {deposit}); }) == "billing.refusal.other_document");
    CHECK(refusal_of([&] { credit_rest(changed, {credit_amount(quote, {}, Cents{100})}); }) ==
          "billing.refusal.other_document");
    CHECK(refusal_of([&] { balance_of(quote, {quote}); }) == "billing.refusal.other_document");
}

TEST_CASE("instalments of 40, 40 and 20 % make the whole") // QUO-010
{
    const auto amounts = instalments(trade_quote(), {{400'000}, {400'000}, {200'000}});
    CHECK(amounts == std::vector<Cents>{{6307}, {6307}, {3154}});
    CHECK(refusal_of([] {
              instalments(trade_quote(), {{400'000}, {400'000}});
          }) == "billing.refusal.instalments");
    CHECK(refusal_of([] {
              instalments(trade_quote(), {{1'000'000}, {0}});
          }) == "billing.refusal.instalments");
}

TEST_CASE("three situations make the work, tax included")
{
    const auto work = two_rates();
    const std::vector<LineProgress> none;
    const std::vector<LineProgress> third{{1, {333'333}}, {2, {0}}};
    const std::vector<LineProgress> most{{1, {700'000}}, {2, {500'000}}};
    const std::vector<LineProgress> all{{1, {1'000'000}}, {2, {1'000'000}}};

    const auto first = situation_of(work, third, none);
    const auto second = situation_of(work, most, third);
    const auto last = situation_of(work, all, most);

    CHECK(first.lines[0].net == Cents{3333});
    CHECK(first.lines[1].net == Cents{0}); // 0 % stays 0 %
    CHECK(second.lines[1].net == Cents{1667});
    CHECK(last.lines[1].net == Cents{1666});
    CHECK(first.totals.gross + second.totals.gross + last.totals.gross == work.totals.gross);
    CHECK(first.totals.tax + second.totals.tax + last.totals.tax == work.totals.tax);
    CHECK(progressed(work, all).totals.gross == work.totals.gross);
}

TEST_CASE("an advance that goes back, or too far, or nowhere, is refused")
{
    const auto work = two_rates();
    CHECK(refusal_of([&] {
              situation_of(work, {{1, {100}}}, {{1, {200}}});
          }) == "billing.refusal.progress_backwards");
    CHECK(refusal_of([&] {
              progressed(work, {{1, {1'000'001}}});
          }) == "billing.refusal.progress_range");
    CHECK(refusal_of([&] { progressed(work, {{1, {-1}}}); }) == "billing.refusal.progress_range");
    CHECK(refusal_of([&] { progressed(work, {{9, {1}}}); }) == "billing.refusal.progress_line");
    CHECK(refusal_of([&] {
              progressed(work, {{1, {1}}, {1, {2}}});
          }) == "billing.refusal.progress_line");
}

TEST_CASE("a credit note of 24,00 € of an invoice of 157,68 €") // JRN-16 JRN-44 INV-003
{
    const auto invoice = trade_quote();
    const auto credit = credit_amount(invoice, {}, Cents{2400});
    CHECK(credit.totals.net == Cents{2000});
    CHECK(credit.totals.tax == Cents{400});
    CHECK(left_to_credit(invoice, {credit}) == Cents{13368});

    const auto rest = credit_rest(invoice, {credit});
    CHECK(rest.totals.gross == Cents{13368});
    CHECK(rest.totals.net == Cents{11140});
    CHECK(refusal_of([&] {
              credit_rest(invoice, {credit, rest});
          }) == "billing.refusal.nothing_to_credit");

    const auto hours = figures_of({.lines = {line(1, 35'000, 900'000)}});
    CHECK(credit_amount(hours, {}, Cents{10'000}).totals.net == Cents{8333});
}

TEST_CASE("the credit note of everything is the invoice itself")
{
    const auto invoice = two_rates();
    const auto credit = credit_rest(invoice, {});
    CHECK(credit.whole == identity_of(invoice));
    auto same = invoice;
    same.whole = credit.whole;
    CHECK(credit == same);
    CHECK(refusal_of([&] { credit_amount(invoice, {credit}, Cents{1}); }) ==
          "billing.refusal.credit_range");
}

TEST_CASE("lines are credited within what they have left")
{
    const auto invoice = two_rates();
    const auto first = credit_lines(invoice, {}, {{2, Cents{1'111}}});
    CHECK(first.totals.tax == Cents{111});
    const auto second = credit_lines(invoice, {first}, {{2, Cents{2'222}}});
    CHECK(second.totals.tax == Cents{222});
    CHECK(refusal_of([&] {
              credit_lines(invoice, {first}, {{2, Cents{2'223}}});
          }) == "billing.refusal.credit_range");
    CHECK(refusal_of([&] {
              credit_lines(invoice, {}, {{2, Cents{-1}}});
          }) == "billing.refusal.credit_range");
    CHECK(refusal_of([&] {
              credit_lines(invoice, {}, {{3, Cents{1}}});
          }) == "billing.refusal.credit_line");
    CHECK(refusal_of([&] {
              credit_lines(invoice, {}, {{2, Cents{1}}, {2, Cents{1}}});
          }) == "billing.refusal.credit_line");
}

TEST_CASE("a line credited whole gives back what the discount of the document left of it")
{
    const auto invoice = figures_of({.lines = {piece(1, 100'000), piece(2, 100'000)},
                                     .adjustments = {{.size = base::Rate{100'000}}}});
    CHECK(lines_left_to_credit(invoice, {}).at(1) == Cents{90'000});
    CHECK(refusal_of([&] {
              credit_lines(invoice, {}, {{1, Cents{100'000}}});
          }) == "billing.refusal.credit_range");
    const auto first = credit_lines(invoice, {}, {{1, Cents{90'000}}});
    CHECK(first.totals.gross == Cents{108'000});
    CHECK(lines_left_to_credit(invoice, {first}).at(1) == Cents{});
    const auto second = credit_lines(invoice, {first}, {{2, Cents{90'000}}});
    CHECK(left_to_credit(invoice, {first, second}) == Cents{});

    const auto mixed = figures_of({.lines = {piece(1, 100'000), line(2, -10'000, 100'000)},
                                   .adjustments = {{.size = Cents{500}, .treatment = tva_20()}}});
    CHECK(refusal_of([&] {
              credit_lines(mixed, {}, {{1, Cents{100}}});
          }) == "billing.refusal.mixed_signs");
}

TEST_CASE("lines credited to the last leave no cent of a tax that held one more")
{
    int placed = 0;
    for (std::int64_t cents = 1; cents < 400; ++cents) {
        const auto invoice =
            figures_of({.prices = Prices::gross, .lines = {piece(1, cents, tva_55())}});
        placed += invoice.rows[0].rounding > Cents{} ? 1 : 0;
        const auto credit = credit_lines(invoice, {}, {{1, invoice.totals.net}});
        CHECK(left_to_credit(invoice, {credit}) == Cents{});
    }
    CHECK(placed > 0);
}

TEST_CASE("a margin is kept apart from what a client reads") // QUO-004
{
    const auto quote = trade_quote();
    const auto margin = margin_of(quote, {{1, {210'000}}, {2, {675'000}}, {3, {60'000}}});
    CHECK(margin.cost == Cents{9450});
    CHECK(margin.margin == Cents{3690});
    CHECK(margin.rate == base::Rate{280'822}); // 28,0822 %
    CHECK(frozen(quote).find("cost") == std::string::npos);
    CHECK_FALSE(margin_of(figures_of({.lines = {piece(1, 0)}}), {}).rate.has_value());
}
