#pragma once

#include "kernel/db/catalogue.hpp"
#include "kernel/db/postgres_roles.hpp"

namespace db
{

/// The schema `public` as the server describes it, without the runner's own tables.
Catalogue postgres_catalogue(Connection& connection);

/// Whether every declared table is open to the role of workspaces, or of the platform.
bool has_rights_of(Connection& connection, const PostgresRoles& roles);

} // namespace db
