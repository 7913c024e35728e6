#include "kernel/auth/invitations.hpp"
#include "kernel/auth/roles.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/mail/wording.hpp"
#include "modules/crm/client_import_actions.hpp"
#include "modules/crm/client_import_store.hpp"
#include "modules/crm/client_merge_actions.hpp"
#include "modules/crm/crm.hpp"
#include "modules/crm/import_guest_actions.hpp"
#include "modules/crm/import_guest_store.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <algorithm>
#include <regex>

using namespace crm;
using tenancy::WorkspaceTransaction;
using test_world::Typed;
using test_world::World;

namespace
{

constexpr db::Query let_expire{"test.let_invitations_expire", R"sql(
    UPDATE invitation SET expires_at = 1 WHERE workspace_id = :workspace AND cancelled_at IS NULL
)sql"};

const std::string file = "societe;telephone;email\n"
                         "Kervella Alarmes;0261910001;contact@kervella.example\n"
                         "Sans Courriel;0261910002;\n"
                         "Le Bihan Marine;0261910003;marine@lebihan.example\n";

struct Office {
    explicit Office(db::Engine engine)
        : world(engine, {{"crm", crm::describe}}), vigie(world.add_workspace("vigie")),
          enora(world.add_member(vigie, {.name = "Enora", .role = "admin"}))
    {
    }

    std::string sent()
    {
        const auto answer = enora.browser.post_files("/e/vigie/clients/import", {},
                                                     {{"clients.csv", file, "file"}});
        REQUIRE(answer.status == 303);
        return std::string{answer.headers.get("Location")};
    }
    int launch(const std::string& path, const Typed& more)
    {
        Typed typed{{"delimiter", "semicolon"}, {"encoding", "utf8"}, {"has_titles", "on"},
                    {"doubles", "ignore"},      {"then", "launch"},   {"column_0", "company_name"},
                    {"column_1", "phone"},      {"column_2", "email"}};
        for (const auto& [name, value] : more) {
            std::erase_if(typed, [&](const auto& pair) { return pair.first == name; });
            typed.emplace_back(name, value);
        }
        return enora.browser.post(path, typed).status;
    }
    template <class F>
    auto write(F&& body)
    {
        return world.context(vigie, enora.actor).write(std::forward<F>(body));
    }
    /// Addresses written to about an import, sorted.
    std::vector<std::string> invited()
    {
        return write([](WorkspaceTransaction& tx) {
            std::vector<std::string> addresses;
            for (const auto& message : mail::recent(tx))
                if (message.template_name == "crm.imported") addresses.push_back(message.to_email);
            std::ranges::sort(addresses);
            return addresses;
        });
    }
    bool shows(const std::string& path, std::string_view words)
    {
        return enora.browser.get(path).body.find(words) != std::string::npos;
    }

    World world;
    tenancy::Workspace vigie;
    test_world::Member enora;
};

using Addresses = std::vector<std::string>;

} // namespace

TEST_CASE_ENGINES(
    "the clients of a file are invited once it is read; the others are named with why")
{
    Office office{engine}; // CRM-043
    const auto path = office.sent();
    const auto draft = office.enora.browser.get(path).body;
    CHECK(std::regex_search(draft, std::regex{"name=\"invites\"[^>]* checked"}));
    REQUIRE(office.launch(path, {{"invites", "on"}}) == 303);
    office.world.run_jobs();
    CHECK(office.invited() == Addresses{"contact@kervella.example", "marine@lebihan.example"});
    CHECK(office.shows(path, "Invités\u00a0: 2."));
    CHECK(office.shows(path, "Sans Courriel"));
    CHECK(office.shows(path, "Pas d’adresse de courriel"));

    const auto message =
        office.write([](WorkspaceTransaction& tx) { return mail::recent(tx).front(); });
    CHECK(message.html.find("/p/vigie/invitations/") != std::string::npos);
    const auto asked = office.write([](WorkspaceTransaction& tx) {
        return auth::live_invitation(tx, "contact@kervella.example", tenancy::Side::portal);
    });
    REQUIRE(asked);
    CHECK(asked->invited_by == office.enora.membership);
}

TEST_CASE_ENGINES("nobody is invited twice: not by the job again, nor by the same file again")
{
    Office office{engine}; // CRM-043
    const auto path = office.sent();
    REQUIRE(office.launch(path, {{"invites", "on"}}) == 303);
    office.world.run_jobs();
    const auto id = ImportId::parse(path.substr(path.rfind('/') + 1)).value();
    office.write([&](WorkspaceTransaction& tx) {
        plan_invitations(tx, ClientImportStore{tx}.find(id).value());
        return true;
    });
    office.world.run_jobs();
    const auto again = office.sent();
    REQUIRE(office.launch(again, {{"invites", "on"}}) == 303);
    office.world.run_jobs();
    CHECK(office.invited().size() == 2);
    const auto twins = office.sent();
    REQUIRE(office.launch(twins, {{"invites", "on"}, {"doubles", "create"}}) == 303);
    office.world.run_jobs();
    CHECK(office.invited().size() == 2);
    CHECK(office.shows(twins, "A déjà un accès ou une invitation"));
}

