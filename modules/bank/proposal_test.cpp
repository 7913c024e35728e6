#include "kernel/base/refusal.hpp"
#include "modules/bank/shares.hpp"

#include <doctest.h>

using namespace bank;

namespace
{

constexpr auto euros = base::Currency::EUR;

Owed owed(std::int64_t id, const std::string& number, std::int64_t cents,
          const std::string& client = "Aurore Penhoat", std::int64_t client_id = 1)
{
    return {.id = {id},
            .client_id = {client_id},
            .number = number,
            .title = "Travaux",
            .client_name = client,
            .due_on = {},
            .left_due = {cents}};
}

Proposal proposed(const std::vector<Owed>& all, std::int64_t cents, const std::string& label,
                  const std::string& counterpart = {})
{
    return Proposer{all}.propose({.booked_on = {},
                                  .amount = {cents},
                                  .label = label,
                                  .counterpart = counterpart,
                                  .reference = {}});
}

using Ids = std::vector<invoices::InvoiceId>;

std::string refusal_of(std::int64_t cents, const std::vector<Chosen>& chosen)
{
    try {
        shares_of({cents}, chosen, invoices::Surplus::refused, euros);
    } catch (const base::Refusal& refusal) {
        return refusal.code;
    }
    return {};
}

} // namespace

TEST_CASE("a number is found however the bank wrote it, and never inside another one")
{
    const std::vector<Owed> all{owed(1, "FACT-2026-0012", 60'000)};
    for (const char* label : {"VIR FACT-2026-0012", "vir fact20260012", "FACT 2026 00 12 merci",
                              "12 FACT/2026/0012."}) {
        CAPTURE(label);
        CHECK(proposed(all, 60'000, label).reason == Reason::number);
    }
    CHECK(proposed(all, 70'000, "FACT-2026-00121").reason == Reason::none);
    CHECK(proposed({owed(1, "12", 60'000)}, 70'000, "CB 4512 2026").reason == Reason::none);
    CHECK(proposed({owed(1, "F12", 60'000)}, 70'000, "REF12").reason == Reason::none);
    CHECK(proposed({owed(1, "F12", 60'000)}, 60'000, "facture F12").reason == Reason::number);
    CHECK(proposed({owed(1, "20260012", 60'000)}, 60'000, "12 20260012").reason == Reason::number);
}

TEST_CASE("the amount says whether the named invoices are paid whole, in part, or otherwise")
{
    const std::vector<Owed> all{owed(1, "FACT-2026-0001", 60'000), owed(2, "FACT-2026-0002", 500),
                                owed(3, "FACT-2026-0003", 700, "Bertille Le Goff", 2)};
    CHECK(proposed(all, 60'500, "FACT-2026-0001 FACT-2026-0002").reason == Reason::number);
    CHECK(proposed(all, 20'000, "FACT-2026-0001").reason == Reason::part);
    CHECK(proposed(all, 20'000, "FACT-2026-0001").is_whole());
    CHECK(proposed(all, 70'000, "FACT-2026-0001").reason == Reason::named);
    CHECK_FALSE(proposed(all, 70'000, "FACT-2026-0001").is_whole());
    CHECK(proposed(all, 1'200, "FACT-2026-0002 FACT-2026-0003").reason == Reason::several);
}

TEST_CASE("a client's name and an amount find one invoice, or say that several fit")
{
    const std::vector<Owed> one{owed(1, "A1", 60'000), owed(2, "A2", 500), owed(3, "A3", 900)};
    CHECK(proposed(one, 60'000, "VIR MME PENHOAT AURORE").reason == Reason::client_amount);
    CHECK(proposed(one, 60'000, "VIR", "Penhoat Aurore").invoices == Ids{{1}});
    CHECK(proposed(one, 1'400, "PENHOAT AURORE").invoices == Ids{{2}, {3}});
    CHECK(proposed(one, 61'400, "PENHOAT AURORE").reason == Reason::client_sum);
    CHECK(proposed(one, 1, "PENHOAT AURORE").reason == Reason::client);
    CHECK(proposed(one, 1, "PENHOAT").reason == Reason::none);
    const std::vector<Owed> twice{owed(1, "A1", 60'000), owed(2, "A2", 60'000)};
    CHECK(proposed(twice, 60'000, "PENHOAT AURORE").reason == Reason::several);
    CHECK_FALSE(proposed(twice, 60'000, "PENHOAT AURORE").is_whole());
    const std::vector<Owed> sums{owed(1, "A1", 100), owed(2, "A2", 300), owed(3, "A3", 200),
                                 owed(4, "A4", 200)};
    CHECK(proposed(sums, 400, "PENHOAT AURORE").reason == Reason::several);
}

TEST_CASE("an amount alone decides nothing when two invoices fit")
{
    const std::vector<Owed> all{owed(1, "A1", 60'000), owed(2, "A2", 60'000, "Bertille Le Goff", 2),
                                owed(3, "A3", 900)};
    CHECK(proposed(all, 60'000, "VIREMENT").reason == Reason::several);
    CHECK(proposed(all, 60'000, "VIREMENT").invoices == Ids{{1}, {2}});
    CHECK(proposed(all, 900, "VIREMENT").reason == Reason::amount);
    CHECK(proposed(all, 901, "VIREMENT").reason == Reason::none);
    CHECK(proposed(all, 60'000, "PENHOAT AURORE").invoices == Ids{{1}});
}

TEST_CASE("shares are the transfer to the cent")
{
    const auto a = owed(1, "A1", 600);
    const auto b = owed(2, "A2", 500);
    const auto shares = shares_of({1'000}, {{a, {}}, {b, {}}}, invoices::Surplus::refused, euros);
    CHECK(shares.at(0).amount == base::Cents{600});
    CHECK(shares.at(1).amount == base::Cents{400});
    const auto kept = shares_of({1'200}, {{a, {}}, {b, {}}}, invoices::Surplus::kept, euros);
    CHECK(kept.at(1).amount == base::Cents{600});
    const auto typed =
        shares_of({700}, {{a, base::Cents{250}}, {b, {}}}, invoices::Surplus::refused, euros);
    CHECK(typed.at(1).amount == base::Cents{450});
    CHECK(refusal_of(1'200, {{a, {}}, {b, {}}}) == "bank.refusal.rest");
    CHECK(refusal_of(600, {{a, {}}, {b, {}}}) == "bank.refusal.nothing_for");
    CHECK(refusal_of(100, {{a, base::Cents{101}}}) == "bank.refusal.beyond");
    CHECK(refusal_of(100, {}) == "bank.refusal.no_invoice");
    CHECK(refusal_of(1'000, {{a, {}}, {owed(3, "B", 900, "Le Goff", 2), {}}}) ==
          "bank.refusal.two_clients");
}
