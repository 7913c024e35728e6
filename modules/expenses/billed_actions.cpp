#include "modules/expenses/billed_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/expenses/billed_store.hpp"
#include "modules/expenses/credited_store.hpp"
#include "modules/expenses/expense_actions.hpp"
#include "modules/expenses/expense_store.hpp"
#include "modules/expenses/expense_words.hpp"
#include "modules/expenses/expenses.hpp"

#include <algorithm>
#include <cctype>

namespace expenses
{
namespace
{

using base::refuse_unless;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr std::int64_t price_places = 100; ///< of a base::UnitPrice in a cent

void save(WorkspaceTransaction& tx, const Expense& expense, std::string_view action,
          std::vector<audit::Change> changes)
{
    if (!ExpenseStore{tx}.update(expense, expense.version))
        throw base::Refusal{
            "expenses.refusal.changed_meanwhile", {}, base::Refusal::Kind::Conflict};
    audit::append(tx, {.action = action,
                       .subject_kind = "expense",
                       .subject = expense.id.value,
                       .changes = std::move(changes)});
    events::touch(tx, "expenses");
    events::touch(tx, "expense:" + expense.id.text());
}

base::UnitPrice price_of(const Expense& expense)
{
    return {expense.cost().value * price_places};
}

/// What cost no tax to claim back, or one the business asks no more, bears the usual one of what is
/// sold.
sale_documents::Line line_of(const Expense& expense, const sale_documents::Books& books)
{
    const bool is_asked = billing::find_tax_choice(books.regime, expense.tax) != nullptr;
    return {.name = expense.description,
            .details = t("expenses.billed.details",
                         {{"number", expense.number}, {"day", i18n::long_date(expense.spent_on)}}),
            .unit_price = price_of(expense),
            .tax = is_asked ? expense.tax : sale_documents::usual_tax(books)};
}

/// As a word: « DEP-1 » is not in « DEP-12 ».
bool names(const std::string& words, const std::string& number)
{
    for (auto at = words.find(number); at != std::string::npos; at = words.find(number, at + 1)) {
        const auto end = at + number.size();
        if (end == words.size() || std::isalnum(static_cast<unsigned char>(words[end])) == 0)
            return true;
    }
    return false;
}

/// By its number, or by what it asks where somebody wrote its details otherwise.
bool is_of(const sale_documents::Line& line, const Expense& expense)
{
    return names(line.details, expense.number) ||
           (line.name == expense.description && line.unit_price == price_of(expense));
}

void free(WorkspaceTransaction& tx, Expense expense)
{
    const auto document = expense.recovered_by;
    expense.recovered_at.reset();
    expense.recovered_by.clear();
    BilledStore{tx}.remove(expense.id);
    save(tx, expense, "expenses.taken_back", {{"document", document, ""}});
}

void free_all(WorkspaceTransaction& tx, invoices::InvoiceId invoice)
{
    for (const auto id : BilledStore{tx}.of(invoice))
        free(tx, expense_by_id(tx, id));
}

} // namespace

bool may_bill(const WorkspaceTransaction& tx)
{
    return tx.workspace().modules.contains("invoices") && tx.actor().may("invoices.manage");
}

invoices::InvoiceId put_on_invoice(WorkspaceTransaction& tx, const std::vector<ExpenseId>& ids)
{
    if (!tx.workspace().modules.contains("invoices")) throw base::NotFound{};
    if (!may_bill(tx)) throw base::Forbidden{"invoices.manage"};
    std::vector<Expense> asked;
    for (const auto id : ids)
        asked.push_back(expense_by_id(tx, id));
    const auto is_of_one = [&](const Expense& expense) {
        return is_recoverable(expense) && expense.client_id == asked.front().client_id;
    };
    refuse_unless(!asked.empty() && std::ranges::all_of(asked, is_of_one),
                  "expenses.refusal.not_recoverable");

    for (const auto& expense : asked) {
        CreditedStore credited{tx};
        credited.hold(expense.id);
        const auto taken = credited.taken_back(expense.id, {});
        refuse_unless(
            taken == base::Cents{}, "expenses.refusal.taken_back_from",
            {{"amount", i18n::money(taken, sale_documents::books_of(tx.workspace()).currency)}});
    }

    invoices::Asked next{
        .client = *asked.front().client_id, .title = t("expenses.billed.title"), .lines = {}};
    for (const auto& expense : asked)
        next.lines.push_back(line_of(expense, sale_documents::books_of(tx.workspace())));
    for (auto& expense : asked) {
        expense.recovered_at = base::now();
        save(tx, expense, "expenses.billed", {{"description", "", expense.description}});
    }
    const auto invoice = invoices::put_on_next(tx, next);
    for (const auto& expense : asked)
        BilledStore{tx}.insert(expense.id, invoice);
    return invoice;
}

void take_back(WorkspaceTransaction& tx, ExpenseId id)
{
    auto expense = expense_by_id(tx, id);
    refuse_unless(is_on_draft(expense), "expenses.refusal.not_on_draft");
    if (const auto draft = BilledStore{tx}.invoice_of(id))
        invoices::take_off(tx, *draft, [&](const auto& line) { return is_of(line, expense); });
    free(tx, std::move(expense));
}

void on_invoice_issued(WorkspaceTransaction& tx, const invoices::InvoiceIssued& fact)
{
    const auto billed = BilledStore{tx}.of(fact.invoice);
    if (billed.empty()) return;
    const auto lines = invoices::lines_on(tx, fact.invoice);
    for (const auto id : billed) {
        auto expense = expense_by_id(tx, id);
        const auto is_its = [&](const auto& line) { return is_of(line, expense); };
        if (std::ranges::none_of(lines, is_its)) {
            free(tx, std::move(expense));
            continue;
        }
        expense.recovered_by = fact.number;
        save(tx, expense, "expenses.recovered", {{"document", "", fact.number}});
    }
}

void on_invoice_removed(WorkspaceTransaction& tx, const invoices::InvoiceRemoved& fact)
{
    free_all(tx, fact.invoice);
}

void on_invoice_cancelled(WorkspaceTransaction& tx, const invoices::InvoiceCancelled& fact)
{
    free_all(tx, fact.invoice);
}

} // namespace expenses
