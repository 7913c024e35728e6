#include "kernel/http/client.hpp"
#include "modules/accounting/accounting.hpp"
#include "modules/accounting/books_connector.hpp"
#include "modules/accounting/outside_actions.hpp"
#include "modules/notifications/notification_store.hpp"
#include "tests/books/books_test_kit.hpp"
#include "tests/support/simulated_pennylane.hpp"

#include <algorithm>
#include <set>

using namespace books_test;
using test_support::SimulatedPennylane;
using test_world::holds;
using test_world::Typed;

namespace
{

constexpr const char* page = "/e/charpentes/reglages/pennylane";

struct Connected {
    explicit Connected(db::Engine engine) : books(engine) { use(); }
    ~Connected() { accounting::use_services({}); }
    Connected(const Connected&) = delete;
    Connected& operator=(const Connected&) = delete;

    void use(std::chrono::milliseconds pause = std::chrono::milliseconds{0}) const
    {
        accounting::use_services({.reach = accounting::ServiceReach::loopback_too,
                                  .pennylane_address = service.address(),
                                  .pennylane_pause = pause});
    }
    http::Response post(const std::string& end, const Typed& what = {})
    {
        return books.lea.browser.post(page + end, what);
    }
    http::Response get() { return books.lea.browser.get(page); }
    void give(const std::string& token)
    {
        REQUIRE(post("", {{"token", token}, {"starts_on", "2020-01-01"}}).status == 303);
    }
    void twin(const std::string& ours, const std::string& theirs)
    {
        REQUIRE(post("/correspondances", {{"ours", ours}, {"theirs", theirs}}).status == 303);
    }
    void connect()
    {
        give(SimulatedPennylane::token);
        twin("VE", "VT");
        REQUIRE(post("/essai").status == 303);
        books.world.run_jobs();
    }
    accounting::Outside outside()
    {
        return books.read(
            [](WorkspaceTransaction& tx) { return accounting::OutsideStore{tx}.find(); });
    }
    std::vector<accounting::PushRow> pushes()
    {
        return books.read([](WorkspaceTransaction& tx) {
            accounting::OutsideStore store{tx};
            const auto outside = store.find();
            auto all = store.pushes(outside);
            const auto refused = store.refused(outside);
            all.insert(all.end(), refused.begin(), refused.end());
            return all;
        });
    }
    /// As when the answer to each was lost.
    void doubt_all()
    {
        books.write([](WorkspaceTransaction& tx) {
            accounting::OutsideStore store{tx};
            const auto outside = store.find();
            for (const auto& push : store.pushes(outside))
                store.save(outside, {.entry = push.entry_id, .at = push.tried_at});
        });
    }
    bool is_told()
    {
        return holds(books.lea.browser.get("/e/charpentes/notifications"),
                     "Des écritures ne partent pas");
    }
    int count(accounting::PushState state)
    {
        return static_cast<int>(std::ranges::count(pushes(), state, &accounting::PushRow::state));
    }
    void round()
    {
        accounting::plan_pushes(books.world.database());
        books.world.run_jobs();
    }
    /// A sale of 1 200 euros, half of it paid: its own entry, the payment, and the tax it makes
    /// due.
    InvoiceId sell()
    {
        const auto id = books.invoice(books.aurore(), {sold(100'000)});
        books.pay(id, {60'000});
        return id;
    }

    SimulatedPennylane service;
    Books books;
};

http::ClientAnswer ask(const SimulatedPennylane& service, const std::string& token,
                       const std::string& body)
{
    return http::send(
        {.method = "POST",
         .address = service.address() + "/api/external/v2/ledger_entries",
         .headers = {{"Authorization", "Bearer " + token}, {"Content-Type", "application/json"}},
         .body = body,
         .reach = http::Reach::loopback_too});
}

} // namespace

TEST_CASE("the simulated Pennylane refuses a wrong token, an unknown account, a cent, and haste")
{ // ACC-006 API-016
    SimulatedPennylane service;
    const auto entry = [](const std::string& credit, const std::string& account = "104") {
        return R"({"date":"2026-11-01","label":"VE000001","journal_id":11,"ledger_entry_lines":[)"
               R"({"debit":"12.00","credit":"0.00","ledger_account_id":101,"label":"x"},)"
               R"({"debit":"0.00","credit":")" +
               credit + R"(","ledger_account_id":)" + account + R"(,"label":"x"}]})";
    };
    CHECK(ask(service, "un autre", entry("12.00")).status == 401);
    CHECK(ask(service, SimulatedPennylane::token, entry("11.99")).status == 422);
    CHECK(ask(service, SimulatedPennylane::token, entry("12.00", "999")).status == 422);
    CHECK(ask(service, SimulatedPennylane::token, "{").status == 400);
    CHECK(service.entries.empty());
    CHECK(ask(service, SimulatedPennylane::token, entry("12.00")).status == 201);
    CHECK(service.entries.size() == 1);
    service.is_limited = true;
    for (std::size_t i = 0; i < SimulatedPennylane::requests_max; ++i)
        CHECK(ask(service, SimulatedPennylane::token, "{").status == 400);
    const auto hasty = ask(service, SimulatedPennylane::token, "{");
    CHECK(hasty.status == 429);
    CHECK(hasty.retry_after == std::chrono::seconds{5});
}

