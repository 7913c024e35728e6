#include "app/commands.hpp"
#include "kernel/files/s3_storage.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/secrets/key_file.hpp"
#include "kernel/secrets/recovery_sheet.hpp"

#include <cstdio>
#include <iostream>

namespace app
{
namespace
{

using i18n::t;

constexpr std::size_t groups_a_line = 7;
constexpr std::size_t group_letters = 5; // with its space

void say(const std::string& words)
{
    std::printf("%s\n", words.c_str());
    std::fflush(stdout);
}

int complain(const std::string& words)
{
    std::fprintf(stderr, "etabli: %s\n", words.c_str());
    return 1;
}

/// « https://s3.example/bucket »: without the key that is in the address.
std::string place_of_files(const base::StorageSettings& storage)
{
    const auto place = files::read_s3_place(storage.url);
    return place.origin + "/" + place.bucket;
}

/// The key typed from its sheet, in one line or two.
std::optional<secrets::Key> ask_for_key()
{
    say(t("app.restore.type_groups"));
    std::string typed;
    for (std::string line; std::getline(std::cin, line);) {
        typed += line + " ";
        if (const auto key = secrets::key_of_groups(typed)) return key;
        if (line.empty()) break;
    }
    return {};
}

} // namespace

Reply make_backup(Application& application)
{
    const auto made = backup::make_and_record(application.installation(), application.database(),
                                              backup::Reason::requested);
    Reply reply;
    reply.output = t("app.backup.made", {{"name", made.name},
                                         {"rows", std::to_string(made.rows)},
                                         {"files", std::to_string(made.files)},
                                         {"added", std::to_string(made.files_added)},
                                         {"size", i18n::file_size(made.bytes)},
                                         {"ms", std::to_string(made.took.count())}}) +
                   "\n";
    for (const auto& name : made.forgotten)
        reply.output += t("app.backup.forgotten", {{"name", name}}) + "\n";
    const auto& storage = application.configuration().storage;
    if (storage.is_elsewhere())
        reply.output +=
            t("app.backup.files_elsewhere", {{"place", place_of_files(storage)}}) + "\n";
    return reply;
}

Reply drill(Application& application)
{
    const auto found =
        backup::rehearse_and_record(application.installation(), application.database());
    if (!found.problem.empty())
        return {.exit_code = 1,
                .output = t("app.drill.wrong", {{"name", found.name}, {"problem", found.problem}}) +
                          "\n"};
    return {.exit_code = 0,
            .output = t("app.drill.fine", {{"name", found.name},
                                           {"tables", std::to_string(found.tables)},
                                           {"rows", std::to_string(found.rows)},
                                           {"files", std::to_string(found.files)},
                                           {"size", i18n::file_size(found.bytes)}}) +
                      "\n" +
                      t("app.drill.figures", {{"lost", std::to_string(found.lost.count())},
                                              {"back", std::to_string(found.back.count())}}) +
                      "\n"};
}

int restore(const base::Configuration& configuration, const RestoreOptions& options)
{
    const auto key = options.is_recovery ? ask_for_key()
                                         : std::optional{secrets::read_key(configuration.key_file)};
    if (!key) return complain(t("app.restore.wrong_groups"));
    const secrets::Vault vault{{*key}};
    auto database = database_options(configuration, vault, Holds::Beside);
    database.url = options.database.empty() ? "sqlite:" : options.database;
    const auto restored =
        backup::restore({.shelf = options.from.empty() ? configuration.backup.folder
                                                       : std::filesystem::path{options.from},
                         .name = options.name,
                         .to = options.to,
                         .database = database},
                        *key);
    say(t("app.restore.done", {{"name", restored.name},
                               {"to", options.to},
                               {"rows", std::to_string(restored.rows)},
                               {"files", std::to_string(restored.files)},
                               {"size", i18n::file_size(restored.bytes)},
                               {"ms", std::to_string(restored.took.count())}}));
    return 0;
}

int recovery_sheet(const base::Configuration& configuration, const SheetOptions& options)
{
    std::filesystem::create_directories(configuration.data);
    const auto key = secrets::read_or_create_key(configuration.key_file);
    const secrets::Vault vault{{key}};
    const backup::Installation installation{configuration, vault, {}};
    if (options.is_confirmation) {
        const auto typed = ask_for_key();
        if (!typed || typed->bytes() != key.bytes()) return complain(t("app.sheet.wrong"));
        backup::confirm_sheet(installation);
        say(t("app.sheet.confirmed"));
        return 0;
    }
    if (backup::is_sheet_confirmed(installation) && !options.is_again)
        return complain(t("app.sheet.already"));
    const auto groups = secrets::recovery_groups(key);
    const auto first_line = groups_a_line * group_letters;
    say(t("app.sheet.title", {{"url", configuration.base_url}}));
    say("    " + groups.substr(0, first_line));
    say("    " + groups.substr(first_line));
    if (configuration.storage.is_elsewhere())
        say(t("app.sheet.files_elsewhere", {{"place", place_of_files(configuration.storage)}}));
    say(t("app.sheet.use"));
    return 0;
}

} // namespace app
