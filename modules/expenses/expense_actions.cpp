#include "modules/expenses/expense_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/events.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/i18n/format_money.hpp"
#include "modules/crm/crm.hpp"
#include "modules/expenses/credited_actions.hpp"
#include "modules/expenses/credited_store.hpp"
#include "modules/expenses/expense_index.hpp"
#include "modules/expenses/expense_store.hpp"
#include "modules/expenses/expense_type_actions.hpp"
#include "modules/expenses/expense_words.hpp"
#include "modules/expenses/expenses.hpp"
#include "modules/expenses/owed_tax.hpp"
#include "modules/numbering/numbering.hpp"

#include <algorithm>

namespace expenses
{
namespace
{

using base::refuse_unless;
using tenancy::WorkspaceTransaction;

base::Date today(const WorkspaceTransaction& tx)
{
    return base::date_in(base::now(), tx.workspace().time_zone);
}

Spent spent_of(WorkspaceTransaction& tx, const Expense& expense)
{
    return {.id = expense.id,
            .number = expense.number,
            .day = expense.spent_on,
            .type = expense.type,
            .type_name = name_of(types_of(tx), expense.type),
            .supplier = expense.supplier,
            .description = expense.description,
            .means = expense.means,
            .net = expense.counted(expense.net()),
            .gross = expense.counted(expense.gross),
            .taxes = paid_taxes(expense),
            .owed = owed_tax(expense)};
}

void keep(WorkspaceTransaction& tx, std::string_view action, const Expense& expense,
          std::vector<audit::Change> changes)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "expense",
                       .subject = expense.id.value,
                       .changes = std::move(changes)});
    events::touch(tx, "expenses");
    events::touch(tx, "expense:" + expense.id.text());
}

std::string amount_text(const WorkspaceTransaction& tx, base::Cents amount)
{
    return i18n::money(amount, books_of(tx.workspace()).currency);
}

/// With the percentage of its type, which may be one that is retired for who had it already.
void check_and_complete(WorkspaceTransaction& tx, Expense& expense, const Expense* before)
{
    const auto types = types_of(tx);
    const auto* type = find_type(types, expense.type);
    const bool is_kept = before != nullptr && before->type == expense.type;
    refuse_unless(type != nullptr && (is_kept || !type->retired_at),
                  "expenses.refusal.no_such_type");
    refuse_unless(expense.spent_on <= today(tx), "expenses.refusal.in_the_future");
    if (expense.client_id && (before == nullptr || before->client_id != expense.client_id)) {
        const auto clients = crm::active_clients(tx);
        refuse_unless(std::ranges::find(clients, *expense.client_id, &crm::ClientSummary::id) !=
                          clients.end(),
                      "expenses.refusal.no_such_client");
    }
    const bool is_of_supplier = expense.category == Category::supplier && !expense.distance;
    refuse_unless(!expense.takes_back || is_of_supplier, "expenses.refusal.credit_note");
    check_credited(tx, expense);
    expense.deductible = is_kept ? before->deductible : type->deductible;
}

bool has_settled(const Expense& expense)
{
    return expense.checked_at && !expense.owed_tax.empty();
}

/// What counted already stays as it was, whatever the regime of the business is since; a credit
/// note follows what it takes back.
void settle_owed_cost(WorkspaceTransaction& tx, Expense& expense, const Expense* before)
{
    const auto credited =
        expense.credited_id ? ExpenseStore{tx}.find(*expense.credited_id) : std::nullopt;
    auto bearing = bearing_of(books_of(tx.workspace()).regime);
    if (before != nullptr && has_settled(*before))
        bearing = owed_tax(*before).value_or(OwedTax{}).bearing;
    else if (credited && has_settled(*credited))
        bearing = owed_tax(*credited).value_or(OwedTax{}).bearing;
    const auto owed = owed_tax(expense);
    expense.owed_cost = {};
    if (owed && bearing == Bearing::borne) expense.owed_cost = expense.counted(owed->tax.amount);
}

base::Refusal changed_meanwhile()
{
    return base::Refusal{"expenses.refusal.changed_meanwhile", {}, base::Refusal::Kind::Conflict};
}

void save(WorkspaceTransaction& tx, const Expense& expense, std::int64_t seen_version)
{
    if (!ExpenseStore{tx}.update(expense, seen_version)) throw changed_meanwhile();
}

std::int64_t receipts_there(WorkspaceTransaction& tx, ExpenseId id)
{
    const auto files = files::files_of(tx, receipt_files, id.value);
    return std::ranges::count_if(
        files, [](const files::File& file) { return file.state != files::State::refused; });
}

} // namespace

Expense expense_by_id(WorkspaceTransaction& tx, ExpenseId id)
{
    auto expense = ExpenseStore{tx}.find(id);
    if (!expense) throw base::NotFound{};
    return *expense;
}