TEST_CASE(
    "requests go no faster than Pennylane takes them, and never in clear outside this machine")
{ // ACC-006
    SimulatedPennylane service;
    service.is_limited = true;
    accounting::use_services(
        {.reach = accounting::ServiceReach::loopback_too, .pennylane_address = service.address()});
    const auto connector = accounting::pennylane(SimulatedPennylane::token);
    for (std::size_t i = 0; i <= SimulatedPennylane::requests_max; ++i)
        CHECK(std::holds_alternative<std::optional<std::int64_t>>(connector->journal("VT")));
    accounting::use_services(
        {.pennylane_address = service.address(), .pennylane_pause = std::chrono::milliseconds{0}});
    CHECK_THROWS_AS(connector->company(), std::invalid_argument);
    accounting::use_services({});
}

TEST_CASE_ENGINES("an invoice, its payment and its credit note stand outside once, to the cent")
{
    Connected connected{engine}; // ACC-006 API-016
    const auto id = connected.sell();
    connected.books.credit(id, Cents{12'000});
    connected.connect();
    const auto& there = connected.service.entries;
    const auto ours = connected.books.entries();
    REQUIRE(there.size() == ours.size());
    std::int64_t clients = 0;
    for (const auto& entry : there)
        for (const auto& line : entry.lines)
            if (line.account == 101) clients += line.debit - line.credit;
    CHECK(clients == connected.books.on("411").value);
    std::set<std::string> labels;
    for (const auto& entry : there)
        labels.insert(entry.label.substr(0, 8));
    CHECK(labels.size() == there.size());
    CHECK(labels.contains("VE000001"));
    CHECK(connected.count(accounting::PushState::sent) == static_cast<int>(ours.size()));
    const auto shown = connected.get();
    CHECK(holds(shown, "Connecté à Charpentes du Ponant. Tout y est."));
    CHECK(holds(shown, "Envoyée"));
    CHECK_FALSE(holds(shown, SimulatedPennylane::token));
    CHECK(connected.outside().sealed_token.find("jeton") == std::string::npos);

    connected.round();
    CHECK(connected.post("/envois").status == 303);
    connected.books.world.run_jobs();
    CHECK(there.size() == ours.size());
    connected.books.pay(id, {1'000});
    connected.round();
    CHECK(there.size() == connected.books.entries().size());
}

TEST_CASE_ENGINES("an entry whose answer was lost is looked for, and not sent twice")
{
    Connected connected{engine}; // ACC-006
    connected.sell();
    connected.service.lost_answers = 1;
    connected.connect();
    CHECK(connected.service.entries.size() == 1);
    CHECK(connected.count(accounting::PushState::sending) == 1);
    CHECK(holds(connected.get(), "Pennylane ne prend rien pour l’instant (bad gateway)"));
    base::set_test_clock("+1m");
    connected.round();
    base::set_test_clock("+0s");
    CHECK(connected.service.searches > 0);
    CHECK(connected.service.entries.size() == connected.books.entries().size());
    CHECK(connected.count(accounting::PushState::sending) == 0);
    CHECK(connected.outside().last_error.empty());
}

TEST_CASE_ENGINES("what was sent is known again by our number, whatever became of its words there")
{
    Connected connected{engine}; // ACC-006
    connected.service.label_max = 12;
    connected.connect();
    connected.sell();
    connected.round();
    const auto sent = connected.service.entries.size();
    REQUIRE(sent == connected.books.entries().size());
    connected.doubt_all();
    connected.round();
    CHECK(connected.service.entries.size() == sent);
    CHECK(connected.count(accounting::PushState::sending) == 0);
}

TEST_CASE_ENGINES("a search that is refused is written beside its entry, and the others go on")
{
    Connected connected{engine}; // ACC-006
    connected.connect();
    connected.service.odd_account = "411000";
    connected.sell();
    connected.round();
    CHECK(connected.count(accounting::PushState::refused) > 0);
    CHECK(connected.count(accounting::PushState::sent) > 0);
    CHECK(connected.service.entries.size() ==
          static_cast<std::size_t>(connected.count(accounting::PushState::sent)));
}

TEST_CASE_ENGINES("a service that is down, then busy, gets the rest later")
{
    Connected connected{engine}; // ACC-006 API-027
    connected.connect();
    connected.service.down_for = 1;
    connected.sell();
    CHECK(connected.books.entries().size() == 3);
    connected.round();
    CHECK(connected.service.entries.empty());
    CHECK(holds(connected.get(), "Ce qui attend partira dès que possible"));
    base::set_test_clock("+1m");
    connected.round();
    base::set_test_clock("+0s");
    CHECK(connected.service.entries.size() == connected.books.entries().size());

    for (int i = 0; i < 6; ++i)
        connected.sell();
    connected.service.is_limited = true;
    base::set_test_clock("+2m");
    connected.round();
    CHECK(holds(connected.get(), "Pennylane ne prend rien pour l’instant"));
    connected.service.is_limited = false;
    base::set_test_clock("+10m");
    connected.round();
    base::set_test_clock("+0s");
    CHECK(connected.service.entries.size() == connected.books.entries().size());
}

TEST_CASE_ENGINES("what has no account there is refused in words, and leaves once it has one")
{
    Connected connected{engine}; // ACC-006
    auto& accounts = connected.service.accounts;
    std::erase_if(accounts, [](const auto& one) { return one.first == "706000"; });
    accounts.emplace_back("70600000", 204);
    connected.sell();
    connected.connect();
    CHECK(connected.count(accounting::PushState::refused) == 1);
    CHECK(connected.count(accounting::PushState::sent) > 0);
    const auto shown = connected.get();
    CHECK(holds(shown, "Pennylane n’a pas de compte 706000"));
    CHECK(holds(shown, "1 écriture est refusée"));
    CHECK_FALSE(holds(shown, "Tout y est"));
    CHECK(connected.is_told());
    connected.round();
    CHECK(connected.count(accounting::PushState::refused) == 1);
    const auto unknown =
        connected.post("/correspondances", {{"ours", "999999"}, {"theirs", "706"}});
    CHECK(unknown.status == 422);
    connected.twin("706000", "70600000");
    connected.books.world.run_jobs();
    CHECK(connected.count(accounting::PushState::refused) == 0);
    CHECK(connected.service.entries.size() == connected.books.entries().size());
    CHECK(holds(connected.get(), "Tout y est"));
}

TEST_CASE_ENGINES("a failure that lasts is told once, and not a minute that is over")
{
    Connected connected{engine}; // ACC-006
    connected.connect();
    connected.sell();
    connected.service.down_for = 1;
    connected.round();
    CHECK_FALSE(connected.is_told());
    CHECK(connected.outside().failing_since.has_value());
    base::set_test_clock("+30m");
    connected.round();
    base::set_test_clock("+0s");
    CHECK_FALSE(connected.outside().failing_since.has_value());

    connected.sell();
    connected.service.down_for = 3;
    for (const char* clock : {"+1h", "+2h", "+3h"}) {
        base::set_test_clock(clock);
        connected.round();
    }
    base::set_test_clock("+0s");
    CHECK(connected.is_told());
    CHECK(connected.outside().told_at.has_value());
    connected.round();
    CHECK_FALSE(connected.outside().told_at.has_value());
    CHECK(connected.service.entries.size() == connected.books.entries().size());
}

TEST_CASE_ENGINES("an entry is looked for on the last page too, however pages are told apart")
{
    Connected connected{engine}; // ACC-006
    connected.connect();
    for (int i = 0; i < 3; ++i)
        connected.sell();
    connected.round();
    const auto count = connected.service.entries.size();
    for (const bool counts_pages : {false, true}) {
        connected.service.counts_pages = counts_pages;
        connected.doubt_all();
        connected.round();
        CHECK(connected.service.entries.size() == count);
        CHECK(connected.count(accounting::PushState::sent) == static_cast<int>(count));
    }
}

TEST_CASE_ENGINES("many entries leave some at a time, and one sends at a time")
{
    Connected connected{engine}; // ACC-006
    for (int i = 0; i < 20; ++i)
        connected.sell();
    connected.connect();
    const auto count = connected.books.entries().size();
    CHECK(count > accounting::pushes_at_once);
    CHECK(connected.service.entries.size() == count);

    connected.sell();
    const auto turn =
        connected.books.write([](WorkspaceTransaction& tx) { return accounting::begin_turn(tx); });
    REQUIRE(turn.has_value());
    connected.round();
    CHECK(connected.service.entries.size() == count);
    CHECK(connected.books.write([&](WorkspaceTransaction& tx) {
        return accounting::OutsideStore{tx}.keep_turn(turn->until, {});
    }));
    connected.round();
    CHECK(connected.service.entries.size() == connected.books.entries().size());
}

TEST_CASE_ENGINES("who disconnects stops what is on its way")
{
    Connected connected{engine}; // ACC-006
    connected.connect();
    connected.sell();
    connected.service.before_answer = [&] {
        connected.service.before_answer = nullptr;
        connected.books.write([](WorkspaceTransaction& tx) { accounting::disconnect_outside(tx); });
    };
    connected.round();
    CHECK(connected.service.entries.size() == 1);
    CHECK(connected.count(accounting::PushState::sent) == 1);
    CHECK(connected.outside().state == accounting::OutsideState::stopped);
    connected.connect();
    CHECK(connected.service.entries.size() == connected.books.entries().size());
}

TEST_CASE_ENGINES("a token that is withdrawn stops the sending, and tells the administrators")
{
    Connected connected{engine}; // ACC-006
    connected.give("un autre jeton");
    CHECK(connected.post("/essai").status == 303);
    CHECK(holds(connected.get(), "Pennylane refuse ce jeton"));
    CHECK(connected.outside().state == accounting::OutsideState::draft);
    CHECK(connected.post("/envois").status == 422);
    connected.connect();
    connected.sell();
    connected.service.knows_token = false;
    connected.round();
    CHECK(connected.outside().state == accounting::OutsideState::draft);
    CHECK(connected.is_told());
    connected.service.knows_token = true;
    connected.connect();
    CHECK(connected.service.entries.size() == connected.books.entries().size());
}

TEST_CASE_ENGINES("disconnecting keeps the history, and who comes back sends nothing twice")
{
    Connected connected{engine}; // ACC-006
    connected.sell();
    connected.connect();
    const auto sent = connected.service.entries.size();
    CHECK(connected.post("/arret").status == 303);
    CHECK(connected.outside().sealed_token.empty());
    CHECK(connected.pushes().size() == sent);
    CHECK(holds(connected.get(), "Envoyée"));
    connected.sell();
    connected.round();
    CHECK(connected.service.entries.size() == sent);
    connected.connect();
    CHECK(connected.service.entries.size() == connected.books.entries().size());
    CHECK(connected.post("", {{"token", ""}, {"starts_on", "nimporte"}}).status == 422);
    auto accountant = connected.books.world.add_member(connected.books.firm,
                                                       {.name = "Soazig", .role = "comptable"});
    CHECK(accountant.browser.get(page).status == 403);
}
