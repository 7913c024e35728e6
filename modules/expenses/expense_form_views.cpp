#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/expenses/expense_views.hpp"

namespace expenses
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* pair = "grid grid-cols-1 items-start gap-4 sm:grid-cols-2";
constexpr const char* receipt_types = "image/*,application/pdf";

ui::Field amount_field(const ExpenseFormView& view, std::string_view name)
{
    auto field = view.fields.field(name);
    field.label += " (" + view.currency_sign + ")";
    field.inputmode = "decimal";
    field.is_numeric = true;
    return field;
}

Html tax_field(const ExpenseFormView& view, std::string_view name, std::size_t at)
{
    if (at >= view.tax_names.size()) return none;
    auto field = amount_field(view, name);
    field.label =
        t("expenses.tax_of_receipt", {{"tax", view.tax_names[at]}, {"sign", view.currency_sign}});
    field.is_required = false;
    return ui::input_field(field);
}

Html day_field(const ExpenseFormView& view)
{
    auto field = view.fields.field("spent_on");
    field.type = "date";
    return ui::input_field(field);
}

Html who_pays(const ExpenseFormView& view)
{
    std::vector<ui::Choice> categories;
    for (const auto category : {Category::supplier, Category::client}) {
        const std::string code{forms::enum_name(category)};
        categories.push_back({.value = code,
                              .label = category_words(category),
                              .hint = t("expenses.category." + code + "_hint")});
    }
    auto client = view.fields.field("client");
    client.placeholder = t("expenses.form.no_client");
    return group(ui::radio_group(view.fields.field("category", "supplier"), categories),
                 when(!view.clients.empty(), ui::select_field(client, view.clients)));
}

/// Amounts are typed as the credit note has them.
Html credit_note_words()
{
    return ui::banner(
        {.tone = ui::Tone::Blue, .icon = "info", .words = t("expenses.form.credit_note")});
}

/// Folded while a bill is noted, unless there is something to correct.
Html credited_part(const ExpenseFormView& view)
{
    const auto credited = view.fields.field("credited");
    if (view.kind == Kind::credit_note || !credited.error.empty() || !credited.value.empty())
        return ui::input_field(credited);
    return details(summary(cls("cursor-pointer text-13 font-[560]"), t("expenses.credit.fold")),
                   div(cls("mt-3"), ui::input_field(credited)));
}

/// A bill or a credit note, and what the latter takes back.
Html kind_part(const ExpenseFormView& view)
{
    const bool is_bill = view.kind == Kind::bill;
    if (view.is_received && is_bill) return none;
    if (view.is_received)
        return group(ui::hidden_field("kind", forms::enum_name(view.kind)), credit_note_words(),
                     credited_part(view));
    std::vector<ui::Choice> kinds;
    for (const auto kind : {Kind::bill, Kind::credit_note}) {
        const std::string code{forms::enum_name(kind)};
        kinds.push_back({.value = code,
                         .label = t("expenses.kind." + code),
                         .hint = t("expenses.kind." + code + "_hint")});
    }
    return group(ui::radio_group(view.fields.field("kind", forms::enum_name(Kind::bill)), kinds),
                 credited_part(view));
}

Html version_field(const ExpenseFormView& view)
{
    return view.version.empty() ? none : ui::hidden_field("version", view.version);
}

Html buttons(const ExpenseFormView& view)
{
    return ui::form_actions(ui::submit({.label = t("expenses.form.submit"),
                                        .kind = ui::ButtonKind::Primary,
                                        .hotkey = "Mod+Enter"}),
                            ui::link_button(view.back, {.label = t("expenses.form.cancel"),
                                                        .kind = ui::ButtonKind::Ghost}));
}

Html tax_part(const ExpenseFormView& view)
{
    const auto paid =
        view.taxes.empty()
            ? none
            : group(
                  ui::select_field(view.fields.field("tax", view.taxes.front().value), view.taxes),
                  div(cls(pair), tax_field(view, "first_tax", 0),
                      tax_field(view, "second_tax", 1)));
    auto owed = view.fields.field("owed_tax");
    if (view.bearing == Bearing::borne) owed.hint = t("expenses.field.owed_tax_borne");
    return group(paid, when(!view.owed.empty(), ui::select_field(owed, view.owed)));
}

Html receipts_part(const ExpenseFormView& view)
{
    if (!view.version.empty()) return none;
    return ui::files_field({.name = "files",
                            .label = t("expenses.form.receipts"),
                            .hint = t("expenses.form.receipts_hint"),
                            .error = view.files_error},
                           receipt_types, view.held);
}

std::vector<ui::Choice> means_choices(Kind kind)
{
    std::vector<ui::Choice> choices;
    for (const auto means : {Means::bank, Means::cash, Means::own_money, Means::unpaid})
        choices.push_back(
            {.value = std::string{forms::enum_name(means)}, .label = means_words(means, kind)});
    return choices;
}

} // namespace

Html expense_form(const ExpenseFormView& view)
{
    const bool takes_files = view.version.empty();
    const bool is_received_credit = view.is_received && view.kind == Kind::credit_note;
    auto means = view.fields.field("means", "bank");
    means.label = words_of(view.kind, "field.means");
    return div(
        cls("mx-auto w-full max-w-[640px] px-4 py-6"), h1(cls("h1 mb-5"), view.title),
        view.fields.summary(),
        ui::form({.action = view.action, .guard = view.guard, .has_files = takes_files},
                 kind_part(view), receipts_part(view),
                 div(cls(pair), ui::input_field(amount_field(view, "amount")), day_field(view)),
                 ui::select_field(view.fields.field("type"), view.types),
                 ui::input_field(view.fields.field("description")), tax_part(view),
                 div(cls(pair), ui::input_field(view.fields.field("supplier")),
                     ui::select_field(means, means_choices(view.kind))),
                 is_received_credit ? ui::hidden_field("category", "supplier") : who_pays(view),
                 version_field(view), buttons(view)));
}

Html trip_form(const ExpenseFormView& view)
{
    auto distance = view.fields.field("distance");
    distance.inputmode = "decimal";
    distance.is_numeric = true;
    return div(cls("mx-auto w-full max-w-[640px] px-4 py-6"), h1(cls("h1 mb-5"), view.title),
               view.fields.summary(),
               ui::form({.action = view.action, .guard = view.guard}, day_field(view),
                        ui::input_field(view.fields.field("description")),
                        div(cls(pair), ui::input_field(distance),
                            ui::input_field(amount_field(view, "price"))),
                        who_pays(view), version_field(view), buttons(view)));
}

} // namespace expenses
