#include "modules/mailbox/mailbox_test_kit.hpp"

using namespace mailbox_test;

TEST_CASE_ENGINES("what is not proven waits until the team links it, opens a ticket or rejects it")
{
    Post post{engine}; // TKT-003, TKT-004
    post.connect();
    const auto number = post.open_request();
    const std::string list = "/e/vigie/courrier";
    post.take(
        Post::letter("accueil@kervella.example", "Re: Caméra", "**Toujours** en panne.\r\n# Non"));
    post.take(Post::letter("rose@inconnue.example", "Devis <b>", "<script>alert(1)</script>"));
    post.take(Post::letter("vente@ailleurs.example", "Promotion", "Achetez"));
    CHECK(holds(post.goulven.browser.get("/e/vigie/courrier"), "Devis &lt;b&gt;"));
    const auto mails = post.waiting();
    REQUIRE(mails.size() == 3);

    const auto first = list + "/" + mails[0].id.text();
    const auto page = post.goulven.browser.get(first);
    CHECK(holds(page, "Rien ne prouve qui a écrit ce message"));
    CHECK(holds(page, "Kervella Alarmes · Site Horizon"));
    CHECK(post.goulven.browser.post(first + "/ticket", {{"number", ""}}).status == 422);
    const auto wrong = post.goulven.browser.post(first + "/ticket", {{"number", "T-2020-00001"}});
    CHECK(wrong.status == 422);
    CHECK(holds(wrong, "Aucun ticket ne porte ce numéro."));
    CHECK(post.goulven.browser.post(first + "/ticket", {{"number", number}}).status == 303);
    CHECK(post.is_in(number, "Reçu par e-mail de <a"));
    CHECK(holds(post.malo.browser.get("/p/vigie/demandes/" + number), "Toujours"));
    const auto late = post.enora.browser.post(first + "/rejet");
    CHECK(late.status == 409);
    CHECK(holds(late, "Un collègue vient de traiter ce message"));

    const auto second = list + "/" + mails[1].id.text();
    CHECK_FALSE(holds(post.goulven.browser.get(second), "<script>alert"));
    CHECK(post.goulven.browser.post(second + "/nouveau", {{"title", "Devis"}, {"place", "1:2"}})
              .status == 422);
    const auto place = post.client.text() + ":" + post.project.text();
    CHECK(post.goulven.browser.post(second + "/nouveau", {{"title", "Devis"}, {"place", place}})
              .status == 303);
    CHECK(holds(post.enora.browser.get("/e/vigie/tickets?vue=all"), "Devis"));

    CHECK(post.goulven.browser.post(list + "/" + mails[2].id.text() + "/rejet").status == 303);
    CHECK(post.waiting().empty());
    CHECK(post.malo.browser.get("/p/vigie/courrier").status == 404);
    CHECK(post.goulven.browser.get(list + "/1").status == 404);
}
