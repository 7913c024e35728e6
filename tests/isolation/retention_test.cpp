#include "app/modules.hpp"
#include "kernel/audit/erasure.hpp"
#include "kernel/audit/sealer.hpp"
#include "kernel/audit/verify.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/mail/erasure.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/privacy/privacy.hpp"
#include "modules/privacy/retention_actions.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/tickets.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <thread>

using namespace privacy;
using tenancy::ClientId;
using tenancy::WorkspaceTransaction;

namespace
{

struct ClockGuard {
    ~ClockGuard() { base::set_test_clock("+0s"); }
};

/// Four archived clients: Anne, who has an account; Camping, in a dispute; Kervella, whose request
/// is open; Dunes, archived much later.
struct Desk {
    explicit Desk(db::Engine engine)
        : world(engine, app::describe_modules), workspace(world.add_workspace("vigie")),
          admin(world.add_member(workspace, {.name = "Martin Kerviel", .role = "admin"})),
          anne(add_client("Anne Guivarch")), camping(add_client("Camping des Sables")),
          kervella(add_client("Kervella Alarmes")), dunes(add_client("Les Dunes")),
          account(world.add_member(workspace, {.name = "Anne Guivarch",
                                               .role = "client",
                                               .side = tenancy::Side::portal,
                                               .client = anne}))
    {
        as_admin().write([&](WorkspaceTransaction& tx) {
            crm::add_contact(tx, {.client = anne,
                                  .name = "Anne Guivarch",
                                  .job = "Gérante",
                                  .email = "anne@vigie.example",
                                  .phone = {},
                                  .membership = account.membership});
            const auto project = projects::add_project(tx, {.name = "Boulangerie"});
            projects::assign_client(tx, project, kervella);
            tickets::open_ticket(tx, {.title = "Caméra 4 hors ligne",
                                      .description = "Depuis ce matin.",
                                      .project = project,
                                      .client = kervella});
        });
        for (const auto client : {anne, camping, kervella})
            archive(client);
        world.run_jobs();
    }
    tenancy::Context as_admin() { return world.context(workspace, admin.actor); }
    tenancy::Context house() { return world.context(workspace, tenancy::Actor::system()); }
    ClientId add_client(const std::string& name)
    {
        return as_admin().write([&](WorkspaceTransaction& tx) {
            return crm::add_client(
                tx, {.company_name = name, .email = name.substr(0, 4) + "@ailleurs.example"});
        });
    }
    void archive(ClientId id) { become(id, crm::ClientStatus::archived); }
    void become(ClientId id, crm::ClientStatus status)
    {
        as_admin().write([&](WorkspaceTransaction& tx) {
            crm::ClientStore store{tx};
            auto client = store.find(id).value();
            client.status = status;
            client.updated_at = base::now();
            const auto seen = client.version++;
            REQUIRE(store.update(client, seen));
        });
    }
    void round()
    {
        auto context = house();
        keep_retention(context);
    }
    Notice newest()
    {
        return house().read(
            [](WorkspaceTransaction& tx) { return RetentionStore{tx}.newest().value(); });
    }
    std::string name_of(ClientId id)
    {
        return house().read([&](WorkspaceTransaction& tx) { return crm::client(tx, id).name; });
    }
    std::vector<mail::StoredMessage> notices()
    {
        auto all = house().read([](WorkspaceTransaction& tx) { return mail::recent(tx); });
        std::erase_if(all,
                      [](const auto& one) { return one.template_name != "privacy.retention"; });
        return all;
    }
    std::int64_t payloads_before(base::Instant at)
    {
        return house().read(
            [&](WorkspaceTransaction& tx) { return audit::count_payloads(tx, at); });
    }

    test_world::World world;
    tenancy::Workspace workspace;
    test_world::Member admin;
    ClientId anne;
    ClientId camping;
    ClientId kervella;
    ClientId dunes;
    test_world::Member account;
};

bool holds(const std::string& text, std::string_view words)
{
    return text.find(words) != std::string::npos;
}

} // namespace

