#include "kernel/forms/field_types.hpp"
#include "modules/accounting/accounting.hpp"
#include "modules/accounting/entry_actions.hpp"
#include "modules/accounting/fec_check.hpp"
#include "modules/crm/crm.hpp"
#include "modules/expenses/expenses.hpp"
#include "modules/numbering/numbering.hpp"
#include "modules/settings/settings.hpp"
#include "tests/world/office.hpp"

#include <doctest.h>

#include <algorithm>

using namespace accounting;
using tenancy::WorkspaceTransaction;
using test_world::holds;
using test_world::Typed;

namespace
{

/// Léa notes what is bought; Soazig keeps the accounts, and changes nothing.
struct Office : test_world::Office {
    explicit Office(db::Engine engine)
        : test_world::Office(engine, {{"crm", crm::describe},
                                      {"settings", settings::describe},
                                      {"numbering", numbering::describe},
                                      {"expenses", expenses::describe},
                                      {"accounting", describe}}),
          soazig(world.add_member(firm, {.name = "Soazig Le Dû", .role = "comptable"}))
    {
    }

    Typed bought(const std::string& amount, const std::string& day = "2026-03-15") const
    {
        return {{"spent_on", day},  {"type", "tools"},       {"description", "Lame"},
                {"amount", amount}, {"tax", "tva20"},        {"supplier", "Quincaillerie du Port"},
                {"means", "bank"},  {"category", "supplier"}};
    }
    /// The address of its page.
    std::string record(const Typed& typed)
    {
        const auto sent = lea.browser.post(place + "/depenses", typed);
        REQUIRE(sent.status == 303);
        return std::string{sent.headers.get("Location")};
    }
    void give_siret()
    {
        REQUIRE(lea.browser
                    .post(place + "/reglages/entreprise", {{"name", "Charpentes du Ponant"},
                                                           {"siret", "73282932000074"},
                                                           {"time_zone", "Europe/Paris"},
                                                           {"version", "0"}})
                    .status == 303);
    }
    std::vector<Entry> entries()
    {
        return world.context(firm, lea.actor).read([](WorkspaceTransaction& tx) {
            return first_entries(tx,
                                 {.first = *base::Date::parse("2026-01-01"),
                                  .last = *base::Date::parse("2026-12-31")},
                                 100);
        });
    }
    FecRead fec(const std::string& more = "")
    {
        const auto file = soazig.browser.get(place + "/comptabilite/fec.txt?periode=2026" + more);
        REQUIRE(file.status == 200);
        return read_fec({.bytes = file.body,
                         .name = "732829320FEC20261231.txt",
                         .first = *base::Date::parse("2026-01-01"),
                         .closing = *base::Date::parse("2026-12-31"),
                         .charset = more.empty() ? Charset::latin9 : Charset::utf8});
    }

    const std::string place = "/e/charpentes";
    test_world::Member soazig;
};

} // namespace

