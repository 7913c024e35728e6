#include "modules/crm/client_note_store.hpp"
#include "modules/crm/crm.hpp"
#include "modules/crm/tag_store.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using namespace crm;
using tenancy::WorkspaceTransaction;
using test_world::Typed;
using test_world::World;

namespace
{

/// A business with two of the team and one client.
struct Desk {
    explicit Desk(db::Engine engine)
        : world(engine, {{"crm", crm::describe}}), vigie(world.add_workspace("vigie")),
          enora(world.add_member(vigie, {.name = "Enora", .role = "admin"})),
          malo(world.add_member(vigie, {.name = "Malo", .role = "technicien"})),
          client(world.context(vigie, enora.actor).write([](WorkspaceTransaction& tx) {
              return add_client(tx, {.company_name = "Kervella Alarmes", .phone = "0261910001"});
          })),
          path("/e/vigie/clients/" + client.text())
    {
    }

    bool shows(test_world::Member& member, const std::string& page, std::string_view words)
    {
        return member.browser.get(page).body.find(words) != std::string::npos;
    }
    template <class Read>
    auto read(Read&& what)
    {
        return world.context(vigie, enora.actor).read(what);
    }
    int post(test_world::Member& member, const std::string& to, const Typed& typed = {})
    {
        return member.browser.post(to, typed).status;
    }

    World world;
    tenancy::Workspace vigie;
    test_world::Member enora;
    test_world::Member malo;
    tenancy::ClientId client;
    std::string path;
};

} // namespace

TEST_CASE_ENGINES("a note shows who wrote it and about what; only he or an admin removes it")
{
    Desk desk{engine}; // CRM-005
    REQUIRE(desk.post(desk.malo, desk.path + "/notes",
                      {{"category", "behaviour"}, {"body", "Paie toujours à l’heure"}}) == 303);
    for (const auto& page : {desk.path, desk.path + "/notes"}) {
        CHECK(desk.shows(desk.enora, page, "Paie toujours"));
        CHECK(desk.shows(desk.enora, page, "Malo, le"));
        CHECK(desk.shows(desk.enora, page, "Comportement"));
    }
    CHECK(desk.post(desk.malo, desk.path + "/notes", {{"category", "free"}, {"body", ""}}) == 422);

    auto yann = desk.world.add_member(desk.vigie, {.name = "Yann", .role = "technicien"});
    const auto notes = desk.read(
        [&](WorkspaceTransaction& tx) { return ClientNoteStore{tx}.notes(desk.client, {}, 9); });
    REQUIRE(notes.size() == 1);
    const auto note = desk.path + "/notes/" + notes.front().id.text();
    CHECK(desk.post(yann, note) == 403);
    CHECK(desk.shows(yann, desk.path, "Paie toujours"));
    CHECK(desk.post(desk.malo, note) == 303);
    CHECK_FALSE(desk.shows(yann, desk.path, "Paie toujours"));
}

TEST_CASE_ENGINES("a tag is made on the fly, and the same word is the same tag")
{
    Desk desk{engine}; // CRM-004
    CHECK(desk.post(desk.malo, desk.path + "/etiquettes", {{"tag", "Client complexe"}}) == 303);
    CHECK(desk.post(desk.malo, desk.path + "/etiquettes", {{"tag", "client  COMPLEXE"}}) == 303);
    CHECK(desk.post(desk.malo, desk.path + "/etiquettes", {{"tag", " … "}}) == 422);
    CHECK(desk.shows(desk.malo, desk.path, "Client complexe"));
    const auto tags = desk.read([](WorkspaceTransaction& tx) { return TagStore{tx}.all(); });
    REQUIRE(tags.size() == 1);
    CHECK(tags.front().clients == 1);
    CHECK(desk.post(desk.malo, desk.path + "/etiquettes/" + tags.front().id.text()) == 303);
    CHECK(desk.read(
        [&](WorkspaceTransaction& tx) { return TagStore{tx}.tags_of(desk.client).empty(); }));
}

TEST_CASE_ENGINES("an admin renames tags, and merges those that say the same")
{
    Desk desk{engine}; // CRM-004
    for (const char* name : {"Complexe", "Difficile"})
        REQUIRE(desk.post(desk.malo, desk.path + "/etiquettes", {{"tag", name}}) == 303);
    const auto tags = desk.read([](WorkspaceTransaction& tx) { return TagStore{tx}.all(); });
    REQUIRE(tags.size() == 2);
    const std::string list = "/e/vigie/clients/etiquettes";
    const auto path = [&](std::size_t i) { return list + "/" + tags.at(i).id.text(); };
    CHECK(desk.malo.browser.get(list).status == 403);
    CHECK(desk.post(desk.malo, path(0), {{"name", "Autre"}, {"tone", "red"}}) == 403);
    CHECK(desk.post(desk.enora, path(0), {{"name", "DIFFICILE"}, {"tone", "red"}}) == 422);
    CHECK(desk.post(desk.enora, path(0), {{"name", "Exigeant"}, {"tone", "red"}}) == 303);
    CHECK(desk.shows(desk.enora, list, "Exigeant"));
    CHECK(desk.post(desk.enora, path(0) + "/fusion", {{"into", tags[0].id.text()}}) == 422);
    CHECK(desk.post(desk.enora, path(0) + "/fusion", {{"into", tags[1].id.text()}}) == 303);

    const auto left = desk.read([](WorkspaceTransaction& tx) { return TagStore{tx}.all(); });
    REQUIRE(left.size() == 1);
    CHECK(left.front().name == "Difficile");
    CHECK(left.front().clients == 1);
}

TEST_CASE_ENGINES("an alert is shown to the team from its first to its last day")
{
    Desk desk{engine}; // CRM-007
    const auto alert = [&](const char* words, const char* from, const char* until) {
        return desk.post(
            desk.malo, desk.path + "/alertes",
            {{"words", words}, {"strength", "blocking"}, {"from", from}, {"until", until}});
    };
    CHECK(alert("Devis signé avant tout", "", "") == 303);
    CHECK(alert("Plus tard", "2099-01-01", "") == 303);
    CHECK(alert("Finie", "2020-01-01", "2020-01-31") == 303);
    CHECK(alert("À rebours", "2020-02-01", "2020-01-31") == 422);
    CHECK(desk.shows(desk.enora, desk.path, "Devis signé avant tout"));
    CHECK(desk.shows(desk.enora, desk.path, "À lire avant d’agir"));
    CHECK_FALSE(desk.shows(desk.enora, desk.path, "Plus tard"));
    CHECK_FALSE(desk.shows(desk.enora, desk.path, "Finie"));
    CHECK(desk.shows(desk.enora, desk.path + "/alertes", "Plus tard"));

    const auto alerts = desk.read(
        [&](WorkspaceTransaction& tx) { return ClientNoteStore{tx}.alerts(desk.client); });
    CHECK(desk.post(desk.malo, desk.path + "/alertes/" + alerts.front().id.text()) == 303);
    CHECK_FALSE(desk.shows(desk.enora, desk.path, "Devis signé avant tout"));
}

TEST_CASE_ENGINES("the priority of a client is kept and shown")
{
    Desk desk{engine}; // CRM-004
    const Typed typed{{"kind", "company"},
                      {"company_name", "Kervella Alarmes"},
                      {"phone", "0261910001"},
                      {"priority", "vip"},
                      {"version", "1"}};
    CHECK(desk.post(desk.enora, desk.path, typed) == 303);
    CHECK(desk.shows(desk.malo, desk.path, "VIP"));
}
