#pragma once

#include "kernel/events/events.hpp"
#include "kernel/mail/mail.hpp"
#include "modules/crm/crm.hpp"
#include "modules/identity/events.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/tickets.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <regex>
#include <string>
#include <string_view>
#include <vector>

/// What the page tests of tickets share; included by tests only.
namespace tickets_test
{

using test_world::Browser;
using test_world::Member;
using test_world::Typed;
using test_world::World;

inline bool holds(const http::Response& page, std::string_view words)
{
    return page.body.find(words) != std::string::npos;
}

/// The first value of a hidden field or option of that name.
inline std::string value_in(const http::Response& page, const std::string& name)
{
    std::smatch found;
    const std::regex field{"name=\"" + name + "\" value=\"([^\"]*)\""};
    REQUIRE(std::regex_search(page.body, found, field));
    return found[1];
}

/// The desk of Vigie: Enora leads, Goulven and Soizic work, Malo has just registered.
struct Desk {
    explicit Desk(db::Engine engine)
        : world(engine, {{"crm", crm::describe},
                         {"projects", projects::describe},
                         {"tickets", tickets::describe}}),
          vigie(world.add_workspace("vigie")),
          enora(world.add_member(vigie, {.name = "Enora Le Bihan", .role = "admin"})),
          goulven(world.add_member(vigie, {.name = "Goulven Tréguer", .role = "technicien"})),
          soizic(world.add_member(vigie, {.name = "Soizic Madec", .role = "developpeur"})),
          malo(add_client("Malo Kervella"))
    {
    }

    /// Confirms an address on the portal, as identity tells it.
    Member add_client(const std::string& name)
    {
        auto member = world.add_member(
            vigie, {.name = name, .role = "client", .side = tenancy::Side::portal});
        house().write([&](tenancy::WorkspaceTransaction& tx) {
            events::publish(tx, identity::ClientRegistered{.membership = member.membership,
                                                           .name = name,
                                                           .email = member.actor.email});
        });
        return member;
    }
    tenancy::Context house() { return world.context(vigie, tenancy::Actor::system()); }

    tenancy::ClientId client_of(const Member& member)
    {
        return house().read([&](tenancy::WorkspaceTransaction& tx) {
            return auth::member(tx, member.membership)->client;
        });
    }
    std::vector<std::string> subjects_to(const Member& member)
    {
        std::vector<std::string> subjects;
        house().read([&](tenancy::WorkspaceTransaction& tx) {
            for (const auto& message : mail::recent(tx))
                if (message.to_email == member.actor.email) subjects.push_back(message.subject);
        });
        return subjects;
    }
    projects::ProjectId add_site(const std::string& name, const Member& client)
    {
        return house().write([&](tenancy::WorkspaceTransaction& tx) {
            const auto id = projects::add_project(tx, {.name = name});
            projects::assign_client(tx, id, auth::member(tx, client.membership)->client);
            return id;
        });
    }
    /// Malo's request on « Site Horizon ».
    std::string open_request()
    {
        const auto site = add_site("Site Horizon", malo);
        const auto sent =
            malo.browser.post("/p/vigie/demandes", {{"project", site.text()},
                                                    {"title", "Caméra 4 hors ligne"},
                                                    {"description", "Depuis ce matin."},
                                                    {"priority", "high"}});
        REQUIRE(sent.status == 303);
        const std::string location{sent.headers.get("Location")};
        return location.substr(location.rfind('/') + 1);
    }

    World world;
    tenancy::Workspace vigie;
    Member enora;
    Member goulven;
    Member soizic;
    Member malo;
};

} // namespace tickets_test
