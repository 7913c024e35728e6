#include "modules/mailbox/mailbox_test_kit.hpp"

namespace mailbox_test
{

std::string Post::answer_address()
{
    constexpr db::Query newest_reply{"test.reply_to", R"sql(
        SELECT reply_to FROM outbox WHERE workspace_id = :workspace AND to_email = :email
         ORDER BY id DESC LIMIT 1)sql"};
    return house().read([&](WorkspaceTransaction& tx) {
        return tx.value<std::string>(newest_reply, {{"email", "malo@vigie.example"}}).value();
    });
}

} // namespace mailbox_test

using namespace mailbox_test;

TEST_CASE_ENGINES("a client's answer goes into his ticket, with its files, once")
{
    Post post{engine}; // TKT-048
    post.connect();
    const auto number = post.open_request();
    const auto to = post.answer_address();
    const auto answer = Post::letter(
        "Malo@vigie.example", "Re: Votre demande",
        "--m\r\nContent-Type: text/plain\r\n\r\nElle clignote en rouge.\r\n\r\n"
        "On Sat, Vigie wrote:\r\n> Est-ce mieux ?\r\n--m\r\n"
        "Content-Type: image/png; name=camera.png\r\n"
        "Content-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\n" +
            std::string{photo} + "\r\n--m--",
        "Message-ID: <1@kervella.example>\r\nMIME-Version: 1.0\r\n"
        "Content-Type: multipart/mixed; boundary=m\r\n");
    CHECK(post.take(answer, to) == Taken::kept);
    CHECK(post.take("Received: by another\r\n" + answer, to) == Taken::kept);
    CHECK(post.waiting().empty());
    const auto page = post.page_of(number);
    CHECK(page.find("Elle clignote en rouge.") != std::string::npos);
    CHECK(page.find("Elle clignote en rouge.") == page.rfind("Elle clignote en rouge."));
    CHECK(page.find("Est-ce mieux") == std::string::npos);
    CHECK(page.find("camera.png") != std::string::npos);
    CHECK(holds(post.malo.browser.get("/p/vigie/demandes/" + number), "Elle clignote en rouge."));
    CHECK(post.newest().to_name != "Malo Kervella");
}

TEST_CASE_ENGINES("a forged sender never acts as the person he names")
{
    Post post{engine}; // TKT-003, TKT-048
    post.connect();
    const auto number = post.open_request();
    const auto to = post.answer_address();
    const auto headers = "References: <" + number + "@vigie.example>\r\nIn-Reply-To: <" + number +
                         "@vigie.example>\r\n";
    CHECK(post.take(Post::letter("malo@vigie.example", "Re: " + number, "Sans clé", headers)) ==
          Taken::kept);
    auto forged = to;
    forged[40] = forged[40] == 'a' ? 'b' : 'a';
    CHECK(post.take(Post::letter("malo@vigie.example", "Re", "Clé changée"), forged) ==
          Taken::kept);
    CHECK(post.take(Post::letter("intrus@ailleurs.example", "Re", "Clé volée"), to) == Taken::kept);
    CHECK(post.take(Post::letter("enora@vigie.example", "Re", "Au nom de l’équipe"), to) ==
          Taken::kept);
    const std::string passes = "dmarc=pass header.from=vigie.example\r\n";
    CHECK(post.take(Post::letter("malo@vigie.example", "Re", "Faux verdict",
                                 "Authentication-Results: ailleurs.example; " + passes)) ==
          Taken::kept);
    CHECK(post.take(Post::letter("malo@vigie.example", "Re", "Verdict recouvert",
                                 "Authentication-Results: ailleurs.example; " + passes +
                                     "Authentication-Results: mx.vigie.example; " + passes)) ==
          Taken::kept);
    CHECK(post.waiting().size() == 6);
    for (const auto* words :
         {"Sans clé", "Clé changée", "Clé volée", "Au nom", "Faux", "recouvert"})
        CHECK_FALSE(post.is_in(number, words));
    CHECK(post.why(post.waiting().at(0)) == "unknown");
    CHECK(post.why(post.waiting().at(2)) == "unproven");
}

TEST_CASE_ENGINES("the server the business trusts vouches for a sender who has one site")
{
    Post post{engine};
    post.connect();
    const auto vouched = [](const std::string& text) {
        return Post::letter("malo@vigie.example", "TR : Portail bloqué", text,
                            "Authentication-Results: mx.vigie.example; dmarc=pass "
                            "header.from=vigie.example\r\n");
    };
    CHECK(post.take(vouched("Il ne ferme plus.")) == Taken::kept);
    CHECK(post.waiting().empty());
    const auto list = post.enora.browser.get("/e/vigie/tickets?vue=all");
    CHECK(holds(list, "Portail bloqué"));
    post.add_project("Site Dunes");
    CHECK(post.take(vouched("Un autre.")) == Taken::kept);
    REQUIRE(post.waiting().size() == 1);
    CHECK(post.why(post.waiting().front()) == "refused");
}

TEST_CASE_ENGINES("a deactivated account's key opens nothing, and a closed ticket waits")
{
    Post post{engine};
    post.connect();
    const auto number = post.open_request();
    const auto to = post.answer_address();
    const auto page = post.enora.browser.get("/e/vigie/tickets/" + number);
    post.enora.browser.post("/e/vigie/tickets/" + number + "/deplacement",
                            {{"move", "close_without_resolution"},
                             {"reason", "duplicate"},
                             {"version", value_in(page, "version")}});
    CHECK(post.take(Post::letter("malo@vigie.example", "Re", "Encore"), to) == Taken::kept);
    REQUIRE(post.waiting().size() == 1);
    CHECK(post.why(post.waiting().front()) == "refused");
    post.house().write([&](WorkspaceTransaction& tx) {
        auth::set_status(tx, post.malo.membership, auth::MembershipStatus::deactivated);
    });
    CHECK(post.take(Post::letter("malo@vigie.example", "Re", "Parti"), to) == Taken::kept);
    CHECK(post.why(post.waiting().back()) == "unproven");
}
