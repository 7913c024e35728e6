#include "modules/pricebook/special_price_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/pricebook/book_views.hpp"
#include "modules/pricebook/words.hpp"

namespace pricebook
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* column = "mx-auto grid w-full max-w-[860px] grid-cols-1 gap-4 px-4 py-6";
constexpr const char* pair = "grid grid-cols-1 items-start gap-4 sm:grid-cols-2";

std::string item_words(const SpecialPriceListView& view, const SpecialPriceRow& row)
{
    if (!row.item_id) return t("pricebook.special.everything");
    const auto found = view.items.find(*row.item_id);
    return found == view.items.end() ? t("pricebook.special.not_sold") : found->second;
}

std::string effect_words(const SpecialPriceRow& row, base::Currency currency)
{
    if (row.percent)
        return t(row.adds_up ? "pricebook.special.less_besides" : "pricebook.special.less",
                 {{"percent", i18n::rate(*row.percent)}});
    if (row.price) return i18n::unit_price(*row.price, currency);
    return t("pricebook.special.free");
}

std::string days_of(const SpecialPriceRow& row)
{
    auto words = t("pricebook.special.from", {{"day", i18n::short_date(row.starts_on)}});
    if (row.ends_on)
        words += " " + t("pricebook.special.until", {{"day", i18n::short_date(*row.ends_on)}});
    return words;
}

bool has_ended(const SpecialPriceRow& row, base::Date today)
{
    return row.ends_on && *row.ends_on < today;
}

Html removal(const SpecialPriceListView& view, const SpecialPriceRow& row, const std::string& what)
{
    return ui::form({.action = book_path(view.slug, "/particuliers/" + row.id.text() + "/retrait"),
                     .guard = view.guard,
                     .classes = "",
                     .confirm = t("pricebook.special.remove_question",
                                  {{"item", what}, {"client", row.holder_name}})},
                    ui::icon_submit({.label = t("pricebook.special.remove", {{"item", what}}),
                                     .icon = "trash-2",
                                     .kind = ui::ButtonKind::Ghost,
                                     .size = ui::ButtonSize::Small}));
}

Html add_button(const SpecialPriceListView& view)
{
    return ui::link_button(
        book_path(view.slug, "/particuliers/nouveau"),
        {.label = t("pricebook.special.add"), .icon = "plus", .kind = ui::ButtonKind::Primary});
}

ui::Field day_field(const SpecialPriceFormView& view, std::string_view name)
{
    auto field = view.fields.field(name);
    field.type = "date";
    return field;
}

ui::Field number_field(const SpecialPriceFormView& view, std::string_view name,
                       const std::string& sign)
{
    auto field = view.fields.field(name);
    field.label += " (" + sign + ")";
    field.inputmode = "decimal";
    field.is_numeric = true;
    return field;
}

std::vector<ui::Choice> effects()
{
    std::vector<ui::Choice> choices;
    for (const char* code : {"percent_off", "fixed", "free"})
        choices.push_back({.value = code, .label = t("pricebook.effect." + std::string{code})});
    return choices;
}

/// A card for each client or group, in the order of the rows.
Html cards_of(const SpecialPriceListView& view, const std::vector<SpecialPriceRow>& rows,
              const std::string& prefix)
{
    Html cards;
    for (std::size_t first = 0; first < rows.size();) {
        const auto holder = rows[first].holder_id;
        const auto& name = rows[first].holder_name;
        Html lines;
        int count = 0;
        for (; first < rows.size() && rows[first].holder_id == holder; ++first, ++count)
            lines += special_price_row(view, rows[first]);
        cards +=
            ui::card({.title = name, .id = prefix + std::to_string(holder), .count = count}, lines);
    }
    return cards;
}

/// Whose it is: chosen once, then only said.
Html holder_fields(const SpecialPriceFormView& view)
{
    if (!view.holder.empty()) return none;
    const auto client = ui::select_field(view.fields.field("client"), view.clients);
    if (view.groups.size() < 2) return client; // « aucun » alone
    return div(cls(pair), client, ui::select_field(view.fields.field("group"), view.groups));
}

} // namespace

ItemNames names_of_items(const std::vector<Item>& items)
{
    ItemNames names;
    for (const auto& item : items)
        names[item.id] = item.name;
    return names;
}

Html special_price_row(const SpecialPriceListView& view, const SpecialPriceRow& row)
{
    const auto path = book_path(view.slug, "/particuliers/" + row.id.text());
    const auto what = item_words(view, row);
    const auto edit = ui::icon_link(path, {.label = t("pricebook.special.change", {{"item", what}}),
                                           .icon = "pencil",
                                           .kind = ui::ButtonKind::Ghost,
                                           .size = ui::ButtonSize::Small});
    const auto ended =
        when(has_ended(row, view.today), ui::badge(t("pricebook.special.ended"), ui::Tone::Gray));
    return ui::row(
        {.title = what,
         .detail = days_of(row) + " · " + row.reason,
         .aside = span(cls("flex items-center gap-2"), ended,
                       span(cls("num whitespace-nowrap"), effect_words(row, view.currency)), edit,
                       removal(view, row, what))});
}

Html special_price_list(const SpecialPriceListView& view)
{
    const auto tabs = book_tabs(view.slug, BookTab::special);
    if (view.of_clients.empty() && view.of_groups.empty())
        return group(tabs, ui::empty_state({.icon = "user-check",
                                            .title = t("pricebook.special.none"),
                                            .detail = t("pricebook.special.none_detail"),
                                            .actions = add_button(view)}));
    const auto heading = [](const char* words) { return h2(cls("eyebrow mt-2"), t(words)); };
    return group(tabs, div(cls(column),
                           div(cls("flex flex-wrap items-center gap-2"),
                               p(cls("flex-1 text-13 text-fg-2"), t("pricebook.special.intro")),
                               add_button(view)),
                           when(!view.of_groups.empty(), heading("pricebook.special.of_groups")),
                           cards_of(view, view.of_groups, "groupe-"),
                           when(!view.of_groups.empty() && !view.of_clients.empty(),
                                heading("pricebook.special.of_clients")),
                           cards_of(view, view.of_clients, "client-")));
}

Html special_price_form(const SpecialPriceFormView& view)
{
    const bool is_new = view.holder.empty();
    const auto title = is_new ? t("pricebook.special.new")
                              : t("pricebook.special.edit", {{"holder", view.holder}});
    return div(
        cls("mx-auto w-full max-w-[640px] px-4 py-6"), h1(cls("h1 mb-5"), title),
        view.fields.summary(),
        ui::form({.action = view.action, .guard = view.guard}, holder_fields(view),
                 ui::select_field(view.fields.field("item"), view.items),
                 ui::select_field(view.fields.field("effect", "percent_off"), effects()),
                 div(cls(pair), ui::input_field(number_field(view, "percent", "%")),
                     ui::input_field(number_field(view, "price", view.currency_sign))),
                 ui::check_box(view.fields.field("adds_up")),
                 div(cls(pair), ui::input_field(day_field(view, "starts_on")),
                     ui::input_field(day_field(view, "ends_on"))),
                 ui::input_field(view.fields.field("reason")),
                 when(!is_new, ui::hidden_field("version", view.fields.field("version").value)),
                 ui::form_actions(ui::submit({.label = t(is_new ? "pricebook.special.submit"
                                                                : "pricebook.item.save"),
                                              .kind = ui::ButtonKind::Primary}),
                                  ui::link_button(view.back, {.label = t("pricebook.item.cancel"),
                                                              .kind = ui::ButtonKind::Ghost}))));
}

} // namespace pricebook
