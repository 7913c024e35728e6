#pragma once

#include "kernel/db/value.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace db
{

/// What the text of a statement says about its parameters. Quotes, comments and `::` casts are
/// skipped, so a colon inside them names nothing.
struct Statement {
    std::string sql;                ///< as written, for SQLite
    std::string numbered;           ///< `:name` replaced by `$n`, for PostgreSQL
    std::vector<std::string> names; ///< `names[n - 1]` is `$n`; each name once
    bool binds_workspace = false;   ///< has `:workspace`
    bool all_workspaces = false;    ///< says `-- all workspaces: <reason>`
    bool is_data = false;           ///< SELECT, INSERT, UPDATE, DELETE or WITH
};

Statement parse_statement(std::string_view sql);

/// The same, parsed once per text and kept. Thread-safe.
std::shared_ptr<const Statement> statement_of(std::string_view sql);

/// Throws std::logic_error unless it is a SELECT, INSERT, UPDATE, DELETE or WITH: a closure neither
/// ends its transaction nor changes the schema, and COPY and TRUNCATE go round row-level security.
void require_data_statement(const Statement& statement, const Query& query);

/// The value of each parameter in the order of `statement.names`. Throws std::logic_error naming
/// the query when a parameter has no bind, a bind no parameter, or a text holds a NUL byte
/// (PostgreSQL cannot store one).
std::vector<const Value*> arrange_binds(const Statement& statement, const Query& query,
                                        const Binds& binds);

} // namespace db
