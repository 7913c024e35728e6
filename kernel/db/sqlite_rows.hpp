#pragma once

#include "kernel/db/sqlite_connection.hpp"

#include <string>
#include <vector>

namespace db
{

/// A prepared statement being stepped; gives it back, reset, at the end. `columns` outlives it.
class SqliteRows final : public Rows
{
  public:
    SqliteRows(SqliteConnection& connection, sqlite3_stmt* handle,
               const std::vector<std::string>& columns, std::string_view query);
    ~SqliteRows() override;
    SqliteRows(const SqliteRows&) = delete;
    SqliteRows& operator=(const SqliteRows&) = delete;

    bool next() override;
    int columns() const override;
    std::string_view column_name(int column) const override;
    bool is_null(int column) const override;
    std::int64_t integer(int column) const override;
    bool boolean(int column) const override { return integer(column) != 0; }
    std::string_view text(int column) const override;

  private:
    [[noreturn]] void wrong_type(int column, const char* expected) const;

    SqliteConnection& connection_;
    sqlite3_stmt* handle_;
    const std::vector<std::string>& columns_;
    std::string name_;
    bool done_ = false;
};

} // namespace db