TEST_CASE_ENGINES("an expense books itself: what it is, its tax, and how it was paid")
{
    Office office{engine}; // ACC-007
    office.record(office.bought("120,00"));
    const auto entries = office.entries();
    REQUIRE(entries.size() == 2);
    const auto& bank = entries[0];
    const auto& purchase = entries[1];
    CHECK(purchase.number == "AC000001");
    CHECK(bank.number == "BQ000001");
    REQUIRE(purchase.lines.size() == 3);
    CHECK(purchase.lines[0].account == Account{"606301", "Outils"});
    CHECK(purchase.lines[0].debit == base::Cents{10'000});
    CHECK(purchase.lines[1].account.number == "445660");
    CHECK(purchase.lines[2].party->label == "Quincaillerie du Port");
    CHECK(bank.lines[1].account.number == "512000");
    const auto page = office.soazig.browser.get(office.place + "/comptabilite?periode=2026");
    CHECK(holds(page, "AC000001"));
    CHECK(holds(page, "TVA déductible"));
}

TEST_CASE_ENGINES("a credit note that was typed is booked the other way, and deducted in the file")
{
    Office office{engine}; // ACC-003 ACC-007 ACC-020
    office.record(office.bought("120,00"));
    auto returned = office.bought("30,00", "2026-03-20");
    returned.emplace_back("kind", "credit_note");
    office.record(returned);
    TrialBalance balance;
    for (const auto& entry : office.entries()) {
        balance.add(entry);
        for (const auto& line : entry.lines)
            CHECK((line.debit.value >= 0 && line.credit.value >= 0));
    }
    const auto on = [&](std::string_view number) {
        base::Cents sum;
        for (const auto& line : balance.lines())
            if (line.account.number == number) sum += line.balance();
        return sum;
    };
    CHECK(on("606301") == base::Cents{7'500});
    CHECK(on("445660") == base::Cents{1'500});
    CHECK(on("401000") == base::Cents{});
    CHECK(on("512000") == base::Cents{-9'000});
    const auto summary =
        office.soazig.browser.get(office.place + "/comptabilite/bilan?periode=2026");
    CHECK(holds(summary, "75,00"));
    CHECK(holds(summary, "15,00"));
    office.give_siret();
    const auto read = office.fec();
    CHECK(read.faults.empty());
    CHECK(read.entries == 4);
}

TEST_CASE_ENGINES("what is corrected or cancelled is taken back, and numbers have no gap")
{
    Office office{engine}; // ACC-007
    const auto at = office.record(office.bought("120,00"));
    auto corrected = office.bought("60,00");
    corrected.emplace_back("version", "1");
    REQUIRE(office.lea.browser.post(at, corrected).status == 303);
    REQUIRE(office.lea.browser.post(at + "/annulation").status == 303);
    TrialBalance balance;
    for (const auto& entry : office.entries())
        balance.add(entry);
    for (const auto& line : balance.lines())
        CHECK(line.balance() == base::Cents{});
    CHECK(office.entries().size() == 8);
    office.give_siret();
    const auto read = office.fec();
    CHECK(read.faults.empty());
    CHECK(read.entries == 8);
    REQUIRE(read.balance.lines().size() == balance.lines().size());
    for (std::size_t i = 0; i < balance.lines().size(); ++i) {
        CHECK(read.balance.lines()[i].account.number == balance.lines()[i].account.number);
        CHECK(read.balance.lines()[i].debit == balance.lines()[i].debit);
        CHECK(read.balance.lines()[i].credit == balance.lines()[i].credit);
    }
    CHECK(office.fec("&jeu=utf8").faults.empty());
}

TEST_CASE_ENGINES("there is no file without a SIREN, and the page says why")
{
    Office office{engine}; // ACC-003
    office.record(office.bought("120,00"));
    const auto path = office.place + "/comptabilite/fec";
    CHECK(holds(office.soazig.browser.get(path), "SIRET de l’entreprise manque"));
    CHECK(office.soazig.browser.get(path + ".txt?periode=2026").status >= 400);
    office.give_siret();
    CHECK(holds(office.soazig.browser.get(path + "?periode=2026"), "732829320FEC20261231.txt"));
    CHECK(holds(office.soazig.browser.get(path + ".xml?periode=2026"), "<EcritureNum>AC000001"));
    CHECK(holds(office.soazig.browser.get(path + "-description.txt?periode=2026"), "ISO 8859-15"));
}

TEST_CASE_ENGINES("nothing is dated in a closed period any more, and its paper keeps its day")
{
    Office office{engine}; // ACC-007
    office.record(office.bought("120,00", "2026-03-15"));
    const auto path = office.place + "/comptabilite/cloture";
    CHECK(office.soazig.browser.post(path, {{"last", "2026-03-31"}}).status == 403);
    CHECK(office.lea.browser.post(path, {{"last", "2199-12-31"}}).status == 422);
    REQUIRE(office.lea.browser.post(path, {{"last", "2026-03-31"}}).status == 303);
    CHECK(office.lea.browser.post(path, {{"last", "2026-03-31"}}).status == 422);
    office.record(office.bought("60,00", "2026-03-20"));
    const auto late = office.entries().back();
    CHECK(late.day == *base::Date::parse("2026-04-01"));
    CHECK(late.piece_day == *base::Date::parse("2026-03-20"));
}

TEST_CASE_ENGINES("an accountant reads the balance and the year, and writes nothing")
{
    Office office{engine}; // ACC-001, ACC-009
    office.record(office.bought("120,00"));
    auto& browser = office.soazig.browser;
    CHECK(holds(browser.get(office.place + "/comptabilite/balance?periode=2026-03"), "606301"));
    const auto year = browser.get(office.place + "/comptabilite/bilan?periode=2026");
    CHECK(holds(year, "100,00"));
    CHECK(holds(year, "20,00"));
    CHECK(
        holds(browser.get(office.place + "/comptabilite/ecritures.csv?periode=2026"), "AC000001"));
    CHECK(browser.get(office.place + "/depenses").status == 200);
    CHECK(browser.post(office.place + "/depenses", office.bought("1,00")).status == 403);
    CHECK(browser.get(office.place + "/clients").status == 403);
}

TEST_CASE_ENGINES("every entry of a period is visited once, by day, then journal and number")
{
    Office office{engine}; // ACC-001
    const auto first = *base::Date::parse("2026-01-01");
    const auto last = *base::Date::parse("2026-01-03");
    constexpr int many = 1'201; // not a whole number of pages
    office.world.context(office.firm, office.lea.actor).write([&](WorkspaceTransaction& tx) {
        std::vector<Entry> entries;
        for (int n = 0; n < many + 2; ++n) {
            Entry entry{.journal = static_cast<Journal>(n % 5),
                        .day = {first.day + std::chrono::days{n % 3}},
                        .piece = "P-" + std::to_string(n),
                        .label = "Achat"};
            if (n == many) entry.day = {first.day - std::chrono::days{1}};
            if (n == many + 1) entry.day = {last.day + std::chrono::days{1}};
            entry.piece_day = entry.day;
            add_line(entry.lines, {.account = {"606300", "Outils"}, .party = {}}, base::Cents{1});
            add_line(entry.lines, {.account = {"512000", "Banque"}, .party = {}}, base::Cents{-1});
            entries.push_back(std::move(entry));
        }
        record_entries(tx, hold_books(tx), std::move(entries));
    });
    const auto visited = [&](const EntrySearch& search) {
        std::vector<std::string> order;
        office.world.context(office.firm, office.lea.actor).read([&](WorkspaceTransaction& tx) {
            each_entry(tx, search, [&](const Entry& entry) {
                order.push_back(entry.day.text() + std::string{forms::enum_name(entry.journal)} +
                                entry.number);
                REQUIRE(entry.lines.size() == 2);
            });
        });
        CHECK(std::ranges::is_sorted(order));
        CHECK(std::ranges::adjacent_find(order) == order.end());
        return order.size();
    };
    CHECK(visited({.first = first, .last = last}) == many);
    CHECK(visited({.first = last, .last = last}) == many / 3);
    CHECK(visited({.first = first, .last = last, .journal = Journal::bank}) == many / 5);
}
