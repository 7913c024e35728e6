#pragma once

#include "kernel/db/transaction.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace db
{

/// Rows that one INSERT writes at most: a document of 200 lines is 25 trips to the database.
inline constexpr std::size_t rows_of_insert_max = 8;

/// The statements that write some rows of a table at once; made once for a table.
class InsertText
{
  public:
    /// `columns` without that of the workspace, which the transaction binds.
    InsertText(std::string_view table, const std::vector<std::string_view>& columns);

    /// Of that many rows, 1 to rows_of_insert_max.
    const std::string& sql(std::size_t rows) const { return sql_.at(rows - 1); }
    /// The parameters of row number `row` (the first is 0), one for each column.
    const std::vector<std::string>& names(std::size_t row) const { return names_.at(row); }

  private:
    std::array<std::vector<std::string>, rows_of_insert_max> names_;
    std::array<std::string, rows_of_insert_max> sql_;
};

/// Inserts them in the order given, rows_of_insert_max to a statement. One struct stands for one
/// table, as in Transaction::insert.
template <class T>
void insert_all(Transaction& tx, const Table<T>& table, const std::vector<T>& rows)
{
    static const InsertText text = [&] {
        std::vector<std::string_view> columns;
        boost::mp11::mp_for_each<Members<T>>(
            [&](auto member) { columns.emplace_back(member.name); });
        return InsertText{table.name, columns};
    }();
    for (std::size_t first = 0; first < rows.size(); first += rows_of_insert_max) {
        const auto count = std::min(rows_of_insert_max, rows.size() - first);
        Binds binds;
        for (std::size_t row = 0; row < count; ++row) {
            auto name = text.names(row).begin();
            boost::mp11::mp_for_each<Members<T>>([&](auto member) {
                binds.emplace_back(*name++, rows[first + row].*member.pointer);
            });
        }
        tx.execute({table.name, text.sql(count)}, std::move(binds));
    }
}

} // namespace db
