#pragma once

#include "kernel/auth/auth.hpp"
#include "kernel/live/live.hpp"
#include "kernel/module.hpp"
#include "kernel/secrets/vault.hpp"
#include "tests/support/database.hpp"
#include "tests/world/browser.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace test_world
{

using Describe = void (*)(kernel::Module&);
struct Declared {
    const char* name;
    Describe describe;
};

/// A member made by World::add_member, already signed in through `browser`.
struct Member {
    tenancy::PersonId person;
    tenancy::MembershipId membership;
    tenancy::Actor actor;
    Browser browser;
};

/// One product on a fresh database with the given modules. The workspaces it makes are active.
///
///     World world{engine, {{"identity", identity::describe}, {"tickets", tickets::describe}}};
///     auto workspace = world.add_workspace("vigie");
///     auto martin = world.add_member(workspace, {.name = "Martin", .role = "admin"});
///     CHECK(martin.browser.get("/e/vigie/tickets").status == 200);
class World
{
  public:
    World(db::Engine engine, const std::vector<Declared>& modules);
    /// With every module of the product; `describe_all` seals the site.
    World(db::Engine engine, void (*describe_all)(guard::Site&));
    ~World();

    guard::Site& site() { return *site_; }
    live::Hub& hub() { return live_->hub(); }
    db::Database& database() { return database_->database(); }
    const db::DatabaseOptions& options() const { return database_->options(); }
    Browser visitor() { return Browser{*site_}; }

    tenancy::Workspace add_workspace(std::string_view slug,
                                     std::string_view preset = "support-technique");
    struct NewMember {
        std::string name;
        std::string role = "admin";
        tenancy::Side side = tenancy::Side::staff;
        tenancy::ClientId client;
    };
    /// With the e-mail "<first name>@<slug>.example", confirmed.
    Member add_member(const tenancy::Workspace& workspace, const NewMember& member);
    /// Gives the member a second factor and proves it in his browser.
    void prove_second_factor(Member& member);
    /// As an action called by that member, without the web.
    tenancy::Context context(const tenancy::Workspace& workspace, const tenancy::Actor& actor);
    /// Runs every due job now.
    int run_jobs();

  private:
    explicit World(db::Engine engine);

    base::Configuration configuration_;
    test_support::TemporaryFolder folder_;
    std::unique_ptr<test_support::FreshDatabase> database_;
    std::unique_ptr<secrets::Vault> vault_;
    std::unique_ptr<limits::Limiter> limiter_;
    std::unique_ptr<guard::Site> site_;
    std::unique_ptr<live::Service> live_;
};

} // namespace test_world
