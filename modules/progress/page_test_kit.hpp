#pragma once

#include "modules/crm/crm.hpp"
#include "modules/identity/identity.hpp"
#include "modules/progress/progress.hpp"
#include "modules/projects/projects.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <algorithm>
#include <regex>
#include <string>
#include <string_view>

/// What the tests of progress share; included by tests only.
namespace progress_test
{

using tenancy::WorkspaceTransaction;
using test_world::Member;
using test_world::Typed;
using test_world::World;

inline bool holds(const http::Response& page, std::string_view words)
{
    return page.body.find(words) != std::string::npos;
}

inline int count_of(const http::Response& page, std::string_view words)
{
    int count = 0;
    for (auto at = page.body.find(words); at != std::string::npos;
         at = page.body.find(words, at + 1))
        ++count;
    return count;
}

/// The last id after `before` on a page: "publication-", "commentaire-".
inline std::string last_id(const http::Response& page, const std::string& before)
{
    const std::regex pattern{"id=\"" + before + "([0-9]+)\""};
    std::string found;
    for (std::sregex_iterator at{page.body.begin(), page.body.end(), pattern}, end; at != end; ++at)
        found = (*at)[1];
    REQUIRE_FALSE(found.empty());
    return found;
}

/// What a form says of what it shows.
inline std::string version_in(const http::Response& page)
{
    std::smatch found;
    REQUIRE(std::regex_search(page.body, found, std::regex{"name=\"version\" value=\"([^\"]+)\""}));
    return found[1];
}

/// Charpentes du Ponant: Léa leads, Malik and Yuna work, Aurore has an extension and a roof, Odile
/// another worksite.
struct Site {
    explicit Site(db::Engine engine)
        : world(engine, {{"crm", crm::describe},
                         {"projects", projects::describe},
                         {"progress", progress::describe}}),
          firm(world.add_workspace("charpentes", "chantier")),
          lea(world.add_member(firm, {.name = "Lea Riou", .role = "admin"})),
          malik(world.add_member(firm, {.name = "Malik Corre", .role = "employe"})),
          yuna(world.add_member(firm, {.name = "Yuna Madec", .role = "employe"})),
          aurore(add_client("Aurore Penhoat")), odile(add_client("Odile Bescond"))
    {
        open("CH-118", "Extension bois", aurore);
        open("CH-131", "Toiture", aurore);
        open("CH-140", "Hangar", odile);
    }

    Member add_client(const std::string& name)
    {
        const auto id = world.context(firm, lea.actor).write([&](WorkspaceTransaction& tx) {
            return crm::add_client(tx, {.kind = crm::ClientKind::person,
                                        .first_name = name.substr(0, name.find(' ')),
                                        .last_name = name.substr(name.find(' ') + 1),
                                        .phone = "0261910000"});
        });
        return world.add_member(
            firm, {.name = name, .role = "client", .side = tenancy::Side::portal, .client = id});
    }

    void open(const std::string& identifier, const std::string& title, const Member& client)
    {
        const auto sent =
            lea.browser.post("/e/charpentes/fiches", {{"client", client.actor.client.text()},
                                                      {"identifier", identifier},
                                                      {"title", title},
                                                      {"starts_on", "2026-03-02"},
                                                      {"ends_on", "2026-09-30"}});
        REQUIRE(sent.status == 303);
    }

    /// Its number.
    std::string publish(Member& by, const std::string& text)
    {
        const auto sent = by.browser.post(sheet + "/publications", {{"text", text}});
        REQUIRE(sent.status == 303);
        return last_id(by.browser.get(sheet), "publication-");
    }

    std::string comment(Member& by, const std::string& post, const std::string& text,
                        const std::string& reply_to = "")
    {
        const auto& place = by.actor.side == tenancy::Side::staff ? sheet : own;
        Typed typed{{"text", text}};
        if (!reply_to.empty()) typed.push_back({"reply_to", reply_to});
        const auto sent = by.browser.post(place + "/publications/" + post + "/commentaires", typed);
        REQUIRE(sent.status == 303);
        const auto page = by.browser.get(place);
        long long newest = 0;
        const std::regex pattern{"id=\"commentaire-([0-9]+)\""};
        for (std::sregex_iterator at{page.body.begin(), page.body.end(), pattern}, end; at != end;
             ++at)
            newest = std::max(newest, std::stoll((*at)[1]));
        return std::to_string(newest);
    }

    const std::string sheet = "/e/charpentes/fiches/CH-118";
    const std::string own = "/p/charpentes/fiches/CH-118";
    World world;
    tenancy::Workspace firm;
    Member lea;
    Member malik;
    Member yuna;
    Member aurore;
    Member odile;
};

} // namespace progress_test
