#include "modules/bank/import_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/topics.hpp"
#include "modules/bank/bank_store.hpp"
#include "modules/bank/layout_store.hpp"
#include "modules/sale_documents/sale_documents.hpp"

#include <map>

namespace bank
{
namespace
{

using namespace std::chrono_literals;
using tenancy::WorkspaceTransaction;

constexpr std::size_t name_max = 200; ///< code points
constexpr auto draft_life = 24h;

/// Folded, so that another encoding of the same words is the same line.
std::string words_of(const StatementLine& line)
{
    return base::join({line.account, line.booked_on.text(), std::to_string(line.amount.value),
                       base::fold(line.label), base::fold(line.counterpart),
                       base::fold(line.reference)},
                      "\n");
}

/// Two transfers alike in one statement are two; the same two in the next one are the same two.
std::string fingerprint_of(const std::string& words, int how_many_eth)
{
    return base::base64url(base::sha256(words + "\n" + std::to_string(how_many_eth)));
}

Line line_of(WorkspaceTransaction& tx, const Statement& statement, const StatementLine& said,
             const std::string& fingerprint)
{
    return {.id = tx.make_id<LineId>(),
            .statement_id = statement.id,
            .booked_on = said.booked_on,
            .amount = said.amount,
            .label = said.label,
            .counterpart = said.counterpart,
            .reference = said.reference,
            .fingerprint = fingerprint,
            .state = LineState::waiting,
            .settled_at = {}};
}

void take_lines(WorkspaceTransaction& tx, Statement& statement, const StatementRead& read)
{
    BankStore store{tx};
    std::map<std::string, int> seen;
    for (const auto& said : read.lines) {
        if (said.amount.value <= 0) {
            ++statement.outgoing;
            continue;
        }
        const auto words = words_of(said);
        const auto line = line_of(tx, statement, said, fingerprint_of(words, ++seen[words]));
        ++(store.insert(line) ? statement.added : statement.repeated);
    }
}

StatementRead read_table(const tenancy::Context& context, std::string_view bytes,
                         base::Currency currency)
{
    constexpr auto csv = StatementFormat::csv;
    if (bytes.size() > statement_bytes_max) return refused(csv, StatementFault::too_large);
    const auto look = look_at_csv(bytes);
    if (!look) return refused(csv, StatementFault::not_understood);
    if (are_enough(look->columns)) return read_csv(bytes, *look, look->columns, currency);
    const auto columns =
        context.read([&](WorkspaceTransaction& tx) { return LayoutStore{tx}.find(look->key); });
    if (!columns) return refused(csv, StatementFault::unknown_columns);
    return read_csv(bytes, *look, *columns, currency);
}

} // namespace

StatementRead read_statement(const tenancy::Context& context, std::string_view bytes)
{
    const auto currency = sale_documents::books_of(context.workspace()).currency;
    if (auto read = read_marked_up(bytes, currency)) return std::move(*read);
    return read_table(context, bytes, currency);
}

Statement import_statement(WorkspaceTransaction& tx, const std::string& name,
                           const StatementRead& read)
{
    Statement statement{.id = tx.make_id<StatementId>(),
                        .name = base::shorten(base::normalise(name), name_max),
                        .format = read.format,
                        .account = base::shorten(base::normalise(read.account), name_max),
                        .unread = static_cast<std::int64_t>(read.unread),
                        .imported_at = base::now(),
                        .imported_by = tx.actor().membership};
    BankStore store{tx};
    store.insert(statement);
    take_lines(tx, statement, read);
    store.save_counts(statement);
    audit::append(tx, {.action = "bank.statement_imported",
                       .subject_kind = "bank_statement",
                       .subject = statement.id.value,
                       .changes = {{"file", "", statement.name},
                                   {"lines", "", std::to_string(statement.added)}}});
    events::touch(tx, "bank");
    return statement;
}

DraftId keep_draft(WorkspaceTransaction& tx, const std::string& name, std::string_view bytes)
{
    const auto format = base::guess_csv_format(bytes);
    const Draft draft{.id = tx.make_id<DraftId>(),
                      .author_id = tx.actor().membership,
                      .name = base::shorten(base::normalise(name), name_max),
                      .content = base::csv_text(bytes, format.encoding).value(),
                      .created_at = base::now()};
    LayoutStore store{tx};
    store.remove_old(draft.author_id, base::now() - draft_life);
    store.insert(draft);
    return draft.id;
}

Statement import_draft(WorkspaceTransaction& tx, const Draft& draft, const std::string& titles,
                       const Columns& columns, const StatementRead& read)
{
    LayoutStore store{tx};
    store.save(titles, columns);
    store.remove(draft.id);
    return import_statement(tx, draft.name, read);
}

} // namespace bank
