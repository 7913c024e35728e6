#include "modules/billing/document_test_kit.hpp"

#include <doctest.h>

using namespace billing;
using namespace billing_kit;
using base::Cents;

TEST_CASE("a deposit of 30 % and its balance make the quote") // QUO-009 JRN-10 JRN-21
{
    const auto quote = trade_quote();
    const auto amount = deposit_amount(quote, base::Rate{300'000});
    CHECK(amount == Cents{4730});

    const auto deposit = deposit_of(quote, amount, {});
    CHECK(deposit.totals.gross == Cents{4730});
    CHECK(deposit.totals.net == Cents{3942});
    CHECK(deposit.totals.tax == Cents{788});
    CHECK(broken_rules(deposit).empty());

    const auto balance = balance_of(quote, {deposit});
    CHECK(balance.totals.gross == Cents{15768});
    CHECK(balance.totals.deposits == Cents{4730});
    CHECK(balance.totals.due == Cents{11038});
    const auto left = rows_left(balance);
    CHECK(left[0].base == Cents{13140 - 3942});
    CHECK(left[0].tax == Cents{2628 - 788});

    const auto wheels = figures_of({.lines = {line(1, 40'000, 950'000)}});
    CHECK(deposit_amount(wheels, base::Rate{300'000}) == Cents{13680});
}

TEST_CASE("a deposit lies between a cent and what is left")
{
    const auto quote = trade_quote();
    for (const std::int64_t cents : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{15769}})
        CHECK(refusal_of([&] { deposit_of(quote, Cents{cents}, {}); }) ==
              "billing.refusal.deposit");
    CHECK(refusal_of([&] { deposit_of(quote, Cents{1}, {deposit_of(quote, Cents{15768}, {})}); }) ==
          "billing.refusal.deposit");
    CHECK(refusal_of([&] { deposit_amount(quote, Cents{}); }) == "billing.refusal.deposit");
    const auto deposit = deposit_of(quote, Cents{10'000}, {});
    CHECK(refusal_of([&] {
              balance_of(quote, {deposit, deposit});
          }) == "billing.refusal.deposits_exceed");
    CHECK(refusal_of([&] { balance_of(two_rates(), {deposit}); }) ==
          "billing.refusal.other_document");
}

TEST_CASE("a deposit takes what is left by those that were issued, whatever counted them")
{
    const auto quote = trade_quote();
    auto first = deposit_of(quote, Cents{4'730}, {});
    first.lines[0].net.value += 3;
    first.rows[0].tax.value -= 3;
    const auto second = deposit_of(quote, Cents{15'768 - 4'730}, {first});
    CHECK(second.totals.net == Cents{13'140 - 3'945});
    CHECK(second.totals.tax == Cents{2'628 - 785});
    const auto cent = deposit_of(quote, Cents{1}, {first});
    CHECK(cent.totals.gross == Cents{1});
    CHECK(cent.totals.net >= Cents{});
    CHECK(cent.totals.tax >= Cents{});
}

TEST_CASE("a part of a document that changed since is noticed")
{
    const auto quote = trade_quote();
    const auto deposit = deposit_of(quote, Cents{1'000}, {});
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

TEST_CASE("a situation recovers a part of the deposit, the last one the rest")
{
    const auto work = two_rates();
    const auto deposit = deposit_of(work, Cents{4'700}, {});
    Issued issued{.deposits = {deposit}, .situations = {}};
    CHECK(left_to_recover(work, issued) == Cents{4'700});

    const auto half = situation_of(work, {{1, {500'000}}}, {});
    CHECK(refusal_of([&] { recovered(work, half, issued, Cents{4'701}); }) ==
          "billing.refusal.deposits_exceed");
    const auto first = recovered(work, half, issued, Cents{2'000});
    CHECK(first.totals.gross == Cents{6'000});
    CHECK(first.totals.deposits == Cents{2'000});
    CHECK(first.totals.due == Cents{4'000});
    CHECK(rows_left(first)[0].base < Cents{}); // of 10 %, where no work has begun
    CHECK(broken_rules(first).empty());

    issued.situations = {first};
    CHECK(left_to_recover(work, issued) == Cents{2'700});
    const std::vector<LineProgress> all{{1, base::hundred_percent}, {2, base::hundred_percent}};
    const auto last =
        recovered(work, situation_of(work, all, issued.situations), issued, Cents{2'700});
    CHECK(deposit.totals.gross + first.totals.due + last.totals.due == work.totals.gross);
    for (std::size_t i = 0; i < work.rows.size(); ++i) {
        CHECK(deposit.rows[i].base + rows_left(first)[i].base + rows_left(last)[i].base ==
              work.rows[i].base);
        CHECK(deposit.rows[i].tax + rows_left(first)[i].tax + rows_left(last)[i].tax ==
              work.rows[i].tax);
    }
    CHECK(refusal_of([&] {
              recovered(two_rates(), deposit_of(trade_quote(), Cents{1}, {}), {}, Cents{});
          }) == "billing.refusal.other_document");
}
