#include "modules/tickets/page_test_kit.hpp"

using namespace tickets_test;

namespace
{

/// « Site Horizon » is Malo's and Rose's; the request is Malo's.
struct TwoClients {
    Desk desk;
    Member rose;
    projects::ProjectId site;
    std::string number;
    std::string ticket;
    std::string request;

    explicit TwoClients(db::Engine engine)
        : desk(engine), rose(desk.add_client("Rose Autret")),
          site(desk.add_site("Site Horizon", desk.malo)), number(ask()),
          ticket("/e/vigie/tickets/" + number), request("/p/vigie/demandes/" + number)
    {
        assign_rose();
    }
    std::string ask()
    {
        const auto sent = desk.malo.browser.post("/p/vigie/demandes", {{"project", site.text()},
                                                                       {"title", "Caméra 4"},
                                                                       {"description", "Noire."},
                                                                       {"priority", "high"}});
        const std::string location{sent.headers.get("Location")};
        return location.substr(location.rfind('/') + 1);
    }
    void assign_rose()
    {
        const auto client = desk.client_of(rose);
        desk.house().write(
            [&](tenancy::WorkspaceTransaction& tx) { projects::assign_client(tx, site, client); });
    }
    http::Response open_to_rose(Member& who)
    {
        return who.browser.post(ticket + "/autres-clients",
                                {{"client", desk.client_of(rose).text()}});
    }
    int close_to_rose(Member& who)
    {
        return who.browser
            .post(ticket + "/autres-clients/" + desk.client_of(rose).text() + "/retrait")
            .status;
    }
    bool rose_sees() { return rose.browser.get(request).status == 200; }
};

bool holds_word(const std::string& text, std::string_view word)
{
    return text.find(word) != std::string::npos;
}

} // namespace

