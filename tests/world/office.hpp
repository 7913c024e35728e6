#pragma once

#include "tests/world/world.hpp"

#include <string_view>
#include <utility>
#include <vector>

/// The business that most tests of money are told with; included by tests only.
namespace test_world
{

inline bool holds(const http::Response& page, std::string_view words)
{
    return page.body.find(words) != std::string::npos;
}

/// Charpentes du Ponant, where Léa owns what there is.
struct Office {
    Office(db::Engine engine, const std::vector<Declared>& modules)
        : world(engine, modules), firm(world.add_workspace("charpentes", "chantier")),
          lea(world.add_member(firm, {.name = "Lea Riou", .role = "admin"}))
    {
    }
    Office(db::Engine engine, void (*describe_all)(guard::Site&))
        : world(engine, describe_all), firm(world.add_workspace("charpentes", "chantier")),
          lea(world.add_member(firm, {.name = "Lea Riou", .role = "admin"}))
    {
    }

    tenancy::Context as_lea() { return world.context(firm, lea.actor); }
    template <class Deed>
    auto write(Deed deed)
    {
        return as_lea().write(std::move(deed));
    }
    template <class Look>
    auto read(Look look)
    {
        return as_lea().read(std::move(look));
    }

    World world;
    tenancy::Workspace firm;
    Member lea;
};

} // namespace test_world
