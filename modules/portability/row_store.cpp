#include "modules/portability/row_store.hpp"

#include "kernel/base/csv.hpp"
#include "kernel/base/text.hpp"
#include "modules/portability/places.hpp"

#include <boost/json/array.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <charconv>
#include <stdexcept>

namespace portability
{
namespace
{

namespace json = boost::json;

/// What a number of JavaScript holds exactly.
constexpr std::int64_t exact_max = (std::int64_t{1} << 53) - 1;

json::value value_of(const db::Value& cell)
{
    if (std::holds_alternative<std::nullptr_t>(cell)) return nullptr;
    if (const auto* truth = std::get_if<bool>(&cell)) return *truth;
    if (const auto* text = std::get_if<std::string>(&cell)) return json::string{*text};
    const auto number = std::get<std::int64_t>(cell);
    if (number > exact_max || number < -exact_max) return json::string{std::to_string(number)};
    return number;
}

std::int64_t integer_of(const json::value& value)
{
    if (value.is_int64()) return value.as_int64();
    const std::string_view digits{value.as_string()};
    std::int64_t number = 0;
    const auto* end = digits.data() + digits.size();
    const auto [stop, error] = std::from_chars(digits.data(), end, number);
    if (error != std::errc{} || stop != end) throw std::runtime_error("not an integer");
    return number;
}

db::Value cell_of(const json::value& value, const db::Column& column)
{
    if (value.is_null()) {
        if (!column.is_nullable) throw std::runtime_error("no value");
        return nullptr;
    }
    if (column.type == db::ColumnType::Integer) return integer_of(value);
    if (column.type == db::ColumnType::Boolean) return value.as_bool();
    return std::string{value.as_string()};
}

std::string plain(const db::Value& cell)
{
    if (const auto* text = std::get_if<std::string>(&cell)) return *text;
    if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
    if (const auto* truth = std::get_if<bool>(&cell)) return *truth ? "true" : "false";
    return {};
}

std::string_view type_name(db::ColumnType type)
{
    if (type == db::ColumnType::Integer) return "integer";
    return type == db::ColumnType::Boolean ? "boolean" : "text";
}

std::size_t position_of(const db::TableLayout& table, std::string_view column)
{
    for (std::size_t at = 0; at < table.columns.size(); ++at)
        if (table.columns[at].name == column) return at;
    throw std::logic_error("no column " + std::string{column} + " in " + table.name);
}

} // namespace

void withhold(const db::TableLayout& table, db::Cells& row)
{
    for (const auto& value : withheld()) {
        if (value.table != table.name) continue;
        if (!value.only_when.empty() && !std::get<bool>(row[position_of(table, value.only_when)]))
            continue;
        row[position_of(table, value.column)] =
            value.instead == "NULL" ? db::Value{nullptr} : db::Value{std::string{value.instead}};
    }
}

std::string json_line(const db::TableLayout& table, const db::Cells& row)
{
    json::object object;
    for (std::size_t at = 0; at < table.columns.size(); ++at)
        object[table.columns[at].name] = value_of(row[at]);
    return json::serialize(object) + "\n";
}

db::Cells read_json_line(const db::TableLayout& table, std::string_view line)
{
    const auto parsed = json::parse(json::string_view{line.data(), line.size()});
    const auto& object = parsed.as_object();
    db::Cells row;
    std::size_t known = 0;
    for (const auto& column : table.columns) {
        try {
            const auto* value = object.if_contains(column.name);
            known += value == nullptr ? 0 : 1;
            row.push_back(cell_of(value == nullptr ? json::value{} : *value, column));
        } catch (const std::exception& cause) {
            throw std::runtime_error("column " + column.name + ": " + cause.what());
        }
    }
    if (known != object.size()) throw std::runtime_error("unknown column");
    return row;
}

std::string csv_titles(const db::TableLayout& table)
{
    std::vector<std::string> titles;
    for (const auto& column : table.columns)
        titles.push_back(column.name);
    return std::string{base::csv_mark} + base::csv_line(titles);
}

std::string csv_row(const db::Cells& row)
{
    std::vector<std::string> cells;
    for (const auto& cell : row)
        cells.push_back(plain(cell));
    return base::csv_line(cells);
}

json::object describe(const db::TableLayout& table)
{
    json::array columns;
    for (const auto& column : table.columns)
        columns.push_back(json::object{{"name", column.name},
                                       {"type", type_name(column.type)},
                                       {"may_be_empty", column.is_nullable}});
    json::array key;
    for (const auto at : table.key)
        key.emplace_back(table.columns[at].name);
    return {{"name", table.name}, {"columns", std::move(columns)}, {"key", std::move(key)}};
}

} // namespace portability
