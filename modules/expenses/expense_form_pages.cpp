#include "kernel/base/refusal.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/expenses/credited_actions.hpp"
#include "modules/expenses/expense_actions.hpp"
#include "modules/expenses/expense_choice_pages.hpp"
#include "modules/expenses/expense_filter_pages.hpp"
#include "modules/expenses/expense_forms.hpp"
#include "modules/expenses/expense_pages.hpp"
#include "modules/expenses/expense_store.hpp"
#include "modules/expenses/expense_views.hpp"
#include "modules/expenses/owed_tax.hpp"
#include "modules/expenses/receipt_pages.hpp"

namespace expenses
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

const std::string& slug_of(const Call& call)
{
    return call.context().workspace().slug;
}

/// Of a form that starts, or comes back.
template <class Command>
ExpenseFormView view_of(Call& call, const forms::Form<Command>& form, const HeldReceipts& held)
{
    const auto books = books_of(call.context().workspace());
    ExpenseFormView view{.action = expenses_path(slug_of(call)),
                         .back = expenses_path(slug_of(call)),
                         .guard = guard::form_guard(call),
                         .fields = {form, "expenses.field"},
                         .taxes = tax_choices(books, form.typed_value("tax")),
                         .owed = owed_taxes(books, form.typed_value("owed_tax")),
                         .bearing = bearing_of(books.regime),
                         .tax_names = tax_columns(books.regime),
                         .currency_sign = currency_sign(books.currency),
                         .held = held.files,
                         .files_error = held.error};
    Kind kind{};
    const std::string typed{form.typed_value("kind")};
    if (!forms::FieldType<Kind>::read({typed}, kind)) view.kind = kind;
    call.context().read([&](WorkspaceTransaction& tx) {
        view.types = type_choices(tx, form.typed_value("type"));
        view.clients = client_choices(tx);
    });
    return view;
}

http::Response answer(Call& call, const ExpenseFormView& view, html::Html body, int status)
{
    return guard::render(call, guard::Page{.title = view.title,
                                           .body = std::move(body),
                                           .breadcrumbs = ui::breadcrumbs(
                                               {{t("expenses.nav"), expenses_path(slug_of(call))},
                                                {view.title, {}}}),
                                           .status = status,
                                           .has_tab_bar = false});
}

http::Response new_page(Call& call, const forms::Form<SaveExpense>& form, const HeldReceipts& held,
                        int status)
{
    auto view = view_of(call, form, held);
    view.title = t("expenses.list.new");
    return answer(call, view, expense_form(view), status);
}

http::Response trip_page(Call& call, const forms::Form<SaveTrip>& form, int status)
{
    auto view = view_of(call, form, {});
    view.action = html::route("/e/{}/depenses/trajet", slug_of(call));
    view.title = t("expenses.trip.new");
    return answer(call, view, trip_form(view), status);
}

template <class Command>
http::Response edit_page(Call& call, const Expense& expense, const forms::Form<Command>& form,
                         int status)
{
    auto view = view_of(call, form, {});
    view.back = expense_path(slug_of(call), expense.id);
    view.action = view.back;
    view.version = std::to_string(expense.version);
    view.title = t(expense.checked_at ? "expenses.edit.title" : "expenses.edit.check");
    view.is_received = is_received(expense);
    if (view.is_received) view.kind = expense.kind();
    return answer(call, view, expense.distance ? trip_form(view) : expense_form(view), status);
}

/// A rule that names a field is said beside it.
template <class Command>
void say(forms::Form<Command>& form, const base::Refusal& refusal)
{
    const bool is_type = refusal.code == "expenses.refusal.no_such_type";
    const bool is_client = refusal.code == "expenses.refusal.no_such_client";
    const bool is_category = refusal.code == "expenses.refusal.credit_note";
    const bool is_day = refusal.code == "expenses.refusal.in_the_future";
    const bool is_credited = refusal.code == "expenses.refusal.no_such_expense" ||
                             refusal.code == "expenses.refusal.not_to_take_back";
    const bool is_amount =
        refusal.code == "expenses.refusal.beyond" || refusal.code == "expenses.refusal.taken_back";
    form.errors.add(is_type       ? "type"
                    : is_client   ? "client"
                    : is_category ? "category"
                    : is_day      ? "spent_on"
                    : is_credited ? "credited"
                    : is_amount   ? "amount"
                                  : "",
                    refusal.code, refusal.params);
}

Expense expense_here(Call& call)
{
    const auto id = call.path_id<ExpenseId>("expense");
    return call.context().read([&](WorkspaceTransaction& tx) { return expense_by_id(tx, id); });
}

void check(Call& call, forms::Form<SaveExpense>& form)
{
    check_whole(form, call.context().today(), books_of(call.context().workspace()).regime);
}

void check(Call& call, forms::Form<SaveTrip>& form)
{
    check_whole(form, call.context().today());
}

