#include "kernel/mail/delivery.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/settings/settings.hpp"
#include "tests/support/mail_server.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <algorithm>

using test_world::World;

namespace
{

bool holds(const http::Response& page, std::string_view words)
{
    return page.body.find(words) != std::string::npos;
}

test_world::Typed own_server(int port)
{
    return {{"host", "127.0.0.1"},
            {"port", std::to_string(port)},
            {"encryption", "none"},
            {"user_name", ""},
            {"password", ""},
            {"from_name", "Vigie"},
            {"from_email", "bonjour@vigie.example"}};
}

mail::NewMessage letter(std::string_view subject)
{
    return {.to_name = "Rose <b>",
            .to_email = "rose@client.example",
            .subject = std::string{subject},
            .paragraphs = {"Bonjour <script>alert(1)</script>"},
            .quote = {},
            .button =
                mail::NewMessage::Button{"Ouvrir", "http://localhost:8080/p/vigie/demandes/1"},
            .small_print = {},
            .template_name = "test"};
}

void allow_this_machine(World& world)
{
    jobs::registry() = {};
    mail::install(jobs::registry(),
                  {.vault = &world.site().vault(), .reach_of_workspaces = mail::Reach::Anywhere});
}

} // namespace

TEST_CASE_ENGINES("a mail server is saved, tested by a message to oneself, then used") // NTF-030
{
    World world{engine, {{"settings", settings::describe}}};
    allow_this_machine(world);
    const test_support::TemporaryFolder folder;
    const test_support::MailServer server{folder.path(), {.replies = "rcpt:550"}};
    const auto vigie = world.add_workspace("vigie");
    auto martin = world.add_member(vigie, {.name = "Martin"});
    const std::string page = "/e/vigie/reglages/courrier";

    CHECK(martin.browser.post(page + "/essai").status == 422);
    CHECK(martin.browser.post(page, own_server(server.port())).status == 303);
    CHECK(martin.browser.post(page + "/activation").status == 422);
    CHECK(martin.browser.post(page + "/essai").status == 303);
    world.run_jobs();
    CHECK(holds(martin.browser.get(page), "550 5.1.1 User unknown"));
    CHECK_FALSE(holds(martin.browser.get(page), "/activation"));

    CHECK(martin.browser.post(page + "/essai").status == 303);
    world.run_jobs();
    CHECK(holds(martin.browser.get(page), "Essai réussi"));
    CHECK(martin.browser.post(page + "/activation").status == 303);
    CHECK(holds(martin.browser.get(page), "Vos courriels partent par 127.0.0.1"));
    const auto received = test_support::judged_messages(folder.path());
    REQUIRE(received.size() == 1);
    CHECK(received[0].envelope_to == std::vector<std::string>{"martin@vigie.example"});
    CHECK(martin.browser.post(page + "/arret").status == 303);
    CHECK(holds(martin.browser.get(page), "Rien ne part"));
}

TEST_CASE_ENGINES("a wrong mail server is told field by field, and its password is not shown again")
{
    World world{engine, {{"settings", settings::describe}}};
    const auto vigie = world.add_workspace("vigie");
    auto martin = world.add_member(vigie, {.name = "Martin"});
    auto wrong = own_server(70000);
    for (auto& [name, value] : wrong) {
        if (name == "host") value = "http://smtp.vigie.example/";
        if (name == "user_name") value = "vigie";
        if (name == "password") value = "s3cret-kept-out";
        if (name == "from_email") value = "bonjour";
    }
    const auto page = martin.browser.post("/e/vigie/reglages/courrier", wrong);
    CHECK(page.status == 422);
    CHECK(holds(page, "4 champs à corriger"));
    CHECK(holds(page, "http://smtp.vigie.example/"));
    CHECK(holds(page, "70000"));
    CHECK_FALSE(holds(page, "s3cret-kept-out"));
}

TEST_CASE_ENGINES("messages that stay are read as text, their link leads into this site") // I3
{
    World world{engine, {{"settings", settings::describe}}};
    const auto vigie = world.add_workspace("vigie");
    const auto other = world.add_workspace("autre");
    auto martin = world.add_member(vigie, {.name = "Martin"});
    auto lea = world.add_member(other, {.name = "Léa"});
    const auto id =
        world.context(vigie, tenancy::Actor::system()).write([](tenancy::WorkspaceTransaction& tx) {
            return mail::send(tx, letter("Réponse"));
        });
    const auto outbox = "/e/vigie/reglages/boite-d-envoi";
    CHECK_FALSE(holds(martin.browser.get(outbox), "Réponse"));
    world.run_jobs();
    CHECK(holds(martin.browser.get(outbox), "Réponse"));
    const auto message = martin.browser.get(std::string{outbox} + "/" + id.text());
    CHECK(message.status == 200);
    CHECK_FALSE(holds(message, "<script>alert"));
    CHECK(holds(message, R"(href="/p/vigie/demandes/1")"));
    CHECK(lea.browser.get("/e/autre/reglages/boite-d-envoi/" + id.text()).status == 404);
    CHECK_FALSE(holds(lea.browser.get("/e/autre/reglages/boite-d-envoi"), "Réponse"));
}

