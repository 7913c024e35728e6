#include "kernel/events/events.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/crm/crm.hpp"
#include "modules/identity/events.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/tickets.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <regex>

using test_world::Browser;
using test_world::Member;
using test_world::Typed;
using test_world::World;

namespace
{

bool holds(const http::Response& page, std::string_view words)
{
    return page.body.find(words) != std::string::npos;
}

/// The first value of a hidden field or option of that name.
std::string value_in(const http::Response& page, const std::string& name)
{
    std::smatch found;
    const std::regex field{"name=\"" + name + "\" value=\"([^\"]*)\""};
    REQUIRE(std::regex_search(page.body, found, field));
    return found[1];
}

/// The desk of Vigie: Enora leads, Goulven and Soizic work, Malo has just registered.
struct Desk {
    explicit Desk(db::Engine engine)
        : world(engine, {{"crm", crm::describe},
                         {"projects", projects::describe},
                         {"tickets", tickets::describe}}),
          vigie(world.add_workspace("vigie")),
          enora(world.add_member(vigie, {.name = "Enora Le Bihan", .role = "admin"})),
          goulven(world.add_member(vigie, {.name = "Goulven Tréguer", .role = "technicien"})),
          soizic(world.add_member(vigie, {.name = "Soizic Madec", .role = "developpeur"})),
          malo(add_client("Malo Kervella"))
    {
    }

    /// Confirms an address on the portal, as identity tells it.
    Member add_client(const std::string& name)
    {
        auto member = world.add_member(
            vigie, {.name = name, .role = "client", .side = tenancy::Side::portal});
        house().write([&](tenancy::WorkspaceTransaction& tx) {
            events::publish(tx, identity::ClientRegistered{.membership = member.membership,
                                                           .name = name,
                                                           .email = member.actor.email});
        });
        return member;
    }
    tenancy::Context house() { return world.context(vigie, tenancy::Actor::system()); }

    tenancy::ClientId client_of(const Member& member)
    {
        return house().read([&](tenancy::WorkspaceTransaction& tx) {
            return auth::member(tx, member.membership)->client;
        });
    }
    std::vector<std::string> subjects_to(const Member& member)
    {
        std::vector<std::string> subjects;
        house().read([&](tenancy::WorkspaceTransaction& tx) {
            for (const auto& message : mail::recent(tx))
                if (message.to_email == member.actor.email) subjects.push_back(message.subject);
        });
        return subjects;
    }
    projects::ProjectId add_site(const std::string& name, const Member& client)
    {
        return house().write([&](tenancy::WorkspaceTransaction& tx) {
            const auto id = projects::add_project(tx, {.name = name});
            projects::assign_client(tx, id, auth::member(tx, client.membership)->client);
            return id;
        });
    }
    /// Malo's request on « Site Horizon ».
    std::string open_request()
    {
        const auto site = add_site("Site Horizon", malo);
        const auto sent =
            malo.browser.post("/p/vigie/demandes", {{"project", site.text()},
                                                    {"title", "Caméra 4 hors ligne"},
                                                    {"description", "Depuis ce matin."},
                                                    {"priority", "high"}});
        REQUIRE(sent.status == 303);
        const std::string location{sent.headers.get("Location")};
        return location.substr(location.rfind('/') + 1);
    }

    World world;
    tenancy::Workspace vigie;
    Member enora;
    Member goulven;
    Member soizic;
    Member malo;
};

} // namespace

TEST_CASE_ENGINES(
    "who registers alone waits for a project, and the admins are told") // IDN-005, IDN-003
{
    Desk desk{engine};

    CHECK(holds(desk.malo.browser.get("/p/vigie/sites"), "Aucun site ne vous est encore attribué"));
    CHECK(holds(desk.malo.browser.get("/p/vigie/demandes/nouvelle"),
                "Aucun site ne vous est encore attribué"));
    CHECK(desk.subjects_to(desk.enora) == std::vector<std::string>{"Malo Kervella attend un site"});
    CHECK(desk.subjects_to(desk.goulven).empty());
    CHECK(holds(desk.enora.browser.get("/e/vigie/clients"), "Malo Kervella"));
}

