#include "app/modules.hpp"
#include "kernel/auth/roles.hpp"
#include "kernel/files/test_files.hpp"
#include "modules/crm/crm.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/attachment.hpp"
#include "modules/tickets/tickets.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using http::Method;
using test_world::Member;
using test_world::Sent;
using test_world::World;

namespace
{

bool holds(const http::Response& page, std::string_view words)
{
    return page.body.find(words) != std::string::npos;
}

/// The first upload a page names.
std::string held_in(const http::Response& page)
{
    constexpr std::string_view field = "name=\"uploads\" value=\"";
    const auto at = page.body.find(field);
    if (at == std::string::npos) return {};
    const auto begin = at + field.size();
    return page.body.substr(begin, page.body.find('"', begin) - begin);
}

/// Vigie: Enora leads, Goulven and Soizic work; Malo and Rose are clients, of two firms.
struct Desk {
    explicit Desk(db::Engine engine)
        : world(engine, app::describe_modules), vigie(world.add_workspace("vigie")),
          enora(world.add_member(vigie, {.name = "Enora Le Bihan", .role = "admin"})),
          goulven(world.add_member(vigie, {.name = "Goulven Tréguer", .role = "technicien"})),
          soizic(world.add_member(vigie, {.name = "Soizic Madec", .role = "developpeur"})),
          malo(add_client("Malo Kervella", "Kervella")), rose(add_client("Rose Autret", "Autret"))
    {
        const auto client = malo.actor.client;
        const auto site = context(enora).write([&](tenancy::WorkspaceTransaction& tx) {
            const auto id = projects::add_project(tx, {.name = "Site Horizon"});
            projects::assign_client(tx, id, client);
            projects::assign_client(tx, id, rose.actor.client);
            return id;
        });
        number = context(malo).write([&](tenancy::WorkspaceTransaction& tx) {
            return tickets::open_ticket(tx, {.title = "Caméra 4 hors ligne",
                                             .description = "Noire depuis hier",
                                             .project = site,
                                             .client = client})
                .number;
        });
    }

    Member add_client(const std::string& name, const std::string& company)
    {
        auto system = world.context(vigie, tenancy::Actor::system());
        const auto client = system.write([&](tenancy::WorkspaceTransaction& tx) {
            return crm::add_client(tx, {.company_name = company, .phone = "0261910000"});
        });
        return world.add_member(
            vigie,
            {.name = name, .role = "client", .side = tenancy::Side::portal, .client = client});
    }
    tenancy::Context context(const Member& member) { return world.context(vigie, member.actor); }

    http::Response write(Member& author, const std::string& words, const std::vector<Sent>& files)
    {
        return author.browser.post_files(thread(author) + "/messages", {{"body", words}}, files);
    }
    std::string thread(const Member& reader) const
    {
        return (reader.actor.side == tenancy::Side::portal ? "/p/vigie/demandes/"
                                                           : "/e/vigie/tickets/") +
               number;
    }
    std::vector<files::File> kept(const char* kind = tickets::ticket_files)
    {
        return context(enora).read([&](tenancy::WorkspaceTransaction& tx) {
            const auto ticket = tickets::ticket_by_number(tx, number);
            return files::files_of(tx, kind, ticket.id.value);
        });
    }
    std::string address(const Member& reader, const files::File& file) const
    {
        return (reader.actor.side == tenancy::Side::portal ? "/p/vigie/fichiers/"
                                                           : "/e/vigie/fichiers/") +
               file.id.text();
    }

    World world;
    tenancy::Workspace vigie;
    Member enora;
    Member goulven;
    Member soizic;
    Member malo;
    Member rose;
    std::string number;
};

const Sent report{"rapport.txt", "Coupures vers 2 h 10"};

} // namespace

TEST_CASE_ENGINES("a message carries files, and a file that is refused says why") // TKT-006 FIL-002
{
    Desk desk{engine};
    const auto sent = desk.write(desk.malo, "Voici",
                                 {report, {"facture.pdf", "MZ\x90"}, {"logo.svg", "<svg></svg>"}});
    REQUIRE(sent.status == 303);
    const auto page = desk.malo.browser.follow(sent);
    CHECK(holds(page, "rapport.txt"));
    CHECK(holds(page, "c’est un programme"));
    CHECK(holds(page, "SVG ne sont pas acceptés"));
    // what was refused is nobody else's business
    CHECK_FALSE(holds(desk.enora.browser.get(desk.thread(desk.enora)), "facture.pdf"));
    CHECK(holds(desk.enora.browser.get(desk.thread(desk.enora)), "rapport.txt"));
}

TEST_CASE_ENGINES("a message may be a photo alone; refused files alone are no message")
{
    Desk desk{engine};
    CHECK(desk.write(desk.malo, "", {{"photo.png", test_files::png()}}).status == 303);
    CHECK(holds(desk.enora.browser.get(desk.thread(desk.enora)), "Fichier joint"));
    const auto refused = desk.write(desk.malo, " ", {{"a.exe", "MZ"}});
    CHECK(refused.status == 422);
    CHECK(holds(refused, "c’est un programme"));
}