TEST_CASE_ENGINES("one ticket is opened to another client of its project, and closed again")
{
    TwoClients two{engine}; // TKT-058
    two.desk.goulven.browser.post(two.ticket + "/notes", {{"body", "zanzibar"}});
    CHECK_FALSE(two.rose_sees());
    CHECK_FALSE(holds(two.rose.browser.get("/p/vigie/demandes"), two.number));

    CHECK(two.open_to_rose(two.desk.goulven).status == 303);
    const auto seen = two.rose.browser.get(two.request);
    CHECK(seen.status == 200);
    CHECK(holds(seen, "Noire."));
    CHECK_FALSE(holds(seen, "zanzibar")); // TKT-011
    CHECK(holds(two.rose.browser.get("/p/vigie/demandes"), two.number));
    CHECK(holds(two.desk.enora.browser.get(two.ticket), "Ouvert par Goulven"));

    CHECK(two.close_to_rose(two.desk.goulven) == 303);
    CHECK_FALSE(two.rose_sees());
    CHECK_FALSE(holds(two.rose.browser.get("/p/vigie/demandes"), two.number));
    const auto traced = two.desk.house().read([](tenancy::WorkspaceTransaction& tx) {
        return tx.value<std::int64_t>({"test.guest_traces", R"sql(
            SELECT count(*) FROM audit_entry WHERE workspace_id = :workspace
               AND action IN ('tickets.opened_to_client', 'tickets.closed_to_client')
        )sql"});
    });
    CHECK(traced == 2);
}

TEST_CASE_ENGINES("a guest answers, and decides nothing") // TKT-058
{
    TwoClients two{engine};
    two.open_to_rose(two.desk.goulven);
    CHECK(two.rose.browser.post(two.request + "/messages", {{"body", "Chez moi aussi."}}).status ==
          303);
    CHECK(holds(two.desk.malo.browser.get(two.request), "Chez moi aussi."));
    two.desk.goulven.browser.post(two.ticket + "/prise-en-charge");
    const auto version = value_in(two.desk.goulven.browser.get(two.ticket), "version");
    two.desk.goulven.browser.post(two.ticket + "/deplacement",
                                  {{"move", "resolve"}, {"body", "Réparé."}, {"version", version}});

    const auto page = two.rose.browser.get(two.request);
    CHECK_FALSE(holds(page, "Non résolu"));
    CHECK_FALSE(holds(page, "/avis"));
    const auto now = value_in(two.desk.malo.browser.get(two.request), "version");
    CHECK(two.rose.browser.post(two.request + "/reponse", {{"move", "confirm"}, {"version", now}})
              .status == 404);
    CHECK(two.rose.browser.post(two.request + "/avis", {{"score", "1"}}).status == 404);
}

TEST_CASE_ENGINES("technicians and admins open a ticket, a developer does not, nor to anybody")
{
    TwoClients two{engine}; // TKT-058
    CHECK(two.open_to_rose(two.desk.soizic).status == 403);
    CHECK(two.open_to_rose(two.desk.malo).status == 401);
    const auto stranger = two.desk.add_client("Lea Guen");
    CHECK(
        two.desk.enora.browser
            .post(two.ticket + "/autres-clients", {{"client", two.desk.client_of(stranger).text()}})
            .status == 404);
    CHECK_FALSE(two.rose_sees());
    CHECK(two.open_to_rose(two.desk.enora).status == 303);
    CHECK(two.rose_sees());
}

TEST_CASE_ENGINES("a guest whose site is taken away sees the ticket no more") // TKT-046, TKT-058
{
    TwoClients two{engine};
    two.open_to_rose(two.desk.goulven);
    const auto path = "/e/vigie/projets/" + two.site.text() + "/clients/" +
                      two.desk.client_of(two.rose).text() + "/retrait";
    REQUIRE(two.desk.enora.browser.post(path).status == 303);
    CHECK_FALSE(two.rose_sees());
    CHECK_FALSE(holds(two.rose.browser.get("/p/vigie/demandes"), two.number));
    const auto told = two.desk.subjects_to(two.rose).size();
    REQUIRE(two.desk.goulven.browser.post(two.ticket + "/messages", {{"body", "Réparé."}}).status ==
            303);
    CHECK_MESSAGE(two.desk.subjects_to(two.rose).size() == told, "nor hears of it by mail");
}

TEST_CASE_ENGINES("a client whose site is taken away is told of his request no more") // TKT-046
{
    TwoClients two{engine};
    const auto told = two.desk.subjects_to(two.desk.malo).size();
    const auto path = "/e/vigie/projets/" + two.site.text() + "/clients/" +
                      two.desk.client_of(two.desk.malo).text() + "/retrait";
    REQUIRE(two.desk.enora.browser.post(path).status == 303);
    REQUIRE(two.desk.goulven.browser.post(two.ticket + "/messages", {{"body", "Réparé."}}).status ==
            303);
    CHECK(two.desk.subjects_to(two.desk.malo).size() == told);
}

TEST_CASE_ENGINES(
    "a guest is told by mail of the opening, the answers and the states, not of notes")
{
    TwoClients two{engine}; // NTF-011, TKT-058
    auto& desk = two.desk;
    const auto says = [&](Member& who, const std::string& page, const std::string& words) {
        REQUIRE(who.browser.post(page + "/messages", {{"body", words}}).status == 303);
    };
    says(desk.goulven, two.ticket, "Nous regardons.");
    CHECK(desk.subjects_to(two.rose).empty());

    two.open_to_rose(desk.goulven);
    REQUIRE(desk.subjects_to(two.rose).size() == 1);
    CHECK(holds_word(desk.subjects_to(two.rose).front(), two.number));
    desk.goulven.browser.post(two.ticket + "/notes", {{"body", "zanzibar"}});
    says(desk.goulven, two.ticket, "Câble remplacé.");
    says(desk.malo, two.request, "Merci.");
    CHECK(desk.subjects_to(two.rose).size() == 3);
    const auto malo_before = desk.subjects_to(desk.malo).size();
    says(two.rose, two.request, "Chez moi aussi.");
    CHECK(desk.subjects_to(two.rose).size() == 3);
    CHECK(desk.subjects_to(desk.malo).size() == malo_before + 1);
    desk.goulven.browser.post(two.ticket + "/prise-en-charge");
    CHECK(desk.subjects_to(two.rose).size() == 4);

    REQUIRE(two.close_to_rose(desk.goulven) == 303);
    says(desk.goulven, two.ticket, "Terminé.");
    CHECK(desk.subjects_to(two.rose).size() == 4);
}
