#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/ids.hpp"

#include <boost/describe/enum.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include <concepts>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace db
{

/// What a statement parameter holds. Booleans are their own kind: PostgreSQL refuses 1 for true.
using Value = std::variant<std::nullptr_t, bool, std::int64_t, std::string>;

/// One row of a result, readable until the cursor moves.
class Row
{
  public:
    virtual ~Row() = default;
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual bool boolean(int column) const = 0;
    virtual std::string_view text(int column) const = 0; ///< valid until the next step
};

/// How a C++ type is written to and read from a column: the one customisation point.
///   static Value write(const T&);   static T read(const Row&, int column);
template <class T>
struct Codec;

template <std::integral T>
requires(!std::same_as<T, bool>) struct Codec<T> {
    static Value write(T value) { return static_cast<std::int64_t>(value); }
    static T read(const Row& row, int column) { return static_cast<T>(row.integer(column)); }
};
template <>
struct Codec<bool> {
    static Value write(bool value) { return value; }
    static bool read(const Row& row, int column) { return row.boolean(column); }
};
template <>
struct Codec<std::string> {
    static Value write(const std::string& value) { return value; }
    static std::string read(const Row& row, int column) { return std::string{row.text(column)}; }
};
template <>
struct Codec<std::string_view> {
    static Value write(std::string_view value) { return std::string{value}; }
};
template <class Tag>
struct Codec<base::Id<Tag>> {
    static Value write(base::Id<Tag> id) { return id.value; }
    static base::Id<Tag> read(const Row& row, int column) { return {row.integer(column)}; }
};
template <>
struct Codec<base::Instant> {
    static Value write(base::Instant at) { return at.micros; }
    static base::Instant read(const Row& row, int column) { return {row.integer(column)}; }
};
template <>
struct Codec<base::Date> {
    static Value write(base::Date date) { return date.text(); }
    static base::Date read(const Row& row, int column)
    {
        const auto date = base::Date::parse(row.text(column));
        if (!date) throw std::runtime_error("not a date in the database");
        return *date;
    }
};
template <class T>
struct Codec<std::optional<T>> {
    static Value write(const std::optional<T>& value)
    {
        return value ? Codec<T>::write(*value) : Value{nullptr};
    }
    static std::optional<T> read(const Row& row, int column)
    {
        if (row.is_null(column)) return {};
        return Codec<T>::read(row, column);
    }
};
/// A described enum (BOOST_DESCRIBE_ENUM) is stored by name in snake_case as written; a name the
/// program does not know throws.
template <class E>
requires boost::describe::has_describe_enumerators<E>::value struct Codec<E> {
    static Value write(E value)
    {
        std::string name;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
            if (d.value == value) name = d.name;
        });
        return name;
    }
    static E read(const Row& row, int column)
    {
        std::optional<E> found;
        boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
            if (row.text(column) == d.name) found = d.value;
        });
        if (!found)
            throw std::runtime_error("unknown enumerator in the database: " +
                                     std::string{row.text(column)});
        return *found;
    }
};
/// A newtype { using db_newtype = void; T value; } is stored as its value.
template <class T>
requires requires
{
    typename T::db_newtype;
}
struct Codec<T> {
    using Inner = decltype(T::value);
    static Value write(const T& wrapped) { return Codec<Inner>::write(wrapped.value); }
    static T read(const Row& row, int column) { return T{Codec<Inner>::read(row, column)}; }
};

/// A named parameter: {"today", today} binds `:today`.
struct Bind {
    std::string_view name;
    Value value;

    Bind(std::string_view name_, Value value_) : name(name_), value(std::move(value_)) {}
    Bind(std::string_view name_, const char* text) : name(name_), value(std::string{text}) {}
    template <class T>
    requires(!std::same_as<T, Value>) Bind(std::string_view name_, const T& typed)
        : name(name_), value(Codec<T>::write(typed))
    {
    }
};
using Binds = std::vector<Bind>;

/// A statement with its name, which appears in logs, metrics and errors. Parameters are `:name`.
/// Binds :workspace, or says `-- all workspaces: <reason>` (tools/check_sql.py).
struct Query {
    std::string_view name;
    std::string_view sql;
};

} // namespace db
