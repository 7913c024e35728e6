#include "modules/backup/manifest_store.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value_to.hpp>

#include <stdexcept>

namespace backup
{
namespace
{

namespace json = boost::json;

constexpr std::int64_t format = 1;
constexpr const char* program_version = "0.1.0";

std::string text_of(const json::object& from, const char* name)
{
    return json::value_to<std::string>(from.at(name));
}

std::int64_t number_of(const json::object& from, const char* name)
{
    return json::value_to<std::int64_t>(from.at(name));
}

json::object object_of(const db::TableContents& table)
{
    json::array columns;
    for (const auto& column : table.columns)
        columns.emplace_back(column);
    return {{"name", table.name},
            {"columns", std::move(columns)},
            {"rows", table.rows},
            {"sha256", table.sha256}};
}

db::TableContents table_of(const json::object& from)
{
    db::TableContents table{.name = text_of(from, "name"),
                            .columns = {},
                            .rows = number_of(from, "rows"),
                            .sha256 = text_of(from, "sha256")};
    for (const auto& column : from.at("columns").as_array())
        table.columns.push_back(json::value_to<std::string>(column));
    return table;
}

FileCopy file_of(const json::object& from)
{
    return {.path = text_of(from, "path"),
            .object = text_of(from, "object"),
            .bytes = number_of(from, "bytes"),
            .modified_ns = number_of(from, "modified_ns"),
            .sha256 = text_of(from, "sha256")};
}

Manifest read(const json::object& from)
{
    if (number_of(from, "format") != format) throw std::runtime_error("format");
    Manifest manifest{.program = text_of(from, "program"),
                      .engine = text_of(from, "engine") == "sqlite" ? db::Engine::Sqlite
                                                                    : db::Engine::Postgres,
                      .taken_at = {number_of(from, "taken_at")},
                      .schema = {},
                      .tables = {},
                      .parts = {},
                      .files = {}};
    for (const auto& migration : from.at("schema").as_object())
        manifest.schema.emplace(migration.key(), json::value_to<std::string>(migration.value()));
    for (const auto& table : from.at("tables").as_array())
        manifest.tables.push_back(table_of(table.as_object()));
    for (const auto& part : from.at("parts").as_array())
        manifest.parts.push_back({.name = text_of(part.as_object(), "name"),
                                  .bytes = number_of(part.as_object(), "bytes"),
                                  .sha256 = text_of(part.as_object(), "sha256")});
    for (const auto& file : from.at("files").as_array())
        manifest.files.push_back(file_of(file.as_object()));
    return manifest;
}

} // namespace

std::int64_t Manifest::rows() const
{
    std::int64_t total = 0;
    for (const auto& table : tables)
        total += table.rows;
    return total;
}

std::int64_t Manifest::bytes() const
{
    std::int64_t total = 0;
    for (const auto& part : parts)
        total += part.bytes;
    for (const auto& file : files)
        total += file.bytes;
    return total;
}

std::string json_of(const Manifest& manifest)
{
    json::object schema;
    for (const auto& [name, checksum] : manifest.schema)
        schema[name] = checksum;
    json::array tables;
    for (const auto& table : manifest.tables)
        tables.emplace_back(object_of(table));
    json::array parts;
    for (const auto& part : manifest.parts)
        parts.emplace_back(
            json::object{{"name", part.name}, {"bytes", part.bytes}, {"sha256", part.sha256}});
    json::array files;
    for (const auto& file : manifest.files)
        files.emplace_back(json::object{{"path", file.path},
                                        {"object", file.object},
                                        {"bytes", file.bytes},
                                        {"modified_ns", file.modified_ns},
                                        {"sha256", file.sha256}});
    return json::serialize(
        json::object{{"format", format},
                     {"program", program_version},
                     {"engine", manifest.engine == db::Engine::Sqlite ? "sqlite" : "postgres"},
                     {"taken_at", manifest.taken_at.micros},
                     {"schema", std::move(schema)},
                     {"tables", std::move(tables)},
                     {"parts", std::move(parts)},
                     {"files", std::move(files)}});
}

Manifest manifest_of(const std::string& text)
{
    try {
        return read(json::parse(text).as_object());
    } catch (const std::exception&) {
        throw std::runtime_error("the manifest is not one this program knows");
    }
}

} // namespace backup
