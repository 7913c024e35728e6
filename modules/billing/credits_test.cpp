#include "modules/billing/document_test_kit.hpp"

#include <doctest.h>

using namespace billing;
using namespace billing_kit;
using base::Cents;

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

TEST_CASE("a credit note of a balance leaves to each deposit what it asked itself")
{
    const auto quote = trade_quote();
    const auto deposit = deposit_of(quote, Cents{4'730}, {});
    const auto balance = balance_of(quote, {deposit});
    CHECK(left_to_credit(balance, {}) == Cents{11'038});
    CHECK(refusal_of([&] { credit_amount(balance, {}, Cents{11'039}); }) ==
          "billing.refusal.credit_range");

    const auto rest = credit_rest(balance, {});
    CHECK(rest.totals.gross == Cents{11'038});
    CHECK(rest.totals.net == Cents{13'140 - 3'942});
    CHECK(rest.totals.tax == Cents{2'628 - 788});
    CHECK(credit_rest(deposit, {}).totals.gross == Cents{4'730});

    const auto left = lines_left_to_credit(balance, {});
    CHECK(left.at(2) == Cents{5'670}); // 70 % of 81,00
    std::vector<LineCredit> lines;
    for (const auto& [key, net] : left)
        lines.push_back({key, net});
    const auto credit = credit_lines(balance, {}, lines);
    CHECK(left_to_credit(balance, {credit}) == Cents{});
    CHECK(refusal_of([&] {
              credit_rest(balance_of(quote, {deposit_of(quote, Cents{15'768}, {})}), {});
          }) == "billing.refusal.nothing_to_credit");
}
