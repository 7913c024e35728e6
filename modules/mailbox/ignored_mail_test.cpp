#include "modules/mailbox/mailbox_test_kit.hpp"

using namespace mailbox_test;

TEST_CASE_ENGINES("machines, lists and our own messages make no ticket and get no answer")
{
    Post post{engine}; // TKT-048
    post.connect();
    const auto number = post.open_request();
    const auto to = post.answer_address();
    const auto mails =
        post.house().read([](WorkspaceTransaction& tx) { return mail::recent(tx).size(); });
    for (const auto* header : {"Auto-Submitted: auto-replied", "Precedence: list",
                               "List-Id: <x.example>", "Return-Path: <>"})
        CHECK(post.take(Post::letter("malo@vigie.example", header, "Absent",
                                     std::string{header} + "\r\n"),
                        to) == Taken::kept);
    CHECK(post.take(Post::letter("malo@vigie.example", "Undelivered", "Absent"), to, "") ==
          Taken::kept);
    constexpr db::Query own_id{"test.message_id", R"sql(
        SELECT message_id FROM outbox WHERE workspace_id = :workspace ORDER BY id DESC LIMIT 1)sql"};
    const auto own = post.house().read(
        [&](WorkspaceTransaction& tx) { return tx.value<std::string>(own_id).value(); });
    CHECK(post.take(Post::letter("malo@vigie.example", "Retour", "Absent",
                                 "Message-ID: <" + own + ">\r\n"),
                    to) == Taken::kept);
    CHECK(post.waiting().empty());
    CHECK_FALSE(post.is_in(number, "Absent"));
    CHECK(post.house().read([](WorkspaceTransaction& tx) { return mail::recent(tx).size(); }) ==
          mails);
    const auto page = post.goulven.browser.get("/e/vigie/courrier");
    CHECK(holds(page, "Ignoré"));
    CHECK(holds(page, "Rien à rattacher"));
}

TEST_CASE_ENGINES("a loop stops by itself, and a flood fills nothing")
{
    Post post{engine};
    post.connect();
    const auto number = post.open_request();
    const auto to = post.answer_address();
    for (int i = 0; i < 6; ++i)
        CHECK(post.take(Post::letter("malo@vigie.example", "Re", "Tour " + std::to_string(i)),
                        to) == Taken::kept);
    CHECK(post.is_in(number, "Tour 2"));
    CHECK_FALSE(post.is_in(number, "Tour 3"));
    CHECK(post.waiting().size() == 3);
    CHECK(post.why(post.waiting().front()) == "too_many");
    for (int i = 0; i < 30; ++i)
        post.take(Post::letter("flot@ailleurs.example", "Vente " + std::to_string(i), "Achetez"));
    CHECK(post.waiting().size() == 13);
    CHECK(post.take(Post::letter("malo@vigie.example", "Autre chose", "Sans clé",
                                 "Authentication-Results: mx.vigie.example; dmarc=pass "
                                 "header.from=vigie.example\r\n")) == Taken::kept);
    CHECK(post.why(post.waiting().back()) == "too_many");
    CHECK(post.take("Subject: x\r\n\r\nSans auteur") == Taken::unreadable);
}