TEST_CASE_ENGINES("a request opens with its photos, from both sides") // TKT-006
{
    Desk desk{engine};
    const auto client = desk.malo.actor.client;
    const auto project = desk.context(desk.enora)
                             .read([&](tenancy::WorkspaceTransaction& tx) {
                                 return tickets::ticket_by_number(tx, desk.number).project_id;
                             })
                             .text();
    const auto portal = desk.malo.browser.post_files("/p/vigie/demandes",
                                                     {{"project", project},
                                                      {"title", "Porte forcée"},
                                                      {"description", "Voir la photo"},
                                                      {"priority", "high"}},
                                                     {{"porte.png", test_files::png()}});
    CHECK(holds(desk.malo.browser.follow(portal), "porte.png"));
    const auto staff = desk.enora.browser.post_files("/e/vigie/tickets",
                                                     {{"client", client.text()},
                                                      {"project", project},
                                                      {"title", "Porte forcée"},
                                                      {"description", "Appel de Malo"},
                                                      {"priority", "high"},
                                                      {"origin", "phone"}},
                                                     {report});
    CHECK(holds(desk.enora.browser.follow(staff), "rapport.txt"));
}

TEST_CASE_ENGINES("a request that is refused keeps its files for its own sender") // PLT-091
{
    Desk desk{engine};
    const auto project = desk.context(desk.enora)
                             .read([&](tenancy::WorkspaceTransaction& tx) {
                                 return tickets::ticket_by_number(tx, desk.number).project_id;
                             })
                             .text();
    test_world::Typed typed{
        {"project", project}, {"title", ""}, {"description", "Voir"}, {"priority", "high"}};
    const auto refused = desk.malo.browser.post_files(
        "/p/vigie/demandes", typed, {report, {"facture.pdf", "MZ\x90"}, {"vide.txt", ""}});
    REQUIRE(refused.status == 422);
    CHECK(holds(refused, "rapport.txt"));
    CHECK(holds(refused, "c’est un programme"));
    CHECK(holds(refused, "le fichier est vide"));
    const auto held = held_in(refused);
    REQUIRE_FALSE(held.empty());

    typed[1].second = "Porte forcée";
    typed.emplace_back("uploads", held);
    const auto stolen = desk.rose.browser.post_files("/p/vigie/demandes", typed, {});
    CHECK_FALSE(holds(desk.rose.browser.follow(stolen), "rapport.txt"));
    const auto sent = desk.malo.browser.post_files("/p/vigie/demandes", typed, {});
    CHECK(holds(desk.malo.browser.follow(sent), "rapport.txt"));
}

TEST_CASE_ENGINES(
    "a request that is refused twice still holds each file once, on the team's side too")
{
    Desk desk{engine};
    const auto client = desk.malo.actor.client.text();
    test_world::Typed typed{{"client", client}, {"title", ""}, {"description", ""}};
    const auto once = desk.enora.browser.post_files("/e/vigie/tickets", typed, {report});
    typed.emplace_back("uploads", held_in(once));
    const auto twice = desk.enora.browser.post_files("/e/vigie/tickets", typed, {});
    REQUIRE(twice.status == 422);
    CHECK(held_in(twice) == held_in(once));
    const auto first = twice.body.find("rapport.txt");
    REQUIRE(first != std::string::npos);
    CHECK(twice.body.find("rapport.txt", first + 1) == std::string::npos);
}

TEST_CASE_ENGINES(
    "a photo shows once judged, and a client never gets the original") // FIL-002 FIL-010
{
    Desk desk{engine};
    desk.write(desk.malo, "Photo", {{"photo.png", test_files::png()}});
    CHECK(holds(desk.malo.browser.get(desk.thread(desk.malo)), "Préparation en cours"));
    const auto file = desk.kept().front();
    CHECK(desk.malo.browser.get(desk.address(desk.malo, file)).status == 409);
    desk.world.run_jobs();

    const auto page = desk.malo.browser.get(desk.thread(desk.malo));
    CHECK(holds(page, "/p/vigie/fichiers/" + file.id.text() + "/thumbnail"));
    CHECK(holds(page, "Photo « photo.png »") == false); // typography puts narrow spaces
    const auto own = desk.malo.browser.get(desk.address(desk.malo, file));
    CHECK(own.status == 200);
    CHECK(own.headers.get("Content-Type") == "image/webp");
    const auto original = desk.enora.browser.get(desk.address(desk.enora, file));
    CHECK(original.headers.get("Content-Type") == "image/png");
    REQUIRE(original.file);
    CHECK(test_files::read(original.file->path) == test_files::png());
}

TEST_CASE_ENGINES("files are served so that nothing in them runs") // PLT-004
{
    Desk desk{engine};
    desk.write(desk.malo, "Rapport", {report});
    const auto answer = desk.malo.browser.get(desk.address(desk.malo, desk.kept().front()));
    CHECK(answer.status == 200);
    CHECK(answer.headers.get("X-Content-Type-Options") == "nosniff");
    CHECK(answer.headers.get("Content-Security-Policy").find("sandbox") != std::string_view::npos);
    CHECK(answer.headers.get("Content-Security-Policy").starts_with("default-src 'none'"));
    CHECK(answer.headers.get("Content-Disposition").starts_with("attachment; filename=\"rapport"));
    CHECK(answer.headers.get("Cache-Control") == "private, no-cache");
    CHECK(answer.etag == desk.kept().front().sha256);
}

