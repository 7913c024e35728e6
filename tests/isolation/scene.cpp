#include "tests/isolation/scene.hpp"

#include "modules/crm/crm.hpp"

namespace isolation
{
namespace
{

tenancy::ClientId add_client(test_world::World& world, const tenancy::Workspace& workspace,
                             std::string name)
{
    auto system = world.context(workspace, tenancy::Actor::system());
    return system.write([&](tenancy::WorkspaceTransaction& tx) {
        return crm::add_client(tx, {.company_name = std::move(name), .phone = "0261910000"});
    });
}

test_world::Member add_portal_user(test_world::World& world, const tenancy::Workspace& workspace,
                                   std::string name, std::string company)
{
    const auto client = add_client(world, workspace, std::move(company));
    return world.add_member(workspace, {.name = std::move(name),
                                        .role = "client",
                                        .side = tenancy::Side::portal,
                                        .client = client});
}

bool lists(const presets::Preset& preset, std::string_view module)
{
    return std::ranges::find(preset.modules, module) != preset.modules.end();
}

/// That role, or the ordinary one of a team that has no such.
std::string role_in(std::string_view preset, std::string_view code)
{
    return std::string{presets::find(preset).find_role(code) == nullptr ? "employe" : code};
}

} // namespace

std::string_view preset_with(std::string_view module)
{
    constexpr std::string_view usual = "support-technique";
    if (lists(presets::find(usual), module)) return usual;
    for (const auto& preset : presets::all())
        if (lists(preset, module)) return preset.name;
    return usual;
}

Scene::Scene(test_world::World& world_, std::string_view slug, std::string_view preset)
    : world(world_), workspace(world.add_workspace(slug, preset)),
      admin(world.add_member(workspace, {.name = "Maëlys Corre", .role = "admin"})),
      technician(world.add_member(workspace,
                                  {.name = "Karim Tanguy", .role = role_in(preset, "technicien")})),
      developer(world.add_member(workspace,
                                 {.name = "Nolwenn Riou", .role = role_in(preset, "developpeur")})),
      client(add_portal_user(world, workspace, "Malo Kervella",
                             "Installations " + std::string{marker})),
      other_client(add_portal_user(world, workspace, "Rose Autret", "Camping des Sables"))
{
}

Catalogue& catalogue()
{
    static Catalogue the_catalogue;
    return the_catalogue;
}

} // namespace isolation
