#include "modules/settings/settings.hpp"
#include "modules/templates/sample.hpp"
#include "modules/templates/template_actions.hpp"
#include "modules/templates/template_forms.hpp"
#include "modules/templates/templates.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using tenancy::WorkspaceTransaction;
using test_world::Member;
using test_world::Typed;
using test_world::World;

namespace
{

struct Office {
    explicit Office(db::Engine engine)
        : world(engine, {{"settings", settings::describe}, {"templates", templates::describe}}),
          firm(world.add_workspace("charpentes", "chantier")),
          lea(world.add_member(firm, {.name = "Lea", .role = "admin"})),
          malik(world.add_member(firm, {.name = "Malik", .role = "employe"}))
    {
    }
    /// The id of a copy, as the address of its page has it.
    std::string copy(const std::string& from)
    {
        const auto answer = lea.browser.post(page, {{"from", from}, {"name", "Le nôtre"}});
        REQUIRE(answer.status == 303);
        const auto to = answer.headers.get("Location");
        return std::string{to.substr(to.rfind('/') + 1)};
    }
    templates::Template chosen()
    {
        return world.context(firm, lea.actor).read([](WorkspaceTransaction& tx) {
            return templates::for_type(tx, templates::DocumentType::quote);
        });
    }
    /// For its quotes; the rest as it was.
    http::Response choose(const std::string& code)
    {
        return lea.browser.post(page + "/choix", {{"quote", code},
                                                  {"invoice", "modern"},
                                                  {"credit_note", "modern"},
                                                  {"letter", "modern"},
                                                  {"contract", "modern"}});
    }
    std::string version_of(const std::string& id)
    {
        return world.context(firm, lea.actor).read([&](WorkspaceTransaction& tx) {
            return std::to_string(templates::template_by_code(tx, id).version);
        });
    }
    http::Response save(const std::string& id, const Typed& changes)
    {
        return sent_to(id, {}, changes);
    }
    http::Response sent_to(const std::string& id, const std::string& rest, const Typed& changes)
    {
        auto typed = world.context(firm, lea.actor).read([&](WorkspaceTransaction& tx) {
            return templates::typed_of(templates::template_by_code(tx, id));
        });
        Typed sent;
        for (const auto& [name, value] : typed) {
            auto one = value;
            for (const auto& [changed, now] : changes)
                if (changed == name) one = now;
            sent.emplace_back(name, one);
        }
        for (const auto& [changed, now] : changes)
            if (changed == "own_colour") sent.emplace_back(changed, now);
        return lea.browser.post(page + "/" + id + rest, sent);
    }

    const std::string page = "/e/charpentes/reglages/modeles";
    World world;
    tenancy::Workspace firm;
    Member lea;
    Member malik;
};

bool holds(const http::Response& page, std::string_view words)
{
    return page.body.find(words) != std::string::npos;
}

} // namespace

TEST_CASE_ENGINES("a business copies a ready template, changes it and chooses it for its quotes")
{
    Office office{engine}; // QUO-030 QUO-031
    CHECK(office.chosen().code == "modern");
    const auto id = office.copy("premium");
    REQUIRE(office.save(id, {{"own_colour", "on"}, {"colour", "#7a3b12"}}).status == 303);
    REQUIRE(office.choose(id).status == 303);
    CHECK(office.chosen().name == "Le nôtre");
    CHECK(office.chosen().version == 2);
    CHECK(office.chosen().content.colour == "#7a3b12");
    CHECK(holds(office.lea.browser.get(office.page), "Choisi pour"));
}

TEST_CASE_ENGINES("what is wrong is said at its field, keeps what was typed and writes nothing")
{
    Office office{engine}; // QUO-033
    const auto id = office.copy("classic");
    const auto refused =
        office.save(id, {{"intro", "Pour {inconnu}"}, {"own_colour", "on"}, {"colour", "#ffd23f"}});
    CHECK(refused.status == 422);
    CHECK(holds(refused, "inconnu"));
    CHECK(holds(refused, "Pour {inconnu}"));
    CHECK(holds(refused, "se lit mal sur du blanc"));
    CHECK(holds(office.lea.browser.get(office.page + "/" + id), "value=\"1\""));
}