Expense whole(WorkspaceTransaction& tx, const SaveExpense& typed, const Expense& before)
{
    auto expense = expense_of(typed, before);
    expense.credited_id = expense_credited(tx, expense.takes_back ? typed.credited.value : "");
    return expense;
}

Expense whole(WorkspaceTransaction& /*tx*/, const SaveTrip& typed, const Expense& before)
{
    return expense_of(typed, before);
}

template <class Command>
const char* after(const forms::Form<Command>& form, const char* of_bill, const char* of_credit_note)
{
    return form.typed_value("kind") == forms::enum_name(Kind::credit_note) ? of_credit_note
                                                                           : of_bill;
}

template <class Command>
http::Response save(Call& call, const Expense& before)
{
    auto form = call.form<Command>();
    check(call, form);
    if (!form.is_valid()) return edit_page(call, before, form, 422);
    const auto seen = form.command.version ? form.command.version->value : 0;
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            save_expense(tx, whole(tx, form.command, before), seen);
        });
    } catch (const base::Refusal& refusal) {
        say(form, refusal);
        return edit_page(call, expense_here(call), form,
                         refusal.kind == base::Refusal::Kind::Conflict ? 409 : 422);
    }
    return call.redirect(expense_path(slug_of(call), before.id).text(),
                         after(form, "expenses.notice.saved", "expenses.credit.notice.saved"));
}

template <class Command>
http::Response edit(Call& call, const Expense& expense)
{
    auto form = call.blank_form<Command>();
    if (form.typed.empty()) {
        form.typed = typed_of(expense);
        if (expense.credited_id)
            form.typed.emplace_back("credited", call.context().read([&](WorkspaceTransaction& tx) {
                return expense_by_id(tx, *expense.credited_id).number;
            }));
    }
    return edit_page(call, expense, form, 200);
}

} // namespace

http::Response new_expense(Call& call)
{
    auto form = call.blank_form<SaveExpense>();
    if (const auto credited = ExpenseId::parse(call.query("avoir_sur"));
        credited && form.typed.empty())
        form.typed = call.context().read([&](WorkspaceTransaction& tx) {
            return typed_against(expense_by_id(tx, *credited), call.context().today());
        });
    if (form.typed.empty())
        form.typed = {{"spent_on", call.context().today().text()},
                      {"client", std::string{call.query("client")}}};
    return new_page(call, form, {}, 200);
}

http::Response create_expense(Call& call)
{
    auto form = call.form<SaveExpense>();
    check(call, form);
    if (!form.is_valid()) return new_page(call, form, held_receipts(call), 422);
    const auto sent = received_receipts(call);
    if (!sent.refused.empty()) return new_page(call, form, held_receipts(call), 422);
    files::keep(call.context().workspace().id, sent);
    try {
        const auto id = call.context().write([&](WorkspaceTransaction& tx) {
            const auto made =
                record_expense(tx, whole(tx, form.command, {.checked_at = base::now()}));
            add_receipts(tx, made, sent);
            return made;
        });
        return call.redirect(
            expense_path(slug_of(call), id).text(),
            after(form, "expenses.notice.recorded", "expenses.credit.notice.recorded"));
    } catch (const base::Refusal& refusal) {
        say(form, refusal);
        return new_page(call, form, held_receipts(call), 422);
    }
}

http::Response new_trip(Call& call)
{
    auto form = call.blank_form<SaveTrip>();
    if (form.typed.empty()) {
        const auto price = call.context().read(
            [](WorkspaceTransaction& tx) { return ExpenseStore{tx}.last_trip_price(); });
        form.typed = {{"spent_on", call.context().today().text()},
                      {"price", price ? i18n::decimal(price->value, base::decimal_places) : ""}};
    }
    return trip_page(call, form, 200);
}

http::Response create_trip(Call& call)
{
    auto form = call.form<SaveTrip>();
    check(call, form);
    if (!form.is_valid()) return trip_page(call, form, 422);
    try {
        const auto id = call.context().write([&](WorkspaceTransaction& tx) {
            return record_expense(tx, expense_of(form.command, {.checked_at = base::now()}));
        });
        return call.redirect(expense_path(slug_of(call), id).text(), "expenses.notice.recorded");
    } catch (const base::Refusal& refusal) {
        say(form, refusal);
        return trip_page(call, form, 422);
    }
}

http::Response edit_expense_page(Call& call)
{
    const auto expense = expense_here(call);
    check_changeable(expense);
    return expense.distance ? edit<SaveTrip>(call, expense) : edit<SaveExpense>(call, expense);
}

http::Response update_expense(Call& call)
{
    const auto before = expense_here(call);
    check_changeable(before);
    return before.distance ? save<SaveTrip>(call, before) : save<SaveExpense>(call, before);
}

} // namespace expenses
