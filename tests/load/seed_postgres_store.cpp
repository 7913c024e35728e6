#include "kernel/db/postgres_connection.hpp"
#include "tests/load/seed_store.hpp"

#include <map>
#include <stdexcept>

namespace load
{
namespace
{

constexpr std::int64_t rows_of_a_statement = 50'000;

constexpr db::Query columns_of{"load.postgres_columns", R"sql(
    -- all workspaces: the engine's catalogue
    SELECT column_name::text FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = :table ORDER BY ordinal_position
)sql"};
constexpr db::Query count_tickets{"load.postgres_tickets", R"sql(
    SELECT count(*) FROM tickets_ticket
     WHERE workspace_id = (SELECT id FROM workspace WHERE slug = :slug)
)sql"};

std::int64_t tickets_in(db::PostgresConnection& connection, const std::string& slug)
{
    const auto rows = connection.open(count_tickets, {{"slug", slug}});
    return rows->next() ? rows->integer(0) : 0;
}

} // namespace

void grow_postgres_tickets(const std::string& url, const std::string& slug, std::int64_t total)
{
    db::PostgresConnection connection{db::postgres_parameters(url)};
    const auto there = tickets_in(connection, slug);
    if (there == 0) throw std::runtime_error{"no ticket to copy"};
    std::map<std::string, std::string> replaced{{"id", "n.i"},
                                                {"number", "'T-2001-' || lpad(n.i::text, 7, '0')"}};
    for (const std::string moment : {"opened_at", "first_reply_at", "resolved_at",
                                     "last_activity_at", "last_public_at", "state_since"})
        replaced.emplace(moment, "o." + moment + " - n.i * 60000000");
    std::string columns;
    std::string values;
    for (const auto rows = connection.open(columns_of, {{"table", "tickets_ticket"}});
         rows->next();) {
        const std::string column{rows->text(0)};
        const auto other = replaced.find(column);
        const auto* comma = columns.empty() ? "" : ", ";
        columns += comma + column;
        values += comma + (other == replaced.end() ? "o." + column : other->second);
    }
    connection.script("CREATE TEMP TABLE original AS SELECT row_number() OVER (ORDER BY id) - 1 AS "
                      "place, * FROM tickets_ticket WHERE workspace_id = "
                      "(SELECT id FROM workspace WHERE slug = '" +
                      slug + "')");
    for (auto first = there; first < total; first += rows_of_a_statement) {
        const auto last = std::min(first + rows_of_a_statement, total) - 1;
        connection.script("INSERT INTO tickets_ticket (" + columns + ") SELECT " + values +
                          " FROM generate_series(" + std::to_string(first) + "::bigint, " +
                          std::to_string(last) + ") n (i) JOIN original o ON o.place = n.i % " +
                          std::to_string(there));
    }
    connection.script("VACUUM ANALYZE");
}

} // namespace load
