#include "kernel/auth/workspaces.hpp"
#include "kernel/guard/call.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using tenancy::WorkspaceStatus;
using test_world::World;

namespace
{

http::Response show(guard::Call&)
{
    return http::Response::html("open");
}

const auto anybody = guard::open_to_all("a link of tests");

void describe_offer(kernel::Module& module)
{
    module.portal("/offre").get("", show, anybody).post("", show, anybody, "AnswerOffer");
}

void describe_doors(kernel::Module& module)
{
    module.portal().get("/connexion", show, anybody).post("/connexion", show, anybody, "SignIn");
}

void describe_failures(kernel::Module& module)
{
    module.portal().post("/incidents", show, anybody, "TellFailure");
}

/// Presets list « quotes » and « identity »; nobody switches « failures » off.
struct Street {
    explicit Street(db::Engine engine)
        : world(engine, {{"quotes", describe_offer},
                         {"identity", describe_doors},
                         {"failures", describe_failures}}),
          visitor(world.visitor())
    {
    }
    void add(const std::string& slug, const std::set<std::string>& modules,
             WorkspaceStatus status = WorkspaceStatus::active)
    {
        const tenancy::Workspace workspace{.id =
                                               world.database().ids().make<tenancy::WorkspaceId>(),
                                           .slug = slug,
                                           .name = slug,
                                           .preset = presets::all().front().name,
                                           .status = status,
                                           .modules = modules};
        world.context(workspace, tenancy::Actor::system())
            .write([](tenancy::WorkspaceTransaction& tx) { auth::create_workspace(tx); });
    }

    World world;
    test_world::Browser visitor;
};

} // namespace

TEST_CASE_ENGINES("an open page of a module that is off is no page, like one that never was")
{
    Street street{engine};
    street.add("avec", {"identity", "quotes"});
    street.add("sans", {"identity"});
    CHECK(street.visitor.get("/p/avec/offre").status == 200);
    CHECK(street.visitor.post("/p/avec/offre").status == 200);
    const auto off = street.visitor.get("/p/sans/offre");
    CHECK(off.status == 404);
    CHECK(off.body == street.visitor.get("/p/nulle-part/offre").body);
    CHECK(street.visitor.post("/p/sans/offre").status == 404);
    CHECK(street.visitor.get("/p/sans/connexion").status == 200);
    CHECK(street.visitor.post("/p/sans/incidents").status == 200);
}

TEST_CASE_ENGINES("who comes by an open page writes nothing in a business that is read only")
{
    Street street{engine};
    street.add("lecture", {"identity", "quotes"}, WorkspaceStatus::read_only);
    CHECK(street.visitor.get("/p/lecture/offre").status == 200);
    const auto refused = street.visitor.post("/p/lecture/offre");
    CHECK(refused.status == 403);
    CHECK(refused.body != "open");
}

TEST_CASE_ENGINES("the way in stays open, whatever is off or read only")
{
    Street street{engine};
    street.add("lecture", {"quotes"}, WorkspaceStatus::read_only);
    CHECK(street.visitor.get("/p/lecture/connexion").status == 200);
    CHECK(street.visitor.post("/p/lecture/connexion").status == 200);
    CHECK(street.visitor.post("/p/lecture/incidents").status == 200);
}
