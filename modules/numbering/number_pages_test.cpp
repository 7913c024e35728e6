#include "modules/numbering/number_actions.hpp"
#include "modules/numbering/numbering.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <set>
#include <thread>

using tenancy::WorkspaceTransaction;
using test_world::Member;
using test_world::World;

namespace
{

const base::Date in_2026 = base::Date::parse("2026-12-31").value();
const base::Date in_2027 = base::Date::parse("2027-01-01").value();

void describe_papers(kernel::Module& module)
{
    numbering::describe(module);
    numbering::declare(
        {.code = "paper", .label_key = "numbering.title", .default_format = "DEV-{YYYY}-{NNNN}"});
}

struct Office {
    explicit Office(db::Engine engine)
        : world(engine, {{"numbering", describe_papers}}),
          firm(world.add_workspace("charpentes", "chantier")),
          lea(world.add_member(firm, {.name = "Lea", .role = "admin"})),
          malik(world.add_member(firm, {.name = "Malik", .role = "employe"}))
    {
    }
    std::string take(base::Date on = in_2026)
    {
        return world.context(firm, lea.actor).write([&](WorkspaceTransaction& tx) {
            return numbering::take(tx, "paper", on);
        });
    }
    http::Response save(const std::string& format, const std::string& restart = "yearly")
    {
        return lea.browser.post(page,
                                {{"series", "paper"}, {"format", format}, {"restart", restart}});
    }

    const std::string page = "/e/charpentes/reglages/numerotation";
    World world;
    tenancy::Workspace firm;
    Member lea;
    Member malik;
};

bool holds(const http::Response& page, std::string_view words)
{
    return page.body.find(words) != std::string::npos;
}

} // namespace

TEST_CASE_ENGINES(
    "numbers follow each other, each year from one, and one rolled back leaves no gap")
{
    Office office{engine}; // QUO-001 INV-002
    CHECK(office.take() == "DEV-2026-0001");
    CHECK_THROWS_AS(
        office.world.context(office.firm, office.lea.actor).write([](WorkspaceTransaction& tx) {
            numbering::take(tx, "paper", in_2026);
            throw base::NotFound{};
        }),
        base::NotFound);
    CHECK(office.take() == "DEV-2026-0002");
    CHECK(office.take(in_2027) == "DEV-2027-0001");
}

TEST_CASE_ENGINES("two businesses may have the same number, each without a gap")
{
    Office office{engine}; // PLT-008
    const auto other = office.world.add_workspace("toitures", "chantier");
    const auto yann = office.world.add_member(other, {.name = "Yann", .role = "admin"});
    const auto theirs = [&] {
        return office.world.context(other, yann.actor).write([](WorkspaceTransaction& tx) {
            return numbering::take(tx, "paper", in_2026);
        });
    };
    CHECK(office.take() == "DEV-2026-0001");
    CHECK(theirs() == "DEV-2026-0001");
    CHECK(office.take() == "DEV-2026-0002");
    CHECK(theirs() == "DEV-2026-0002");
}

TEST_CASE_ENGINES("people who take numbers together get each one once, and none is missing")
{
    Office office{engine}; // INV-002
    constexpr int people = 4;
    constexpr int each = 10;
    std::set<std::string> numbers;
    std::mutex mutex;
    {
        std::vector<std::jthread> threads;
        for (int person = 0; person < people; ++person)
            threads.emplace_back([&] {
                for (int time = 0; time < each; ++time) {
                    const auto number = office.take();
                    const std::lock_guard lock{mutex};
                    numbers.insert(number);
                }
            });
    }
    CHECK(numbers.size() == people * each);
    CHECK(*numbers.rbegin() == "DEV-2026-0040");
}

TEST_CASE_ENGINES("a number is never given twice, however often the counter's restart changes")
{
    Office office{engine}; // INV-002
    std::set<std::string> numbers{office.take(), office.take()};
    REQUIRE(office.save("DEV-{YYYY}-{NNNN}", "never").status == 303);
    numbers.insert(office.take());
    numbers.insert(office.take(in_2027));
    REQUIRE(office.save("DEV-{YYYY}-{NNNN}", "yearly").status == 303);
    numbers.insert(office.take());
    numbers.insert(office.take(in_2027));
    CHECK(numbers == std::set<std::string>{"DEV-2026-0001", "DEV-2026-0002", "DEV-2026-0003",
                                           "DEV-2027-0004", "DEV-2026-0004", "DEV-2027-0005"});
}

TEST_CASE_ENGINES("the business chooses its format, and one that cannot be is refused in its place")
{
    Office office{engine}; // QUO-001 INV-002
    CHECK(holds(office.lea.browser.get(office.page), "-0001"));
    const auto refused = office.save("D-{YYYY}");
    CHECK(refused.status == 422);
    CHECK(holds(refused, "Il manque le compteur"));
    CHECK(holds(refused, "value=\"D-{YYYY}\""));
    CHECK(office.take() == "DEV-2026-0001");
    REQUIRE(office.save("D{YY}/{NNN}").status == 303);
    CHECK(office.take() == "D26/002");
    CHECK(office.malik.browser.get(office.page).status == 403);
    CHECK(office.lea.browser.post(office.page, {{"series", "other"}, {"format", "{YYYY}{N}"}})
              .status == 404);
}
