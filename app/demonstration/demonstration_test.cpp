#include "app/demonstration/demonstration.hpp"
#include "kernel/audit/sealer.hpp"
#include "kernel/audit/verify.hpp"
#include "kernel/auth/credentials.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/presets/preset.hpp"
#include "modules/accounting/accounting.hpp"
#include "modules/crm/crm.hpp"
#include "modules/expenses/expenses.hpp"
#include "modules/identity/identity.hpp"
#include "modules/invoices/invoices.hpp"
#include "modules/ledger/ledger.hpp"
#include "modules/numbering/numbering.hpp"
#include "modules/progress/progress.hpp"
#include "modules/projects/projects.hpp"
#include "modules/quotes/quotes.hpp"
#include "modules/settings/settings.hpp"
#include "modules/signatures/signatures.hpp"
#include "modules/templates/templates.hpp"
#include "modules/tickets/tickets.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <fstream>
#include <sstream>

using demonstration::Access;
using demonstration::Existing;
using tenancy::PlatformTransaction;
using tenancy::WorkspaceTransaction;

namespace
{

constexpr std::size_t few_tickets = 40;
constexpr std::size_t few_publications = 3;
constexpr int few_days = 40;

/// An installation with every module a demonstration needs.
struct Place {
    test_support::TemporaryFolder folder;
    test_world::World world;
    secrets::Vault vault{std::vector{secrets::Key::random()}};

    explicit Place(db::Engine engine)
        : world(engine, {{"identity", identity::describe},
                         {"crm", crm::describe},
                         {"projects", projects::describe},
                         {"tickets", tickets::describe},
                         {"settings", settings::describe},
                         {"progress", progress::describe},
                         {"numbering", numbering::describe},
                         {"signatures", signatures::describe},
                         {"templates", templates::describe},
                         {"quotes", quotes::describe},
                         {"invoices", invoices::describe},
                         {"ledger", ledger::describe},
                         {"expenses", expenses::describe},
                         {"accounting", accounting::describe}})
    {
    }
    std::filesystem::path file() const { return folder.path() / "demo.json"; }
    std::vector<Access> demonstrate(Existing existing = Existing::keep)
    {
        return demonstration::demonstrate({.database = world.database(),
                                           .options = world.options(),
                                           .seals = folder.path() / "seals",
                                           .passwords = passwords(),
                                           .accounts_file = file(),
                                           .tickets = few_tickets,
                                           .publications = few_publications,
                                           .days = few_days},
                                          existing);
    }
    secrets::PasswordQueue& passwords()
    {
        return identity::passwords(vault, identity::HashStrength::test);
    }
    tenancy::Workspace workspace(const Access& access)
    {
        return *tenancy::Platform{world.database()}.read(
            [&](PlatformTransaction& tx) { return auth::workspace_by_slug(tx, access.slug); });
    }
    /// What `ask` answers about the demonstration workspace.
    template <class Ask>
    auto in(const Access& access, Ask ask)
    {
        const auto place = workspace(access);
        return world.context(place, tenancy::Actor::system()).read(ask);
    }
};

std::string contents_of(const std::filesystem::path& file)
{
    std::ostringstream bytes;
    bytes << std::ifstream{file}.rdbuf();
    return bytes.str();
}

bool has_module(const Access& access, const char* module)
{
    return std::ranges::count(presets::find(access.preset).modules, module) == 1;
}

/// The last number given, read by asking for the tickets themselves.
int tickets_in(Place& place, const Access& access)
{
    const auto zone = place.workspace(access).time_zone;
    const std::chrono::year_month_day today{base::date_in(base::now(), zone).day};
    return place.in(access, [&](WorkspaceTransaction& tx) {
        int count = 0;
        for (int year = static_cast<int>(today.year()) - 1; year <= static_cast<int>(today.year());
             ++year)
            for (int number = 1; number <= static_cast<int>(few_tickets); ++number) {
                const auto& format = presets::find(access.preset).setting("tickets.number_format");
                try {
                    tickets::ticket_by_number(tx, tickets::number_text(format, year, number));
                    ++count;
                } catch (const base::NotFound&) {
                    break;
                }
            }
        return count;
    });
}

} // namespace

