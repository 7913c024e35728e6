#include "kernel/base/refusal.hpp"
#include "kernel/base/typed_number.hpp"
#include "modules/bank/bank_actions.hpp"
#include "modules/bank/bank_test_kit.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>

using namespace bank_test;

namespace
{

constexpr int invoices_made = 5;
constexpr int lines_made = 14;

std::uint64_t seed_of_run()
{
    const char* asked = std::getenv("ETABLI_RANDOM_SEED");
    return asked != nullptr ? std::strtoull(asked, nullptr, 10) : std::random_device{}();
}

/// Invoices as they come, transfers as they come, and somebody who confirms.
struct Month {
    Month(db::Engine engine, std::uint64_t seed) : counter(engine), dice(seed)
    {
        for (int made = 0; made < invoices_made; ++made)
            places.push_back(counter.owes(std::to_string(roll(1, 4) * 100)));
        for (int made = 0; made < lines_made; ++made)
            lines += line();
    }
    std::int64_t roll(std::int64_t first, std::int64_t last)
    {
        return std::uniform_int_distribution<std::int64_t>{first, last}(dice);
    }
    std::string any_place()
    {
        return places.at(static_cast<std::size_t>(roll(0, invoices_made - 1)));
    }
    /// Often what an invoice asks, and its number or its client's name.
    std::string line()
    {
        const auto place = any_place();
        const auto amount = roll(0, 2) == 0 ? roll(-5'000, 90'000) : counter.left(place).value;
        const auto words = roll(0, 2) == 0   ? counter.number(place)
                           : roll(0, 1) == 0 ? std::string{"Aurore PENHOAT"}
                                             : std::string{"VIREMENT"};
        return std::to_string(roll(10, 20)) + "/01/2026;VIR " + words + ";" +
               base::plain_amount({amount}) + "\n";
    }
    base::Cents left_of_all()
    {
        base::Cents sum;
        for (const auto& place : places)
            sum += counter.left(place);
        return sum;
    }
    bank::Proposal proposal_for(const bank::Line& line)
    {
        return counter.office.as_lea().read([&](WorkspaceTransaction& tx) {
            const auto owed = bank::BankStore{tx}.owed();
            return bank::Proposer{owed}.propose(line.said());
        });
    }
    /// As proposed, or on any invoice, with or without keeping what is over.
    bank::Settlement settlement_of(const bank::Line& line)
    {
        bank::Settlement settlement{.line = line.id, .choices = {}};
        const auto proposal = proposal_for(line);
        if (proposal.is_whole())
            for (const auto id : proposal.invoices)
                settlement.choices.push_back({.invoice = id, .asked = {}});
        if (settlement.choices.empty())
            settlement = {.line = line.id,
                          .choices = {{.invoice = id_of(any_place()), .asked = {}}},
                          .surplus = static_cast<invoices::Surplus>(roll(0, 1))};
        return settlement;
    }
    /// What was matched; nothing where business refused.
    base::Cents settle(const bank::Line& line)
    {
        const auto settlement = settlement_of(line);
        try {
            counter.office.as_lea().write(
                [&](WorkspaceTransaction& tx) { bank::settle_line(tx, settlement); });
        } catch (const base::Refusal&) {
            return {};
        }
        return line.amount;
    }
    base::Cents reopen(const bank::Line& line)
    {
        counter.office.as_lea().write(
            [&](WorkspaceTransaction& tx) { bank::reopen_line(tx, line.id); });
        return line.amount;
    }

    Counter counter;
    std::mt19937_64 dice;
    std::vector<std::string> places;
    std::string lines;
};

} // namespace

TEST_CASE_ENGINES("what is owed goes down by exactly what was matched, and no file counts twice")
{
    const auto seed = seed_of_run();
    MESSAGE("ETABLI_RANDOM_SEED=", seed);
    Month month{engine, seed};
    auto owed = month.left_of_all();
    month.counter.import(month.lines);
    const auto waiting = month.counter.waiting();
    CHECK(month.left_of_all() == owed);
    for (const auto& line : waiting) {
        const auto matched = month.settle(line);
        owed -= matched;
        CHECK(month.left_of_all() == owed);
        if (matched.value == 0 || month.roll(0, 3) > 0) continue;
        owed += month.reopen(line);
        CHECK(month.left_of_all() == owed);
    }
    const auto before = month.counter.waiting().size();
    month.counter.import(month.lines);
    CHECK(month.counter.waiting().size() == before);
    CHECK(month.left_of_all() == owed);
}
