#include "kernel/mail/reply_key.hpp"
#include "kernel/mail/suspension.hpp"
#include "modules/mailbox/mailbox_test_kit.hpp"

using namespace mailbox_test;

namespace
{

/// A report as mail servers write it (RFC 3464), about whoever it names.
std::string report(const std::string& status, const std::string& action = "failed",
                   const std::string& about = "malo@vigie.example")
{
    return "From: Mail Delivery System <mailer-daemon@mx.ailleurs.example>\r\n"
           "To: support@vigie.example\r\nSubject: Undelivered Mail\r\nMIME-Version: 1.0\r\n"
           "Content-Type: multipart/report; report-type=delivery-status; boundary=r\r\n\r\n"
           "--r\r\nContent-Type: text/plain\r\n\r\nIt could not be delivered.\r\n\r\n"
           "--r\r\nContent-Type: message/delivery-status\r\n\r\n"
           "Reporting-MTA: dns; mx.ailleurs.example\r\n\r\n"
           "Final-Recipient: rfc822; " +
           about + "\r\nAction: " + action + "\r\nStatus: " + status +
           "\r\nDiagnostic-Code: smtp; 550 " + status + " User\r\n  unknown\r\n\r\n--r--\r\n";
}

std::string return_path(Post& post, mail::MessageId id)
{
    return post.house().read([&](WorkspaceTransaction& tx) {
        return mail::keyed_address(
            post.vigie, mail::mailbox(tx),
            {.kind = mail::ReplyKey::Kind::bounce, .subject = id.value, .member = {}});
    });
}

mail::MessageId mail_to_malo(Post& post)
{
    return post.house().write([](WorkspaceTransaction& tx) {
        return mail::send(tx, {.to_name = "Malo Kervella",
                               .to_email = "malo@vigie.example",
                               .subject = "Réponse",
                               .paragraphs = {"Bonjour"},
                               .template_name = "tickets.replied"});
    });
}

bool is_suspended(Post& post, const std::string& email = "malo@vigie.example")
{
    return post.house().read(
        [&](WorkspaceTransaction& tx) { return mail::is_suspended(tx, email); });
}

} // namespace

TEST_CASE_ENGINES("a hard bounce suspends the address, the client's page says so, staff lifts it")
{
    Post post{engine}; // NTF-035
    post.connect();
    const auto to = return_path(post, mail_to_malo(post));
    CHECK(post.take(report("5.1.1"), to, "") == Taken::kept);
    REQUIRE(is_suspended(post));
    const auto page = "/e/vigie/clients/" + post.client.text();
    const auto seen = post.enora.browser.get(page);
    CHECK(holds(seen, "Plus aucun courriel ne part vers malo@vigie.example"));
    CHECK(holds(seen, "550 5.1.1 User unknown"));
    CHECK(holds(post.enora.browser.get("/e/vigie/courrier"), "Ignoré"));

    const std::string resume = "/e/vigie/adresses/reprise";
    const test_world::Typed asked{{"client", post.client.text()}, {"email", "malo@vigie.example"}};
    CHECK(post.malo.browser.post(resume, asked).status != 303);
    CHECK(post.enora.browser.post(resume, asked).status == 303);
    CHECK_FALSE(is_suspended(post));
    CHECK_FALSE(holds(post.enora.browser.get(page), "Plus aucun courriel"));
    CHECK(post.enora.browser.post(resume, asked).status == 404);
}

TEST_CASE_ENGINES("a dead address of a contact or of the team is said where that person is shown")
{
    Post post{engine}; // NTF-035
    post.house().write([&](WorkspaceTransaction& tx) {
        crm::add_contact(tx, {.client = post.client,
                              .name = "Rozenn",
                              .job = {},
                              .email = "Rozenn@kervella.example",
                              .phone = {},
                              .membership = {}});
        for (const std::string email : {"rozenn@kervella.example", "goulven@vigie.example"}) {
            const auto id = mail::send(tx, {.to_name = email,
                                            .to_email = email,
                                            .subject = "Réponse",
                                            .paragraphs = {"Bonjour"},
                                            .template_name = "tickets.replied"});
            mail::note_failure(tx, id,
                               {.status = "5.1.1", .words = "unknown", .recipients = {email}});
        }
    });
    const auto client = "/e/vigie/clients/" + post.client.text();
    CHECK(holds(post.enora.browser.get(client), "ne part vers rozenn@kervella.example"));
    CHECK(post.enora.browser
              .post("/e/vigie/adresses/reprise",
                    {{"client", post.client.text()}, {"email", "Rozenn@kervella.example"}})
              .status == 303);
    CHECK_FALSE(is_suspended(post, "rozenn@kervella.example"));

    const auto member = "/e/vigie/reglages/equipe/" + post.goulven.membership.text();
    CHECK(holds(post.enora.browser.get(member), "ne part vers goulven@vigie.example"));
    const std::string resume = "/e/vigie/adresses/equipe/reprise";
    const test_world::Typed asked{{"member", post.goulven.membership.text()}};
    CHECK(post.goulven.browser.post(resume, asked).status == 403);
    CHECK(post.enora.browser.post(resume, {{"member", post.malo.membership.text()}}).status == 404);
    CHECK(post.enora.browser.post(resume, asked).status == 303);
    CHECK_FALSE(is_suspended(post, "goulven@vigie.example"));
    CHECK_FALSE(holds(post.enora.browser.get(member), "Plus aucun courriel"));
    CHECK(post.enora.browser.post(resume, asked).status == 404);
}

TEST_CASE_ENGINES("a forged bounce suspends nobody, nor does a real one about another address")
{
    Post post{engine}; // NTF-035
    post.connect();
    post.open_request();
    const auto id = mail_to_malo(post);
    const auto to = return_path(post, id);
    auto changed = to;
    changed[40] = changed[40] == 'a' ? 'b' : 'a';
    for (const auto& address : {std::string{"support@vigie.example"}, changed,
                                post.answer_address(), return_path(post, {id.value + 1})})
        CHECK(post.take(report("5.1.1"), address, "") == Taken::kept);
    CHECK_FALSE(is_suspended(post));
    CHECK(post.take(report("5.1.1", "failed", "enora@vigie.example"), to, "") == Taken::kept);
    CHECK_FALSE(is_suspended(post, "enora@vigie.example"));
    CHECK_FALSE(is_suspended(post)); // one to whom it was handed on is gone, the address works
}

TEST_CASE_ENGINES("a full box, a delay and a refused content suspend nobody") // NTF-035
{
    Post post{engine};
    post.connect();
    const auto to = return_path(post, mail_to_malo(post));
    for (const auto& bytes :
         {report("5.2.2"), report("4.2.2"), report("5.7.1"), report("5.1.1", "delayed"),
          report("5.1.1", "delivered"), Post::letter("malo@vigie.example", "Absent", "550 5.1.1")})
        CHECK(post.take(bytes, to, "") == Taken::kept);
    CHECK_FALSE(is_suspended(post));
}
