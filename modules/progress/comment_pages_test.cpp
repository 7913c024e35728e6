#include "modules/progress/page_test_kit.hpp"

using namespace progress_test;

namespace
{

Typed sure(const char* replies)
{
    return {{"replies", replies}, {"is_confirmed", "1"}};
}

} // namespace

TEST_CASE_ENGINES("client and team answer each other under a publication")
{
    Site site{engine}; // PRG-020 PRG-021
    const auto post = site.publish(site.malik, "Montage des murs");
    const auto first = site.comment(site.aurore, post, "Très beau <b>travail</b>");
    const auto reply = site.comment(site.malik, post, "Merci Aurore", first);
    site.comment(site.aurore, post, "À lundi", reply);
    const auto page = site.aurore.browser.get(site.own);
    CHECK(holds(page, "Très beau &lt;b&gt;travail&lt;/b&gt;"));
    CHECK(holds(page, "shift-2"));
    CHECK(holds(page, "3 commentaires"));
    const auto empty = site.aurore.browser.post(
        site.own + "/publications/" + post + "/commentaires", {{"text", "   "}});
    CHECK(empty.status == 422);
    const auto place = site.own + "/publications/" + post + "/commentaires";
    CHECK(site.aurore.browser.post(place, {{"text", std::string(5'001, 'x')}}).status == 422);
    CHECK_MESSAGE(
        site.odile.browser
                .post("/p/charpentes/fiches/CH-140/publications/" + post + "/commentaires",
                      {{"text", "x"}})
                .status == 404,
        "a publication of another sheet");
}

TEST_CASE_ENGINES("a comment is deleted by its author only, with every reply under it")
{
    Site site{engine}; // PRG-022 IDN-044
    const auto post = site.publish(site.malik, "Montage des murs");
    const auto first = site.comment(site.aurore, post, "Le premier");
    const auto reply = site.comment(site.malik, post, "La réponse", first);
    site.comment(site.aurore, post, "La réponse à la réponse", reply);
    const auto staff = site.sheet + "/publications/" + post + "/commentaires/";
    const auto client = site.own + "/publications/" + post + "/commentaires/";
    CHECK(site.lea.browser.post(staff + first + "/suppression", {{"replies", "9"}}).status == 422);
    CHECK(site.aurore.browser.post(client + reply + "/suppression", {{"replies", "9"}}).status ==
          422);
    CHECK(holds(site.aurore.browser.get(site.own), "2 réponses disparaîtront avec lui"));
    CHECK_MESSAGE(site.aurore.browser.post(client + first + "/suppression", sure("1")).status ==
                      409,
                  "one more reply than was said");
    CHECK(site.aurore.browser.post(client + first + "/suppression", sure("2")).status == 303);
    const auto page = site.malik.browser.get(site.sheet);
    CHECK_FALSE(holds(page, "Le premier"));
    CHECK_FALSE(holds(page, "La réponse"));

    const auto late =
        site.malik.browser.post(site.sheet + "/publications/" + post + "/commentaires",
                                {{"text", "Ma phrase"}, {"reply_to", first}});
    CHECK(late.status == 409); // PRG-025
    CHECK(holds(late, "vient d’être supprimé."));
    CHECK(holds(late, "Ma phrase"));
}

TEST_CASE_ENGINES(
    "without a script a page asks before a comment is deleted, and counts the replies")
{
    Site site{engine}; // PRG-022
    const auto post = site.publish(site.malik, "Montage des murs");
    const auto first = site.comment(site.aurore, post, "Le premier");
    site.comment(site.malik, post, "La réponse", first);
    const auto place =
        site.own + "/publications/" + post + "/commentaires/" + first + "/suppression";
    const auto asked = site.aurore.browser.post(place, {{"replies", "1"}});
    CHECK(asked.status == 200);
    CHECK(holds(asked, "1 réponse disparaîtra avec lui"));
    CHECK(holds(asked, R"(name="is_confirmed" value="1")"));
    CHECK(holds(site.aurore.browser.get(place), "Le premier"));
    CHECK_MESSAGE(holds(site.malik.browser.get(site.sheet), "Le premier"), "nothing is deleted");

    site.comment(site.malik, post, "Encore une", first);
    const auto late = site.aurore.browser.post(place, sure("1"));
    CHECK(late.status == 409);
    CHECK(holds(late, "2 réponses disparaîtront avec lui"));
    CHECK(site.aurore.browser.post(place, sure("2")).status == 303);
    CHECK_FALSE(holds(site.malik.browser.get(site.sheet), "Le premier"));
}

TEST_CASE_ENGINES("a cancelled publication can be commented, unless an admin closed that")
{
    Site site{engine}; // PRG-023
    const auto post = site.publish(site.malik, "Pose du bardage");
    site.malik.browser.post(site.sheet + "/publications/" + post + "/annulation");
    site.comment(site.aurore, post, "Pourquoi ?");
    CHECK(site.malik.browser
              .post("/e/charpentes/reglages/fiches", {{"comment_on_cancelled", "closed"}})
              .status == 403);
    CHECK(
        site.lea.browser.post("/e/charpentes/reglages/fiches", {{"comment_on_cancelled", "closed"}})
            .status == 303);
    const auto page = site.aurore.browser.get(site.own);
    CHECK(holds(page, "Pourquoi ?"));
    CHECK(holds(page, "n’accepte plus de commentaire"));
    const auto refused = site.aurore.browser.post(
        site.own + "/publications/" + post + "/commentaires", {{"text", "Et là ?"}});
    CHECK(refused.status == 422);
    CHECK(holds(refused, "n’accepte plus de commentaire"));
}

TEST_CASE_ENGINES("a comment nobody answered is corrected by its author")
{
    Site site{engine}; // PRG-024
    const auto post = site.publish(site.malik, "Montage des murs");
    const auto mine = site.comment(site.aurore, post, "Bo travail");
    const auto place = site.own + "/publications/" + post + "/commentaires/" + mine;
    CHECK(holds(site.aurore.browser.get(place + "/modifier"), "Bo travail"));
    CHECK(site.aurore.browser.post(place, {{"text", "Beau travail"}}).status == 303);
    CHECK(holds(site.aurore.browser.get(site.own), "Beau travail"));
    site.comment(site.malik, post, "Merci", mine);
    const auto late = site.aurore.browser.post(place, {{"text", "Très beau"}});
    CHECK(late.status == 422);
    CHECK(holds(late, "Très beau"));
    CHECK(holds(site.aurore.browser.get(site.own), "Beau travail"));
}
