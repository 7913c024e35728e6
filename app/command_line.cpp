#include "app/command_line.hpp"

#include "kernel/i18n/translate.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <sstream>

namespace app
{

std::variant<Command, Reply> read_command_line(const Arguments& arguments)
{
    using i18n::t;
    CLI::App cli{t("app.cli.title")};
    cli.require_subcommand(1);
    Command read;
    cli.add_option("--configuration", read.configuration_file, t("app.cli.configuration"))
        ->capture_default_str();

    const auto simple = [&](const char* name, const std::string& help, auto run_it) {
        cli.add_subcommand(name, help)->callback([&read, run_it] { read.run = run_it; });
    };
    simple("serve", t("app.cli.serve"), Command::Holding{serve});
    simple("work", t("app.cli.work"), Command::Holding{work});
    simple("migrate", t("app.cli.migrate"), Command::Holding{migrate});
    simple("doctor", t("app.cli.doctor"), Command::Passing{doctor});
    simple("verify", t("app.cli.verify"), Command::Passing{verify});
    simple("backup", t("app.cli.backup"), Command::Passing{make_backup});
    simple("drill", t("app.cli.drill"), Command::Passing{drill});

    RestoreOptions restoring;
    auto* restorer = cli.add_subcommand("restore", t("app.cli.restore"));
    restorer->add_option("--to", restoring.to, t("app.cli.restore_to"))->required();
    restorer->add_option("--from", restoring.from, t("app.cli.restore_from"));
    restorer->add_option("--backup", restoring.name, t("app.cli.restore_name"));
    restorer->add_option("--database", restoring.database, t("app.cli.restore_database"));
    restorer->add_flag("--recovery", restoring.is_recovery, t("app.cli.restore_recovery"));
    restorer->callback([&] {
        read.run = Command::Holding{
            [restoring](const base::Configuration& c) { return app::restore(c, restoring); }};
    });

    SheetOptions sheet;
    auto* sheets = cli.add_subcommand("recovery-sheet", t("app.cli.sheet"));
    sheets->add_flag("--confirm", sheet.is_confirmation, t("app.cli.sheet_confirm"));
    sheets->add_flag("--again", sheet.is_again, t("app.cli.sheet_again"));
    sheets->callback([&] {
        read.run = Command::Holding{
            [sheet](const base::Configuration& c) { return app::recovery_sheet(c, sheet); }};
    });

    bool json_asked = false;
    auto* routes = cli.add_subcommand("routes", t("app.cli.routes"));
    routes->add_flag("--json", json_asked, t("app.cli.json"))->required();
    routes->callback([&] { read.run = Command::Passing{print_routes}; });

    DemonstrationOptions demonstration;
    auto* demo = cli.add_subcommand("demo", t("app.cli.demo"));
    demo->add_flag("--json", demonstration.as_json, t("app.cli.json"));
    demo->add_flag("--renew", demonstration.is_renewed, t("app.cli.renew"));
    demo->callback([&] {
        read.run = Command::Passing{
            [demonstration](Application& a) { return app::demonstrate(a, demonstration); }};
    });

    WorkspaceOptions workspace;
    auto* workspaces =
        cli.add_subcommand("workspace", t("app.cli.workspace"))->require_subcommand(1);
    auto* create = workspaces->add_subcommand("create", t("app.cli.workspace_create"));
    create->add_option("--preset", workspace.preset, t("app.cli.preset"))->required();
    create->add_option("--slug", workspace.slug, t("app.cli.slug"))->required();
    create->add_option("--name", workspace.name, t("app.cli.name"))->required();
    create->add_option("--owner", workspace.owner_email, t("app.cli.owner"))->required();
    create->callback([&] {
        read.run = Command::Passing{
            [workspace](Application& a) { return app::create_workspace(a, workspace); }};
    });

    UserOptions user;
    auto* users = cli.add_subcommand("user", t("app.cli.user"))->require_subcommand(1);
    auto* reset = users->add_subcommand("reset", t("app.cli.user_reset"));
    reset->add_option("--account", user.email, t("app.cli.email"))->required();
    reset->callback([&] {
        read.run = Command::Passing{[user](Application& a) { return app::reset_user(a, user); }};
    });
    auto* sessions = users->add_subcommand("sessions", t("app.cli.user_sessions"));
    sessions->add_option("--account", user.email, t("app.cli.email"))->required();
    sessions->add_option("--count", user.count, t("app.cli.count"))->capture_default_str();
    sessions->callback([&] {
        read.run =
            Command::Passing{[user](Application& a) { return app::print_sessions(a, user); }};
    });

    try {
        auto reversed = arguments;
        std::ranges::reverse(reversed);
        cli.parse(reversed);
    } catch (const CLI::ParseError& error) {
        std::ostringstream words;
        const auto code = cli.exit(error, words, words);
        return Reply{.exit_code = code, .output = words.str()};
    }
    return read;
}

} // namespace app
