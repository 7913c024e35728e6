#include "kernel/mail/log.hpp"
#include "kernel/mail/suspension.hpp"
#include "modules/crm/crm.hpp"
#include "modules/settings/settings.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <algorithm>

using tenancy::WorkspaceTransaction;
using test_world::World;

namespace
{

constexpr const char* page = "/e/vigie/reglages/courrier/journal";

struct ClockGuard {
    ~ClockGuard() { base::set_test_clock("+0s"); }
};

bool holds(const http::Response& answer, std::string_view words)
{
    return answer.body.find(words) != std::string::npos;
}

struct Post {
    explicit Post(db::Engine engine)
        : world(engine, {{"crm", crm::describe}, {"settings", settings::describe}}),
          vigie(world.add_workspace("vigie")), martin(world.add_member(vigie, {.name = "Martin"}))
    {
    }
    tenancy::Context house() { return world.context(vigie, tenancy::Actor::system()); }
    mail::MessageId send(const std::string& email, const std::string& subject)
    {
        return house().write([&](WorkspaceTransaction& tx) {
            return mail::send(tx, {.to_name = {},
                                   .to_email = email,
                                   .subject = subject,
                                   .paragraphs = {"Bonjour"},
                                   .template_name = "test"});
        });
    }
    void bounce(mail::MessageId id, const std::string& email)
    {
        house().write([&](WorkspaceTransaction& tx) {
            mail::note_failure(tx, id,
                               {.status = "5.1.1", .words = "User unknown", .recipients = {email}});
        });
    }
    http::Response read(const std::string& query) { return martin.browser.get(page + query); }

    World world;
    tenancy::Workspace vigie;
    test_world::Member martin;
};

} // namespace

TEST_CASE_ENGINES("the log of mails is read by status, by recipient and by day")
{
    Post post{engine}; // NTF-033
    const ClockGuard clock;
    const auto client = post.house().write([](WorkspaceTransaction& tx) {
        return crm::add_client(
            tx, {.company_name = "Kervella Alarmes", .email = "accueil@kervella.example"});
    });
    post.bounce(post.send("Accueil@Kervella.example", "Devis du quai"), "accueil@kervella.example");
    post.send("rose@ailleurs.example", "Rappel de Rose");
    base::set_test_clock("+3d");
    post.send("rose@ailleurs.example", "Nouvelle de Rose");
    auto late = post.world.add_member(post.vigie, {.name = "Soizic"});
    const auto read = [&](const std::string& query) { return late.browser.get(page + query); };

    const auto all = read("");
    for (const auto* words : {"Devis du quai", "Rappel de Rose", "Nouvelle de Rose", "Non remis"})
        CHECK_MESSAGE(holds(all, words), words);
    const auto bounced = read("?etat=bounced");
    CHECK(holds(bounced, "Devis du quai"));
    CHECK(holds(bounced, "User unknown"));
    CHECK(holds(bounced, "/e/vigie/clients/" + client.text()));
    CHECK(holds(bounced, "/renvoi"));
    CHECK_FALSE(holds(bounced, "Rappel de Rose"));
    CHECK_FALSE(holds(read("?etat=failed"), "Devis du quai"));

    const auto to_rose = read("?adresse=ROSE%40ailleurs.example&etat=waiting");
    CHECK(holds(to_rose, "Rappel de Rose"));
    CHECK(holds(to_rose, "Nouvelle de Rose"));
    CHECK_FALSE(holds(to_rose, "Devis du quai"));
    CHECK_FALSE(holds(to_rose, "/e/vigie/clients/"));
    const auto today = base::date_in(base::now(), post.vigie.time_zone).text();
    const auto of_day = read("?jour=" + today);
    CHECK(holds(of_day, "Nouvelle de Rose"));
    CHECK_FALSE(holds(of_day, "Rappel de Rose"));
    CHECK(holds(read("?adresse=personne%40ailleurs.example"), "Aucun courriel ne correspond"));
    CHECK(holds(read("?etat=perdu&jour=hier&avant=x&message=y"), "Rappel de Rose"));
}

TEST_CASE_ENGINES("the log goes on past a page, and is for those who may read it")
{
    Post post{engine}; // NTF-033
    for (int i = 0; i < 52; ++i)
        post.send("rose@ailleurs.example", "Lettre " + std::to_string(i) + ".");
    const auto first = post.read("?etat=waiting");
    CHECK(holds(first, "Lettre 51."));
    CHECK_FALSE(holds(first, "Lettre 1."));
    const auto at = first.body.find("?etat=waiting&amp;avant=");
    REQUIRE(at != std::string::npos);
    auto query = first.body.substr(at, first.body.find('"', at) - at);
    while (query.find("&amp;") != std::string::npos)
        query.replace(query.find("&amp;"), 5, "&");
    const auto second = post.read(query);
    CHECK(holds(second, "Lettre 1."));
    CHECK(holds(second, "Lettre 0."));
    CHECK_FALSE(holds(second, "Lettre 2."));
    auto tom = post.world.add_member(post.vigie, {.name = "Tom", .role = "technicien"});
    CHECK(tom.browser.get(page).status == 403);
}

TEST_CASE_ENGINES("what came back and is sent again has not come back any more")
{
    Post post{engine}; // NTF-033, NTF-035
    const auto id = post.send("rose@ailleurs.example", "Devis");
    post.bounce(id, "rose@ailleurs.example");
    const auto fate = [&] {
        return post.house().read(
            [](WorkspaceTransaction& tx) { return mail::log_lines(tx, {}, {}, 1).front().fate(); });
    };
    CHECK(fate() == mail::Fate::bounced);
    CHECK(post.martin.browser.post("/e/vigie/reglages/courrier/" + id.text() + "/renvoi").status ==
          303);
    CHECK(fate() == mail::Fate::waiting);
}
