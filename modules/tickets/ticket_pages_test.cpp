#include "modules/tickets/page_test_kit.hpp"

using namespace tickets_test;

TEST_CASE_ENGINES("a ticket taken is one line of its history, for the team and for the client")
{
    Desk desk{engine};
    const auto number = desk.open_request();
    const auto staff = "/e/vigie/tickets/" + number;
    CHECK(desk.goulven.browser.post(staff + "/prise-en-charge", {}).status == 303);
    const auto team = desk.goulven.browser.get(staff);
    CHECK(holds(team, "Goulven Tréguer a pris le ticket en charge"));
    CHECK_FALSE(holds(team, "a passé le ticket à"));
    const auto client = desk.malo.browser.get("/p/vigie/demandes/" + number);
    CHECK(holds(client, "Goulven Tréguer s’occupe de votre demande"));
    CHECK_FALSE(holds(client, "Nouvelle étape"));
}

TEST_CASE_ENGINES(
    "a client who is not satisfied has reopened his request, and may answer from its top")
{
    Desk desk{engine};
    const auto number = desk.open_request();
    const auto staff = "/e/vigie/tickets/" + number;
    const auto portal = "/p/vigie/demandes/" + number;
    CHECK(desk.goulven.browser.post(staff + "/prise-en-charge", {}).status == 303);
    const auto version = value_in(desk.goulven.browser.get(staff), "version");
    const auto resolved = desk.goulven.browser.post(
        staff + "/deplacement", {{"move", "resolve"}, {"body", "Fait."}, {"version", version}});
    REQUIRE(resolved.status == 303);
    const auto page = desk.malo.browser.get(portal);
    CHECK(page.body.find("Non résolu") < page.body.find("id=\"description\""));
    CHECK(
        desk.malo.browser
            .post(portal + "/reponse", {{"move", "reopen"}, {"version", value_in(page, "version")}})
            .status == 303);
    CHECK(holds(desk.goulven.browser.get(staff), "Malo Kervella a rouvert"));
    CHECK(holds(desk.malo.browser.get(portal), "Malo Kervella a rouvert"));
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
    CHECK(holds(refused, "Goulven Tréguer a changé ce ticket"));
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
    CHECK(holds(desk.malo.browser.get("/p/vigie/demandes"), "Aucune demande pour l’instant"));
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
    const auto kept = desk.house().read([](tenancy::WorkspaceTransaction& tx) {
        return tx.value<std::int64_t>({"test.earlier_text", R"sql(
            SELECT count(*) FROM audit_payload
             WHERE workspace_id = :workspace AND payload LIKE '%"Caméra 5"%"Caméra 4"%'
        )sql"});
    });
    CHECK(kept == 1);
    const auto staff_path = "/e/vigie/tickets/" + path.substr(path.rfind('/') + 1) + "/messages/" +
                            std::string{found[1]};
    CHECK(desk.goulven.browser.get(staff_path + "/modifier").status == 404);
    CHECK(desk.goulven.browser.post(staff_path, {{"body", "Pirate"}}).status == 404);
}