TEST_CASE_ENGINES("who was invited once is not by an import, though it was cancelled or is over")
{
    Office office{engine}; // CRM-043
    office.write([&](WorkspaceTransaction& tx) {
        const auto ask = [&](const char* email) {
            return auth::create_invitation(
                tx,
                {.email = email, .name = "Malo", .side = tenancy::Side::portal, .role = "client"});
        };
        ask("contact@kervella.example");
        auth::cancel_invitation(tx, ask("Marine@lebihan.example").id);
        tx.execute(let_expire);
        return true;
    });
    const auto path = office.sent();
    REQUIRE(office.launch(path, {{"invites", "on"}}) == 303);
    office.world.run_jobs();
    CHECK(office.invited().empty());
    CHECK(office.shows(path, "Invités\u00a0: 0."));
    CHECK(office.shows(path, "A déjà un accès ou une invitation"));
}

TEST_CASE_ENGINES("a record that another is merged into is not invited in its place")
{
    Office office{engine}; // CRM-041, CRM-043
    const auto path = office.sent();
    REQUIRE(office.launch(path, {{"invites", "on"}, {"invite_day", "2099-12-03"}}) == 303);
    office.world.run_jobs();
    const auto id = ImportId::parse(path.substr(path.rfind('/') + 1)).value();
    const auto waiting = [&](WorkspaceTransaction& tx) {
        return ImportGuestStore{tx}.waiting(id, 10);
    };
    const auto before = office.write(waiting);
    REQUIRE(before.size() == 2);
    const auto merged = before[0].client_id;
    office.write([&](WorkspaceTransaction& tx) {
        const auto kept = add_client(tx, {.company_name = "Goulet Marée", .phone = "0261910009"});
        merge_clients(
            tx,
            {.kept = kept, .merged = merged, .kept_version = 1, .merged_version = 1, .taken = {}});
        return true;
    });
    const auto after = office.write(waiting);
    REQUIRE(after.size() == 2);
    CHECK(after[0].client_id == merged);
}

TEST_CASE_ENGINES("who may not give an access invites nobody by an import")
{
    Office office{engine}; // CRM-043
    const auto open = office.sent();
    office.write([](WorkspaceTransaction& tx) {
        auth::set_role_difference(
            tx, {.role = "admin", .permission = "clients.portal", .value = presets::Grant::none});
        return true;
    });
    for (const auto& path : {open, office.sent()}) {
        CHECK_FALSE(office.shows(path, "name=\"invites\""));
        REQUIRE(office.launch(path, {{"invites", "on"}, {"doubles", "create"}}) == 303);
        office.world.run_jobs();
        CHECK_FALSE(office.shows(path, "Invitations à l’espace client"));
    }
    CHECK(office.invited().empty());
}

TEST_CASE_ENGINES("a day that is none is said beside its field, and all that was chosen stays")
{
    Office office{engine}; // CRM-043
    const auto path = office.sent();
    const Typed typed{{"column_1", "none"}, {"invite_day", "31/02/2026"}};
    const auto checked = std::regex{"name=\"invites\"[^>]* checked"};
    for (const auto& [step, status] : {std::pair{"preview", 303}, {"launch", 422}}) {
        auto more = typed;
        more.emplace_back("then", step);
        REQUIRE(office.launch(path, more) == status);
        const auto page = office.enora.browser.get(path).body;
        CHECK_FALSE(std::regex_search(page, checked));
        CHECK(page.find("value=\"31/02/2026\"") != std::string::npos);
        CHECK(page.find("Ce jour d’envoi n’est pas une date") != std::string::npos);
        const auto column = page.find("name=\"column_1\"");
        REQUIRE(column != std::string::npos);
        const auto choices = page.substr(column, page.find("</select>", column) - column);
        CHECK(std::regex_search(choices, std::regex{"value=\"none\"[^>]* selected"}));
    }
    office.world.run_jobs();
    CHECK(office.invited().empty());
}

TEST_CASE_ENGINES("without the tick nobody is invited; with a day they are from that day on")
{
    Office office{engine}; // CRM-043
    const auto path = office.sent();
    REQUIRE(office.launch(path, {{"invites", "on"}, {"invite_day", "2020-01-01"}}) == 422);
    CHECK(office.shows(path, "Ce jour d’envoi est passé"));
    REQUIRE(office.launch(path, {}) == 303);
    office.world.run_jobs();
    CHECK(office.invited().empty());
    CHECK_FALSE(office.shows(path, "Invitations à l’espace client"));

    const auto later = office.sent();
    REQUIRE(office.launch(
                later, {{"invites", "on"}, {"invite_day", "2099-12-03"}, {"doubles", "create"}}) ==
            303);
    office.world.run_jobs();
    CHECK(office.invited().empty());
    CHECK(office.shows(later, "3 décembre 2099"));
}

TEST_CASE_ENGINES("the business says in its own words what its new clients read")
{
    Office office{engine}; // CRM-043
    office.write([](WorkspaceTransaction& tx) {
        const auto* const mail = mail::find_template("crm.imported");
        REQUIRE(mail != nullptr);
        mail::save_wording(
            tx, *mail, {.subject = "Bienvenue chez {entreprise}", .body = "Kenavo {personne} !"},
            0);
        return true;
    });
    REQUIRE(office.launch(office.sent(), {{"invites", "on"}}) == 303);
    office.world.run_jobs();
    const auto message =
        office.write([](WorkspaceTransaction& tx) { return mail::recent(tx).front(); });
    CHECK(message.subject.find("Bienvenue chez") == 0);
    CHECK(message.text.find("Kenavo") != std::string::npos);
}
