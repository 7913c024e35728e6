#include "kernel/base/refusal.hpp"
#include "kernel/jobs/jobs.hpp"
#include "kernel/mail/links.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/mail/outbox_store.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>

#include <stdexcept>

namespace
{

const tenancy::Workspace vigie{.id = {7},
                               .slug = "vigie",
                               .name = "Vigie & Fils",
                               .preset = "support-technique",
                               .time_zone = "Europe/Paris",
                               .brand_hue = 40,
                               .brand_chroma = 140};

mail::NewMessage reply_to_rose()
{
    return {.to_name = "Rose Le Gall",
            .to_email = "rose@client.example",
            .subject = "Réponse à votre demande",
            .paragraphs = {"Bonjour Rose,", "Yann Tanguy vous a répondu."},
            .quote = "La caméra 4 est revenue.\n<script>alert(1)</script>",
            .button = mail::NewMessage::Button{"Lire la réponse",
                                               "https://vigie.example/p/vigie/1?a=b&c=d"},
            .small_print = "Vous recevez ce message car vous suivez cette demande.",
            .template_name = "tickets.replied"};
}

std::vector<mail::StoredMessage> recent_of(db::Database& database,
                                           const tenancy::Workspace& workspace)
{
    return tenancy::Context{database, workspace, tenancy::Actor::system()}.read(
        [](tenancy::WorkspaceTransaction& tx) { return mail::recent(tx); });
}

std::vector<jobs::Job> jobs_of(db::Database& database, const tenancy::Workspace& workspace)
{
    return tenancy::Context{database, workspace, tenancy::Actor::system()}.read(
        [](tenancy::WorkspaceTransaction& tx) { return jobs::recent(tx, {}); });
}

mail::MessageId send_from(db::Database& database, const tenancy::Workspace& workspace,
                          const mail::NewMessage& message)
{
    return tenancy::Context{database, workspace, tenancy::Actor::system()}.write(
        [&](tenancy::WorkspaceTransaction& tx) { return mail::send(tx, message); });
}

} // namespace

TEST_CASE_ENGINES("a message and its delivery exist exactly when the action does") // NTF-031
{
    const auto database = test_support::fresh_database(engine);
    send_from(**database, vigie, reply_to_rose());
    const auto sent = recent_of(**database, vigie);
    REQUIRE(sent.size() == 1);
    CHECK(sent[0].state == mail::State::waiting);
    CHECK(sent[0].to_email == "rose@client.example");
    const auto jobs = jobs_of(**database, vigie);
    REQUIRE(jobs.size() == 1);
    CHECK(jobs[0].kind == "mail.deliver");
    CHECK(jobs[0].payload == sent[0].id.text());

    tenancy::Context context{**database, vigie, tenancy::Actor::system()};
    CHECK_THROWS_AS(context.write([](tenancy::WorkspaceTransaction& tx) {
        mail::send(tx, reply_to_rose());
        throw base::Refusal{"test.refused"};
    }),
                    base::Refusal);
    CHECK(recent_of(**database, vigie).size() == 1);
    CHECK(jobs_of(**database, vigie).size() == 1);
}

TEST_CASE_ENGINES("a demonstration's message never gets a delivery")
{
    const auto database = test_support::fresh_database(engine);
    auto demonstration = vigie;
    demonstration.is_demonstration = true;
    send_from(**database, demonstration, reply_to_rose());
    REQUIRE(recent_of(**database, vigie).size() == 1);
    CHECK(recent_of(**database, vigie)[0].state == mail::State::local);
    CHECK(jobs_of(**database, vigie).empty());
}

TEST_CASE_ENGINES("the platform's own messages are in workspace 0 and no workspace reads them")
{
    const auto database = test_support::fresh_database(engine);
    tenancy::Platform platform{**database};
    platform.write([](tenancy::PlatformTransaction& tx) { mail::send(tx, reply_to_rose()); });
    const auto own =
        platform.read([](tenancy::PlatformTransaction& tx) { return mail::recent(tx); });
    REQUIRE(own.size() == 1);
    CHECK(own[0].html.find("Établi") != std::string::npos);
    CHECK(recent_of(**database, vigie).empty());
}

TEST_CASE_ENGINES("what is not exactly one address is refused before anything is written")
{
    const auto database = test_support::fresh_database(engine);
    for (const auto* address : {"", "rose", "rose@client.example, mallory@evil.example",
                                "rose@client.example\r\nBcc: a@b.example",
                                "Rose <rose@client.example>", "rose@client.example;b@c.example",
                                "a b@client.example", "rose@client.example\n", "@client.example"}) {
        auto message = reply_to_rose();
        message.to_email = address;
        CHECK_THROWS_AS(send_from(**database, vigie, message), std::invalid_argument);
    }
    CHECK(recent_of(**database, vigie).empty());
    CHECK(jobs_of(**database, vigie).empty());
}

TEST_CASE_ENGINES("line ends in a subject or a name become spaces") // I13
{
    const auto database = test_support::fresh_database(engine);
    auto message = reply_to_rose();
    message.subject = "Bonjour\r\nBcc: mallory@evil.example\u2028fin";
    message.to_name = "Rose\nLe Gall";
    send_from(**database, vigie, message);
    CHECK(recent_of(**database, vigie)[0].subject == "Bonjour Bcc: mallory@evil.example fin");
    CHECK(recent_of(**database, vigie)[0].to_name == "Rose Le Gall");
}

TEST_CASE_ENGINES("two messages never share an identifier, which names this installation")
{
    const auto database = test_support::fresh_database(engine);
    mail::set_base_url("https://support.example:8443");
    const auto first = send_from(**database, vigie, reply_to_rose());
    const auto second = send_from(**database, vigie, reply_to_rose());
    mail::set_base_url("http://localhost:8080");
    tenancy::Context context{**database, vigie, tenancy::Actor::system()};
    const auto id_of = [&](mail::MessageId id) {
        return context.read([&](tenancy::WorkspaceTransaction& tx) {
            return mail::message_by_id(tx, id)->message_id;
        });
    };
    CHECK(id_of(first) != id_of(second));
    CHECK(id_of(first).ends_with("@support.example"));
}
