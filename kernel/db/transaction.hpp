#pragma once

#include "kernel/db/database.hpp"

#include <boost/describe/class.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace db
{

template <class T>
using Members = boost::describe::describe_members<T, boost::describe::mod_public |
                                                         boost::describe::mod_inherited>;

/// A table as the struct of one of its rows. `workspace_id` is not a member: it is added from the
/// transaction, except in platform tables.
template <class RowType>
struct Table {
    std::string_view name;
};
template <class RowType>
struct PlatformTable {
    std::string_view name;
};

/// What stores work with: named queries in, described structs out. `:workspace` is bound by itself.
/// Lives inside one Database::write or read; not thread-safe, never kept.
class Transaction
{
  public:
    Transaction(Connection& connection, const Scope& scope, IdMaker& ids)
        : connection_(connection), scope_(scope), ids_(ids)
    {
    }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    /// Columns are matched by name; a member without a column throws.
    template <class T>
    std::vector<T> rows(const Query& query, Binds binds = {})
    {
        std::vector<T> found;
        const auto cursor = open(query, std::move(binds));
        const auto columns = map_columns<T>(*cursor, query);
        while (cursor->next())
            found.push_back(read_row<T>(*cursor, columns));
        return found;
    }
    /// The first row, if any.
    template <class T>
    std::optional<T> find(const Query& query, Binds binds = {})
    {
        const auto cursor = open(query, std::move(binds));
        const auto columns = map_columns<T>(*cursor, query);
        if (!cursor->next()) return {};
        return read_row<T>(*cursor, columns);
    }
    /// The first column of the first row, if any.
    template <class T>
    std::optional<T> value(const Query& query, Binds binds = {})
    {
        const auto cursor = open(query, std::move(binds));
        if (!cursor->next()) return {};
        return Codec<T>::read(*cursor, 0);
    }
    /// The first column of every row.
    template <class T>
    std::vector<T> values(const Query& query, Binds binds = {})
    {
        std::vector<T> found;
        const auto cursor = open(query, std::move(binds));
        while (cursor->next())
            found.push_back(Codec<T>::read(*cursor, 0));
        return found;
    }
    /// Number of rows changed.
    std::int64_t execute(const Query& query, Binds binds = {})
    {
        add_workspace(query, binds);
        return connection_.execute(query, binds);
    }
    template <class T>
    void insert(const Table<T>& table, const T& row)
    {
        static const std::string sql = insert_sql<T>(table.name, "workspace_id");
        execute({table.name, sql}, binds_of(row));
    }
    template <class T>
    void insert(const PlatformTable<T>& table, const T& row)
    {
        static const std::string sql = insert_sql<T>(table.name, "");
        execute({table.name, sql}, binds_of(row));
    }

    template <class IdType>
    IdType make_id()
    {
        return ids_.make<IdType>();
    }
    /// Runs after a durable commit, on the thread that called write; not after a rollback.
    void after_commit(std::function<void()> deed) { after_commit_.push_back(std::move(deed)); }
    const std::vector<std::function<void()>>& deeds_after_commit() const { return after_commit_; }

    Engine engine() const { return connection_.engine(); }
    const Scope& scope() const { return scope_; }
    Connection& connection() { return connection_; }

  private:
    template <class T>
    using ColumnMap = std::array<int, boost::mp11::mp_size<Members<T>>::value>;

    std::unique_ptr<Rows> open(const Query& query, Binds binds)
    {
        add_workspace(query, binds);
        return connection_.open(query, binds);
    }
    void add_workspace(const Query& query, Binds& binds) const;
    [[noreturn]] static void missing_column(const Query& query, const char* member);

    template <class T>
    static ColumnMap<T> map_columns(const Rows& rows, const Query& query)
    {
        ColumnMap<T> map{};
        std::size_t at = 0;
        boost::mp11::mp_for_each<Members<T>>([&](auto member) {
            int found = -1;
            for (int column = 0; column < rows.columns() && found < 0; ++column)
                if (rows.column_name(column) == member.name) found = column;
            if (found < 0) missing_column(query, member.name);
            map[at++] = found;
        });
        return map;
    }
    template <class T>
    static T read_row(const Row& row, const ColumnMap<T>& columns)
    {
        T out{};
        std::size_t at = 0;
        boost::mp11::mp_for_each<Members<T>>([&](auto member) {
            using Member = std::remove_cvref_t<decltype(out.*member.pointer)>;
            out.*member.pointer = Codec<Member>::read(row, columns[at++]);
        });
        return out;
    }
    template <class T>
    static Binds binds_of(const T& row)
    {
        Binds binds;
        boost::mp11::mp_for_each<Members<T>>(
            [&](auto member) { binds.emplace_back(member.name, row.*member.pointer); });
        return binds;
    }
    template <class T>
    static std::string insert_sql(std::string_view table, std::string_view workspace_column)
    {
        std::string columns{workspace_column};
        std::string values{workspace_column.empty() ? "" : ":workspace"};
        boost::mp11::mp_for_each<Members<T>>([&](auto member) {
            if (!columns.empty()) columns += ", ", values += ", ";
            columns += member.name;
            values.append(":").append(member.name);
        });
        const std::string reason =
            workspace_column.empty() ? "-- all workspaces: a platform table\n" : "";
        return reason + "INSERT INTO " + std::string{table} + " (" + columns + ") VALUES (" +
               values + ")";
    }

    Connection& connection_;
    Scope scope_;
    IdMaker& ids_;
    std::vector<std::function<void()>> after_commit_;
};

} // namespace db