TEST_CASE_ENGINES("another client's file does not exist, however it is asked for") // JRN-32 PLT-004
{
    Desk desk{engine};
    desk.write(desk.malo, "Rapport", {report, {"photo.png", test_files::png()}});
    desk.world.run_jobs();
    const auto nothing = desk.rose.browser.get("/p/vigie/fichiers/123456789");
    REQUIRE(nothing.status == 404);
    for (const auto& file : desk.kept()) {
        const auto address = desk.address(desk.rose, file);
        for (const auto& target : {address, address + "/thumbnail", address + "/large"})
            for (const auto method : {Method::Get, Method::Head}) {
                http::Headers range;
                range.set("Range", "bytes=0-3");
                http::Headers same;
                same.set("If-None-Match", '"' + file.sha256 + '"');
                for (const auto& headers : {http::Headers{}, range, same}) {
                    const auto answer = desk.rose.browser.ask(method, target, headers);
                    CHECK(answer.status == 404);
                    CHECK_FALSE(answer.file.has_value());
                    CHECK(answer.etag == "");
                    CHECK_FALSE(answer.headers.has("Content-Disposition"));
                }
            }
        CHECK(desk.rose.browser.get(desk.address(desk.enora, file)).status == 303);
        auto visitor = desk.world.visitor();
        CHECK(visitor.get(desk.address(desk.malo, file)).status == 303);
    }
}

TEST_CASE_ENGINES("files of an internal note are in no answer to a client") // TKT-011
{
    Desk desk{engine};
    const auto noted = desk.enora.browser.post_files("/e/vigie/tickets/" + desk.number + "/notes",
                                                     {{"body", "Devis du fournisseur"}},
                                                     {{"marge-secrète.txt", "42 %"}});
    REQUIRE(noted.status == 303);
    CHECK(holds(desk.enora.browser.get(desk.thread(desk.enora)), "marge-secrète.txt"));
    CHECK_FALSE(holds(desk.malo.browser.get(desk.thread(desk.malo)), "marge-secrète"));
    CHECK(desk.kept().empty());
    const auto file = desk.kept(tickets::note_files).front();
    CHECK(desk.malo.browser.get(desk.address(desk.malo, file)).status == 404);
    CHECK(desk.enora.browser.get(desk.address(desk.enora, file)).status == 200);
}

TEST_CASE_ENGINES(
    "a colleague reads names; to open he takes part, or the business opens to all") // TKT-014
{
    Desk desk{engine};
    desk.write(desk.malo, "Rapport", {report});
    const auto file = desk.kept().front();
    const auto address = desk.address(desk.goulven, file);
    const auto page = desk.goulven.browser.get(desk.thread(desk.goulven));
    CHECK(holds(page, "rapport.txt"));
    CHECK_FALSE(holds(page, address));
    CHECK(desk.goulven.browser.get(address).status == 403);

    desk.context(desk.enora).write([&](tenancy::WorkspaceTransaction& tx) {
        auth::set_role_difference(
            tx,
            {.role = "technicien", .permission = "tickets.files", .value = presets::Grant::all});
    });
    CHECK(desk.goulven.browser.get(address).status == 200);
    CHECK(desk.soizic.browser.get(address).status == 403);
    desk.enora.browser.post(desk.thread(desk.enora) + "/partage",
                            {{"member", desk.soizic.membership.text()}, {"message", "Un avis ?"}});
    CHECK(desk.soizic.browser.get(address).status == 200);
    CHECK(holds(desk.soizic.browser.get(desk.thread(desk.soizic)), address));
}

TEST_CASE_ENGINES("who sent a photo says what it shows, nobody else")
{
    Desk desk{engine};
    desk.write(desk.malo, "Photo", {{"photo.png", test_files::png()}});
    desk.world.run_jobs();
    const auto file = desk.kept().front();
    const auto description = desk.address(desk.malo, file) + "/description";
    CHECK(desk.malo.browser.get(description + "?retour=" + desk.thread(desk.malo)).status == 200);
    const auto saved = desk.malo.browser.post(description, {{"caption", "Façade nord"},
                                                            {"alternative", "Une caméra brisée"},
                                                            {"retour", desk.thread(desk.malo)}});
    const auto page = desk.malo.browser.follow(saved);
    CHECK(holds(page, "Façade nord"));
    CHECK(holds(page, "alt=\"Une caméra brisée\""));
    CHECK(desk.enora.browser.get(desk.address(desk.enora, file) + "/description").status == 404);
    const auto away = desk.malo.browser.post(
        description, {{"caption", ""}, {"alternative", ""}, {"retour", "//evil.example/"}});
    CHECK(away.headers.get("Location") == "/p/vigie/");
}
