#include "modules/expenses/billed_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/crm.hpp"
#include "modules/expenses/billed_actions.hpp"
#include "modules/expenses/expense_filter_pages.hpp"
#include "modules/expenses/expense_words.hpp"
#include "modules/expenses/expenses.hpp"

namespace expenses
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;
using namespace html;

http::Response to_draft(Call& call, invoices::InvoiceId invoice)
{
    return call.redirect(
        route("/e/{}/factures/{}", call.context().workspace().slug, invoice).text(),
        "expenses.notice.billed");
}

} // namespace

http::Response create_billing(Call& call)
{
    const auto id = call.path_id<ExpenseId>("expense");
    return to_draft(call, call.context().write(
                              [&](WorkspaceTransaction& tx) { return put_on_invoice(tx, {id}); }));
}

http::Response create_client_billing(Call& call)
{
    const auto client = call.path_id<tenancy::ClientId>("id");
    return to_draft(call, call.context().write([&](WorkspaceTransaction& tx) {
        crm::client(tx, client); // or there is none
        std::vector<ExpenseId> ids;
        for (const auto& one : recoverable(tx, client))
            ids.push_back(one.id);
        return put_on_invoice(tx, ids);
    }));
}

http::Response take_back_expense(Call& call)
{
    const auto id = call.path_id<ExpenseId>("expense");
    call.context().write([&](WorkspaceTransaction& tx) { take_back(tx, id); });
    return call.redirect(expense_path(call.context().workspace().slug, id).text(),
                         "expenses.notice.taken_back");
}

Html recoverable_panel(Call& call)
{
    const auto client = call.path_id<tenancy::ClientId>("id");
    const auto& workspace = call.context().workspace();
    const auto [asked, is_billed] = call.context().read([&](WorkspaceTransaction& tx) {
        return std::pair{recoverable(tx, client), may_bill(tx)};
    });
    if (asked.empty()) return none;
    const auto row = [&](const Recoverable& one) {
        return ui::row_link(expense_path(workspace.slug, one.id),
                            {.title = one.description,
                             .detail = one.number + " · " + i18n::short_date(one.spent_on),
                             .aside = span(cls("num font-[560]"),
                                           i18n::money(one.net, books_of(workspace).currency))});
    };
    const auto bill = ui::form(
        {.action = route("/e/{}/clients/{}/frais", workspace.slug, client),
         .guard = guard::form_guard(call)},
        ui::form_actions(ui::submit({.label = t("expenses.billed.submit"), .icon = "receipt"})));
    return ui::card({.title = t("expenses.billed.to_ask"),
                     .id = "frais",
                     .count = static_cast<int>(asked.size())},
                    group(each(asked, row), when(is_billed, ui::card_body(bill))));
}

} // namespace expenses