TEST_CASE_ENGINES(
    "from registration to a closed request, on plain forms") // JRN-30, JRN-33, TKT-046
{
    Desk desk{engine};
    const auto client = desk.client_of(desk.malo);
    const auto record = "/e/vigie/clients/" + client.text();

    const auto site = desk.enora.browser.post(
        "/e/vigie/projets", {{"name", "Site Horizon"}, {"address", "3 rue des Dunes"}});
    REQUIRE(site.status == 303);
    const auto choice = value_in(desk.enora.browser.get(record), "client");
    CHECK(choice == client.text());
    const std::string site_path{site.headers.get("Location")};
    const auto site_id = site_path.substr(site_path.rfind('/') + 1);
    CHECK(desk.enora.browser
              .post("/e/vigie/projets/affectations",
                    {{"project", site_id}, {"client", client.text()}, {"back", "client"}})
              .headers.get("Location") == record);

    const auto sites = desk.malo.browser.get("/p/vigie/sites");
    CHECK(holds(sites, "3 rue des Dunes"));
    CHECK(holds(sites, "0 en cours sur 0")); // TKT-008
    const auto sent =
        desk.malo.browser.post("/p/vigie/demandes", {{"project", site_id},
                                                     {"title", "Caméra 4 hors ligne"},
                                                     {"description", "L’image est **noire**."},
                                                     {"priority", "high"}});
    auto request = desk.malo.browser.follow(sent);
    CHECK(holds(request, "<strong>noire</strong>"));
    CHECK(holds(request, "Reçue"));
    CHECK(holds(desk.malo.browser.get("/p/vigie/sites"), "1 en cours sur 1"));
    const std::string path{sent.headers.get("Location")};
    const auto number = path.substr(path.rfind('/') + 1);
    const auto ticket = "/e/vigie/tickets/" + number;

    CHECK(holds(desk.goulven.browser.get("/e/vigie/tickets"), "Caméra 4 hors ligne"));
    auto page = desk.goulven.browser.follow(desk.goulven.browser.post(ticket + "/prise-en-charge"));
    CHECK(holds(page, "Pris en charge"));
    page = desk.goulven.browser.follow(desk.goulven.browser.post(
        ticket + "/deplacement", {{"move", "start"}, {"version", value_in(page, "version")}}));
    CHECK(holds(page, "En cours"));
    CHECK(holds(desk.malo.browser.get(path), "Goulven Tréguer s’occupe de votre demande"));

    desk.goulven.browser.post(ticket + "/messages", {{"body", "Le voyant est-il allumé ?"}});
    desk.goulven.browser.post(ticket + "/notes", {{"body", "Sûrement le port 7."}});
    request = desk.malo.browser.get(path);
    CHECK(holds(request, "Le voyant est-il allumé ?"));
    CHECK_FALSE(holds(request, "port 7")); // TKT-011
    desk.malo.browser.post(path + "/messages", {{"body", "Non, éteint."}});
    page = desk.goulven.browser.get(ticket);
    CHECK(holds(page, "Non, éteint."));
    CHECK(holds(page, "Sûrement le port 7."));

    page = desk.goulven.browser.get(ticket + "?mode=resolve");
    CHECK(desk.goulven.browser
              .post(ticket + "/deplacement", {{"move", "resolve"},
                                              {"version", value_in(page, "version")},
                                              {"body", "Câble du port 7 remplacé."}})
              .status == 303);
    request = desk.malo.browser.get(path);
    CHECK(holds(request, "Câble du port 7 remplacé."));
    CHECK(holds(request, "Résolue"));
    CHECK(desk.malo.browser
              .post(path + "/reponse",
                    {{"move", "confirm"}, {"version", value_in(request, "version")}})
              .status == 303);
    CHECK(holds(desk.malo.browser.get(path), "Terminée"));
    CHECK(holds(desk.goulven.browser.get(ticket), "Clôturé"));
    CHECK(holds(desk.malo.browser.get("/p/vigie/sites"), "0 en cours sur 1"));
    CHECK(desk.malo.browser.post(path + "/avis", {{"score", "5"}, {"comment", "Parfait"}}).status ==
          303);
}

