#include "modules/tickets/page_test_kit.hpp"

using namespace tickets_test;

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
