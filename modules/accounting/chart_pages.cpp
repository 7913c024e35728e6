#include "kernel/base/refusal.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/presets/preset.hpp"
#include "modules/accounting/accounting_forms.hpp"
#include "modules/accounting/accounting_pages.hpp"
#include "modules/accounting/chart_actions.hpp"
#include "modules/accounting/frame_pages.hpp"

#include <algorithm>

namespace accounting
{
namespace
{

using guard::Call;
using tenancy::WorkspaceTransaction;

http::Response chart_answer(Call& call, forms::Form<ChooseAccount> form)
{
    ChartView view{.frame = frame_of(call, Tab::chart),
                   .rows = {},
                   .is_french = presets::find(call.context().workspace().preset).tax_regime == "FR",
                   .may_manage = call.may("accounting.manage"),
                   .guard = guard::form_guard(call),
                   .fields = {form, "accounting.field"}};
    call.context().read([&](WorkspaceTransaction& tx) {
        view.rows = chart_rows(tx);
        view.tax_due = ChartStore{tx}.tax_due();
    });
    const auto asked = std::ranges::find(view.rows, call.query("compte"), &ChartRow::role);
    if (form.typed.empty() && asked != view.rows.end()) {
        form.typed = {{"role", asked->role},
                      {"number", asked->account.number},
                      {"label", asked->account.label}};
        view.fields = {form, "accounting.field"};
    }
    return frame_answer(call, chart_page(view), form.is_valid() ? 200 : 422);
}

} // namespace

http::Response show_chart(Call& call)
{
    return chart_answer(call, call.blank_form<ChooseAccount>());
}

http::Response update_chart(Call& call)
{
    auto form = call.form<ChooseAccount>();
    if (!form.is_valid()) return chart_answer(call, form);
    const auto& typed = form.command;
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            choose_account(tx, {.role = typed.role.value,
                                .number = typed.number.value,
                                .label = typed.label.value});
        });
    } catch (const base::Refusal& refusal) {
        form.errors.add(refusal.code == "accounting.refusal.role" ? "role" : "number", refusal.code,
                        refusal.params);
        return chart_answer(call, form);
    }
    return call.redirect(call.in_workspace("/comptabilite/plan"), "accounting.notice.chosen");
}

http::Response update_tax_due(Call& call)
{
    const auto form = call.form<ChooseTaxDue>();
    base::refuse_unless(form.is_valid(), "accounting.refusal.tax_due");
    call.context().write([&](WorkspaceTransaction& tx) { choose_tax_due(tx, form.command.due); });
    return call.redirect(call.in_workspace("/comptabilite/plan"), "accounting.notice.tax_due");
}

} // namespace accounting
