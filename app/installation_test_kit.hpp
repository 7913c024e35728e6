#pragma once

#include "app/application.hpp"
#include "app/commands.hpp"
#include "tests/support/database.hpp"

#include <memory>
#include <string>
#include <string_view>

/// What the tests of commands share; included by tests only.
namespace app_test
{

/// An installation of its own, as `etabli` finds one.
struct Installation {
    test_support::TemporaryFolder folder;
    base::Configuration configuration;
    std::unique_ptr<app::Application> application;

    Installation()
    {
        configuration.data = folder.path();
        configuration.database_url = "sqlite:" + (folder.path() / "etabli.sqlite").string();
        configuration.key_file = folder.path() / "etabli.key";
        configuration.seals = folder.path() / "seals";
        configuration.mode = base::Configuration::Mode::Test;
        app::migrate(configuration);
        application = std::make_unique<app::Application>(configuration, app::Holds::Beside);
    }
    /// With an owner "owner@<slug>.example".
    void add_workspace(const std::string& slug, const std::string& name) const
    {
        app::create_workspace(*application, {.preset = "support-technique",
                                             .slug = slug,
                                             .name = name,
                                             .owner_email = "owner@" + slug + ".example"});
    }
};

/// One a process: its jobs are registered once.
inline Installation& installation()
{
    static Installation here;
    return here;
}

inline bool has(const app::Reply& reply, std::string_view part)
{
    return reply.output.find(part) != std::string::npos;
}

} // namespace app_test
