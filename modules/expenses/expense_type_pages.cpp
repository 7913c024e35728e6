#include "kernel/base/refusal.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/expenses/expense_filter_pages.hpp"
#include "modules/expenses/expense_forms.hpp"
#include "modules/expenses/expense_pages.hpp"
#include "modules/expenses/expense_type_actions.hpp"
#include "modules/expenses/expense_views.hpp"

namespace expenses
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

html::Url list_path(const Call& call)
{
    return html::route("/e/{}/depenses/types", call.context().workspace().slug);
}

http::Response list_page(Call& call, const forms::Form<SaveExpenseType>& form)
{
    const auto& slug = call.context().workspace().slug;
    const auto types = call.context().read([](WorkspaceTransaction& tx) { return types_of(tx); });
    const auto title = t("expenses.types.title");
    return guard::render(call,
                         guard::Page{.title = title,
                                     .body = types_page({.slug = slug,
                                                         .types = types,
                                                         .guard = guard::form_guard(call),
                                                         .fields = {form, "expenses.type_field"}}),
                                     .breadcrumbs = ui::breadcrumbs(
                                         {{t("expenses.nav"), expenses_path(slug)}, {title, {}}}),
                                     .status = form.is_valid() ? 200 : 422,
                                     .topics = {"expenses"}});
}

ExpenseType type_here(Call& call)
{
    const auto types = call.context().read([](WorkspaceTransaction& tx) { return types_of(tx); });
    const auto* found = find_type(types, call.path("type"));
    if (found == nullptr) throw base::NotFound{};
    return *found;
}

http::Response type_page(Call& call, const ExpenseType& type,
                         const forms::Form<SaveExpenseType>& form)
{
    const auto& slug = call.context().workspace().slug;
    return guard::render(
        call,
        guard::Page{
            .title = type.name,
            .body = type_form({.action = html::route("/e/{}/depenses/types/{}", slug, type.code),
                               .back = list_path(call),
                               .guard = guard::form_guard(call),
                               .fields = {form, "expenses.type_field"},
                               .title = type.name}),
            .breadcrumbs = ui::breadcrumbs({{t("expenses.nav"), expenses_path(slug)},
                                            {t("expenses.types.title"), list_path(call)},
                                            {type.name, {}}}),
            .status = form.is_valid() ? 200 : 422});
}

TypeSaid said_by(const SaveExpenseType& typed)
{
    return {.name = typed.name.value, .deductible = typed.deductible, .is_retired = typed.retired};
}

} // namespace

http::Response list_types(Call& call)
{
    return list_page(call, call.blank_form<SaveExpenseType>());
}

http::Response create_type(Call& call)
{
    auto form = call.form<SaveExpenseType>();
    if (!form.is_valid()) return list_page(call, form);
    try {
        call.context().write(
            [&](WorkspaceTransaction& tx) { add_type(tx, said_by(form.command)); });
    } catch (const base::Refusal& refusal) {
        form.errors.add("name", refusal.code, refusal.params);
        return list_page(call, form);
    }
    return call.redirect(list_path(call).text(), "expenses.notice.type_added");
}

http::Response show_type(Call& call)
{
    const auto type = type_here(call);
    auto form = call.blank_form<SaveExpenseType>();
    if (form.typed.empty())
        form.typed = {{"name", type.name},
                      {"deductible", i18n::decimal(type.deductible.value, base::decimal_places)},
                      {"retired", type.retired_at ? "on" : ""}};
    return type_page(call, type, form);
}

http::Response update_type(Call& call)
{
    const auto type = type_here(call);
    auto form = call.form<SaveExpenseType>();
    if (!form.is_valid()) return type_page(call, type, form);
    try {
        call.context().write(
            [&](WorkspaceTransaction& tx) { save_type(tx, type.code, said_by(form.command)); });
    } catch (const base::Refusal& refusal) {
        form.errors.add("name", refusal.code, refusal.params);
        return type_page(call, type, form);
    }
    return call.redirect(list_path(call).text(), "expenses.notice.type_saved");
}

} // namespace expenses
