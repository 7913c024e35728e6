#pragma once

#include "kernel/base/embedded.hpp"
#include "kernel/db/database.hpp"

#include <span>
#include <string>

namespace test_support
{

/// A database copied from the template of that key, which the first caller of the cluster makes.
db::DatabaseOptions copy_of_postgres_template(const std::string& key,
                                              std::span<const base::EmbeddedFile> migrations);

/// A database without any table, for the tests of the migration runner.
db::DatabaseOptions empty_postgres_database();
void drop_database(const std::string& url);

} // namespace test_support
