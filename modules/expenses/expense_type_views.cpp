#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/expenses/expense_views.hpp"

namespace expenses
{

using namespace html;
using i18n::t;

namespace
{

Html type_row(const TypesView& view, const ExpenseType& type)
{
    return ui::row_link(
        route("/e/{}/depenses/types/{}", view.slug, type.code),
        {.title = type.name,
         .detail = t("expenses.types.deductible", {{"rate", i18n::rate(type.deductible)}}),
         .aside = when(type.retired_at.has_value(),
                       ui::badge(t("expenses.types.retired"), ui::Tone::Gray))});
}

Html fields_of(const guard::FormView& fields)
{
    auto rate = fields.field("deductible", "100");
    rate.inputmode = "decimal";
    rate.is_numeric = true;
    return group(ui::input_field(fields.field("name")), ui::input_field(rate));
}

} // namespace

Html types_page(const TypesView& view)
{
    const auto here = route("/e/{}/depenses/types", view.slug);
    return div(
        cls("mx-auto grid w-full max-w-[640px] grid-cols-1 gap-5 px-4 py-6"),
        div(h1(cls("h1 mb-2"), t("expenses.types.title")),
            p(cls("text-fg-2"), t("expenses.types.lead"))),
        ui::card({.title = t("expenses.types.add"), .id = "ajouter"},
                 ui::card_body(group(
                     view.fields.summary(),
                     ui::form({.action = here, .guard = view.guard}, fields_of(view.fields),
                              ui::form_actions(ui::submit({.label = t("expenses.types.submit"),
                                                           .kind = ui::ButtonKind::Primary})))))),
        ui::card({.title = t("expenses.types.list"), .id = "types"},
                 each(view.types, [&](const ExpenseType& type) { return type_row(view, type); })));
}

Html type_form(const TypeView& view)
{
    return div(
        cls("mx-auto w-full max-w-[640px] px-4 py-6"), h1(cls("h1 mb-5"), view.title),
        view.fields.summary(),
        ui::form({.action = view.action, .guard = view.guard}, fields_of(view.fields),
                 ui::check_box(view.fields.field("retired")),
                 ui::form_actions(ui::submit({.label = t("expenses.form.submit"),
                                              .kind = ui::ButtonKind::Primary}),
                                  ui::link_button(view.back, {.label = t("expenses.form.cancel"),
                                                              .kind = ui::ButtonKind::Ghost}))));
}

} // namespace expenses