TEST_CASE_ENGINES("A demonstration workspace is marked and holds team, clients, sites and tickets")
{
    // PLT-017
    Place place{engine};
    const auto accesses = place.demonstrate();
    REQUIRE_FALSE(accesses.empty());
    for (const auto& access : accesses) {
        CHECK(place.workspace(access).is_demonstration);
        if (!has_module(access, "tickets")) continue;
        CHECK(tickets_in(place, access) == few_tickets);
        place.in(access, [&](WorkspaceTransaction& tx) {
            CHECK(crm::active_clients(tx).size() >= 40);
            CHECK(projects::active_projects(tx, 200).size() >= 60);
            CHECK(auth::member_details(tx, tenancy::Side::staff).size() >= 4);
        });
    }
}

TEST_CASE_ENGINES(
    "A demonstration that is renewed keeps its audit, which verifies without its names")
{
    Place place{engine};
    const auto access = place.demonstrate().front();
    const auto chain = audit::Chain::of_workspace(place.world.database(), place.workspace(access));
    const auto before = audit::seal(chain, audit::Reach::Recent);
    CHECK(before > 0);
    place.demonstrate(Existing::renew);
    CHECK(audit::seal(chain, audit::Reach::Recent) > 0);
    const auto verdict = audit::verify(chain, secrets::SigningKey{secrets::Key::random()},
                                       audit::HeadFile{place.folder.path() / "seals"});
    CHECK(verdict.is_intact());
    CHECK(verdict.sealed > before);
}

TEST_CASE_ENGINES("Every account listed signs in with its password, and is marked")
{
    Place place{engine};
    for (const auto& access : place.demonstrate())
        for (const auto& account : access.accounts) {
            CAPTURE(account.email);
            if (account.email.find('@') == std::string::npos) continue; // a user name
            tenancy::Platform platform{place.world.database()};
            const auto person = platform.read(
                [&](PlatformTransaction& tx) { return auth::person_by_email(tx, account.email); });
            REQUIRE(person);
            CHECK(person->is_demonstration);
            const auto stored = platform.read(
                [&](PlatformTransaction& tx) { return auth::password_hash_of(tx, person->id); });
            CHECK(place.passwords().verify(stored, account.password));
        }
}

TEST_CASE_ENGINES("One listed client has a single site, one has several, one waits for his")
{
    // IDN-005
    Place place{engine};
    for (const auto& access : place.demonstrate()) {
        if (!has_module(access, "tickets")) continue;
        std::vector<std::size_t> sites;
        place.in(access, [&](WorkspaceTransaction& tx) {
            for (const auto& member : auth::member_details(tx, tenancy::Side::portal))
                for (const auto& account : access.accounts)
                    if (account.email == member.email)
                        sites.push_back(projects::projects_of(tx, member.client).size());
        });
        std::ranges::sort(sites);
        REQUIRE(sites.size() == 3);
        CHECK(sites[0] == 0);
        CHECK(sites[1] == 1);
        CHECK(sites[2] > 1);
    }
}

TEST_CASE_ENGINES("A builder's demonstration has eight sheets, one client with two and no e-mail")
{
    // PLT-017, PRG-003, IDN-006
    Place place{engine};
    for (const auto& access : place.demonstrate()) {
        if (!has_module(access, "progress")) continue;
        place.in(access, [&](WorkspaceTransaction& tx) {
            const auto first = progress::sheet_by_identifier(tx, "ch 118");
            const auto second = progress::sheet_by_identifier(tx, "CH-131");
            CHECK(first.client_id == second.client_id);
            CHECK(projects::active_projects(tx, 20).size() == 8);
            CHECK(crm::active_clients(tx).size() == 7);
            for (const auto& member : auth::member_details(tx, tenancy::Side::portal))
                if (member.client == first.client_id) CHECK(member.email.empty());
        });
    }
}

TEST_CASE_ENGINES("Asked again it gives the same list and touches nothing")
{
    Place place{engine};
    const auto first = place.demonstrate();
    const auto kept = contents_of(place.file());
    const auto access = first.front();
    const auto before = place.in(access, [](WorkspaceTransaction& tx) {
        return auth::member_details(tx, tenancy::Side::staff).front().id;
    });
    const auto again = place.demonstrate();
    CHECK(demonstration::json_of(again) == demonstration::json_of(first));
    CHECK(contents_of(place.file()) == kept);
    CHECK(place.in(access, [](WorkspaceTransaction& tx) {
        return auth::member_details(tx, tenancy::Side::staff).front().id;
    }) == before);
}

