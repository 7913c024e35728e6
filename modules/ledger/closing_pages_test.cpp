#include "kernel/auth/transfers.hpp"
#include "kernel/base/embedded.hpp"
#include "kernel/base/text.hpp"
#include "kernel/db/workspace_rows.hpp"
#include "modules/ledger/append_actions.hpp"
#include "modules/ledger/closing_actions.hpp"
#include "modules/ledger/ledger.hpp"
#include "modules/ledger/ledger_store.hpp"
#include "tests/world/office.hpp"

#include <boost/json.hpp>
#include <doctest.h>

#include <algorithm>

using tenancy::WorkspaceTransaction;
using test_world::holds;
using test_world::Member;

namespace
{

struct Office : test_world::Office {
    explicit Office(db::Engine engine)
        : test_world::Office(engine, {{"ledger", ledger::describe}}),
          malik(world.add_member(firm, {.name = "Malik", .role = "employe"}))
    {
    }
    ~Office() { base::set_test_clock("+0s"); }
    Office(const Office&) = delete;
    Office& operator=(const Office&) = delete;

    tenancy::Context context() { return as_lea(); }
    /// Yesterday: who moves the clock forward is signed out.
    void sell()
    {
        base::set_test_clock("-1d");
        const auto today = context().today();
        context().write([&](WorkspaceTransaction& tx) {
            ledger::append(tx, {.kind = ledger::EventKind::invoice_issued,
                                .number = "F-2026-0001",
                                .dated = today,
                                .taxes = {{"standard", "TVA", {200'000}, {100'000}, {20'000}}},
                                .total = {120'000},
                                .client_name = "Odile Bescond"});
            ledger::append(tx, {.kind = ledger::EventKind::payment_recorded,
                                .number = "F-2026-0001",
                                .dated = today,
                                .total = {50'000},
                                .client_name = "Odile Bescond",
                                .mode = "cheque"});
        });
        base::set_test_clock("+0s");
    }
    /// Of the first closing.
    std::string path()
    {
        const auto all = context().read([](WorkspaceTransaction& tx) {
            return ledger::LedgerStore{tx}.closings_before(1'000, 10);
        });
        REQUIRE_FALSE(all.empty());
        return list + "/" + std::to_string(all.back().seq);
    }

    const std::string list = "/e/charpentes/clotures";
    Member malik;
};

} // namespace

TEST_CASE_ENGINES("a day is closed by itself at midnight, and its page says what it came to")
{ // INV-061
    Office office{engine};
    CHECK(holds(office.lea.browser.get(office.list), "Aucune clôture"));
    office.sell();
    ledger::plan_closings(office.world.database(), base::now());
    office.world.run_jobs();
    const auto list = office.lea.browser.get(office.list);
    CHECK(holds(list, "Chaîne intacte"));
    CHECK(holds(list, "Journée du"));
    CHECK(holds(list, "1\u202f200,00\u00a0€"));
    const auto page = office.lea.browser.get(office.path());
    CHECK(page.status == 200);
    CHECK(holds(page, "TVA 20"));
    CHECK(holds(page, "Chèque"));
    CHECK(holds(page, "Total perpétuel"));
    const auto paper = office.lea.browser.get(office.path() + "/pdf");
    CHECK(paper.body.starts_with("%PDF"));
    CHECK(office.malik.browser.get(office.list).status == 403);
    CHECK(office.lea.browser.get(office.list + "/1").status == 404); // a sale, no closing
}

TEST_CASE_ENGINES(
    "the archive of a period is signed over every byte of it, and its export is noted")
{ // INV-063
    Office office{engine};
    office.sell();
    auto context = office.context();
    ledger::close_due(context);
    const auto archive = office.lea.browser.get(office.path() + "/archive").body;
    const auto lines = base::split(base::trim(archive), '\n');
    REQUIRE(lines.size() == 5); // what it is, two records, the closing, the manifest
    const auto manifest = boost::json::parse(lines.back()).as_object();
    const auto before = archive.substr(0, archive.find(lines.back()));
    const auto text = [&](const char* name) { return std::string{manifest.at(name).as_string()}; };
    CHECK(text("sha256") == base::hex(base::sha256(before)));
    CHECK(secrets::is_signed_by(text("key"), "etabli ledger archive 1 " + text("sha256"),
                                text("signature")));
    const auto first = boost::json::parse(lines[1]).as_object();
    CHECK(first.at("kind").as_string() == "invoice_issued");
    const auto last = office.context().read(
        [](WorkspaceTransaction& tx) { return ledger::LedgerStore{tx}.last(); });
    CHECK(last->kind == "exported");
}

TEST_CASE_ENGINES("who may read them asks for a verification, and is told what it found")
{ // INV-062
    Office office{engine};
    office.sell();
    CHECK(office.lea.browser.post(office.list + "/verification", {}).status == 303);
    CHECK(holds(office.lea.browser.get(office.list), "Chaîne intacte"));
    office.context().write(
        [](WorkspaceTransaction& tx) { ledger::LedgerStore{tx}.take_seq(); }); // rows cut off
    office.lea.browser.post(office.list + "/verification", {});
    const auto page = office.lea.browser.get(office.list);
    CHECK(holds(page, "Chaîne altérée"));
    CHECK(holds(page, "L’enregistrement 3 manque"));
}

TEST_CASE_ENGINES("the chain goes with a workspace that is closed for good, and not before")
{
    Office office{engine};
    office.sell();
    const auto layouts = db::workspace_layouts(office.world.options(), base::embedded_migrations());
    const auto chain =
        std::ranges::find(layouts, "ledger_event", [](const auto& t) { return t.layout.name; });
    REQUIRE(chain != layouts.end());
    const auto erase = [&] {
        return db::erase_some_log_rows(office.world.options(), chain->layout, office.firm.id.value,
                                       10);
    };
    CHECK_THROWS(erase());
    tenancy::Platform{office.world.database()}.write([&](tenancy::PlatformTransaction& tx) {
        auth::set_workspace_status(tx, office.firm.id, tenancy::WorkspaceStatus::closed);
    });
    CHECK(erase() == 2);
}
