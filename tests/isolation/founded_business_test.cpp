#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/auth/workspaces.hpp"
#include "modules/crm/crm.hpp"
#include "modules/identity/page_test_kit.hpp"
#include "modules/pricebook/pricebook.hpp"
#include "modules/pricebook/version_store.hpp"

#include <doctest.h>

using tenancy::WorkspaceTransaction;
using test_world::Typed;

namespace
{

Typed signing_up(const std::string& preset)
{
    return {{"business", "Rive Sud"},
            {"name", "Rosaire Lemieux"},
            {"email", "rosaire@rive.example"},
            {"phone", "418 555 0100"},
            {"password", identity_test::good_password},
            {"preset", preset},
            {"terms", "on"},
            {"privacy", "on"},
            {"processing", "on"}};
}

/// A stranger who opens his business by the page of everybody, confirms his address, and is in.
struct Founder {
    Founder(db::Engine engine, const std::string& preset)
        : world(engine, {{"identity", identity::describe},
                         {"crm", crm::describe},
                         {"pricebook", pricebook::describe}}),
          browser(world.visitor())
    {
        REQUIRE(browser.post("/inscription", signing_up(preset)).status == 303);
        founded = tenancy::Platform{world.database()}
                      .read([](tenancy::PlatformTransaction& tx) {
                          return auth::workspace_by_slug(tx, "rive-sud");
                      })
                      .value();
        const auto mails = identity_test::mails_of(world, founded);
        REQUIRE(mails.size() == 1);
        const auto link = identity_test::link_in(mails.front(), "/inscription/confirmation/");
        REQUIRE(browser.post(link).status == 303);
        world.run_jobs();
    }
    template <class Work>
    auto read(Work&& work)
    {
        return world.context(founded, tenancy::Actor::system()).read(std::forward<Work>(work));
    }

    test_world::World world;
    test_world::Browser browser;
    tenancy::Workspace founded;
};

} // namespace

TEST_CASE_ENGINES("who signs up as a repairer has both price lists, the second one in force")
{
    Founder founder{engine, "depannage-informatique"}; // IDN-001 PRB-010
    const auto book =
        founder.read([](WorkspaceTransaction& tx) { return pricebook::VersionStore{tx}.book(); });
    REQUIRE(book.versions().size() == 2);
    REQUIRE(book.active() != nullptr);
    CHECK(book.active()->number == 2);
}

TEST_CASE_ENGINES("who signs up in a trade without a price list has none")
{
    Founder founder{engine, "chantier"}; // IDN-001 PRB-010
    CHECK(founder.read([](WorkspaceTransaction& tx) { return pricebook::VersionStore{tx}.book(); })
              .versions()
              .empty());
}
