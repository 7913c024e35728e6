#include "kernel/audit/sealer.hpp"
#include "kernel/audit/verify.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/crm/crm.hpp"
#include "modules/portability/portability.hpp"
#include "modules/privacy/privacy.hpp"
#include "modules/privacy/request_store.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/tickets.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <filesystem>

using namespace privacy;
using tenancy::WorkspaceTransaction;

namespace
{

constexpr auto register_page = "/e/vigie/reglages/donnees-personnelles";
constexpr auto mine = "/p/vigie/confidentialite";

struct ClockGuard {
    ~ClockGuard() { base::set_test_clock("+0s"); }
};

struct Desk {
    explicit Desk(db::Engine engine)
        : world(engine, {{"crm", crm::describe},
                         {"projects", projects::describe},
                         {"tickets", tickets::describe},
                         {"portability", portability::describe},
                         {"privacy", describe}}),
          workspace(world.add_workspace("vigie")),
          admin(world.add_member(workspace, {.name = "Martin Kerviel", .role = "admin"})),
          client(add_client())
    {
        portability::install({.database = world.options(), .folder = folder.path()});
    }
    tenancy::Context as_admin() { return world.context(workspace, admin.actor); }
    test_world::Member add_client()
    {
        crm::Client record;
        record.kind = crm::ClientKind::person;
        record.last_name = "Anne Guivarch";
        record.email = "anne@vigie.example";
        record.phone = "0298000000";
        const auto id =
            as_admin().write([&](WorkspaceTransaction& tx) { return crm::add_client(tx, record); });
        auto member = world.add_member(workspace, {.name = "Anne Guivarch",
                                                   .role = "client",
                                                   .side = tenancy::Side::portal,
                                                   .client = id});
        as_admin().write([&](WorkspaceTransaction& tx) {
            crm::add_contact(tx, {.client = id,
                                  .name = "Anne Guivarch",
                                  .job = "Gérante",
                                  .email = "anne@vigie.example",
                                  .phone = "0298000000",
                                  .membership = member.membership});
        });
        return member;
    }
    std::string open_ticket()
    {
        auto context = world.context(workspace, client.actor);
        const auto project = as_admin().write([&](WorkspaceTransaction& tx) {
            const auto made = projects::add_project(tx, {.name = "Boulangerie"});
            projects::assign_client(tx, made, client.actor.client);
            return made;
        });
        return context
            .write([&](WorkspaceTransaction& tx) {
                return tickets::open_ticket(tx, {.title = "Caméra 4 hors ligne",
                                                 .description = "Depuis ce matin.",
                                                 .project = project,
                                                 .client = client.actor.client});
            })
            .number;
    }
    Request newest()
    {
        return as_admin()
            .read([](WorkspaceTransaction& tx) { return RequestStore{tx}.list(); })
            .front();
    }
    std::string page_of_newest() { return std::string{register_page} + "/" + newest().id.text(); }
    std::vector<mail::StoredMessage> mails()
    {
        return as_admin().read([](WorkspaceTransaction& tx) { return mail::recent(tx); });
    }
    std::int64_t count_mails(const std::string& to, const std::string& subject)
    {
        std::int64_t found = 0;
        for (const auto& message : mails())
            if (message.to_email == to && message.subject.find(subject) != std::string::npos)
                ++found;
        return found;
    }

    test_support::TemporaryFolder folder;
    test_world::World world;
    tenancy::Workspace workspace;
    test_world::Member admin;
    test_world::Member client;
};

bool has(const http::Response& answer, std::string_view words)
{
    return answer.body.find(words) != std::string::npos;
}

} // namespace

TEST_CASE_ENGINES(
    "a client asks on the portal; the register holds it with its day, and both are told")
{
    Desk desk{engine}; // AUD-030, PTL-004
    CHECK(has(desk.client.browser.get(mine), "Faire une demande"));
    CHECK(desk.client.browser.post(mine, {{"kind", "access"}, {"details", "Tout."}}).status == 303);
    CHECK(has(desk.client.browser.get(mine), "Mes demandes"));
    CHECK(has(desk.client.browser.post(mine, {{"kind", "access"}}), "attend déjà une réponse"));

    const auto request = desk.newest();
    CHECK(request.due_at - request.asked_at == std::chrono::days{30});
    CHECK(request.person_email == "anne@vigie.example");
    CHECK(request.membership_id == desk.client.membership);
    CHECK(has(desk.admin.browser.get(register_page), "Anne Guivarch"));
    CHECK(desk.count_mails("anne@vigie.example", "a reçu votre demande") == 1);
    CHECK(desk.count_mails("martin@vigie.example", "Anne Guivarch fait une demande") == 1);
}

