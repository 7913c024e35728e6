#include "modules/crm/crm.hpp"
#include "modules/crm/interaction_actions.hpp"
#include "modules/crm/interaction_store.hpp"
#include "modules/crm/timeline.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using namespace crm;
using tenancy::WorkspaceTransaction;
using test_world::Typed;
using test_world::World;

namespace
{

std::vector<TimelineEntry> visits(WorkspaceTransaction&, const TimelineSpan& span)
{
    const base::Instant at{1'700'000'000'000'000};
    if (at < span.from || span.before < at) return {};
    return {{.id = 1,
             .happened_at = at,
             .title = "Visite du toit",
             .detail = {},
             .path = "/clients/" + span.client.text()}};
}

/// A business with two of the team and one client, reached at accueil@kervella.example.
struct Desk {
    template <class Work>
    auto write(Work&& work)
    {
        return world.context(vigie, enora.actor).write(work);
    }
    explicit Desk(db::Engine engine)
        : world(engine, {{"crm", crm::describe}}), vigie(world.add_workspace("vigie")),
          enora(world.add_member(vigie, {.name = "Enora", .role = "admin"})),
          malo(world.add_member(vigie, {.name = "Malo", .role = "technicien"}))
    {
        client = write([](WorkspaceTransaction& tx) {
            const auto id = add_client(
                tx, {.company_name = "Kervella Alarmes", .email = "accueil@kervella.example"});
            add_contact(tx, {.client = id, .name = "Yann", .email = "yann@kervella.example"});
            return id;
        });
        path = "/e/vigie/clients/" + client.text();
    }

    std::string body(const std::string& page) { return malo.browser.get(page).body; }
    bool shows(const std::string& page, std::string_view words)
    {
        return body(page).find(words) != std::string::npos;
    }
    int post(test_world::Member& member, const std::string& to, const Typed& typed = {})
    {
        return member.browser.post(to, typed).status;
    }
    std::vector<Interaction> journal()
    {
        auto span = span_from({});
        span.client = client;
        span.limit = 100;
        return write([&](WorkspaceTransaction& tx) {
            return InteractionStore{tx}.journal(span, Journal::all);
        });
    }

    World world;
    tenancy::Workspace vigie;
    test_world::Member enora;
    test_world::Member malo;
    tenancy::ClientId client;
    std::string path;
};

Typed a_call(const std::string& summary, const std::string& day, const std::string& follow_up = {})
{
    return {{"kind", "call"},
            {"day", day},
            {"minutes", "12"},
            {"summary", summary},
            {"follow_up", follow_up}};
}

} // namespace

TEST_CASE_ENGINES("an exchange keeps its kind, date, duration, author, summary and follow-up")
{
    Desk desk{engine}; // CRM-031
    const auto journal = desk.path + "/echanges";
    REQUIRE(desk.post(desk.malo, journal,
                      a_call("Rappeler pour le devis", "2026-01-05", "2026-01-12")) == 303);
    for (const auto& page : {desk.path, journal}) {
        CHECK(desk.shows(page, "Rappeler pour le devis"));
        CHECK(desk.shows(page, "Appel"));
        CHECK(desk.shows(page, "Appel · 12\u00A0min"));
        CHECK(desk.shows(page, "recontacter le 12 janvier"));
    }
    CHECK(desk.shows(journal, "Malo, le 5 janvier 2026"));
    CHECK(desk.post(desk.malo, journal, a_call("", "2026-01-05")) == 422);
    CHECK(desk.post(desk.malo, journal, a_call("Demain", "2099-01-05")) == 422);
    CHECK(desk.post(desk.malo, journal, a_call("À rebours", "2026-01-05", "2026-01-04")) == 422);

    auto yann = desk.world.add_member(desk.vigie, {.name = "Yann", .role = "technicien"});
    const auto row = journal + "/" + desk.journal().at(0).id.text();
    CHECK(desk.post(yann, row) == 403);
    CHECK(desk.post(desk.malo, row) == 303);
    CHECK(desk.journal().empty());
}

TEST_CASE_ENGINES("a mail that the platform sent is in the journal of the client it went to")
{
    Desk desk{engine}; // CRM-031
    desk.write([](WorkspaceTransaction& tx) {
        for (const char* to :
             {"Yann@kervella.example", "accueil@kervella.example", "quelquun@ailleurs.example"})
            mail::send(tx, {.to_name = "Yann",
                            .to_email = to,
                            .subject = "Votre demande est prise en charge",
                            .paragraphs = {"Bonjour"},
                            .quote = {},
                            .button = {},
                            .small_print = {}});
        return true;
    });
    CHECK(desk.journal().empty());
    desk.world.run_jobs();
    desk.world.run_jobs();
    const auto sent = desk.journal();
    REQUIRE(sent.size() == 2);
    CHECK(sent[0].kind == InteractionKind::email);
    CHECK_FALSE(sent[0].author_id);
    CHECK(desk.shows(desk.path, "Votre demande est prise en charge"));
    CHECK(desk.shows(desk.path + "/echanges", "yann@kervella.example"));
    CHECK(desk.post(desk.enora, desk.path + "/echanges/" + sent[0].id.text()) == 422);
    CHECK(desk.journal().size() == 2);
}

TEST_CASE_ENGINES("one timeline holds what crm and other modules tell, by kind and year")
{
    Desk desk{engine}; // CRM-030
    add_to_timeline({"visits", "crm.page.details", "map-pin", "clients.view", visits});
    REQUIRE(desk.post(desk.malo, desk.path + "/echanges", a_call("Appel de mai", "2025-05-20")) ==
            303);
    REQUIRE(desk.post(desk.malo, desk.path + "/notes",
                      {{"category", "free"}, {"body", "Préfère le matin"}}) == 303);
    const auto all = desk.path + "/historique";
    const auto page = desk.body(all);
    const auto note = page.find("Préfère le matin");
    const auto call = page.find("Appel de mai");
    const auto visit = page.find("Visite du toit");
    REQUIRE(note != page.npos);
    CHECK((note < call && call < visit && visit != page.npos));
    CHECK(desk.shows(desk.path, "Visite du toit"));

    CHECK(desk.shows(all + "?annee=2025", "Appel de mai"));
    CHECK_FALSE(desk.shows(all + "?annee=2025", "Préfère le matin"));
    CHECK_FALSE(desk.shows(all + "?annee=2025", "Visite du toit"));
    CHECK(desk.shows(all + "?annee=2023", "Visite du toit"));
    CHECK(desk.shows(all + "?genre=notes", "Préfère le matin"));
    CHECK_FALSE(desk.shows(all + "?genre=notes", "Appel de mai"));
    CHECK(desk.shows(all + "?genre=inconnu", "Rien ne correspond"));
    add_to_timeline({"visits", "crm.page.details", "map-pin", "nobody.holds.this", visits});
    CHECK_FALSE(desk.shows(all, "Visite du toit"));
}

TEST_CASE_ENGINES("pages of the timeline hold each entry once, even of one instant")
{
    Desk desk{engine}; // CRM-030
    desk.write([&](WorkspaceTransaction& tx) {
        for (int i = 0; i < 120; ++i)
            write_interaction(tx, {.client = desk.client,
                                   .day = *base::Date::parse("2026-02-03"),
                                   .summary = "Appel n°" + std::to_string(1000 + i),
                                   .follow_up = {}});
        return true;
    });
    std::size_t seen = 0;
    std::string next = desk.path + "/historique";
    for (int i = 0; i < 3; ++i) {
        const auto page = desk.body(next);
        for (auto at = page.find("Appel n°"); at != page.npos; at = page.find("Appel n°", at + 1))
            ++seen;
        const auto list = page.find("Appel n°"); // what comes before it links to this very page
        const auto cursor = page.find("avant=", list);
        CHECK((page.find("Plus ancien") == page.npos) == (i == 2));
        next = desk.path + "/historique?" + page.substr(cursor, page.find('"', cursor) - cursor);
    }
    CHECK(seen == 120);
}