TEST_CASE_ENGINES(
    "another client, another workspace and a missing number are the same 404") // TKT-058
{
    Desk desk{engine};
    const auto number = desk.open_request();
    auto lea = desk.add_client("Léa Guivarc'h");
    const auto elsewhere = desk.world.add_workspace("ailleurs");
    auto stranger = desk.world.add_member(elsewhere, {.name = "Karim Ba", .role = "admin"});

    CHECK(desk.malo.browser.get("/p/vigie/demandes/" + number).status == 200);
    CHECK(lea.browser.get("/p/vigie/demandes/" + number).status == 404);
    CHECK(lea.browser.post("/p/vigie/demandes/" + number + "/messages", {{"body", "x"}}).status ==
          404);
    CHECK(stranger.browser.get("/e/vigie/tickets/" + number).status == 404);
    CHECK(stranger.browser.get("/e/ailleurs/tickets/" + number).status == 404);
    CHECK(desk.goulven.browser.get("/e/vigie/tickets/T-2026-99999").status == 404);
    CHECK(stranger.browser.get("/e/ailleurs/clients/" + desk.client_of(desk.malo).text()).status ==
          404);
}

TEST_CASE_ENGINES("taking an assignment away hides the requests at once") // TKT-046
{
    Desk desk{engine};
    const auto number = desk.open_request();
    const auto client = desk.client_of(desk.malo);
    const auto site = desk.house().read([&](tenancy::WorkspaceTransaction& tx) {
        return projects::projects_of(tx, client).front().id;
    });
    CHECK(holds(desk.malo.browser.get("/p/vigie/demandes"), "Caméra 4 hors ligne"));

    CHECK(desk.enora.browser
              .post("/e/vigie/projets/" + site.text() + "/clients/" +
                    desk.client_of(desk.malo).text() + "/retrait")
              .status == 303);
    CHECK(desk.malo.browser.get("/p/vigie/demandes/" + number).status == 404);
    CHECK_FALSE(holds(desk.malo.browser.get("/p/vigie/demandes"), "Caméra 4 hors ligne"));
}

TEST_CASE_ENGINES("each line of the matrix is held by its page") // IDN-042
{
    Desk desk{engine};
    const auto number = desk.open_request();
    const auto ticket = "/e/vigie/tickets/" + number;
    const auto status = [](Member& who, const std::string& target, const Typed& typed) {
        return who.browser.post(target, typed).status;
    };

    CHECK(status(desk.soizic, "/e/vigie/projets", {{"name", "Site"}}) == 403);
    CHECK(status(desk.goulven, "/e/vigie/projets", {{"name", "Site"}}) == 303);
    CHECK(status(desk.goulven, "/e/vigie/clients", {{"kind", "company"}}) == 403);
    CHECK(status(desk.enora, "/e/vigie/clients",
                 {{"kind", "company"}, {"company_name", "Armor"}, {"email", "a@armor.example"}}) ==
          303);
    CHECK(desk.soizic.browser.get("/e/vigie/tickets/nouveau").status == 403);
    CHECK(status(desk.goulven, ticket + "/attribution",
                 {{"assignee", desk.soizic.membership.text()}, {"version", "1"}}) == 403);
    CHECK(status(desk.enora, ticket + "/attribution",
                 {{"assignee", desk.soizic.membership.text()}, {"version", "1"}}) == 303);
    CHECK(status(desk.enora, ticket + "/partage", {{"member", desk.enora.membership.text()}}) ==
          403);
    CHECK(status(desk.malo, ticket + "/notes", {{"body", "x"}}) == 401);
}

TEST_CASE_ENGINES("what somebody else did meanwhile is said, and what was typed stays") // TKT-034
{
    Desk desk{engine};
    const auto ticket = "/e/vigie/tickets/" + desk.open_request();
    desk.goulven.browser.post(ticket + "/prise-en-charge");
    const auto seen = desk.soizic.browser.get(ticket + "?mode=resolve");
    desk.goulven.browser.post(ticket + "/deplacement",
                              {{"move", "start"}, {"version", value_in(seen, "version")}});

    const auto refused =
        desk.soizic.browser.post(ticket + "/deplacement", {{"move", "resolve"},
                                                           {"version", value_in(seen, "version")},
                                                           {"body", "Alimentation changée."}});
    CHECK(refused.status == 409);
    CHECK(holds(refused, "Goulven Tréguer a changé cette demande"));
    CHECK(holds(refused, "Alimentation changée."));
    CHECK(value_in(refused, "version") != value_in(seen, "version"));

    const auto taken = desk.soizic.browser.post(ticket + "/prise-en-charge"); // TKT-020
    CHECK(taken.status == 409);
    CHECK(holds(taken, "Goulven Tréguer s’en occupe déjà"));
}

