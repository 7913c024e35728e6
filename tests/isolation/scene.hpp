#pragma once

#include "tests/world/world.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace isolation
{

/// A text that every subject of a scene carries: found in an answer to somebody else, it is a leak.
inline constexpr std::string_view marker = "MARQUE-7f3a";

/// The preset whose workspaces have that module: support-technique when it has it, or when every
/// one has.
std::string_view preset_with(std::string_view module);

/// One workspace with a team and two clients, where subjects are made. In a preset without
/// technicians and developers both are ordinary members of the team.
struct Scene {
    test_world::World& world;
    tenancy::Workspace workspace;
    test_world::Member admin;
    test_world::Member technician;
    test_world::Member developer;
    test_world::Member client; ///< of the portal, linked to a record of its own
    test_world::Member other_client;

    Scene(test_world::World& world, std::string_view slug,
          std::string_view preset = "support-technique");
    tenancy::Context as(const test_world::Member& member)
    {
        return world.context(workspace, member.actor);
    }
};

/// Who else than its owner finds a subject: nobody; every client of the workspace (what it
/// published); everybody everywhere (a page of the help).
enum class Shared { with_nobody, with_every_client, with_everybody };

/// A fresh object: the parameters that put it into a path, and what else the command's example
/// needs.
struct Subject {
    std::map<std::string, std::string> path;
    std::map<std::string, std::string> ids; ///< by name: "project", "client"
    Shared shared = Shared::with_nobody;
};
using Factory = std::function<Subject(Scene&)>;
using Example = std::function<test_world::Typed(Scene&, const Subject&)>;

/// What the modules register in tests/isolation/<module>_scene.cpp.
struct Catalogue {
    std::map<std::string, Factory, std::less<>> subjects; ///< by Route::subject
    std::map<std::string, Factory, std::less<>>
        by_route; ///< "POST /e/{workspace}/…", when a route needs more
    std::map<std::string, Example, std::less<>> examples; ///< by Route::command
    std::map<std::string, std::string, std::less<>>
        without_example; ///< routes left out, with the reason
};
Catalogue& catalogue();

/// Everything stored in one workspace, hashed: two equal snapshots mean that nothing was written.
/// The audit and the keys against double sending are left out: a refusal may write them.
std::string snapshot(test_world::World& world, const tenancy::Workspace& workspace);

} // namespace isolation
