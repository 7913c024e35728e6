#include "kernel/db/sqlite_rows.hpp"

#include <sqlite3.h>

namespace db
{

SqliteRows::SqliteRows(SqliteConnection& connection, sqlite3_stmt* handle,
                       const std::vector<std::string>& columns, std::string_view query)
    : connection_(connection), handle_(handle), columns_(columns), name_(query)
{
    connection_.reading_ = true;
}

SqliteRows::~SqliteRows()
{
    sqlite3_reset(handle_);
    sqlite3_clear_bindings(handle_);
    connection_.reading_ = false;
}

bool SqliteRows::next()
{
    if (done_) return false;
    const int code = sqlite3_step(handle_);
    if (code == SQLITE_ROW) return true;
    done_ = true;
    if (code != SQLITE_DONE) connection_.fail_statement(name_, code);
    return false;
}

int SqliteRows::columns() const
{
    return static_cast<int>(columns_.size());
}

std::string_view SqliteRows::column_name(int column) const
{
    return columns_.at(static_cast<std::size_t>(column));
}

bool SqliteRows::is_null(int column) const
{
    return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

std::int64_t SqliteRows::integer(int column) const
{
    if (sqlite3_column_type(handle_, column) != SQLITE_INTEGER) wrong_type(column, "an integer");
    return sqlite3_column_int64(handle_, column);
}

std::string_view SqliteRows::text(int column) const
{
    if (is_null(column)) wrong_type(column, "there: it is NULL");
    const auto* bytes = sqlite3_column_text(handle_, column);
    return {reinterpret_cast<const char*>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(handle_, column))};
}

void SqliteRows::wrong_type(int column, const char* expected) const
{
    throw std::runtime_error("query " + name_ + ": column " + std::string{column_name(column)} +
                             " is not " + expected);
}

} // namespace db
