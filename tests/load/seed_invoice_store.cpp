#include "kernel/base/clock.hpp"
#include "tests/load/on_database.hpp"
#include "tests/load/seed_store.hpp"

#include <stdexcept>

namespace load
{
namespace
{

constexpr std::int64_t lines_of_an_entry = 2; // what is copied has no more

constexpr db::Query count_simple{"load.simple_invoices", R"sql(
    SELECT count(*) FROM invoices_invoice i
     WHERE i.workspace_id = (SELECT id FROM workspace WHERE slug = :slug)
       AND i.kind = 'invoice' AND i.state = 'issued' AND i.quote_id IS NULL
)sql"};
constexpr db::Query numbers_taken{"load.numbers_taken", R"sql(
    SELECT count(*), count(DISTINCT number) FROM invoices_invoice i
     WHERE i.workspace_id = (SELECT id FROM workspace WHERE slug = :slug) AND i.number <> ''
)sql"};
constexpr db::Query papers_made{"load.papers_made", R"sql(
    SELECT count(*) FROM invoices_issue i
     WHERE i.workspace_id = (SELECT id FROM workspace WHERE slug = :slug) AND i.paper IS NOT NULL
)sql"};

constexpr db::Query leaving{"load.invoices_leaving", R"sql(
    -- all workspaces: one business sends
    SELECT (SELECT count(*) FROM sendings_item WHERE state = 'waiting')
           + (SELECT count(*) FROM invoices_issue WHERE paper IS NULL)
)sql"};

constexpr db::Query jobs_to_do{"load.jobs_to_do", R"sql(
    -- all workspaces: one queue serves them all
    SELECT count(*) FROM job WHERE (state = 'ready' AND run_at <= :now) OR state = 'running'
)sql"};

std::int64_t count(auto& connection, const db::Query& query, const std::string& slug)
{
    const auto rows = connection.open(query, {{"slug", slug}});
    return rows->next() ? rows->integer(0) : 0;
}

std::string workspace(const std::string& slug)
{
    return "(SELECT id FROM workspace WHERE slug = '" + slug + "')";
}

/// `n.i` runs from `first` to `last`; an id that small is no one's.
std::string numbers(std::int64_t first, std::int64_t last)
{
    return " WITH RECURSIVE n (i) AS (SELECT CAST(" + std::to_string(first) +
           " AS BIGINT) UNION ALL SELECT i + 1 FROM n WHERE i < " + std::to_string(last) + ") ";
}

/// Numbered from 0: invoices of no quote, as they were issued, to who may be written to.
void keep_originals(auto& connection, const std::string& slug)
{
    if (count(connection, count_simple, slug) == 0) throw std::runtime_error{"no invoice to copy"};
    connection.script("CREATE TEMP TABLE invoice_origin AS "
                      "SELECT row_number() OVER (ORDER BY id) - 1 AS place, o.* FROM "
                      "invoices_invoice o WHERE kind = 'invoice' AND state = 'issued' AND quote_id "
                      "IS NULL AND number NOT LIKE 'OLD-%' AND EXISTS (SELECT 1 FROM crm_client c "
                      "WHERE c.workspace_id = o.workspace_id AND c.id = o.client_id AND c.status = "
                      "'active' AND (c.email <> '' OR c.email_cipher IS NOT NULL)) AND "
                      "workspace_id = " +
                      workspace(slug));
}

constexpr auto columns_of_invoice =
    "INSERT INTO invoices_invoice (workspace_id, id, kind, client_id, title, search_key, state, "
    "number, note, nature, delivered_on, payment_days, prices, discount_kind, discount_size, "
    "gross, asked, quote_id, credits_id, reason, issued_on, due_on, issued_at, created_by, "
    "created_at, updated_at, version, standing, net)";
constexpr auto to_origin =
    " FROM n JOIN invoice_origin o ON o.place = n.i % (SELECT count(*) FROM invoice_origin)";

} // namespace

void grow_invoices(const Installation& installation, const std::string& slug, std::int64_t more)
{
    on_database(installation, [&](auto& connection) {
        keep_originals(connection, slug);
        connection.script(
            columns_of_invoice + numbers(1, more) +
            "SELECT o.workspace_id, n.i, o.kind, o.client_id, o.title, o.search_key, o.state, "
            "'OLD-' || n.i, o.note, o.nature, o.delivered_on, o.payment_days, o.prices, "
            "o.discount_kind, o.discount_size, o.gross, o.asked, NULL, NULL, o.reason, "
            "o.issued_on, o.due_on, o.issued_at, o.created_by, o.created_at, o.updated_at, 1, "
            "o.standing, o.net" +
            to_origin);
        connection.script("INSERT INTO invoices_balance (workspace_id, invoice_id, due, credited, "
                          "paid, refunded)" +
                          numbers(1, more) +
                          "SELECT o.workspace_id, n.i, b.due, b.credited, b.paid, b.refunded" +
                          to_origin +
                          " JOIN invoices_balance b ON b.workspace_id = o.workspace_id AND "
                          "b.invoice_id = o.id");
        connection.script("ANALYZE");
    });
}

void draft_invoices(const Installation& installation, const std::string& slug, std::int64_t first,
                    std::int64_t last)
{
    on_database(installation, [&](auto& connection) {
        keep_originals(connection, slug);
        connection.script(
            columns_of_invoice + numbers(first, last) +
            "SELECT o.workspace_id, n.i, o.kind, o.client_id, o.title, o.search_key, 'draft', '', "
            "o.note, o.nature, o.delivered_on, o.payment_days, o.prices, o.discount_kind, "
            "o.discount_size, o.gross, o.asked, NULL, NULL, o.reason, NULL, NULL, NULL, "
            "o.created_by, o.created_at, o.updated_at, 1, 'draft', o.net" +
            to_origin);
        connection.script(
            "INSERT INTO invoices_line (workspace_id, invoice_id, position, kind, name, details, "
            "quantity, unit, unit_price, discount, tax, is_ticked)" +
            numbers(first, last) +
            "SELECT l.workspace_id, n.i, l.position, l.kind, l.name, l.details, l.quantity, "
            "l.unit, l.unit_price, l.discount, l.tax, l.is_ticked" +
            to_origin +
            " JOIN invoices_line l ON l.workspace_id = o.workspace_id AND l.invoice_id = o.id");
    });
}

InvoicesSize size_of_invoices(const Installation& installation, const std::string& slug)
{
    return on_database(installation, [&](auto& connection) {
        InvoicesSize size;
        {
            const auto rows = connection.open(numbers_taken, {{"slug", slug}});
            if (!rows->next()) return size;
            size.numbers = rows->integer(0);
            size.different = rows->integer(1);
        }
        size.papers = count(connection, papers_made, slug);
        return size;
    });
}

std::int64_t jobs_due(const Installation& installation)
{
    return on_database(installation, [](auto& connection) {
        const auto rows = connection.open(jobs_to_do, {{"now", base::real_now()}});
        return rows->next() ? rows->integer(0) : std::int64_t{0};
    });
}

std::int64_t invoices_leaving(const Installation& installation)
{
    return on_database(installation, [](auto& connection) {
        const auto rows = connection.open(leaving, {});
        return rows->next() ? rows->integer(0) : std::int64_t{0};
    });
}

void grow_entries(const Installation& installation, const std::string& slug, std::int64_t lines)
{
    const auto last = lines / lines_of_an_entry;
    on_database(installation, [&](auto& connection) {
        connection.script(
            "CREATE TEMP TABLE entry_origin AS SELECT row_number() OVER (ORDER BY id) - 1 AS "
            "place, e.* FROM accounting_entry e WHERE journal = 'bank' AND year = (SELECT "
            "max(year) FROM accounting_entry) AND (SELECT count(*) FROM accounting_line l WHERE "
            "l.workspace_id = e.workspace_id AND l.entry_id = e.id) = 2 AND workspace_id = " +
            workspace(slug));
        const std::string from =
            " FROM n JOIN entry_origin o ON o.place = n.i % (SELECT count(*) FROM entry_origin)";
        connection.script("INSERT INTO accounting_entry (workspace_id, id, journal, year, number, "
                          "day, piece, piece_day, label, validated_on)" +
                          numbers(1, last) +
                          "SELECT o.workspace_id, n.i, o.journal, o.year, 1000000 + n.i, o.day, "
                          "o.piece, o.piece_day, o.label, o.validated_on" +
                          from);
        connection.script("INSERT INTO accounting_line (workspace_id, entry_id, position, account, "
                          "account_label, party, party_label, debit, credit)" +
                          numbers(1, last) +
                          "SELECT l.workspace_id, n.i, l.position, l.account, l.account_label, "
                          "l.party, l.party_label, l.debit, l.credit" +
                          from +
                          " JOIN accounting_line l ON l.workspace_id = o.workspace_id AND "
                          "l.entry_id = o.id");
        connection.script("ANALYZE");
    });
}

} // namespace load