TEST_CASE_ENGINES("what expired is announced 30 days before, then forgotten; the audit verifies")
{
    Desk desk{engine}; // AUD-025, AUD-026, AUD-003
    const ClockGuard guard;
    desk.round();
    CHECK(desk.newest().is_empty());
    CHECK(desk.notices().empty());
    const auto chain = audit::Chain::of_workspace(desk.world.database(), desk.workspace);
    audit::seal(chain, audit::Reach::Everything);
    const auto start = base::now();

    base::set_test_clock("+1130d");
    desk.archive(desk.dunes);
    desk.round();
    desk.round();
    const auto notice = desk.newest();
    CHECK(notice.clients == 2);
    CHECK(notice.mails > 0);
    CHECK(notice.journal > 0);
    REQUIRE(desk.notices().size() == 1);
    const auto told = desk.notices().front();
    CHECK(told.to_email == "martin@vigie.example");
    for (const auto* words :
         {"Anne Guivarch", "2 clients archivés", "/reglages/export", "du journal"})
        CHECK_MESSAGE(holds(told.text, words), words);

    base::set_test_clock("+1159d");
    desk.round();
    CHECK(desk.name_of(desk.anne) == "Anne Guivarch");
    CHECK(desk.payloads_before(start) > 0);

    base::set_test_clock("+1161d");
    desk.round();
    CHECK(desk.name_of(desk.anne) == "Client effacé");
    CHECK(desk.name_of(desk.camping) == "Client effacé");
    CHECK(desk.name_of(desk.kervella) == "Kervella Alarmes");
    CHECK(desk.name_of(desk.dunes) == "Les Dunes");
    CHECK(desk.payloads_before(start) == 0);
    const auto left = desk.house().read([&](WorkspaceTransaction& tx) {
        const auto accounts = auth::accounts_of_client(tx, desk.anne);
        CHECK(std::ranges::none_of(accounts, [](const auto& one) { return !one.email.empty(); }));
        return mail::count_contents(tx, notice.mails_before);
    });
    CHECK(left == 0);
    audit::seal(chain, audit::Reach::Everything);
    const test_support::TemporaryFolder seals;
    const auto verdict = audit::verify(chain, audit::head_key(desk.world.site().vault()),
                                       audit::HeadFile{seals.path() / "seals"});
    CHECK(verdict.is_intact());
    CHECK(verdict.sealed > 0);
}

TEST_CASE_ENGINES("who is held or comes back after the announcement is kept") // AUD-026
{
    Desk desk{engine};
    const ClockGuard guard;
    const auto start = base::now();
    base::set_test_clock("+1130d");
    desk.round();
    CHECK(desk.newest().clients == 2);
    CHECK(desk.newest().journal > 0);
    const auto soizic = desk.world.add_member(desk.workspace, {.name = "Soizic", .role = "admin"});
    auto browser = soizic.browser;
    const std::string page = "/e/vigie/reglages/conservation";
    CHECK(holds(browser.get(page).body, "Anne Guivarch"));
    CHECK(holds(browser.get(page).body, "Exporter avant l’effacement"));
    const auto client = "/e/vigie/clients/" + desk.anne.text();
    CHECK(holds(browser.get(client).body, "Retenir ce client"));
    CHECK(browser.post(page + "/retenue", {{"client", desk.anne.text()}, {"reason", ""}}).status ==
          422);
    const std::string too_long = "Litige " + std::string(200, 'x');
    const auto kept =
        browser.post(page + "/retenue", {{"client", desk.anne.text()}, {"reason", too_long}});
    CHECK(kept.status == 422);
    CHECK_MESSAGE(holds(kept.body, too_long), "what was typed is still there");
    CHECK(holds(kept.body, "Anne Guivarch"));
    CHECK(
        browser
            .post(page + "/retenue", {{"client", desk.anne.text()}, {"reason", "Litige en cours"}})
            .status == 303);
    CHECK(holds(browser.get(client).body, "Litige en cours"));
    desk.become(desk.camping, crm::ClientStatus::active);

    base::set_test_clock("+1161d");
    desk.round();
    CHECK(desk.name_of(desk.anne) == "Anne Guivarch");
    CHECK(desk.name_of(desk.camping) == "Camping des Sables");
    CHECK_MESSAGE(desk.payloads_before(start) > 0, "nor goes what the journal says of him");
    CHECK(desk.newest().journal == 0);
    desk.as_admin().write([&](WorkspaceTransaction& tx) { lift_hold(tx, desk.anne); });
    base::set_test_clock("+1192d");
    desk.round();
    base::set_test_clock("+1223d");
    desk.round();
    CHECK(desk.name_of(desk.anne) == "Client effacé");
}

