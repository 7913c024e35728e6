#include "modules/progress/page_test_kit.hpp"

using namespace progress_test;

TEST_CASE_ENGINES("any employee cancels and restores, only its author and the admin edit")
{
    Site site{engine}; // PRG-013 PRG-014 IDN-044
    const auto post = site.publish(site.malik, "Pose de la porte");
    const auto place = site.sheet + "/publications/" + post;
    CHECK(site.yuna.browser.get(place + "/modifier").status == 403);
    CHECK(site.yuna.browser.post(place, {{"text", "Autre"}, {"version", "1"}}).status == 403);
    CHECK(site.aurore.browser.post(place + "/annulation").status == 401);

    CHECK(site.yuna.browser.post(place + "/annulation", {{"reason", "Porte abîmée"}}).status ==
          303);
    auto page = site.aurore.browser.get(site.own);
    CHECK(holds(page, "Annulée le "));
    CHECK(holds(page, "Porte abîmée"));
    CHECK(holds(page, "card p-5 cancelled"));
    const auto again = site.yuna.browser.post(place + "/annulation");
    CHECK(again.status == 409);
    CHECK(site.malik.browser.post(place + "/retablissement").status == 303);
    page = site.aurore.browser.get(site.own);
    CHECK_FALSE(holds(page, "Annulée le "));
    CHECK_FALSE(holds(page, "card p-5 cancelled"));

    const Typed edited{{"text", "Pose de la porte neuve"}, {"version", "3"}};
    CHECK(site.malik.browser.post(place, edited).status == 303);
    page = site.aurore.browser.get(site.own);
    CHECK(holds(page, "porte neuve"));
    CHECK(holds(page, "modifiée le "));
    CHECK(holds(site.yuna.browser.get(place + "/versions"), "Pose de la porte<"));
}

TEST_CASE_ENGINES("of two who edit the same publication the second sees both texts")
{
    Site site{engine}; // PRG-007
    const auto post = site.publish(site.malik, "Premier texte");
    const auto place = site.sheet + "/publications/" + post;
    CHECK(site.malik.browser.post(place, {{"text", "Texte de Malik"}, {"version", "1"}}).status ==
          303);
    const auto second = site.lea.browser.post(place, {{"text", "Texte de Léa"}, {"version", "1"}});
    CHECK(second.status == 409);
    CHECK(holds(second, "Texte de Malik"));
    CHECK(holds(second, "Texte de Léa"));
    CHECK(holds(site.aurore.browser.get(site.own), "Texte de Malik"));
    CHECK_MESSAGE(holds(second, "name=\"version\" value=\"2\""), "sent again, it is on top");
    CHECK(site.lea.browser.post(place, {{"text", "Texte de Léa"}, {"version", "2"}}).status == 303);
    CHECK(holds(site.aurore.browser.get(site.own), "Texte de Léa"));
}

TEST_CASE_ENGINES("a deleted publication goes with its comments, whose number was said")
{
    Site site{engine}; // PRG-012
    const auto post = site.publish(site.malik, "Coulage de la dalle");
    const auto place = site.sheet + "/publications/" + post;
    const auto first = site.comment(site.aurore, post, "Merci");
    site.comment(site.malik, post, "De rien", first);
    site.comment(site.aurore, post, "Et le portail ?");
    const auto asked = site.yuna.browser.get(place + "/suppression");
    CHECK(holds(asked, "3 commentaires disparaîtront avec elle (dont 2 du client)"));
    site.comment(site.aurore, post, "Encore un");
    const auto more = site.yuna.browser.post(place + "/suppression", {{"comments", "3"}});
    CHECK(more.status == 409);
    CHECK(holds(more, "4 commentaires"));
    CHECK(site.yuna.browser.post(place + "/suppression", {{"comments", "4"}}).status == 303);
    CHECK_FALSE(holds(site.aurore.browser.get(site.own), "dalle"));
    CHECK_FALSE(holds(site.malik.browser.get(site.sheet), "dalle"));
    CHECK(site.yuna.browser.get(place + "/suppression").status == 404);

    const auto late = site.aurore.browser.post(site.own + "/publications/" + post + "/commentaires",
                                               {{"text", "Je réponds trop tard"}});
    CHECK(late.status == 409); // PRG-025
    CHECK(holds(late, "vient d’être supprimée"));
    CHECK(holds(late, "Je réponds trop tard"));
}

TEST_CASE_ENGINES("the content of a deleted publication goes after 30 days")
{
    Site site{engine}; // PRG-014
    const auto post = site.publish(site.malik, "Provisoire");
    site.comment(site.aurore, post, "Vu");
    site.malik.browser.post(site.sheet + "/publications/" + post + "/suppression",
                            {{"comments", "1"}});
    static constexpr db::Query left{"test.posts_left", R"sql(
        SELECT (SELECT count(*) FROM progress_post WHERE workspace_id = :workspace AND id = :id)
             + (SELECT count(*) FROM progress_comment
                 WHERE workspace_id = :workspace AND post_id = :id)
    )sql"};
    const auto rows_left = [&] {
        return site.world.context(site.firm, site.lea.actor).read([&](WorkspaceTransaction& tx) {
            return tx.value<std::int64_t>(left, {{"id", std::stoll(post)}}).value();
        });
    };
    base::set_test_clock("+29d");
    site.world.run_jobs();
    CHECK(rows_left() == 2);
    base::set_test_clock("+31d");
    site.world.run_jobs();
    CHECK(rows_left() == 0);
    base::set_test_clock("+0d");
}

TEST_CASE_ENGINES("« chantier terminé » is said in the head, and writing goes on")
{
    Site site{engine}; // PRG-006
    site.malik.browser.post(site.sheet + "/publications",
                            {{"text", "Réception faite"}, {"mark", "finished"}});
    CHECK(count_of(site.aurore.browser.get(site.own), "Chantier terminé") == 2);
    site.malik.browser.post(site.sheet + "/publications",
                            {{"text", "Retour pour la terrasse"}, {"mark", "resumed"}});
    CHECK(count_of(site.aurore.browser.get(site.own), "Reprise du chantier") == 2);
    CHECK(count_of(site.aurore.browser.get(site.own), "Chantier terminé") == 1);
}