TEST_CASE_ENGINES("a form sent twice has one effect")
{
    Desk desk{engine};
    const auto ticket = "/e/vigie/tickets/" + desk.open_request();
    const auto key = value_in(desk.goulven.browser.get(ticket), "_key");
    const Typed typed{{"body", "Je regarde."}};
    const auto first = desk.goulven.browser.post(ticket + "/messages", typed, key);
    const auto second = desk.goulven.browser.post(ticket + "/messages", typed, key);

    CHECK(first.status == 303);
    CHECK(second.headers.get("Location") == first.headers.get("Location"));
    const auto body = desk.goulven.browser.get(ticket).body;
    const auto at = body.find("Je regarde.");
    CHECK(at != std::string::npos);
    CHECK(body.find("Je regarde.", at + 1) == std::string::npos);
}

TEST_CASE_ENGINES("bad input comes back whole, with one sentence beside each field")
{
    Desk desk{engine};
    desk.add_site("Site Horizon", desk.malo);
    const auto refused = desk.malo.browser.post(
        "/p/vigie/demandes", {{"title", "ab"}, {"description", ""}, {"priority", "soon"}});
    CHECK(refused.status == 422);
    CHECK(holds(refused, R"(value="ab")"));
    CHECK(holds(refused, "3 caractères au moins"));
    CHECK(holds(refused, "à remplir"));
    CHECK(holds(refused, "4 champs à corriger"));

    const auto long_title = std::string(151, 'x');
    const auto too_long = desk.malo.browser.post("/p/vigie/demandes", {{"title", long_title}});
    CHECK(too_long.status == 422);
    CHECK(holds(too_long, "151 caractères, 150 au plus"));
    CHECK(holds(too_long, long_title));
    CHECK(holds(desk.malo.browser.get("/p/vigie/demandes"), "Aucune demande en cours"));
}

TEST_CASE_ENGINES("no byte of a note reaches the client's pages or mails") // TKT-011
{
    Desk desk{engine};
    const auto number = desk.open_request();
    const auto ticket = "/e/vigie/tickets/" + number;
    desk.goulven.browser.post(ticket + "/notes", {{"body", "zanzibar"}});
    CHECK(holds(desk.goulven.browser.get(ticket), "zanzibar"));

    const auto path = "/p/vigie/demandes/" + number;
    for (const auto& target :
         {path, std::string{"/p/vigie/demandes"}, std::string{"/p/vigie/demandes?vue=waiting"},
          std::string{"/p/vigie/sites"}})
        CHECK_FALSE(holds(desk.malo.browser.get(target), "zanzibar"));
    desk.house().read([&](tenancy::WorkspaceTransaction& tx) {
        for (const auto& message : mail::recent(tx)) {
            CHECK(message.text.find("zanzibar") == std::string::npos);
            CHECK(message.html.find("zanzibar") == std::string::npos);
        }
    });
}

TEST_CASE_ENGINES("a message is corrected by its author only, and says so") // TKT-015
{
    Desk desk{engine};
    const auto path = "/p/vigie/demandes/" + desk.open_request();
    desk.malo.browser.post(path + "/messages", {{"body", "Caméra 5"}});
    std::smatch found;
    const auto page = desk.malo.browser.get(path).body;
    REQUIRE(std::regex_search(page, found, std::regex{"/messages/([0-9]+)/modifier"}));
    const auto message = path + "/messages/" + std::string{found[1]};

    CHECK(holds(desk.malo.browser.get(message + "/modifier"), "Caméra 5"));
    CHECK(desk.malo.browser.post(message, {{"body", "Caméra 4"}}).status == 303);
    const auto corrected = desk.malo.browser.get(path);
    CHECK(holds(corrected, "Caméra 4</p>"));
    CHECK(holds(corrected, "modifié"));
    const auto staff_path = "/e/vigie/tickets/" + path.substr(path.rfind('/') + 1) + "/messages/" +
                            std::string{found[1]};
    CHECK(desk.goulven.browser.get(staff_path + "/modifier").status == 404);
    CHECK(desk.goulven.browser.post(staff_path, {{"body", "Pirate"}}).status == 422);
}
