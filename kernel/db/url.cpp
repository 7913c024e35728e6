#include "kernel/db/url.hpp"

namespace db
{

namespace
{

constexpr std::string_view sqlite_scheme = "sqlite:";

}

Engine engine_of(std::string_view url)
{
    if (url.starts_with(sqlite_scheme) && url.size() > sqlite_scheme.size()) return Engine::Sqlite;
    if (url.starts_with("postgres://") || url.starts_with("postgresql://")) return Engine::Postgres;
    throw std::invalid_argument("ETABLI_DATABASE_URL: sqlite:FILE or postgres://… expected");
}

std::filesystem::path sqlite_file_of(std::string_view url)
{
    return std::filesystem::path{url.substr(sqlite_scheme.size())};
}

} // namespace db