TEST_CASE_ENGINES("Renewed it is written again with the same accounts and passwords")
{
    Place place{engine};
    const auto first = place.demonstrate();
    const auto access = first.front();
    const auto workspace = place.workspace(access);
    place.world.context(workspace, tenancy::Actor::system()).write([](WorkspaceTransaction& tx) {
        crm::Client visitor;
        visitor.company_name = "Left by a visitor";
        visitor.email = "visitor@example.example";
        crm::add_client(tx, visitor);
    });
    const auto renewed = place.demonstrate(Existing::renew);
    CHECK(demonstration::json_of(renewed) == demonstration::json_of(first));
    CHECK(place.workspace(access).id == workspace.id);
    CHECK(tickets_in(place, access) == few_tickets);
    place.in(access, [](WorkspaceTransaction& tx) {
        for (const auto& client : crm::active_clients(tx))
            CHECK(client.name != "Left by a visitor");
    });
}

TEST_CASE_ENGINES("What was cut short is written again by the next run")
{
    Place place{engine};
    auto accesses = place.demonstrate();
    accesses.front().is_complete = false;
    demonstration::save_accesses(place.file(), accesses);
    const auto again = place.demonstrate();
    CHECK(tickets_in(place, again.front()) == few_tickets);
    CHECK(again.front().is_complete);
    CHECK(demonstration::json_of(again) == demonstration::json_of(accesses));
}

TEST_CASE_ENGINES("No mail of a demonstration leaves the machine")
{
    Place place{engine};
    const auto access = place.demonstrate().front();
    const auto workspace = place.workspace(access);
    place.world.context(workspace, tenancy::Actor::system()).write([](WorkspaceTransaction& tx) {
        mail::send(tx, {.to_name = "Rose",
                        .to_email = "rose@client.example",
                        .subject = "Reply",
                        .paragraphs = {"Here it is."}});
    });
    place.world.run_jobs();
    place.in(access, [](WorkspaceTransaction& tx) {
        const auto written = mail::recent(tx);
        CHECK_FALSE(written.empty());
        for (const auto& message : written)
            CHECK(message.state == mail::State::local);
    });
}

TEST_CASE_ENGINES(
    "A real workspace keeps its address: the demonstration says so and writes nothing")
{
    Place place{engine};
    const auto files = base::embedded_presets();
    const auto slug = demonstration::read_people(files, "support-technique").business.slug;
    place.world.add_workspace(slug);
    CHECK_THROWS_AS(place.demonstrate(Existing::renew), std::runtime_error);
    CHECK_FALSE(std::filesystem::exists(place.file()));
}

TEST_CASE("The accounts are in a file that only its owner reads, and come back from it")
{
    const test_support::TemporaryFolder folder;
    const auto file = folder.path() / "demo.json";
    CHECK(demonstration::read_accesses(file).empty());
    const std::vector<Access> accesses{{.slug = "x",
                                        .name = "X",
                                        .preset = "p",
                                        .accounts = {{.side = tenancy::Side::portal,
                                                      .role = "client",
                                                      .name = "Rose",
                                                      .email = "rose@x.example",
                                                      .password = "secret"},
                                                     {.side = tenancy::Side::portal,
                                                      .role = "client",
                                                      .name = "Aurore",
                                                      .email = "aurore.penhoat",
                                                      .password = "secret"}},
                                        .is_complete = true}};
    demonstration::save_accesses(file, accesses);
    using std::filesystem::perms;
    CHECK(std::filesystem::status(file).permissions() == (perms::owner_read | perms::owner_write));
    const auto read = demonstration::read_accesses(file);
    REQUIRE(read.size() == 1);
    CHECK(read.front().is_complete);
    CHECK(read.front().accounts.front().side == tenancy::Side::portal);
    CHECK(
        demonstration::json_of(read) ==
        R"({"workspaces":[{"slug":"x","name":"X","preset":"p","accounts":[{"role":"client",)"
        R"("name":"Rose","email":"rose@x.example","password":"secret"},)"
        R"({"role":"client","name":"Aurore","username":"aurore.penhoat","password":"secret"}]}]})");
    std::ofstream{file} << "{";
    CHECK_THROWS_AS(demonstration::read_accesses(file), std::runtime_error);
}
