#pragma once

#include "kernel/db/postgres_connection.hpp"

#include <string>

namespace db
{

/// The two login roles of the application. They own nothing and never change into each other.
struct PostgresRoles {
    std::string platform;
    std::string workspace;
};

PostgresRoles postgres_roles(const DatabaseOptions& options);

/// HMAC-SHA-256 of the role's name under options.role_secret, hexadecimal: nobody has to store it.
std::string postgres_password(const DatabaseOptions& options, const std::string& role);

/// How the application connects as `role`.
PostgresParameters parameters_of_role(const DatabaseOptions& options, const std::string& role);

/// Creates the roles, or gives them today's password, through the connection of the owner.
void make_roles(PostgresConnection& owner, const DatabaseOptions& options);

} // namespace db
