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

} // namespace

Scene::Scene(test_world::World& world_, std::string_view slug)
    : world(world_), workspace(world.add_workspace(slug)),
      admin(world.add_member(workspace, {.name = "Maëlys Corre", .role = "admin"})),
      technician(world.add_member(workspace, {.name = "Karim Tanguy", .role = "technicien"})),
      developer(world.add_member(workspace, {.name = "Nolwenn Riou", .role = "developpeur"})),
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