TEST_CASE_ENGINES("three hundred clients who are held hide nobody who comes after them")
{
    Desk desk{engine}; // AUD-026
    const ClockGuard guard;
    desk.as_admin().write([&](WorkspaceTransaction& tx) {
        for (int i = 0; i < 300; ++i) {
            crm::ClientStore store{tx};
            auto held = store
                            .find(crm::add_client(tx, {.company_name = "Tenu " + std::to_string(i),
                                                       .email = std::to_string(i) + "@t.example"}))
                            .value();
            held.status = crm::ClientStatus::archived;
            held.updated_at = base::now() - std::chrono::days{2};
            const auto seen = held.version++;
            REQUIRE(store.update(held, seen));
            place_hold(tx, held.id, "Litige");
        }
    });
    base::set_test_clock("+1130d");
    desk.round();
    CHECK(desk.newest().clients == 2);
    const auto lines = desk.house().read([](WorkspaceTransaction& tx) {
        RetentionStore store{tx};
        return store.lines(store.newest()->id);
    });
    CHECK(lines.size() == 2);
}

TEST_CASE_ENGINES("two processes that announce together tell the business once") // AUD-026
{
    Desk desk{engine};
    const ClockGuard guard;
    base::set_test_clock("+1130d");
    const auto round = [&] {
        auto context = desk.house();
        keep_retention(context);
    };
    std::thread other{round};
    round();
    other.join();
    CHECK(desk.notices().size() == 1);
    const auto taken = desk.house().write([](WorkspaceTransaction& tx) {
        RetentionStore store{tx};
        auto late = store.newest().value();
        late.id = tx.make_id<NoticeId>();
        return store.insert(late, {});
    });
    CHECK_FALSE(taken);
}

TEST_CASE_ENGINES("a period lengthened after the announcement keeps what was announced") // AUD-026
{
    Desk desk{engine};
    const ClockGuard guard;
    const auto start = base::now();
    base::set_test_clock("+1130d");
    desk.round();
    CHECK(desk.newest().clients == 2);
    const auto late = desk.world.add_member(desk.workspace, {.name = "Soizic", .role = "admin"});
    auto browser = late.browser;
    REQUIRE(browser
                .post("/e/vigie/reglages/conservation",
                      {{"clients", "60"}, {"mails", "60"}, {"journal", "60"}})
                .status == 303);
    base::set_test_clock("+1161d");
    desk.round();
    CHECK(desk.name_of(desk.anne) == "Anne Guivarch");
    CHECK(desk.payloads_before(start) > 0);
}

TEST_CASE_ENGINES("a call or an alert of last month is activity: the client is not announced")
{
    Desk desk{engine}; // AUD-025
    const ClockGuard guard;
    base::set_test_clock("+1120d");
    const auto late = desk.world.add_member(desk.workspace, {.name = "Soizic", .role = "admin"});
    auto browser = late.browser;
    REQUIRE(browser
                .post("/e/vigie/clients/" + desk.anne.text() + "/notes",
                      {{"category", "free"}, {"body", "A rappelé pour son dossier."}})
                .status == 303);
    base::set_test_clock("+1130d");
    desk.round();
    CHECK(desk.newest().clients == 1);
}

TEST_CASE_ENGINES("nothing is announced, so nothing goes, where nobody would read it") // AUD-026
{
    test_world::World world{engine, app::describe_modules};
    const auto phare = world.add_workspace("phare");
    const ClockGuard guard;
    base::set_test_clock("+1130d");
    auto house = world.context(phare, tenancy::Actor::system());
    keep_retention(house);
    CHECK_FALSE(house.read([](WorkspaceTransaction& tx) { return RetentionStore{tx}.newest(); }));
}

TEST_CASE_ENGINES("a period below the legal one is refused, a longer one keeps longer") // AUD-025
{
    Desk desk{engine};
    const ClockGuard guard;
    const std::string page = "/e/vigie/reglages/conservation";
    const auto refused =
        desk.admin.browser.post(page, {{"clients", "35"}, {"mails", "11"}, {"journal", "23"}});
    CHECK(refused.status == 422);
    CHECK(holds(refused.body, "3 champs à corriger"));
    CHECK(desk.admin.browser.post(page, {{"clients", "60"}, {"mails", "12"}, {"journal", "24"}})
              .status == 303);
    base::set_test_clock("+1130d");
    desk.round();
    CHECK(desk.newest().clients == 0);
    CHECK(desk.newest().mails > 0);
}

TEST_CASE("a month earlier is a calendar month, whatever its length") // AUD-025
{
    const auto earlier = [](const char* at, std::int64_t months) {
        return base::iso(months_before(base::parse_iso(at).value(), months));
    };
    CHECK(earlier("2026-03-31T10:20:30.000Z", 1) == "2026-02-28T10:20:30.000Z");
    CHECK(earlier("2024-02-29T00:00:00.000Z", 12) == "2023-02-28T00:00:00.000Z");
    CHECK(earlier("2026-11-21T09:00:00.000Z", 36) == "2023-11-21T09:00:00.000Z");
}
