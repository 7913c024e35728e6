#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/icon.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/expenses/expense_filter_pages.hpp"
#include "modules/expenses/expense_type_actions.hpp"
#include "modules/expenses/expense_views.hpp"

namespace expenses
{

using namespace html;
using i18n::t;

namespace
{

Url with_filter(const ExpenseListView& view, Part part)
{
    auto url = view.list;
    if (!view.period.empty()) url = url.with("periode", view.period);
    return part == Part::every ? url : url.with("part", forms::enum_name(part));
}

Html part_tabs(const ExpenseListView& view)
{
    std::vector<ui::Tab> tabs;
    const auto add = [&](Part part, std::int64_t count) {
        if (part != Part::every && count == 0 && view.part != part) return;
        tabs.push_back({.label = t("expenses.part." + std::string{forms::enum_name(part)}),
                        .to = with_filter(view, part),
                        .count = static_cast<int>(count),
                        .is_current = view.part == part});
    };
    add(Part::every, view.counts.every);
    add(Part::unchecked, view.counts.unchecked);
    add(Part::missing, view.counts.missing);
    add(Part::recoverable, view.counts.recoverable);
    add(Part::recovered, view.counts.recovered);
    return ui::tabs(t("expenses.list.parts"), tabs);
}

Html filter_select(const char* name, const std::string& value,
                   const std::vector<ui::Choice>& choices)
{
    return ui::select_field(
        {.name = name, .label = t("expenses.filter." + std::string{name}), .value = value},
        choices);
}

std::vector<ui::Choice> with_all(const std::vector<ui::Choice>& choices)
{
    std::vector<ui::Choice> all{{.value = "", .label = t("expenses.filter.all")}};
    all.insert(all.end(), choices.begin(), choices.end());
    return all;
}

Html filter_form(const ExpenseListView& view)
{
    std::vector<ui::Choice> types;
    for (const auto& type : view.types)
        types.push_back({.value = type.code, .label = type.name});
    std::vector<ui::Choice> categories;
    for (const auto category : {Category::supplier, Category::client})
        categories.push_back(
            {.value = std::string{forms::enum_name(category)}, .label = category_words(category)});
    const auto part =
        view.part == Part::every ? none : ui::hidden_field("part", forms::enum_name(view.part));
    return form(
        method("get"), action(view.list), role("search"),
        cls("grid grid-cols-2 items-end gap-2 px-4 py-2.5 sm:flex sm:flex-wrap lg:px-5"),
        filter_select("periode", view.period, view.periods),
        filter_select("type", view.type, with_all(types)),
        filter_select("categorie", view.category, with_all(categories)),
        when(!view.clients.empty(), filter_select("client", view.client, with_all(view.clients))),
        part, ui::submit({.label = t("expenses.filter.submit"), .classes = "col-span-2"}));
}

Html state_badge(const ExpenseRow& row)
{
    const auto kind = row.takes_back ? Kind::credit_note : Kind::bill;
    if (row.cancelled_at) return ui::badge(words_of(kind, "state.cancelled"), ui::Tone::Gray);
    if (!row.checked_at) return ui::badge(t("expenses.state.unchecked"), ui::Tone::Blue);
    if (row.recovered_at && row.recovered_by.empty())
        return ui::badge(t("expenses.state.on_draft"), ui::Tone::Violet);
    if (row.recovered_at) return ui::badge(t("expenses.state.recovered"), ui::Tone::Green);
    if (row.receipts == 0 && !row.distance)
        return ui::badge(t("expenses.state.missing"), ui::Tone::Amber);
    if (row.category == Category::client)
        return ui::badge(t("expenses.state.recoverable"), ui::Tone::Violet);
    if (row.takes_back) return ui::badge(t("expenses.state.credit_note"), ui::Tone::Gray);
    return none;
}

Html list_row(const ExpenseListView& view, const ExpenseRow& row)
{
    const auto who = !row.supplier.empty() ? row.supplier : row.client_name;
    return ui::list_row(
        {.id = "expense_" + row.id.text()},
        group(ui::cell(text(i18n::short_date(row.spent_on)), "when num text-fg-2"),
              ui::cell(group(a(href(expense_path(view.slug, row.id)),
                               span(cls("subj"), row.description)),
                             when(!who.empty(), span(cls("block text-12 text-fg-3"), who))),
                       "what"),
              ui::cell(text(name_of(view.types, row.type)), "mark text-fg-2"),
              ui::cell(state_badge(row), "state"),
              ui::cell(text(i18n::money(row.takes_back ? -row.gross : row.gross, view.currency)),
                       "aside num r font-[560]")));
}

std::string money(const ExpenseListView& view, base::Cents amount)
{
    return i18n::money(amount, view.currency);
}

Html sums_strip(const ExpenseListView& view)
{
    if (view.part != Part::every) return none; // they are of all its parts
    std::vector<ui::Indicator> figures{
        {.label = t("expenses.sum.gross"), .figure = money(view, view.sums.gross), .note = {}}};
    for (const auto& tax : view.sums.taxes)
        figures.push_back({.label = t("expenses.sum.tax", {{"tax", tax.code}}),
                           .figure = money(view, tax.amount),
                           .note = {}});
    figures.push_back(
        {.label = t("expenses.sum.deductible"),
         .figure = money(view, view.sums.deductible),
         .note = text(t("expenses.sum.split", {{"kept", money(view, view.sums.kept)},
                                               {"recovered", money(view, view.sums.recovered)}}))});
    return div(cls("px-4 py-3 lg:px-5"), ui::indicators(t("expenses.sum.title"), figures));
}

Html exports(const ExpenseListView& view)
{
    return div(cls("flex flex-wrap items-center gap-2 px-4 py-3 lg:px-5"),
               ui::link_button(view.csv, {.label = t("expenses.export.csv"),
                                          .icon = "download",
                                          .size = ui::ButtonSize::Small}),
               ui::link_button(view.workbook, {.label = t("expenses.export.workbook"),
                                               .icon = "download",
                                               .size = ui::ButtonSize::Small}),
               when(view.may_write, ui::link_button(route("/e/{}/depenses/types", view.slug),
                                                    {.label = t("expenses.types.title"),
                                                     .icon = "settings",
                                                     .kind = ui::ButtonKind::Ghost,
                                                     .size = ui::ButtonSize::Small})));
}

Html add_buttons(const ExpenseListView& view)
{
    return group(
        ui::link_button(
            route("/e/{}/depenses/nouvelle", view.slug),
            {.label = t("expenses.list.new"), .icon = "plus", .kind = ui::ButtonKind::Primary}),
        ui::link_button(route("/e/{}/depenses/trajet", view.slug),
                        {.label = t("expenses.trip.new"), .icon = "car"}));
}

Html empty_list(const ExpenseListView& view)
{
    if (view.is_filtered)
        return ui::empty_state(
            {.icon = "receipt",
             .title = t("expenses.list.none_found"),
             .detail = t("expenses.list.none_found_detail"),
             .actions = ui::link_button(view.list, {.label = t("expenses.list.clear")})});
    return ui::empty_state({.icon = "receipt",
                            .title = t("expenses.list.none"),
                            .detail = t("expenses.list.none_detail"),
                            .actions = when(view.may_write, add_buttons(view))});
}

} // namespace

Html expense_list(const ExpenseListView& view)
{
    const bool has_none = view.counts.every == 0 && !view.is_filtered;
    if (has_none) return empty_list(view);
    const auto head = group(part_tabs(view), filter_form(view));
    if (view.rows.empty()) return group(head, empty_list(view));
    return group(
        head,
        ui::list(
            {.caption = t("expenses.list.caption"),
             .columns = {{.label = t("expenses.field.spent_on")},
                         {.label = t("expenses.field.description"), .width = ui::ColumnWidth::Fill},
                         {.label = t("expenses.field.type")},
                         {.label = t("expenses.list.state")},
                         {.label = t("expenses.list.gross"), .align = ui::ColumnAlign::Right}},
             .rows = each(view.rows, [&](const auto& row) { return list_row(view, row); })}),
        ui::pager({.range = t("expenses.list.range", {{"count", std::to_string(view.rows.size())}}),
                   .previous = {},
                   .next = view.next}),
        sums_strip(view), exports(view));
}

} // namespace expenses
