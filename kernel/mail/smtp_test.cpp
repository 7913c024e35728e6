#include "kernel/mail/mime.hpp"
#include "kernel/mail/smtp.hpp"
#include "tests/support/database.hpp"
#include "tests/support/mail_server.hpp"

#include <doctest.h>

#include <algorithm>
#include <chrono>
#include <initializer_list>

using test_support::judged_messages;
using test_support::MailServer;
using test_support::TemporaryFolder;

namespace
{

mail::Outgoing answer_to_rose()
{
    return {.from_name = "Vigie – Été & Fils",
            .from_email = "bonjour@vigie.example",
            .to_name = "Rose Le Gall",
            .to_email = "rose@client.example",
            .reply_to = "reponses@vigie.example",
            .subject = "Réponse à « Caméra 4 hors ligne »",
            .text = "Bonjour Rose,\n\n.\n..deux points\nÀ bientôt\n",
            .html = "<!doctype html><p>Bonjour Rose, ça marche" + std::string(2000, '!') + "</p>\n",
            .message_id = "42.abcdef@support.example",
            .intended_recipient = {},
            .date = {1'795'255'200'000'000}};
}

mail::Reply send_to(const MailServer& server, mail::Server how, const mail::Outgoing& message,
                    std::chrono::seconds patience = std::chrono::seconds{30})
{
    how.port = server.port();
    return mail::deliver(
        how,
        {.from = message.from_email, .to = message.to_email, .bytes = mail::build_message(message)},
        {.authorities = server.certificate(), .patience = patience});
}

const mail::Server plain{.host = "127.0.0.1", .encryption = mail::Encryption::none};

} // namespace

TEST_CASE("what leaves is read by another program as it was meant")
{
    const TemporaryFolder folder;
    const MailServer server{folder.path(), {}};
    const auto message = answer_to_rose();
    CHECK(send_to(server, plain, message).outcome == mail::Outcome::accepted);

    const auto received = judged_messages(folder.path());
    REQUIRE(received.size() == 1);
    const auto& read = received[0];
    CHECK(read.envelope_from == "bonjour@vigie.example");
    CHECK(read.envelope_to == std::vector<std::string>{"rose@client.example"});
    CHECK(read.header("Subject") == message.subject);
    CHECK(read.from.at(0) == std::pair{message.from_name, message.from_email});
    CHECK(read.to.at(0) == std::pair{message.to_name, message.to_email});
    CHECK(read.reply_to.at(0).second == "reponses@vigie.example");
    CHECK(read.header("Message-Id") == "<42.abcdef@support.example>");
    CHECK(read.header("Auto-Submitted") == "auto-generated");
    CHECK(read.header("MIME-Version") == "1.0");
    CHECK(read.header("Date") == "Sat, 21 Nov 2026 10:00:00 +0000");
    CHECK(read.type == "multipart/alternative");
    CHECK(read.text == message.text);
    CHECK(read.html == message.html);
    CHECK(read.defects.empty());
    CHECK(read.longest_line <= 998);
    CHECK(read.bare_line_ends == 0);
    CHECK(read.is_ascii);
}

TEST_CASE("no name and no subject makes a second header or a second recipient") // I13
{
    const TemporaryFolder folder;
    const MailServer server{folder.path(), {}};
    const std::string long_name(1000, 'x');
    const std::string accents = "Éloïse “Zoé” O’Ñandú \\ \"guillemets\" <faux@evil.example>, suite";
    for (const auto& name :
         {long_name, accents, std::string{"a@evil.example, b@evil.example"},
          "Éléonore " + long_name + "é", std::string{"=?utf-8?q?X=0D=0ABcc:_a@evil.example?="}}) {
        auto message = answer_to_rose();
        message.to_name = message.from_name = message.subject = name;
        CHECK(send_to(server, plain, message).outcome == mail::Outcome::accepted);
    }
    const auto received = judged_messages(folder.path());
    REQUIRE(received.size() == 5);
    for (const auto& read : received) {
        CHECK(read.envelope_to == std::vector<std::string>{"rose@client.example"});
        CHECK(read.to.size() == 1);
        CHECK(read.to[0].second == "rose@client.example");
        CHECK(read.longest_line <= 998);
        CHECK(std::none_of(read.headers.begin(), read.headers.end(),
                           [](const auto& header) { return header.first == "Bcc"; }));
    }
    CHECK(received[0].to[0].first == long_name);
    CHECK(received[0].header("Subject") == long_name);
    CHECK(received[1].to[0].first == accents);
    CHECK(received[1].header("Subject") == accents);
    CHECK(received[2].from[0].first == "a@evil.example, b@evil.example");
    CHECK(received[3].to[0].first == "Éléonore " + long_name + "é");
    CHECK(received[4].header("Subject") == "=?utf-8?q?X=0D=0ABcc:_a@evil.example?=");
    CHECK(received[4].to[0].first == "=?utf-8?q?X=0D=0ABcc:_a@evil.example?=");
}

TEST_CASE("STARTTLS and TLS encrypt, and a password signs in")
{
    for (const auto& [name, encryption] :
         {std::pair{"starttls", mail::Encryption::starttls}, {"tls", mail::Encryption::tls}}) {
        const TemporaryFolder folder;
        const MailServer server{folder.path(), {.encryption = name, .auth = "vigie:s3cret à deux"}};
        mail::Server how{.host = "127.0.0.1",
                         .encryption = encryption,
                         .user = "vigie",
                         .password = "s3cret à deux"};
        CHECK(send_to(server, how, answer_to_rose()).outcome == mail::Outcome::accepted);
        const auto received = judged_messages(folder.path());
        REQUIRE(received.size() == 1);
        CHECK(received[0].is_encrypted);
        CHECK(received[0].is_signed_in);

        how.password = "wrong";
        const auto refused = send_to(server, how, answer_to_rose());
        CHECK(refused.outcome == mail::Outcome::bad_credentials);
        CHECK(refused.code == 535);
        CHECK(judged_messages(folder.path()).size() == 1);
    }
}

TEST_CASE("a certificate nobody trusts, or no encryption where it is demanded, sends nothing")
{
    const TemporaryFolder folder;
    const TemporaryFolder other;
    const MailServer server{folder.path(), {.encryption = "starttls"}};
    const MailServer stranger{other.path(), {.encryption = "starttls"}};
    const mail::Server how{
        .host = "127.0.0.1", .port = server.port(), .encryption = mail::Encryption::starttls};
    const auto message = answer_to_rose();
    const mail::Delivery delivery{
        .from = message.from_email, .to = message.to_email, .bytes = mail::build_message(message)};
    CHECK(mail::deliver(how, delivery, {.authorities = stranger.certificate()}).outcome ==
          mail::Outcome::later);
    CHECK(mail::deliver(how, delivery, {}).outcome == mail::Outcome::later);

    const MailServer naked{folder.path(), {}};
    auto demanding = how;
    demanding.port = naked.port();
    CHECK(mail::deliver(demanding, delivery, {.authorities = server.certificate()}).outcome ==
          mail::Outcome::later);
    CHECK(judged_messages(folder.path()).empty());
}

TEST_CASE("each refusal of a server is told from the others")
{
    const TemporaryFolder folder;
    const MailServer server{folder.path(),
                            {.replies = "mail:451,rcpt:451,rcpt:550,data:451,data:554,data:cut"}};
    const auto again = [&] { return send_to(server, plain, answer_to_rose()); };
    CHECK(again().outcome == mail::Outcome::later); // MAIL 451
    CHECK(again().outcome == mail::Outcome::later); // RCPT 451
    const auto unknown = again();
    CHECK(unknown.outcome == mail::Outcome::refused);
    CHECK(unknown.code == 550);
    CHECK(unknown.words == "550 5.1.1 User unknown");
    CHECK(again().outcome == mail::Outcome::later);   // DATA 451
    CHECK(again().outcome == mail::Outcome::refused); // DATA 554
    CHECK(again().outcome == mail::Outcome::later);   // the line is cut
    CHECK(again().outcome == mail::Outcome::accepted);
    CHECK(judged_messages(folder.path()).size() == 1);
}

TEST_CASE("a server that is down or too slow is left in time")
{
    const TemporaryFolder folder;
    const MailServer server{folder.path(), {.replies = "data:slow"}};
    const auto began = std::chrono::steady_clock::now();
    const auto slow = send_to(server, plain, answer_to_rose(), std::chrono::seconds{2});
    CHECK(slow.outcome == mail::Outcome::later);
    CHECK(std::chrono::steady_clock::now() - began < std::chrono::seconds{5});

    const auto message = answer_to_rose();
    mail::Server nobody = plain;
    nobody.port = test_support::free_port();
    const auto reply = mail::deliver(
        nobody, {.from = "a@a.example", .to = "b@b.example", .bytes = mail::build_message(message)},
        {});
    CHECK(reply.outcome == mail::Outcome::later);
    CHECK(reply.code == 0);
}

TEST_CASE("a server named by a workspace may not be on this machine")
{
    const TemporaryFolder folder;
    const MailServer server{folder.path(), {}};
    auto how = plain;
    how.port = server.port();
    for (const auto* host : {"127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433"}) {
        how.host = host;
        const auto reply =
            mail::deliver(how,
                          {.from = "a@a.example",
                           .to = "b@b.example",
                           .bytes = mail::build_message(answer_to_rose())},
                          {.reach = mail::Reach::PublicOnly, .patience = std::chrono::seconds{3}});
        CHECK(reply.outcome == mail::Outcome::later);
    }
    CHECK(judged_messages(folder.path()).empty());
}

TEST_CASE("the address of a server says how to speak to it")
{
    const auto usual = mail::server_of_url("smtp://vigie%40mail.example:p%C3%A9%3A@mail.example");
    REQUIRE(usual.has_value());
    CHECK(usual->host == "mail.example");
    CHECK(usual->port == 587);
    CHECK(usual->encryption == mail::Encryption::starttls);
    CHECK(usual->user == "vigie@mail.example");
    CHECK(usual->password == "pé:");
    CHECK(mail::server_of_url("smtps://mail.example")->port == 465);
    CHECK(mail::server_of_url("smtps://mail.example:8465")->encryption == mail::Encryption::tls);
    CHECK(mail::server_of_url("smtp://localhost:25")->encryption == mail::Encryption::none);
    for (const auto* text : {"", "mail.example", "http://mail.example", "smtp://", "smtp://a b"})
        CHECK_FALSE(mail::server_of_url(text).has_value());
}
