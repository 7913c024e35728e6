#include "modules/crm/client_batch_store.hpp"

#include "modules/crm/client_import_store.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace crm
{
namespace
{

constexpr std::size_t batch_rows = 25;
constexpr std::size_t alike_rows_max = 100'000;

/// "name_0", "name_1"…: a bind keeps only a view of its name.
class BindNames
{
  public:
    explicit BindNames(const std::vector<std::string>& fields)
    {
        for (std::size_t row = 0; row < batch_rows; ++row)
            for (const auto& field : fields)
                names_.push_back(field + "_" + std::to_string(row));
    }
    const std::string& at(std::size_t place) const { return names_.at(place); }

  private:
    std::vector<std::string> names_;
};

template <class T>
std::vector<std::string> members_of()
{
    std::vector<std::string> names;
    boost::mp11::mp_for_each<db::Members<T>>([&](auto member) { names.emplace_back(member.name); });
    return names;
}

/// INSERT of batch_rows rows of a described struct.
template <class T>
struct Batch {
    explicit Batch(std::string_view table)
    {
        std::string columns = "workspace_id";
        for (const auto& member : members)
            columns += ", " + member;
        sql = "INSERT INTO " + std::string{table} + " (" + columns + ") VALUES ";
        for (std::size_t row = 0; row < batch_rows; ++row) {
            sql += row == 0 ? "(:workspace" : ", (:workspace";
            for (std::size_t at = 0; at < members.size(); ++at)
                sql += ", :" + names.at(row * members.size() + at);
            sql += ")";
        }
    }

    template <class Iterator>
    db::Binds binds_from(Iterator first) const
    {
        db::Binds binds;
        std::size_t place = 0;
        for (std::size_t row = 0; row < batch_rows; ++row, ++first)
            boost::mp11::mp_for_each<db::Members<T>>([&](auto member) {
                binds.emplace_back(names.at(place++), (*first).*member.pointer);
            });
        return binds;
    }

    std::vector<std::string> members = members_of<T>();
    BindNames names{members};
    std::string sql;
};

template <class T>
void insert_rows(tenancy::WorkspaceTransaction& tx, const db::Table<T>& table,
                 const std::vector<T>& rows)
{
    static const Batch<T> batch{table.name};
    auto at = rows.begin();
    for (; rows.end() - at >= static_cast<std::ptrdiff_t>(batch_rows); at += batch_rows)
        tx.execute({table.name, batch.sql}, batch.binds_from(at));
    for (; at != rows.end(); ++at)
        tx.insert(table, *at);
}

/// ":email_0, :email_1…"
std::string list_of(const std::string& field)
{
    std::string list;
    for (std::size_t row = 0; row < batch_rows; ++row)
        list += (row == 0 ? ":" : ", :") + field + "_" + std::to_string(row);
    return list;
}

std::string alike_sql()
{
    const std::string found = "SELECT id, name, email, phone, search_key, billing_postal_code "
                              "FROM crm_client WHERE workspace_id = :workspace "
                              "AND status <> 'archived' AND ";
    return found + "email <> '' AND email IN (" + list_of("email") + ") UNION " + found +
           "phone <> '' AND phone IN (" + list_of("phone") + ") UNION " + found +
           "search_key IN (" + list_of("key") + ") AND billing_postal_code IN (" +
           list_of("place") + ") ORDER BY id LIMIT ";
}

/// PostgreSQL keeps the plan of a text it has seen, even one made while the table was empty, and
/// would read the whole table for each lot of a long import.
/// Each doubling has a text of its own; they differ by a limit that is never reached.
const std::string& alike_sql_for(std::int64_t lines)
{
    constexpr std::size_t doublings = 24;
    static const auto texts = [] {
        std::vector<std::string> all;
        for (std::size_t n = 0; n < doublings; ++n)
            all.push_back(alike_sql() + std::to_string(alike_rows_max + n));
        return all;
    }();
    std::size_t doubled = 0;
    for (auto left = lines; left > 0 && doubled < doublings - 1; left /= 2)
        ++doubled;
    return texts[doubled];
}

} // namespace

void ClientBatchStore::insert(const std::vector<Client>& clients)
{
    static constexpr db::Table<Client> table{"crm_client"};
    insert_rows(tx_, table, clients);
}

void ClientBatchStore::insert(const std::vector<Guest>& guests)
{
    static constexpr db::Table<Guest> table{"crm_import_guest"};
    insert_rows(tx_, table, guests);
}

void ClientBatchStore::insert(ImportId import, const std::vector<LineProblem>& problems)
{
    static constexpr db::Table<ProblemRow> table{"crm_import_problem"};
    std::vector<ProblemRow> rows;
    for (const auto& problem : problems)
        rows.push_back(row_of(import, problem));
    insert_rows(tx_, table, rows);
}

std::vector<AlikeRow> ClientBatchStore::alike(const std::vector<const Client*>& clients,
                                              std::int64_t lines)
{
    const auto& sql = alike_sql_for(lines);
    static const BindNames names{{"email", "phone", "key", "place"}};
    std::map<std::int64_t, AlikeRow> found;
    for (std::size_t first = 0; first < clients.size(); first += batch_rows) {
        db::Binds binds;
        for (std::size_t row = 0; row < batch_rows; ++row) {
            const auto& client = *clients[std::min(first + row, clients.size() - 1)];
            binds.emplace_back(names.at(4 * row), client.email);
            binds.emplace_back(names.at(4 * row + 1), client.phone);
            binds.emplace_back(names.at(4 * row + 2), client.search_key);
            binds.emplace_back(names.at(4 * row + 3), client.billing_postal_code);
        }
        for (auto& row : tx_.rows<AlikeRow>({"crm.alike_clients", sql}, std::move(binds)))
            found.emplace(row.id.value, std::move(row));
    }
    std::vector<AlikeRow> rows;
    for (auto& [id, row] : found)
        rows.push_back(std::move(row));
    return rows;
}

} // namespace crm
