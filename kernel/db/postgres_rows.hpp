#pragma once

#include "kernel/db/database.hpp"

#include <memory>
#include <string_view>

struct pg_result;

namespace db
{

struct PostgresResultCleaner {
    void operator()(pg_result* result) const;
};
using PostgresResult = std::unique_ptr<pg_result, PostgresResultCleaner>;

/// A whole result in memory, as text. Errors name the query.
std::unique_ptr<Rows> postgres_rows(PostgresResult result, std::string_view query);

} // namespace db