TEST_CASE_ENGINES("a failed message is sent again from the log")
{
    World world{engine, {{"settings", settings::describe}}};
    const auto vigie = world.add_workspace("vigie");
    auto martin = world.add_member(vigie, {.name = "Martin"});
    const test_support::TemporaryFolder folder;
    const test_support::MailServer server{folder.path(), {.replies = "rcpt:550"}};
    jobs::registry() = {};
    mail::install(jobs::registry(),
                  {.smtp_url = "smtp://127.0.0.1:" + std::to_string(server.port()),
                   .vault = &world.site().vault()});
    const auto id =
        world.context(vigie, tenancy::Actor::system()).write([](tenancy::WorkspaceTransaction& tx) {
            return mail::send(tx, letter("Réponse"));
        });
    world.run_jobs();
    const auto resend = "/e/vigie/reglages/courrier/" + id.text() + "/renvoi";
    CHECK(holds(martin.browser.get("/e/vigie/reglages/courrier"), resend));
    CHECK(martin.browser.post(resend).status == 303);
    world.run_jobs();
    CHECK(test_support::judged_messages(folder.path()).size() == 1);
    CHECK(martin.browser.post(resend).status == 422);
    CHECK(martin.browser.post("/e/vigie/reglages/courrier/17/renvoi").status == 404);
}

TEST_CASE_ENGINES("failed jobs are seen and started again by who may")
{
    World world{engine, {{"settings", settings::describe}}};
    const auto vigie = world.add_workspace("vigie");
    const auto other = world.add_workspace("autre");
    auto martin = world.add_member(vigie, {.name = "Martin"});
    auto lea = world.add_member(other, {.name = "Léa"});
    auto system = world.context(vigie, tenancy::Actor::system());
    system.write([](tenancy::WorkspaceTransaction& tx) {
        jobs::enqueue(tx, {.kind = "nobody.handles", .payload = "{}"});
    });
    world.run_jobs();
    const auto page = martin.browser.get("/e/vigie/reglages/taches?etat=echec");
    CHECK(holds(page, "nobody.handles"));
    const auto id = system.read([](tenancy::WorkspaceTransaction& tx) {
        return jobs::recent(tx, jobs::State::failed).at(0).id.text();
    });
    CHECK(lea.browser.post("/e/autre/reglages/taches/" + id + "/relance").status == 404);
    CHECK(martin.browser.post("/e/vigie/reglages/taches/" + id + "/relance").status == 303);
    CHECK(holds(martin.browser.get("/e/vigie/reglages/taches?etat=attente"), "nobody.handles"));
    CHECK_FALSE(holds(martin.browser.get("/e/vigie/reglages/taches?etat=echec"), "nobody.handles"));
}

TEST_CASE_ENGINES(
    "the platform's own messages are read at the machine only, while nothing sends them")
{
    World world{engine, {{"settings", settings::describe}}};
    tenancy::Platform{world.database()}.write([](tenancy::PlatformTransaction& tx) {
        mail::send(tx, letter("Confirmez votre adresse"));
    });
    auto at_the_machine = world.visitor();
    at_the_machine.address = "127.0.0.1";
    CHECK(holds(at_the_machine.get("/boite-d-envoi"), "Confirmez votre adresse"));
    const auto vigie = world.add_workspace("vigie");
    auto of_client = letter("Confirmez votre compte client");
    of_client.by_platform = true;
    world.context(vigie, tenancy::Actor::system()).write([&](tenancy::WorkspaceTransaction& tx) {
        mail::send(tx, of_client);
        mail::send(tx, letter("Affaire de la maison"));
    });
    CHECK(holds(at_the_machine.get("/boite-d-envoi"), "Confirmez votre compte client"));
    CHECK_FALSE(holds(at_the_machine.get("/boite-d-envoi"), "Affaire de la maison"));
    auto elsewhere = world.visitor();
    CHECK(elsewhere.get("/boite-d-envoi").status == 404);

    http::Request proxied;
    proxied.target = proxied.path = "/boite-d-envoi";
    proxied.peer = "127.0.0.1";
    proxied.host = "localhost:8080";
    CHECK(world.site().answer(proxied).status == 200);
    proxied.headers.set("X-Forwarded-For", "203.0.113.9");
    CHECK(world.site().answer(proxied).status == 404);
    http::Request rebound = proxied;
    rebound.headers = {};
    rebound.host = "evil.example";
    rebound.is_https = true;
    CHECK(world.site().answer(rebound).status == 404);

    jobs::registry() = {};
    mail::install(jobs::registry(),
                  {.smtp_url = "smtp://localhost:1", .vault = &world.site().vault()});
    CHECK(at_the_machine.get("/boite-d-envoi").status == 404);
}