TEST_CASE_ENGINES("the team is reminded once after 20 days, and a request is answered once")
{
    Desk desk{engine}; // AUD-030
    const ClockGuard guard;
    desk.admin.browser.post(register_page, {{"kind", "rectification"},
                                            {"channel", "letter"},
                                            {"person_name", "Anne Guivarch"},
                                            {"person_email", "anne@vigie.example"},
                                            {"details", "Son téléphone a changé."}});
    CHECK(desk.newest().membership_id == desk.client.membership);
    auto system = desk.world.context(desk.workspace, tenancy::Actor::system());
    base::set_test_clock("+19d");
    alert_due(system);
    CHECK(desk.count_mails("martin@vigie.example", "attend depuis") == 0);
    base::set_test_clock("+20d");
    alert_due(system);
    alert_due(system);
    CHECK(desk.count_mails("martin@vigie.example", "attend depuis") == 1);
    base::set_test_clock("+31d");
    auto later = desk.world.add_member(desk.workspace, {.name = "Nolwenn", .role = "admin"});
    CHECK(has(later.browser.get(register_page), "En retard"));

    const auto answer = desk.page_of_newest() + "/reponse";
    CHECK(later.browser.post(answer, {{"state", "open"}, {"answer", "Voici la réponse."}}).status ==
          422);
    CHECK(later.browser.post(answer, {{"state", "done"}, {"answer", "Le numéro est corrigé."}})
              .status == 303);
    CHECK(desk.count_mails("anne@vigie.example", "a répondu à votre demande") == 1);
    CHECK(has(later.browser.post(answer, {{"state", "done"}, {"answer", "Encore une fois."}}),
              "a déjà reçu sa réponse"));
}

TEST_CASE_ENGINES("the access pack is one zip of everything that names the person")
{
    Desk desk{engine}; // AUD-030
    desk.open_ticket();
    desk.client.browser.post(mine, {{"kind", "access"}});
    const auto page = desk.page_of_newest();
    CHECK(desk.admin.browser.get(page + "/dossier").status == 404);
    CHECK(desk.admin.browser.post(page + "/dossier").status == 303);
    desk.world.run_jobs();
    CHECK(has(desk.admin.browser.get(page), "Télécharger"));
    const auto taken = desk.admin.browser.get(page + "/dossier");
    REQUIRE(taken.file);
    CHECK(taken.file->size > 1'000);
}

TEST_CASE_ENGINES(
    "an erasure keeps the ticket of « Personne effacée », says what was kept, and the "
    "audit verifies")
{
    Desk desk{engine}; // AUD-030, AUD-003, JRN-63
    const auto number = desk.open_ticket();
    desk.client.browser.post(mine, {{"kind", "erasure"}});
    desk.world.run_jobs();
    const auto chain = audit::Chain::of_workspace(desk.world.database(), desk.workspace);
    audit::seal(chain, audit::Reach::Everything);
    const auto page = desk.page_of_newest();
    CHECK(has(desk.admin.browser.post(page + "/effacement"), "Cochez la case"));
    CHECK(desk.admin.browser.post(page + "/effacement", {{"is_sure", "on"}}).status == 303);
    desk.world.run_jobs();

    CHECK(desk.newest().state == RequestState::done);
    const auto told = desk.mails();
    CHECK(desk.count_mails("anne@vigie.example", "") == 1);
    CHECK(told.front().text.find("Ce que nous gardons") != std::string::npos);
    const auto ticket = desk.admin.browser.get("/e/vigie/tickets/" + number);
    CHECK(ticket.status == 200);
    CHECK(has(ticket, "Personne effacée"));
    CHECK_FALSE(has(ticket, "Guivarch"));
    const auto clients = desk.admin.browser.get("/e/vigie/clients");
    CHECK_FALSE(has(clients, "Guivarch"));
    CHECK(desk.client.browser.get(mine).status != 200); // the account is closed
    const auto person =
        tenancy::Platform{desk.world.database()}.read([&](tenancy::PlatformTransaction& tx) {
            return auth::person_by_email(tx, "anne@vigie.example");
        });
    CHECK_FALSE(person);
    const audit::HeadFile heads{desk.folder.path() / "seals"};
    const auto verdict = audit::verify(chain, audit::head_key(desk.world.site().vault()), heads);
    CHECK(verdict.is_intact());
    CHECK(verdict.sealed > 0);
    CHECK(has(desk.admin.browser.post(page + "/effacement", {{"is_sure", "on"}}),
              "a déjà reçu sa réponse"));
}

TEST_CASE_ENGINES("a consent is dated, can be taken back, and both days stay")
{
    Desk desk{engine}; // AUD-031
    const auto consent = std::string{mine} + "/consentements";
    CHECK(has(desk.client.browser.get(mine), "Non accepté"));
    desk.client.browser.post(consent, {{"purpose", "news"}, {"wanted", "yes"}});
    CHECK(has(desk.client.browser.get(mine), "Accepté le"));
    desk.client.browser.post(consent, {{"purpose", "news"}, {"wanted", "no"}});
    CHECK_FALSE(has(desk.client.browser.get(mine), "Accepté le"));
    const auto kept = desk.as_admin().read([&](WorkspaceTransaction& tx) {
        return RequestStore{tx}.consents(desk.client.membership);
    });
    REQUIRE(kept.size() == 1);
    CHECK(kept.front().withdrawn_at);
    CHECK(kept.front().text_version == consent_text_version);
}

TEST_CASE_ENGINES("the person to write to is named by the team and read on the portal")
{
    Desk desk{engine}; // AUD-032
    const auto officer = std::string{register_page} + "/referent";
    CHECK(desk.admin.browser.post(officer, {{"email", "pas une adresse"}}).status == 422);
    CHECK(
        desk.admin.browser.post(officer, {{"name", "Maëlle Cadic"}, {"email", "dpo@vigie.example"}})
            .status == 303);
    CHECK(has(desk.client.browser.get(mine), "Maëlle Cadic"));
}
