#include "app/demonstration/demonstration.hpp"

#include "app/demonstration/composer.hpp"
#include "app/demonstration/emptied.hpp"
#include "app/demonstration/shown_quote.hpp"
#include "app/demonstration/writer.hpp"
#include "app/demonstration/year_writer.hpp"
#include "kernel/auth/auth.hpp"
#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/presets/preset.hpp"

#include <algorithm>
#include <optional>
#include <stdexcept>

namespace demonstration
{
namespace
{

std::optional<tenancy::Workspace> find_workspace(db::Database& database, const std::string& slug)
{
    auto found = tenancy::Platform{database}.read(
        [&](tenancy::PlatformTransaction& tx) { return auth::workspace_by_slug(tx, slug); });
    if (found && !found->is_demonstration)
        throw std::runtime_error(i18n::t("demonstration.slug_taken", {{"slug", slug}}));
    return found;
}

/// Outside any transaction: a hash takes a tenth of a second.
PasswordHashes hashes_of(const std::vector<Account>& accounts, secrets::PasswordQueue& passwords)
{
    PasswordHashes hashes;
    for (const auto& account : accounts)
        hashes[account.email] = passwords.hash(account.password);
    return hashes;
}

/// What a preset shows: a year of tickets, or else worksites, quotes and a year of sales.
struct Shown {
    Material people;
    std::vector<Worksite> worksites;
    std::vector<ShownQuote> quotes;
    std::optional<Year> year;
};

Shown read(std::span<const base::EmbeddedFile> files, const std::string& preset,
           std::size_t publications)
{
    if (tells_of_tickets(files, preset)) return {read_material(files, preset), {}, {}, {}};
    auto yard = tells_of_worksites(files, preset) ? read_yard(files, preset)
                                                  : Yard{read_people(files, preset), {}};
    for (auto& worksite : yard.worksites)
        if (worksite.publications.size() > publications) worksite.publications.resize(publications);
    auto quotes = read_quotes(files, preset, yard.people);
    auto year = read_year(files, yard.people);
    return {std::move(yard.people), std::move(yard.worksites), std::move(quotes), std::move(year)};
}

void write_tickets(const Installation& installation, const Material& material,
                   const std::optional<tenancy::Workspace>& workspace, const PasswordHashes& hashes)
{
    const auto composed = compose(material, {.seed = base::stable_hash(material.preset),
                                             .now = base::now(),
                                             .time_zone = presets::find(material.preset).time_zone,
                                             .guests = guest_clients(material),
                                             .count = installation.tickets});
    Writer{installation.database, material, hashes}.write(workspace, composed);
}

void write(const Installation& installation, const Shown& shown,
           const std::optional<tenancy::Workspace>& workspace, const Access& access)
{
    const auto& material = shown.people;
    if (workspace) empty_workspace(installation, *workspace);
    const auto hashes = hashes_of(access.accounts, installation.passwords);
    if (!material.stories.empty()) {
        write_tickets(installation, material, workspace, hashes);
        return;
    }
    Writer writer{installation.database, material, hashes};
    const auto written = writer.write(workspace, shown.worksites);
    if (shown.year)
        YearWriter{installation.database, written, writer.people(), *shown.year}.write(
            installation.days);
    writer.write_quotes(written, shown.quotes);
}

/// The entry of that preset, added at the end when there is none.
Access& entry_of(std::vector<Access>& accesses, const std::string& preset)
{
    const auto found = std::ranges::find(accesses, preset, &Access::preset);
    if (found != accesses.end()) return *found;
    accesses.push_back({.preset = preset});
    return accesses.back();
}

} // namespace

std::vector<Access> demonstrate(const Installation& installation, Existing existing)
{
    const auto files = base::embedded_presets();
    auto accesses = read_accesses(installation.accounts_file);
    auto names = demonstrated_presets(files);
    std::ranges::stable_partition(names,
                                  [&](const auto& name) { return tells_of_tickets(files, name); });
    for (const auto& preset : names) {
        const auto shown = read(files, preset, installation.publications);
        const auto& material = shown.people;
        auto& access = entry_of(accesses, preset);
        const auto workspace = find_workspace(installation.database, material.business.slug);
        if (existing == Existing::keep && workspace && access.is_complete) continue;
        access = {.slug = material.business.slug,
                  .name = material.business.name,
                  .preset = preset,
                  .accounts = accounts_of(material, access),
                  .is_complete = false};
        save_accesses(installation.accounts_file, accesses);
        write(installation, shown, workspace, access);
        access.is_complete = true;
        save_accesses(installation.accounts_file, accesses);
    }
    return accesses;
}

} // namespace demonstration
