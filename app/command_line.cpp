#include "app/command_line.hpp"

#include "kernel/i18n/translate.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <filesystem>
#include <sstream>

namespace app
{

namespace
{

using i18n::t;

/// What the options of a command are read into; lives while the arguments are parsed.
struct Typed {
    DemonstrationOptions demonstration;
    WorkspaceOptions workspace;
    RescueOptions rescue;
    QuotaOptions quota;
    ExportOptions exported;
    ImportOptions imported;
    EraseOptions erased;
    UserOptions user;
    PostOptions post;
    RestoreOptions restore;
    SheetOptions sheet;
    bool is_json = false;
};

void add_simple(CLI::App& cli, Command& read)
{
    const auto simple = [&](const char* name, const std::string& help, auto run_it) {
        cli.add_subcommand(name, help)->callback([&read, run_it] { read.run = run_it; });
    };
    simple("serve", t("app.cli.serve"), Command::Holding{serve});
    simple("work", t("app.cli.work"), Command::Holding{work});
    simple("migrate", t("app.cli.migrate"), Command::Holding{migrate});
    simple("doctor", t("app.cli.doctor"), Command::Passing{doctor});
    simple("verify", t("app.cli.verify"), Command::Passing{verify});
    simple("reindex", t("app.cli.reindex"), Command::Passing{reindex});
    simple("backup", t("app.cli.backup"), Command::Passing{make_backup});
    simple("drill", t("app.cli.drill"), Command::Passing{drill});
}

void add_recovery(CLI::App& cli, Typed& typed, Command& read)
{
    auto* restorer = cli.add_subcommand("restore", t("app.cli.restore"));
    auto& options = typed.restore;
    restorer->add_option("--to", options.to, t("app.cli.restore_to"))->required();
    restorer->add_option("--from", options.from, t("app.cli.restore_from"));
    restorer->add_option("--backup", options.name, t("app.cli.restore_name"));
    restorer->add_option("--database", options.database, t("app.cli.restore_database"));
    restorer->add_flag("--recovery", options.is_recovery, t("app.cli.restore_recovery"));
    restorer->callback([&] {
        read.run = Command::Holding{[options = typed.restore](const base::Configuration& c) {
            return app::restore(c, options);
        }};
    });
    auto* sheets = cli.add_subcommand("recovery-sheet", t("app.cli.sheet"));
    sheets->add_flag("--confirm", typed.sheet.is_confirmation, t("app.cli.sheet_confirm"));
    sheets->add_flag("--again", typed.sheet.is_again, t("app.cli.sheet_again"));
    sheets->callback([&] {
        read.run = Command::Holding{[options = typed.sheet](const base::Configuration& c) {
            return app::recovery_sheet(c, options);
        }};
    });
}

void add_demonstration(CLI::App& cli, Typed& typed, Command& read)
{
    auto* routes = cli.add_subcommand("routes", t("app.cli.routes"));
    routes->add_flag("--json", typed.is_json, t("app.cli.json"))->required();
    routes->callback([&] { read.run = Command::Passing{print_routes}; });

    auto* demo = cli.add_subcommand("demo", t("app.cli.demo"));
    demo->add_flag("--json", typed.demonstration.as_json, t("app.cli.json"));
    demo->add_flag("--renew", typed.demonstration.is_renewed, t("app.cli.renew"));
    demo->callback([&] {
        read.run = Command::Passing{[options = typed.demonstration](Application& a) {
            return app::demonstrate(a, options);
        }};
    });
}

void add_workspaces(CLI::App& cli, Typed& typed, Command& read)
{
    auto& workspace = typed.workspace;
    auto* workspaces =
        cli.add_subcommand("workspace", t("app.cli.workspace"))->require_subcommand(1);
    auto* create = workspaces->add_subcommand("create", t("app.cli.workspace_create"));
    create->add_option("--preset", workspace.preset, t("app.cli.preset"))->required();
    create->add_option("--slug", workspace.slug, t("app.cli.slug"))->required();
    create->add_option("--name", workspace.name, t("app.cli.name"))->required();
    create->add_option("--owner", workspace.owner_email, t("app.cli.owner"))->required();
    create->callback([&] {
        read.run = Command::Passing{[options = typed.workspace](Application& a) {
            return app::create_workspace(a, options);
        }};
    });

    auto& rescue = typed.rescue;
    auto* rescuing = workspaces->add_subcommand("rescue", t("app.cli.workspace_rescue"));
    rescuing->add_option("--slug", rescue.slug, t("app.cli.slug"))->required();
    rescuing->add_option("--account", rescue.email, t("app.cli.rescue_account"));
    rescuing->add_option("--proof", rescue.proof, t("app.cli.rescue_proof"));
    rescuing->add_flag("--cancel", rescue.is_cancelled, t("app.cli.rescue_cancel"));
    rescuing->callback([&] {
        read.run = Command::Passing{
            [options = typed.rescue](Application& a) { return app::rescue_workspace(a, options); }};
    });
}

void add_accounts(CLI::App& cli, Typed& typed, Command& read)
{
    auto& user = typed.user;
    auto* users = cli.add_subcommand("user", t("app.cli.user"))->require_subcommand(1);
    auto* reset = users->add_subcommand("reset", t("app.cli.user_reset"));
    reset->add_option("--account", user.email, t("app.cli.email"))->required();
    reset->callback([&] {
        read.run = Command::Passing{
            [options = typed.user](Application& a) { return app::reset_user(a, options); }};
    });
    auto* sessions = users->add_subcommand("sessions", t("app.cli.user_sessions"));
    sessions->add_option("--account", user.email, t("app.cli.email"))->required();
    sessions->add_option("--count", user.count, t("app.cli.count"))->capture_default_str();
    sessions->callback([&] {
        read.run = Command::Passing{
            [options = typed.user](Application& a) { return app::print_sessions(a, options); }};
    });
}

void add_mail(CLI::App& cli, Typed& typed, Command& read)
{
    auto& post = typed.post;
    auto* mails = cli.add_subcommand("mail", t("app.cli.mail"))->require_subcommand(1);
    const auto envelope = [&](CLI::App* command) {
        command->add_option("--workspace", post.slug, t("app.cli.slug"))->required();
        command->add_option("--to", post.to, t("app.cli.mail_to"));
        command->add_option("--from", post.from, t("app.cli.mail_from"));
    };
    auto* deliver = mails->add_subcommand("deliver", t("app.cli.mail_deliver"));
    envelope(deliver);
    deliver->callback([&] {
        read.run = Command::Holding{[options = typed.post](const base::Configuration& c) {
            return app::deliver_mail(c, options);
        }};
    });
    auto* take = mails->add_subcommand("take", t("app.cli.mail_take"));
    envelope(take);
    take->add_option("--file", post.file, t("app.cli.mail_file"))->required();
    take->callback([&] {
        read.run = Command::Passing{
            [options = typed.post](Application& a) { return app::take_mail(a, options); }};
    });
}

void add_storage(CLI::App& cli, Typed& typed, Command& read)
{
    constexpr std::int64_t gigabytes_max = 1'000'000;
    auto* workspaces = cli.get_subcommand("workspace");
    workspaces->add_subcommand("storage", t("app.cli.workspace_storage"))->callback([&] {
        read.run = Command::Passing{print_storage};
    });
    auto* quota = workspaces->add_subcommand("quota", t("app.cli.workspace_quota"));
    quota->add_option("--slug", typed.quota.slug, t("app.cli.slug"))->required();
    quota->add_option("--gigabytes", typed.quota.gigabytes, t("app.cli.gigabytes"))
        ->required()
        ->check(CLI::Range(std::int64_t{0}, gigabytes_max));
    quota->callback([&] {
        read.run = Command::Passing{
            [options = typed.quota](Application& a) { return app::set_quota(a, options); }};
    });
}

void add_portability(CLI::App& cli, Typed& typed, Command& read)
{
    auto* workspaces = cli.get_subcommand("workspace");
    auto& exported = typed.exported;
    auto* exporter = workspaces->add_subcommand("export", t("app.cli.workspace_export"));
    exporter->add_option("--slug", exported.slug, t("app.cli.slug"))->required();
    exporter->add_option("--to", exported.to, t("app.cli.export_to"))->required();
    exporter->callback([&] {
        read.run = Command::Passing{[options = typed.exported](Application& a) {
            return app::export_workspace(a, options);
        }};
    });
    auto* importer = workspaces->add_subcommand("import", t("app.cli.workspace_import"));
    importer->add_option("--from", typed.imported.from, t("app.cli.import_from"))->required();
    importer->add_option("--digest", typed.imported.digest, t("app.cli.import_digest"));
    importer->callback([&] {
        read.run = Command::Passing{[options = typed.imported](Application& a) {
            return app::import_workspace(a, options);
        }};
    });
    auto* eraser = workspaces->add_subcommand("erase", t("app.cli.workspace_erase"));
    eraser->add_option("--slug", typed.erased.slug, t("app.cli.slug"))->required();
    eraser->add_option("--confirm", typed.erased.name, t("app.cli.erase_name"));
    eraser->callback([&] {
        read.run = Command::Passing{
            [options = typed.erased](Application& a) { return app::erase_workspace(a, options); }};
    });
}

} // namespace

Arguments with_absolute_places(Arguments arguments)
{
    // Those of a message are addresses.
    if (std::ranges::search(arguments, Arguments{"mail", "deliver"}).size() == 2) return arguments;
    const auto absolute = [](const std::string& place) {
        return std::filesystem::absolute(place).lexically_normal().string();
    };
    for (const std::string option : {"--to", "--from"})
        for (std::size_t at = 0; at < arguments.size(); ++at) {
            auto& argument = arguments[at];
            if (argument.starts_with(option + "="))
                argument = option + "=" + absolute(argument.substr(option.size() + 1));
            else if (argument == option && at + 1 < arguments.size())
                arguments[at + 1] = absolute(arguments[at + 1]);
        }
    return arguments;
}

std::variant<Command, Reply> read_command_line(const Arguments& arguments)
{
    CLI::App cli{t("app.cli.title")};
    cli.require_subcommand(1);
    Command read;
    cli.add_option("--configuration", read.configuration_file, t("app.cli.configuration"))
        ->capture_default_str();
    Typed typed;
    add_simple(cli, read);
    add_recovery(cli, typed, read);
    add_demonstration(cli, typed, read);
    add_workspaces(cli, typed, read);
    add_accounts(cli, typed, read);
    add_storage(cli, typed, read);
    add_portability(cli, typed, read);
    add_mail(cli, typed, read);

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
