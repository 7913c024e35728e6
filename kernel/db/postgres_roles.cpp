#include "kernel/db/postgres_roles.hpp"

#include "kernel/base/text.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>

namespace db
{

namespace
{

constexpr std::size_t role_name_max = 63; // NAMEDATALEN - 1, in bytes

/// Quoted, so that a database may be called anything but something with a quote.
std::string checked_name(const std::string& prefix, const char* suffix)
{
    auto name = prefix + suffix;
    const bool is_plain = std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
    if (!is_plain || name.size() > role_name_max)
        throw std::invalid_argument(
            "the database name must be made of a-z, 0-9, _ and -, 50 at most: " + prefix);
    return name;
}

void make_role(PostgresConnection& owner, const std::string& role, const std::string& password)
{
    constexpr Query exists{"db.postgres_role_exists", R"sql(
-- all workspaces: the engine's catalogue
SELECT count(*) FROM pg_roles WHERE rolname = :role
)sql"};
    const auto known = [&] {
        const auto rows = owner.open(exists, {{"role", role}});
        return rows->next() && rows->integer(0) == 1;
    }();
    owner.script((known ? "ALTER ROLE \"" : "CREATE ROLE \"") + role +
                 "\" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT "
                 "PASSWORD '" +
                 password + "'");
}

} // namespace

PostgresRoles postgres_roles(const DatabaseOptions& options)
{
    auto prefix = options.role_prefix;
    if (prefix.empty()) prefix = postgres_parameters(options.url)["dbname"];
    return {checked_name(prefix, "_platform"), checked_name(prefix, "_workspace")};
}

std::string postgres_password(const DatabaseOptions& options, const std::string& role)
{
    if (options.role_secret.empty())
        throw std::invalid_argument("PostgreSQL needs the secret of its roles");
    const auto bytes = [](const std::string& text) {
        return reinterpret_cast<const unsigned char*>(text.data());
    };
    std::array<unsigned char, crypto_auth_hmacsha256_BYTES> hash{};
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, bytes(options.role_secret), options.role_secret.size());
    crypto_auth_hmacsha256_update(&state, bytes(role), role.size());
    crypto_auth_hmacsha256_final(&state, hash.data());
    return base::hex({reinterpret_cast<const char*>(hash.data()), hash.size()});
}

PostgresParameters parameters_of_role(const DatabaseOptions& options, const std::string& role)
{
    auto parameters = postgres_parameters(options.url);
    parameters["user"] = role;
    parameters["password"] = postgres_password(options, role);
    parameters["application_name"] = "etabli";
    parameters["client_encoding"] = "UTF8";
    parameters["connect_timeout"] = "5";
    parameters["options"] =
        "-c synchronous_commit=on -c idle_in_transaction_session_timeout=60000 -c lock_timeout=" +
        std::to_string(options.busy_timeout.count());
    return parameters;
}

void make_roles(PostgresConnection& owner, const DatabaseOptions& options)
{
    const auto roles = postgres_roles(options);
    make_role(owner, roles.platform, postgres_password(options, roles.platform));
    make_role(owner, roles.workspace, postgres_password(options, roles.workspace));
}

} // namespace db
