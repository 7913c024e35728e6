#include "kernel/db/migration_plan.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>

namespace db
{

namespace
{

constexpr std::string_view plain_end = ".sql";
constexpr std::string_view postgres_end = ".postgres.sql";
constexpr std::size_t timestamp_digits = 14;

/// YYYYMMDDHHMMSS_module_verb
bool is_migration_name(std::string_view name)
{
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto is_word = [&](char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || c == '_'; };
    return name.size() > timestamp_digits + 1 && name[timestamp_digits] == '_' &&
           std::all_of(name.begin(), name.begin() + timestamp_digits, is_digit) &&
           std::all_of(name.begin(), name.end(), is_word);
}

void read_declaration(Migration& migration, std::string_view line)
{
    const auto words = base::split(base::trim(line), ' ');
    const auto kind = words.size() == 2 ? table_kind_named(words[1]) : std::nullopt;
    if (!kind || *kind == TableKind::View)
        throw MigrationRefused{
            migration.name +
            ": « -- table: NAME platform|shared|business|log|platform_log » expected, not «" +
            std::string{line} + " »"};
    migration.declared[words[0]] = *kind;
}

Migration read_migration(std::string_view name, std::string_view sql)
{
    constexpr std::string_view mark = "-- table:";
    if (!is_migration_name(name))
        throw MigrationRefused{std::string{name} +
                               ": a migration is named YYYYMMDDHHMMSS_module_verb.sql"};
    Migration migration{std::string{name}, std::string{sql}, base::hex(base::sha256(sql)), {}};
    for (const auto& line : base::split(sql, '\n'))
        if (line.starts_with(mark))
            read_declaration(migration, std::string_view{line}.substr(mark.size()));
    return migration;
}

} // namespace

std::vector<Migration> plan_migrations(std::span<const base::EmbeddedFile> files, Engine engine)
{
    std::map<std::string, std::string_view> plain;
    std::map<std::string, std::string_view> of_postgres;
    for (const auto& file : files) {
        auto name = file.path.substr(file.path.rfind('/') + 1);
        auto& names = name.ends_with(postgres_end) ? of_postgres : plain;
        name.remove_suffix(name.ends_with(postgres_end) ? postgres_end.size() : plain_end.size());
        if (!names.emplace(name, file.bytes).second)
            throw MigrationRefused{std::string{name} + ": two migrations have this name"};
    }
    for (const auto& [name, sql] : of_postgres) {
        const auto twin = plain.find(name);
        if (twin == plain.end()) throw MigrationRefused{name + ".postgres.sql has no .sql twin"};
        if (engine == Engine::Postgres) twin->second = sql;
    }
    std::vector<Migration> plan;
    for (const auto& [name, sql] : plain)
        plan.push_back(read_migration(name, sql));
    return plan;
}

void check_history(const std::vector<Migration>& plan, const AppliedMigrations& applied)
{
    for (const auto& [name, checksum] : applied) {
        const auto known = std::find_if(plan.begin(), plan.end(), [&](const Migration& migration) {
            return migration.name == name;
        });
        if (known == plan.end())
            throw MigrationRefused{
                name + ": applied to this database but unknown to this program (is it older?)"};
        if (known->checksum != checksum)
            throw MigrationRefused{name + ": changed after it was applied to this database"};
    }
}

} // namespace db
