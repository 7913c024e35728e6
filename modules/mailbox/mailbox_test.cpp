#include "modules/mailbox/mailbox_test_kit.hpp"

using namespace mailbox_test;

TEST_CASE_ENGINES("nobody is invited to answer by mail before a test message came back")
{
    Post post{engine}; // NTF-030
    const auto number = post.open_request();
    CHECK(post.answer_address().empty());
    CHECK(post.take(Post::letter("malo@vigie.example", "Bonjour", "x")) == Taken::no_mailbox);
    CHECK(holds(
        post.enora.browser.post(box_page, {{"address", "une-adresse-bien-trop-longue@v.example"},
                                           {"trusted_server", "mx vigie"}}),
        "21 caractères au plus"));
    CHECK(post.goulven.browser.get(box_page).status == 403);

    post.connect();
    CHECK(holds(post.enora.browser.get(box_page), "support@vigie.example est branchée"));
    post.goulven.browser.post("/e/vigie/tickets/" + number + "/messages",
                              {{"body", "Nous regardons."}});
    CHECK(post.answer_address().starts_with("support+"));
    CHECK(post.newest().text.find("répondez à ce message") != std::string::npos);

    post.enora.browser.post(std::string{box_page} + "/arret");
    post.goulven.browser.post("/e/vigie/tickets/" + number + "/messages",
                              {{"body", "C’est fait."}});
    CHECK(post.answer_address().empty());
    CHECK(post.take(Post::letter("malo@vigie.example", "Bonjour", "x")) == Taken::no_mailbox);
}
