#include "modules/accounting/sale_store.hpp"

#include "kernel/db/insert_all.hpp"
#include "kernel/forms/field_types.hpp"

namespace accounting
{
namespace
{

using tenancy::ClientId;
using tenancy::WorkspaceTransaction;
using RowIds = std::vector<std::int64_t>;

constexpr db::Table<Sale> sale_table{"accounting_sale"};
constexpr db::Table<DueTax> due_table{"accounting_due_tax"};
constexpr std::size_t party_digits = 5;
constexpr int taxes_of_sale_max = 60;

constexpr db::Query find_party{"accounting.party", R"sql(
    SELECT number FROM accounting_party WHERE workspace_id = :workspace AND client_id = :client
)sql"};

constexpr db::Query count_party{"accounting.count_party", R"sql(
    INSERT INTO accounting_counter (workspace_id, journal, year, last)
    VALUES (:workspace, 'client', 0, 1)
    ON CONFLICT (workspace_id, journal, year) DO UPDATE SET last = accounting_counter.last + 1
    RETURNING last
)sql"};

constexpr db::Query add_party{"accounting.add_party", R"sql(
    INSERT INTO accounting_party (workspace_id, client_id, number)
    VALUES (:workspace, :client, :number)
)sql"};

constexpr db::Query find_sale{"accounting.sale", R"sql(
    SELECT id, kind, number, day, due_on, quote_id, credits_id, nature, account, account_label,
           party, party_label, net, tax, due
      FROM accounting_sale WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query add_receipt{"accounting.add_receipt", R"sql(
    INSERT INTO accounting_receipt (workspace_id, id, sale_id, kind, day, means, reference, amount)
    VALUES (:workspace, :id, :sale, :kind, :day, :means, :reference, :amount)
    ON CONFLICT (workspace_id, id) DO NOTHING
)sql"};

constexpr db::Query sum_advance{"accounting.advance", R"sql(
    SELECT CAST(COALESCE(sum(CASE WHEN s.kind = 'deposit' THEN s.net ELSE -s.net END), 0) AS BIGINT)
      FROM accounting_sale s
      LEFT JOIN accounting_sale d ON d.workspace_id = s.workspace_id AND d.id = s.credits_id
     WHERE s.workspace_id = :workspace AND s.quote_id = :quote AND s.quote_id <> 0
       AND (s.kind = 'deposit' OR d.kind = 'deposit')
)sql"};

constexpr db::Query standing_balances{"accounting.standing_balance", R"sql(
    SELECT count(*) FROM accounting_sale b
     WHERE b.workspace_id = :workspace AND b.quote_id = :quote AND b.quote_id <> 0
       AND b.kind = 'balance'
       AND (b.due = 0
            OR b.due > (SELECT COALESCE(sum(c.due), 0) FROM accounting_sale c
                         WHERE c.workspace_id = b.workspace_id AND c.credits_id = b.id
                           AND c.credits_id <> 0))
)sql"};

constexpr db::Query list_due{"accounting.due_taxes", R"sql(
    SELECT sale_id, tax, rate, account, account_label, owed, collected FROM accounting_due_tax
     WHERE workspace_id = :workspace AND sale_id = :sale ORDER BY tax, rate LIMIT :limit
)sql"};

constexpr db::Query save_due{"accounting.save_due_tax", R"sql(
    UPDATE accounting_due_tax SET owed = :owed, collected = :collected
     WHERE workspace_id = :workspace AND sale_id = :sale AND tax = :tax AND rate = :rate
)sql"};

constexpr db::Query move_party{"accounting.move_party", R"sql(
    UPDATE accounting_party SET client_id = :into
     WHERE workspace_id = :workspace AND client_id = :from
       AND NOT EXISTS (SELECT 1 FROM accounting_party p
                        WHERE p.workspace_id = accounting_party.workspace_id
                          AND p.client_id = :into)
    RETURNING number
)sql"};

constexpr db::Query return_party{"accounting.return_party", R"sql(
    UPDATE accounting_party SET client_id = :from
     WHERE workspace_id = :workspace AND client_id = :into
)sql"};

std::string party_number(std::int64_t number)
{
    auto digits = std::to_string(number);
    if (digits.size() < party_digits) digits.insert(0, party_digits - digits.size(), '0');
    return "C" + digits;
}

RowIds move_parties(WorkspaceTransaction& tx, ClientId from, ClientId into)
{
    return tx.values<std::int64_t>(move_party, {{"from", from}, {"into", into}});
}

void return_parties(WorkspaceTransaction& tx, const RowIds& rows, ClientId from, ClientId into)
{
    if (!rows.empty()) tx.execute(return_party, {{"from", from}, {"into", into}});
}

} // namespace

std::string SaleStore::party_of(ClientId client)
{
    const auto known = tx_.values<std::int64_t>(find_party, {{"client", client}});
    if (!known.empty()) return party_number(known.front());
    const auto number = tx_.values<std::int64_t>(count_party, {}).front();
    tx_.execute(add_party, {{"client", client}, {"number", number}});
    return party_number(number);
}

void SaleStore::insert(const Sale& sale)
{
    tx_.insert(sale_table, sale);
}

std::optional<Sale> SaleStore::find(invoices::InvoiceId id)
{
    return tx_.find<Sale>(find_sale, {{"id", id}});
}

bool SaleStore::insert_once(const Receipt& receipt)
{
    return tx_.execute(add_receipt, {{"id", receipt.id},
                                     {"sale", receipt.sale_id},
                                     {"kind", receipt.kind},
                                     {"day", receipt.day},
                                     {"means", receipt.means},
                                     {"reference", receipt.reference},
                                     {"amount", receipt.amount}}) == 1;
}

base::Cents SaleStore::advance(std::int64_t quote_id)
{
    return {tx_.values<std::int64_t>(sum_advance, {{"quote", quote_id}}).front()};
}

bool SaleStore::has_standing_balance(std::int64_t quote_id)
{
    return tx_.values<std::int64_t>(standing_balances, {{"quote", quote_id}}).front() > 0;
}

std::vector<DueTax> SaleStore::due_taxes(invoices::InvoiceId sale)
{
    return tx_.rows<DueTax>(list_due, {{"sale", sale}, {"limit", taxes_of_sale_max}});
}

void SaleStore::insert_due(const std::vector<DueTax>& taxes)
{
    db::insert_all(tx_, due_table, taxes);
}

void SaleStore::update_due(const std::vector<DueTax>& taxes)
{
    for (const auto& tax : taxes)
        tx_.execute(save_due, {{"sale", tax.sale_id},
                               {"tax", tax.tax},
                               {"rate", tax.rate},
                               {"owed", tax.owed},
                               {"collected", tax.collected}});
}

crm::ClientRows party_rows()
{
    return {"accounting_party", move_parties, return_parties};
}

} // namespace accounting
