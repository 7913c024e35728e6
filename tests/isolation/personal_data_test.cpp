#include "kernel/audit/sealer.hpp"
#include "kernel/audit/verify.hpp"
#include "kernel/auth/anonymity.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/crm/crm.hpp"
#include "modules/mailbox/erasure_listeners.hpp"
#include "modules/mailbox/received_store.hpp"
#include "modules/portability/portability.hpp"
#include "modules/privacy/privacy.hpp"
#include "modules/privacy/request_store.hpp"
#include "modules/privacy/retention_actions.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/tickets.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

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

void unpack(const std::filesystem::path& zip, const std::filesystem::path& folder)
{
    std::vector<std::string> words{"python3", "-m", "zipfile", "-e", zip.string(), folder.string()};
    std::vector<char*> arguments;
    for (auto& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t child = 0;
    REQUIRE(::posix_spawnp(&child, "python3", nullptr, nullptr, arguments.data(), environ) == 0);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(status == 0);
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

TEST_CASE_ENGINES("the page of the access pack says in French, at the hour of the business")
{
    Desk desk{engine}; // AUD-030
    const ClockGuard guard;
    base::set_test_clock("2026-07-01T22:30:00Z");
    desk.open_ticket();
    const portability::PersonTraces traces{.name = "Anne Guivarch",
                                           .email = "anne@vigie.example",
                                           .ids = {desk.client.membership.value}};
    const auto context = desk.as_admin();
    portability::make_person_package(context, traces, "acces-1");
    const auto zip = portability::person_package(desk.workspace, "acces-1");
    const auto opened = desk.folder.path() / "opened";
    unpack(zip, opened);
    std::ifstream file{opened / "LISEZMOI.html"};
    const std::string words{std::istreambuf_iterator<char>{file}, {}};
    CHECK(words.find("Téléphone") != std::string::npos);
    CHECK(words.find("2 juillet 2026") != std::string::npos); // 0 h 30 in Paris
    for (const char* raw : {"created_at", "search_key", "membership_id", "1 juillet 2026"})
        CHECK_MESSAGE(words.find(raw) == std::string::npos, raw);
}

TEST_CASE_ENGINES("an erasure leaves no address in waiting mails, in a firm's record, in consents")
{
    Desk desk{engine}; // AUD-030, AUD-031
    const auto elsewhere = desk.world.add_workspace("autre");
    desk.world.context(elsewhere, tenancy::Actor::system()).write([&](WorkspaceTransaction& tx) {
        auth::add_membership(
            tx, {.person = desk.client.person, .side = tenancy::Side::portal, .role = "client"});
        auth::record_consents(tx, desk.client.person, elsewhere.id,
                              {{.document = auth::Document::terms, .version = "2026-11-01"}}, {});
    });
    const auto firm = desk.as_admin().write([&](WorkspaceTransaction& tx) {
        auth::record_consents(tx, desk.client.person, desk.workspace.id,
                              {{.document = auth::Document::terms, .version = "2026-11-01"}}, {});
        mail::send(tx, {.to_name = "Anne Guivarch",
                        .to_email = "anne@vigie.example",
                        .subject = "Un mot pour Anne",
                        .paragraphs = {"Bonjour Anne"},
                        .quote = {},
                        .button = {},
                        .small_print = {},
                        .template_name = "test"});
        return crm::add_client(tx, {.company_name = "Guivarch SARL",
                                    .email = "anne@vigie.example",
                                    .phone = "0298000001"});
    });
    desk.client.browser.post(mine, {{"kind", "erasure"}});
    CHECK(desk.admin.browser.post(desk.page_of_newest() + "/effacement", {{"is_sure", "on"}})
              .status == 303);
    desk.world.run_jobs();
    for (const auto& message : desk.mails())
        CHECK(message.subject != "Un mot pour Anne");
    desk.as_admin().read([&](WorkspaceTransaction& tx) {
        CHECK(crm::client(tx, firm).email.empty());
        CHECK(crm::client(tx, firm).name == "Guivarch SARL");
    });
    const auto left =
        tenancy::Platform{desk.world.database()}.read([&](tenancy::PlatformTransaction& tx) {
            CHECK(auth::belongs_elsewhere(tx, desk.client.person, desk.workspace.id));
            return auth::consents_of(tx, desk.client.person).size();
        });
    CHECK(left == 1);
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

TEST_CASE_ENGINES("nobody is erased while his client is held, and the page says what to do")
{
    Desk desk{engine}; // AUD-026, AUD-030
    desk.as_admin().write([&](WorkspaceTransaction& tx) {
        place_hold(tx, desk.client.actor.client, "facture 2026-118 impayée");
    });
    desk.client.browser.post(mine, {{"kind", "erasure"}});
    const auto page = desk.page_of_newest();
    const auto refused = desk.admin.browser.post(page + "/effacement", {{"is_sure", "on"}});
    CHECK(refused.status == 422);
    CHECK(has(refused, "facture 2026-118 impayée"));
    CHECK(has(refused, "Levez la retenue"));
    CHECK(desk.newest().state == RequestState::open);
    CHECK(desk.client.browser.get(mine).status == 200);

    desk.as_admin().write(
        [&](WorkspaceTransaction& tx) { lift_hold(tx, desk.client.actor.client); });
    CHECK(desk.admin.browser.post(page + "/effacement", {{"is_sure", "on"}}).status == 303);
    CHECK(desk.newest().state == RequestState::done);
}

TEST_CASE_ENGINES("what an erased person wrote by e-mail is emptied, whether it waits or not")
{
    Desk desk{engine}; // AUD-030
    const auto came = desk.as_admin().write([](WorkspaceTransaction& tx) {
        const mailbox::Received received{.id = tx.make_id<mailbox::ReceivedId>(),
                                         .fingerprint = std::string(64, 'a'),
                                         .from_name = "Anne Guivarch",
                                         .from_email = "Anne@vigie.example",
                                         .subject = "Mon portail",
                                         .text = "Mon code est 4231.",
                                         .quoted = {},
                                         .why = mailbox::Why::unproven,
                                         .received_at = base::now(),
                                         .settled_at = {},
                                         .settled_by = {}};
        CHECK(mailbox::ReceivedStore{tx}.insert(received));
        mailbox::on_person_erased(
            tx, {.membership = {}, .email = "anne@vigie.example", .name = "Personne effacée"});
        return mailbox::ReceivedStore{tx}.find(received.id).value();
    });
    CHECK(came.text.empty());
    CHECK(came.subject.empty());
    CHECK(came.from_email.empty());
    CHECK(came.from_name == "Personne effacée");
    CHECK(came.state == mailbox::ReceivedState::ignored);
    CHECK(came.settled_at);
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
    CHECK(kept.front().proof == desk.client.browser.address); // CRM-052
    const auto record =
        desk.admin.browser.get("/e/vigie/clients/" + desk.client.actor.client.text());
    CHECK(has(record, "Traitement des données"));
    CHECK(has(record, "sur le portail, depuis 203.0.113.7, retiré le"));
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
