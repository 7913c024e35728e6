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
    if (row.percent) return t("pricebook.special.less", {{"percent", i18n::rate(*row.percent)}});
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

Html special_row(const SpecialPriceListView& view, const SpecialPriceRow& row)
{
    const auto path = book_path(view.slug, "/particuliers/" + row.id.text() + "/retrait");
    const auto what = item_words(view, row);
    const auto remove =
        ui::form({.action = path,
                  .guard = view.guard,
                  .classes = "",
                  .confirm = t("pricebook.special.remove_question",
                               {{"item", what}, {"client", row.client_name}})},
                 ui::icon_submit({.label = t("pricebook.special.remove", {{"item", what}}),
                                  .icon = "trash-2",
                                  .kind = ui::ButtonKind::Ghost,
                                  .size = ui::ButtonSize::Small}));
    const auto ended =
        when(has_ended(row, view.today), ui::badge(t("pricebook.special.ended"), ui::Tone::Gray));
    return ui::row(
        {.title = what,
         .detail = days_of(row) + " · " + row.reason,
         .aside =
             span(cls("flex items-center gap-2"), ended,
                  span(cls("num whitespace-nowrap"), effect_words(row, view.currency)), remove)});
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

} // namespace

Html special_price_list(const SpecialPriceListView& view)
{
    const auto tabs = book_tabs(view.slug, BookTab::special);
    if (view.rows.empty())
        return group(tabs, ui::empty_state({.icon = "user-check",
                                            .title = t("pricebook.special.none"),
                                            .detail = t("pricebook.special.none_detail"),
                                            .actions = add_button(view)}));
    Html cards;
    for (std::size_t first = 0; first < view.rows.size();) {
        const auto client = view.rows[first].client_id;
        const auto& name = view.rows[first].client_name;
        Html rows;
        int count = 0;
        for (; first < view.rows.size() && view.rows[first].client_id == client; ++first, ++count)
            rows += special_row(view, view.rows[first]);
        cards += ui::card({.title = name, .id = "client-" + client.text(), .count = count}, rows);
    }
    return group(tabs, div(cls(column),
                           div(cls("flex flex-wrap items-center gap-2"),
                               p(cls("flex-1 text-13 text-fg-2"), t("pricebook.special.intro")),
                               add_button(view)),
                           cards));
}

Html special_price_form(const SpecialPriceFormView& view)
{
    const auto list = book_path(view.slug, "/particuliers");
    return div(cls("mx-auto w-full max-w-[640px] px-4 py-6"),
               h1(cls("h1 mb-5"), t("pricebook.special.new")), view.fields.summary(),
               ui::form({.action = list, .guard = view.guard},
                        ui::select_field(view.fields.field("client"), view.clients),
                        ui::select_field(view.fields.field("item"), view.items),
                        ui::select_field(view.fields.field("effect", "percent_off"), effects()),
                        div(cls(pair), ui::input_field(number_field(view, "percent", "%")),
                            ui::input_field(number_field(view, "price", view.currency_sign))),
                        div(cls(pair), ui::input_field(day_field(view, "starts_on")),
                            ui::input_field(day_field(view, "ends_on"))),
                        ui::input_field(view.fields.field("reason")),
                        ui::form_actions(ui::submit({.label = t("pricebook.special.submit"),
                                                     .kind = ui::ButtonKind::Primary}),
                                         ui::link_button(list, {.label = t("pricebook.item.cancel"),
                                                                .kind = ui::ButtonKind::Ghost}))));
}

} // namespace pricebook
