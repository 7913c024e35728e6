#include "modules/progress/page_test_kit.hpp"

using namespace progress_test;

namespace
{

/// What the form of a new publication says of its sheet.
std::string sheet_in(const http::Response& page)
{
    std::smatch found;
    REQUIRE(std::regex_search(page.body, found, std::regex{"name=\"sheet\" value=\"([0-9]+)\""}));
    return found[1];
}

} // namespace

TEST_CASE_ENGINES(
    "what waited for the network never reaches the client who was given the identifier")
{
    Site site{engine};
    const auto about = sheet_in(site.malik.browser.get(site.sheet + "/publications/nouvelle"));
    const Typed renamed{{"identifier", "CH-119"},
                        {"title", "Extension bois"},
                        {"starts_on", "2026-03-02"},
                        {"version", version_in(site.lea.browser.get(site.sheet + "/modifier"))}};
    REQUIRE(site.lea.browser.post(site.sheet, renamed).status == 303);
    site.open("CH-118", "Hangar à bateaux", site.odile);

    const auto late = site.malik.browser.post(site.sheet + "/publications",
                                              {{"sheet", about}, {"text", "Murs montés"}});
    CHECK(late.status == 409);
    CHECK(holds(late, "un autre chantier"));
    CHECK_MESSAGE(holds(late, "Murs montés"), "what was typed is still there");
    CHECK_FALSE(holds(site.odile.browser.get(site.own), "Murs montés"));

    const Typed header{{"sheet", about},
                       {"identifier", "CH-118"},
                       {"title", "Extension ossature bois"},
                       {"starts_on", "2026-03-02"},
                       {"version", "1"}};
    CHECK(site.lea.browser.post(site.sheet, header).status == 409);
    CHECK(holds(site.odile.browser.get(site.own), "Hangar à bateaux"));
}

TEST_CASE_ENGINES("an edition overtaken by a deletion or a cancellation gives its words back")
{
    Site site{engine}; // PRG-025
    const auto gone = site.publish(site.malik, "Pose de la porte");
    const auto place = site.sheet + "/publications/" + gone;
    site.yuna.browser.post(place + "/suppression", {{"comments", "0"}});
    const auto late = site.malik.browser.post(place, {{"text", "Porte vitrée"}, {"version", "1"}});
    CHECK(late.status == 409);
    CHECK(holds(late, "Porte vitrée"));
    CHECK(holds(late, "a été supprimée entre-temps"));

    const auto undone = site.publish(site.malik, "Pose du bardage");
    const auto other = site.sheet + "/publications/" + undone;
    site.yuna.browser.post(other + "/annulation");
    const auto refused =
        site.malik.browser.post(other, {{"text", "Bardage noir"}, {"version", "2"}});
    CHECK(refused.status == 422);
    CHECK(holds(refused, "Bardage noir"));
}

TEST_CASE_ENGINES("a comment whose form is not on the page any more is shown to be copied")
{
    Site site{engine}; // PRG-025
    const auto post = site.publish(site.malik, "Pose du bardage");
    const auto mine = site.comment(site.aurore, post, "Bo travail");
    const auto comments = site.own + "/publications/" + post + "/commentaires";
    site.malik.browser.post(site.sheet + "/publications/" + post + "/annulation");
    site.lea.browser.post("/e/charpentes/reglages/fiches", {{"comment_on_cancelled", "closed"}});
    CHECK(holds(site.aurore.browser.post(comments, {{"text", "Et la porte ?"}}), "Et la porte ?"));

    site.aurore.browser.post(comments + "/" + mine + "/suppression",
                             {{"replies", "0"}, {"is_confirmed", "1"}});
    const auto late = site.aurore.browser.post(comments + "/" + mine, {{"text", "Beau travail"}});
    CHECK(late.status == 409);
    CHECK(holds(late, "Beau travail"));
}

TEST_CASE_ENGINES("without the editor a text that was not touched keeps its looks")
{
    Site site{engine}; // PRG-011
    const Typed bold{{"text", "<p>Dalle <strong>coulée</strong></p>"}, {"text_format", "html"}};
    REQUIRE(site.malik.browser.post(site.sheet + "/publications", bold).status == 303);
    const auto post = last_id(site.malik.browser.get(site.sheet), "publication-");
    const auto place = site.sheet + "/publications/" + post;
    const Typed dated{{"text", "Dalle coulée"}, {"worked_on", "2026-03-10"}, {"version", "1"}};
    CHECK(site.malik.browser.post(place, dated).status == 303);
    CHECK(holds(site.aurore.browser.get(site.own), "<strong>coulée</strong>"));
    CHECK(holds(site.aurore.browser.get(site.own), "travaux du 10 mars 2026"));
    CHECK(site.malik.browser.post(place, {{"text", "Dalle sèche"}, {"version", "2"}}).status ==
          303);
    CHECK_FALSE(holds(site.aurore.browser.get(site.own), "<strong>"));
}

TEST_CASE_ENGINES("a sheet keeps 50 drafts and refuses the next, whose words stay")
{
    Site site{engine}; // PRG-014
    const auto keep = [&](int number) {
        const auto text = "Brouillon " + std::to_string(number);
        return site.malik.browser.post(site.sheet + "/publications",
                                       {{"text", text}, {"intent", "draft"}});
    };
    for (int number = 1; number <= 50; ++number)
        REQUIRE(keep(number).status == 303);
    const auto refused = keep(51);
    CHECK(refused.status == 422);
    CHECK(holds(refused, "Brouillon 51"));
}
