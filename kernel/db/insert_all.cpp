#include "kernel/db/insert_all.hpp"

namespace db
{

InsertText::InsertText(std::string_view table, const std::vector<std::string_view>& columns)
{
    std::string sql = "INSERT INTO " + std::string{table} + " (workspace_id";
    for (const auto column : columns)
        sql.append(", ").append(column);
    sql += ") VALUES ";
    for (std::size_t row = 0; row < rows_of_insert_max; ++row) {
        sql += row == 0 ? "(:workspace" : ", (:workspace";
        for (const auto column : columns) {
            names_.at(row).push_back(std::string{column} + "_" + std::to_string(row));
            sql.append(", :").append(names_.at(row).back());
        }
        sql += ")";
        sql_.at(row) = sql;
    }
}

} // namespace db
