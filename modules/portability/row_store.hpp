#pragma once

#include "kernel/db/workspace_rows.hpp"

#include <boost/json/object.hpp>

#include <optional>
#include <string>
#include <string_view>

namespace portability
{

/// One JSON object and a line feed, columns in the order of the layout. An integer that JavaScript
/// would round (beyond 2^53) is a text of digits.
std::string json_line(const db::TableLayout& table, const db::Cells& row);
/// Throws std::runtime_error naming the column that is missing, of another type, or unknown. A
/// missing column that may be empty is empty.
db::Cells read_json_line(const db::TableLayout& table, std::string_view line);

/// Replaces the values that must not leave (places.hpp).
void withhold(const db::TableLayout& table, db::Cells& row);

/// For spreadsheets: titles, then rows; no value is an empty cell.
std::string csv_titles(const db::TableLayout& table);
std::string csv_row(const db::Cells& row);

boost::json::object describe(const db::TableLayout& table);

/// Described structs as rows, so that what is in platform tables is written like the rest.
template <class T>
struct ColumnOf {
    static db::Column of(std::string name)
    {
        const auto value = db::Codec<T>::write(T{});
        const auto type = std::holds_alternative<std::int64_t>(value) ? db::ColumnType::Integer
                          : std::holds_alternative<bool>(value)       ? db::ColumnType::Boolean
                                                                      : db::ColumnType::Text;
        return {std::move(name), type, false};
    }
};
template <class T>
struct ColumnOf<std::optional<T>> {
    static db::Column of(std::string name)
    {
        auto column = ColumnOf<T>::of(std::move(name));
        column.is_nullable = true;
        return column;
    }
};

template <class T>
db::TableLayout layout_of_struct(std::string name)
{
    db::TableLayout layout{.name = std::move(name), .columns = {}, .key = {}};
    boost::mp11::mp_for_each<db::Members<T>>([&](auto member) {
        using Member = std::remove_cvref_t<decltype(std::declval<T>().*member.pointer)>;
        layout.columns.push_back(ColumnOf<Member>::of(member.name));
    });
    return layout;
}

template <class T>
db::Cells cells_of(const T& row)
{
    db::Cells cells;
    boost::mp11::mp_for_each<db::Members<T>>([&](auto member) {
        using Member = std::remove_cvref_t<decltype(row.*member.pointer)>;
        cells.push_back(db::Codec<Member>::write(row.*member.pointer));
    });
    return cells;
}

/// Cells as a row of a result.
class CellsRow final : public db::Row
{
  public:
    explicit CellsRow(const db::Cells& cells) : cells_(cells) {}
    bool is_null(int column) const override
    {
        return std::holds_alternative<std::nullptr_t>(at(column));
    }
    std::int64_t integer(int column) const override { return std::get<std::int64_t>(at(column)); }
    bool boolean(int column) const override { return std::get<bool>(at(column)); }
    std::string_view text(int column) const override { return std::get<std::string>(at(column)); }

  private:
    const db::Value& at(int column) const { return cells_[static_cast<std::size_t>(column)]; }
    const db::Cells& cells_;
};

template <class T>
T struct_of(const db::Cells& cells)
{
    T out{};
    const CellsRow row{cells};
    int at = 0;
    boost::mp11::mp_for_each<db::Members<T>>([&](auto member) {
        using Member = std::remove_cvref_t<decltype(out.*member.pointer)>;
        out.*member.pointer = db::Codec<Member>::read(row, at++);
    });
    return out;
}

} // namespace portability