TEST_CASE_ENGINES("an old version comes back as a new one, and a stale save is refused")
{
    Office office{engine}; // QUO-031
    const auto id = office.copy("compact");
    REQUIRE(office.save(id, {{"intro", "Bonjour {contact}"}}).status == 303);
    CHECK(office.save(id, {{"intro", "Autre"}, {"version", "1"}}).status == 409);
    REQUIRE(
        office.lea.browser.post(office.page + "/" + id + "/versions", {{"version", "1"}}).status ==
        303);
    REQUIRE(office.choose(id).status == 303);
    CHECK(office.chosen().version == 3);
    CHECK(office.chosen().content.intro.empty());
}

TEST_CASE_ENGINES("what is typed is seen as the paper it makes, before it is saved")
{
    Office office{engine}; // QUO-031
    const auto id = office.copy("modern");
    CHECK(holds(office.lea.browser.get(office.page + "/" + id), "page?version=1&amp;page=1"));
    CHECK(office.lea.browser.get(office.page + "/" + id + "/page").body.starts_with("\x89PNG"));
    CHECK(office.lea.browser.get(office.page + "/" + id + "/page?page=9").status == 404);

    const auto seen = office.sent_to(id, "/pages", {{"intro", "Bonjour {contact}"}});
    CHECK(seen.status == 200);
    CHECK(holds(seen, "\"pages\":[\"iVBOR"));
    const auto wrong = office.sent_to(id, "/pages", {{"foot", "{inconnu}"}});
    CHECK(wrong.status == 422);
    CHECK(holds(wrong, "n’est pas une variable connue"));
    CHECK(office.sent_to(id, "/apercu", {{"foot", "Merci"}}).body.starts_with("%PDF"));
    const auto refused = office.sent_to(id, "/apercu", {{"foot", "{inconnu}"}});
    CHECK(refused.status == 422);
    CHECK(holds(refused, "{inconnu}</textarea>"));
    CHECK(office.version_of(id) == "1");
}

TEST_CASE_ENGINES("templates are shown by their first page, to who may manage them")
{
    Office office{engine}; // QUO-030
    const auto id = office.copy("modern");
    CHECK(office.lea.browser.get(office.page + "/prets/premium/vignette")
              .body.starts_with("\x89PNG"));
    CHECK(office.lea.browser.get(office.page + "/prets/autre/vignette").status == 404);
    CHECK(office.lea.browser.get(office.page + "/" + id + "/vignette").body.starts_with("\x89PNG"));
    CHECK(office.malik.browser.get(office.page).status == 403);
}

TEST_CASE_ENGINES("a template goes with its versions, unless a type of document has it")
{
    Office office{engine}; // QUO-030
    const auto id = office.copy("minimal");
    const auto gone = office.page + "/" + id + "/suppression";
    REQUIRE(office.choose(id).status == 303);
    CHECK(office.lea.browser.post(gone, {{"version", "1"}}).status == 422);
    REQUIRE(office.choose("classic").status == 303);
    REQUIRE(office.save(id, {{"intro", "Bonjour"}}).status == 303);
    CHECK(office.lea.browser.post(gone, {{"version", "1"}}).status == 409);
    CHECK(office.lea.browser.post(gone, {{"version", "2"}}).status == 303);
    CHECK(office.lea.browser.get(office.page + "/" + id).status == 404);
    CHECK(office.chosen().code == "classic");
}

TEST_CASE_ENGINES("a sample is in the money and on the paper of where the business is")
{
    World world{engine, {{"settings", settings::describe}, {"templates", templates::describe}}};
    const auto sample_at = [&](const char* slug, const char* preset) { // QUO-031 QUO-036
        const auto workspace = world.add_workspace(slug, preset);
        return templates::sample(world.context(workspace, tenancy::Actor::system()), {},
                                 templates::ready(templates::BaseStyle::modern));
    };
    const auto said = [](const documents::Document& paper) {
        const auto& sums = std::get<documents::Sums>(paper.body.at(3)).sums;
        std::string all;
        for (const auto& one : sums)
            all += one.label + " " + one.value + "; ";
        return all;
    };
    const auto french = sample_at("charpentes", "chantier");
    CHECK(french.look.paper == documents::Paper::A4);
    CHECK(said(french).find("€") != std::string::npos);
    const auto canadian = sample_at("rive-sud", "depannage-informatique");
    CHECK(canadian.look.paper == documents::Paper::Letter);
    CHECK(said(canadian).find("€") == std::string::npos);
    CHECK(said(canadian).find("TVQ") != std::string::npos);
    CHECK(said(canadian).find("915,80") != std::string::npos);
}
