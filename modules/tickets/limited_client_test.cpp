#include "modules/tickets/page_test_kit.hpp"

using namespace tickets_test;

namespace
{

/// Malo's client has two sites, with a request on each.
struct TwoSites {
    Desk desk;
    projects::ProjectId horizon;
    projects::ProjectId dunes;
    std::string on_horizon;
    std::string on_dunes;

    explicit TwoSites(db::Engine engine)
        : desk(engine), horizon(desk.add_site("Site Horizon", desk.malo)),
          dunes(desk.add_site("Site Dunes", desk.malo)), on_horizon(ask(horizon, "Caméra du quai")),
          on_dunes(ask(dunes, "Portail bloqué"))
    {
    }
    http::Response send(projects::ProjectId site, const char* title)
    {
        return desk.malo.browser.post("/p/vigie/demandes", {{"project", site.text()},
                                                            {"title", title},
                                                            {"description", "Depuis hier."},
                                                            {"priority", "high"}});
    }
    std::string ask(projects::ProjectId site, const char* title)
    {
        const std::string path{send(site, title).headers.get("Location")};
        return path.substr(path.rfind('/') + 1);
    }
    int limit_to(const Typed& typed)
    {
        return desk.enora.browser
            .post("/e/vigie/reglages/portail/" + desk.malo.membership.text() + "/sites", typed)
            .status;
    }
    http::Response malo_reads(const std::string& path)
    {
        return desk.malo.browser.get("/p/vigie" + path);
    }
};

} // namespace

TEST_CASE_ENGINES("a portal user limited to one site sees nothing of the others") // IDN-024
{
    TwoSites two{engine};
    CHECK(holds(two.malo_reads("/demandes"), two.on_dunes));
    REQUIRE(two.limit_to({{"is_limited", "1"}, {"project", two.horizon.text()}}) == 303);

    const auto list = two.malo_reads("/demandes");
    CHECK(holds(list, two.on_horizon));
    CHECK_FALSE(holds(list, two.on_dunes));
    CHECK(two.malo_reads("/demandes/" + two.on_horizon).status == 200);
    CHECK(two.malo_reads("/demandes/" + two.on_dunes).status == 404);
    CHECK_FALSE(holds(two.malo_reads("/sites"), "Site Dunes"));
    CHECK_FALSE(holds(two.malo_reads("/demandes/nouvelle"), "Site Dunes"));
    CHECK(two.send(two.dunes, "Encore le portail").status == 404);
    CHECK(two.send(two.horizon, "Encore la caméra").status == 303);
}

TEST_CASE_ENGINES("what happens on a site he does not see is not written to him") // IDN-024
{
    TwoSites two{engine};
    two.limit_to({{"is_limited", "1"}, {"project", two.horizon.text()}});
    const auto before = two.desk.subjects_to(two.desk.malo).size();
    const auto reply = [&](const std::string& number) {
        return two.desk.enora.browser
            .post("/e/vigie/tickets/" + number + "/messages", {{"body", "Nous venons demain."}})
            .status;
    };
    CHECK(reply(two.on_dunes) == 303);
    CHECK(two.desk.subjects_to(two.desk.malo).size() == before);
    CHECK(reply(two.on_horizon) == 303);
    CHECK(two.desk.subjects_to(two.desk.malo).size() == before + 1);
}

TEST_CASE_ENGINES("limited to nothing is nothing, and lifting it opens everything again") // IDN-024
{
    TwoSites two{engine};
    CHECK(two.limit_to({{"is_limited", "1"}}) == 303);
    CHECK(two.malo_reads("/demandes/" + two.on_horizon).status == 404);
    CHECK(two.limit_to({{"is_limited", "0"}}) == 303);
    CHECK(two.malo_reads("/demandes/" + two.on_dunes).status == 200);
}

TEST_CASE_ENGINES("the team chooses among the sites of that client only") // IDN-024
{
    TwoSites two{engine};
    const auto foreign = two.desk.house().write([](tenancy::WorkspaceTransaction& tx) {
        return projects::add_project(tx, {.name = "Site d’un autre"});
    });
    CHECK(two.limit_to({{"is_limited", "1"}, {"project", foreign.text()}}) == 404);
    CHECK(two.malo_reads("/demandes/" + two.on_dunes).status == 200);
    const auto enora = "/e/vigie/reglages/portail/" + two.desk.enora.membership.text() + "/sites";
    CHECK(two.desk.enora.browser.post(enora, {{"is_limited", "1"}}).status == 404);
}
