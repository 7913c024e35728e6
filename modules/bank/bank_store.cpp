#include "modules/bank/bank_store.hpp"

namespace bank
{
namespace
{

constexpr int statements_shown = 20;

constexpr db::Table<Statement> statement_table{"bank_statement"};
constexpr db::Table<LineShare> share_table{"bank_share"};

constexpr db::Query save_statement{"bank.save_counts", R"sql(
    UPDATE bank_statement SET added = :added, repeated = :repeated, outgoing = :outgoing
     WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query list_statements{"bank.statements", R"sql(
    SELECT id, name, format, account, added, repeated, outgoing, unread, imported_at, imported_by
      FROM bank_statement WHERE workspace_id = :workspace ORDER BY id DESC LIMIT :limit
)sql"};

constexpr db::Query find_statement{"bank.statement", R"sql(
    SELECT id, name, format, account, added, repeated, outgoing, unread, imported_at, imported_by
      FROM bank_statement WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query insert_line{"bank.insert_line", R"sql(
    INSERT INTO bank_line (workspace_id, id, statement_id, booked_on, amount, label, counterpart,
                           reference, fingerprint, state)
    VALUES (:workspace, :id, :statement, :booked_on, :amount, :label, :counterpart, :reference,
            :fingerprint, 'waiting')
    ON CONFLICT (workspace_id, fingerprint) DO NOTHING
)sql"};

constexpr db::Query find_line{"bank.line", R"sql(
    SELECT id, statement_id, booked_on, amount, label, counterpart, reference, fingerprint, state,
           settled_at
      FROM bank_line WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query waiting_lines{"bank.waiting", R"sql(
    SELECT id, statement_id, booked_on, amount, label, counterpart, reference, fingerprint, state,
           settled_at
      FROM bank_line WHERE workspace_id = :workspace AND state = 'waiting'
     ORDER BY booked_on, id LIMIT :limit
)sql"};

constexpr db::Query done_lines{"bank.done", R"sql(
    SELECT id, statement_id, booked_on, amount, label, counterpart, reference, fingerprint, state,
           settled_at
      FROM bank_line WHERE workspace_id = :workspace AND state IN ('settled', 'ignored')
     ORDER BY booked_on DESC, id DESC LIMIT :limit
)sql"};

constexpr db::Query count_lines{"bank.count_waiting", R"sql(
    SELECT count(*) FROM bank_line WHERE workspace_id = :workspace AND state = 'waiting'
)sql"};

constexpr db::Query move_line{"bank.move", R"sql(
    UPDATE bank_line SET state = :to, settled_at = :at
     WHERE workspace_id = :workspace AND id = :id AND state = :from
)sql"};

constexpr db::Query line_shares{"bank.shares", R"sql(
    SELECT line_id, invoice_id, amount, payment_id, reversal_id
      FROM bank_share
     WHERE workspace_id = :workspace AND line_id = :line AND reversal_id IS NULL
     ORDER BY payment_id
)sql"};

constexpr db::Query reverse_share{"bank.take_back", R"sql(
    UPDATE bank_share SET reversal_id = :reversal
     WHERE workspace_id = :workspace AND payment_id = :payment AND reversal_id IS NULL
)sql"};

constexpr db::Query owed_invoices{"bank.owed", R"sql(
    SELECT id, client_id, number, title, client_name, due_on, amount_left AS left_due
      FROM invoices_published_owed
     WHERE workspace_id = :workspace AND amount_left > 0 ORDER BY id LIMIT :limit
)sql"};

constexpr db::Query client_lines{"bank.lines_of_client", R"sql(
    SELECT DISTINCT s.line_id
      FROM bank_share s
      JOIN invoices_published_owed i ON i.workspace_id = s.workspace_id AND i.id = s.invoice_id
     WHERE s.workspace_id = :workspace AND i.client_name = :name
     ORDER BY s.line_id
)sql"};

constexpr db::Query forget_line{"bank.forget", R"sql(
    UPDATE bank_line SET label = :name, counterpart = '', reference = ''
     WHERE workspace_id = :workspace AND id = :id
)sql"};

} // namespace

void BankStore::insert(const Statement& statement)
{
    tx_.insert(statement_table, statement);
}

void BankStore::save_counts(const Statement& statement)
{
    tx_.execute(save_statement, {{"id", statement.id},
                                 {"added", statement.added},
                                 {"repeated", statement.repeated},
                                 {"outgoing", statement.outgoing}});
}

std::vector<Statement> BankStore::statements()
{
    return tx_.rows<Statement>(list_statements, {{"limit", statements_shown}});
}

std::optional<Statement> BankStore::statement(StatementId id)
{
    return tx_.find<Statement>(find_statement, {{"id", id}});
}

bool BankStore::insert(const Line& line)
{
    return tx_.execute(insert_line, {{"id", line.id},
                                     {"statement", line.statement_id},
                                     {"booked_on", line.booked_on},
                                     {"amount", line.amount},
                                     {"label", line.label},
                                     {"counterpart", line.counterpart},
                                     {"reference", line.reference},
                                     {"fingerprint", line.fingerprint}}) == 1;
}

std::optional<Line> BankStore::find(LineId id)
{
    return tx_.find<Line>(find_line, {{"id", id}});
}

std::vector<Line> BankStore::waiting()
{
    return tx_.rows<Line>(waiting_lines, {{"limit", lines_shown}});
}

std::vector<Line> BankStore::done()
{
    return tx_.rows<Line>(done_lines, {{"limit", lines_shown}});
}

std::int64_t BankStore::count_waiting()
{
    return tx_.value<std::int64_t>(count_lines).value_or(0);
}

bool BankStore::move(LineId id, LineState from, LineState to)
{
    const auto at = to == LineState::waiting ? std::nullopt : std::optional{base::now()};
    return tx_.execute(move_line, {{"id", id}, {"from", from}, {"to", to}, {"at", at}}) == 1;
}

void BankStore::insert(const LineShare& share)
{
    tx_.insert(share_table, share);
}

std::vector<LineShare> BankStore::shares(LineId line)
{
    return tx_.rows<LineShare>(line_shares, {{"line", line}});
}

void BankStore::take_back(const LineShare& share, invoices::PaymentId reversal)
{
    tx_.execute(reverse_share, {{"payment", share.payment_id}, {"reversal", reversal}});
}

std::vector<Owed> BankStore::owed()
{
    return tx_.rows<Owed>(owed_invoices, {{"limit", owed_max}});
}

std::vector<LineId> BankStore::lines_of_client(std::string_view name)
{
    return tx_.values<LineId>(client_lines, {{"name", name}});
}

void BankStore::forget(LineId id, const std::string& name)
{
    tx_.execute(forget_line, {{"id", id}, {"name", name}});
}

} // namespace bank
