#include "kernel/db/postgres_rows.hpp"

#include <libpq-fe.h>

#include <charconv>
#include <string>
#include <utility>

namespace db
{

namespace
{

class PostgresRows final : public Rows
{
  public:
    PostgresRows(PostgresResult result, std::string_view query)
        : result_(std::move(result)), name_(query)
    {
    }

    bool next() override { return ++row_ < PQntuples(result_.get()); }
    int columns() const override { return PQnfields(result_.get()); }
    std::string_view column_name(int column) const override
    {
        return PQfname(result_.get(), column);
    }
    bool is_null(int column) const override
    {
        return PQgetisnull(result_.get(), row_, column) != 0;
    }
    std::int64_t integer(int column) const override;
    bool boolean(int column) const override;
    std::string_view text(int column) const override;

  private:
    [[noreturn]] void wrong_type(int column, const char* expected) const;

    PostgresResult result_;
    std::string name_;
    int row_ = -1;
};

std::int64_t PostgresRows::integer(int column) const
{
    const auto digits = text(column);
    const auto* end = digits.data() + digits.size();
    std::int64_t value = 0;
    const auto [stop, error] = std::from_chars(digits.data(), end, value);
    if (error != std::errc{} || stop != end) wrong_type(column, "an integer");
    return value;
}

bool PostgresRows::boolean(int column) const
{
    const auto value = text(column);
    if (value != "t" && value != "f") wrong_type(column, "a boolean");
    return value == "t";
}

std::string_view PostgresRows::text(int column) const
{
    if (is_null(column)) wrong_type(column, "there: it is NULL");
    return {PQgetvalue(result_.get(), row_, column),
            static_cast<std::size_t>(PQgetlength(result_.get(), row_, column))};
}

void PostgresRows::wrong_type(int column, const char* expected) const
{
    throw std::runtime_error("query " + name_ + ": column " + std::string{column_name(column)} +
                             " is not " + expected);
}

} // namespace

void PostgresResultCleaner::operator()(pg_result* result) const
{
    PQclear(result);
}

std::unique_ptr<Rows> postgres_rows(PostgresResult result, std::string_view query)
{
    return std::make_unique<PostgresRows>(std::move(result), query);
}

} // namespace db