ExpenseId record_expense(WorkspaceTransaction& tx, Expense expense)
{
    check_and_complete(tx, expense, nullptr);
    settle_owed_cost(tx, expense, nullptr);
    expense.id = tx.make_id<ExpenseId>();
    expense.number = numbering::take(tx, expense_series, today(tx));
    expense.made_by = expense.checked_at ? tx.actor().membership : tenancy::MembershipId{};
    expense.made_at = base::now();
    expense.receipts = 0;
    expense.version = 1;

    ExpenseStore{tx}.insert(expense);
    search::add(tx, names_of(expense));
    keep(tx, "expenses.recorded", expense,
         {{"description", "", expense.description},
          {"gross", "", amount_text(tx, expense.counted(expense.gross))}});
    if (expense.checked_at) events::publish(tx, ExpenseRecorded{spent_of(tx, expense)});
    return expense.id;
}

void save_expense(WorkspaceTransaction& tx, Expense expense, std::int64_t seen_version)
{
    CreditedStore{tx}.hold(expense.id);
    const auto before = expense_by_id(tx, expense.id);
    check_changeable(before);
    check_taken_back(tx, expense);
    check_and_complete(tx, expense, &before);
    settle_owed_cost(tx, expense, &before);
    if (!expense.checked_at) expense.checked_at = base::now();

    save(tx, expense, seen_version);
    search::replace(tx, names_of(before), names_of(expense).terms);
    keep(tx, "expenses.saved", expense,
         {{"description", before.description, expense.description},
          {"spent_on", before.spent_on.text(), expense.spent_on.text()},
          {"gross", amount_text(tx, before.counted(before.gross)),
           amount_text(tx, expense.counted(expense.gross))}});
    if (before.checked_at)
        events::publish(tx, ExpenseChanged{spent_of(tx, before), spent_of(tx, expense)});
    else
        events::publish(tx, ExpenseRecorded{spent_of(tx, expense)});
}

void cancel_expense(WorkspaceTransaction& tx, ExpenseId id)
{
    CreditedStore{tx}.hold(id);
    auto expense = expense_by_id(tx, id);
    check_changeable(expense);
    expense.cancelled_at = base::now();
    check_taken_back(tx, expense);

    save(tx, expense, expense.version);
    keep(tx, "expenses.cancelled", expense, {{"description", expense.description, ""}});
    if (expense.checked_at) events::publish(tx, ExpenseCancelled{spent_of(tx, expense)});
}

void note_paid(WorkspaceTransaction& tx, ExpenseId id, base::Date paid_on)
{
    auto expense = expense_by_id(tx, id);
    if (expense.cancelled_at || expense.means != Means::unpaid) return;

    expense.means = Means::bank;
    save(tx, expense, expense.version);
    keep(tx, "expenses.paid", expense, {{"paid_on", "", paid_on.text()}});
    if (expense.checked_at)
        events::publish(tx, ExpensePaid{.spent = spent_of(tx, expense), .paid_on = paid_on});
}

void note_recovered(WorkspaceTransaction& tx, ExpenseId id, const std::string& document)
{
    auto expense = expense_by_id(tx, id);
    refuse_unless(is_recoverable(expense), "expenses.refusal.not_recoverable");

    expense.recovered_at = base::now();
    expense.recovered_by = document;
    save(tx, expense, expense.version);
    keep(tx, "expenses.recovered", expense, {{"document", "", document}});
}

void add_receipts(WorkspaceTransaction& tx, ExpenseId id, const files::Intake& intake)
{
    const auto expense = expense_by_id(tx, id);
    if (intake.taken.empty()) return;
    const auto there = static_cast<std::size_t>(receipts_there(tx, id));
    refuse_unless(there + intake.taken.size() <= receipts_max, "expenses.refusal.too_many_receipts",
                  {{"most", std::to_string(receipts_max)}});

    files::attach(tx, {.kind = receipt_files, .id = id.value}, intake);
    ExpenseStore{tx}.set_receipts(id, receipts_there(tx, id));
    keep(tx, "expenses.receipt_added", expense, {{"receipt", "", intake.taken.front().name}});
}

void guard_receipt(WorkspaceTransaction& tx, const files::File& file)
{
    const auto& actor = tx.actor();
    if (actor.side != tenancy::Side::staff || !ExpenseStore{tx}.find(ExpenseId{file.owner_id}))
        throw base::NotFound{};
    if (!actor.may("expenses.read")) throw base::Forbidden{"expenses.read"};
}

void on_receipt_judged(WorkspaceTransaction& tx, const files::FileJudged& fact)
{
    if (fact.owner_kind != receipt_files) return;
    const auto file = files::find(tx, fact.file);
    if (!file) return;
    const ExpenseId id{file->owner_id};
    ExpenseStore{tx}.set_receipts(id, receipts_there(tx, id));
    events::touch(tx, "expense:" + id.text());
}

} // namespace expenses
