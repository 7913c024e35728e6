#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/pricebook/draft_views.hpp"
#include "modules/pricebook/words.hpp"

namespace pricebook
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* pair = "grid grid-cols-1 items-start gap-4 sm:grid-cols-2";
constexpr const char* known_categories = "known-categories";

template <class E>
std::vector<ui::Choice> choices_of(std::string (*words)(E))
{
    std::vector<ui::Choice> choices;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>(
        [&](auto one) { choices.push_back({.value = one.name, .label = words(one.value)}); });
    return choices;
}

ui::Field price_field(const ItemFormView& view, std::string_view name)
{
    auto field = view.fields.field(name);
    field.label += " (" + view.currency_sign + ")";
    field.inputmode = "decimal";
    field.is_numeric = true;
    return field;
}

ui::Field day_field(const ItemFormView& view, std::string_view name)
{
    auto field = view.fields.field(name);
    field.type = "date";
    return field;
}

Html identity_fields(const ItemFormView& view)
{
    auto category = view.fields.field("category");
    category.more = list_id(known_categories);
    auto code = view.fields.field("code");
    code.autocomplete = "off";
    return group(ui::input_field(view.fields.field("name")),
                 div(cls(pair), ui::input_field(code), ui::input_field(category)),
                 datalist(id(known_categories),
                          each(view.categories,
                               [](const std::string& known) { return option(value(known)); })),
                 ui::text_area(view.fields.field("description"), 3));
}

Html price_fields(const ItemFormView& view)
{
    return group(
        div(cls(pair),
            ui::select_field(view.fields.field("kind", "flat"), choices_of<PriceKind>(kind_words)),
            ui::input_field(view.fields.field("unit"))),
        ui::input_field(price_field(view, "one_off_price")),
        div(cls(pair), ui::input_field(price_field(view, "monthly_price")),
            ui::input_field(price_field(view, "annual_price"))),
        ui::select_field(view.fields.field("tax", "standard"), choices_of<TaxChoice>(tax_words)));
}

/// Nothing chosen: the usual one of the category, which is typed above.
std::vector<ui::Choice> territories()
{
    auto choices = choices_of<Territory>(territory_words);
    choices.insert(choices.begin(), {.value = {}, .label = t("pricebook.territory.usual")});
    return choices;
}

Html offer_fields(const ItemFormView& view)
{
    auto position = view.fields.field("position");
    position.inputmode = "numeric";
    position.is_numeric = true;
    return group(ui::select_field(view.fields.field("territory"), territories()),
                 ui::select_field(view.fields.field("offer", "offered"),
                                  choices_of<OfferState>(offer_words)),
                 div(cls(pair), ui::input_field(day_field(view, "offered_from")),
                     ui::input_field(day_field(view, "offered_until"))),
                 ui::input_field(position));
}

Html removal(const ItemFormView& view)
{
    return ui::form({.action = checked_local(view.action.text() + "/retrait"),
                     .guard = view.guard,
                     .classes = "mt-8",
                     .confirm = t("pricebook.item.remove_question", {{"name", view.name}})},
                    ui::submit({.label = t("pricebook.item.remove"),
                                .icon = "trash-2",
                                .kind = ui::ButtonKind::Danger}));
}

} // namespace

Html item_form(const ItemFormView& view)
{
    const bool is_new = view.name.empty();
    const auto back = book_path(view.slug, "/brouillon");
    return div(
        cls("mx-auto w-full max-w-[640px] px-4 py-6"),
        h1(cls("h1 mb-5"), t(is_new ? "pricebook.item.new" : "pricebook.item.edit")),
        view.fields.summary(),
        ui::form({.action = view.action, .guard = view.guard}, identity_fields(view),
                 price_fields(view), offer_fields(view),
                 when(!is_new, ui::hidden_field("version", view.fields.field("version").value)),
                 ui::form_actions(
                     ui::submit({.label = t(is_new ? "pricebook.item.add" : "pricebook.item.save"),
                                 .kind = ui::ButtonKind::Primary}),
                     ui::link_button(back, {.label = t("pricebook.item.cancel"),
                                            .kind = ui::ButtonKind::Ghost}))),
        when(!is_new, removal(view)));
}

} // namespace pricebook
