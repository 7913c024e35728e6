#include "modules/pricebook/promo_code_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/pricebook/book_views.hpp"

namespace pricebook
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* column = "mx-auto grid w-full max-w-[860px] grid-cols-1 gap-4 px-4 py-6";
constexpr const char* pair = "grid grid-cols-1 items-start gap-4 sm:grid-cols-2";

std::string effect_words(const PromoCodeRow& row, base::Currency currency)
{
    if (row.percent) return t("pricebook.special.less", {{"percent", i18n::rate(*row.percent)}});
    return t("pricebook.code.less",
             {{"amount", i18n::money(row.amount.value_or(base::Cents{}), currency)}});
}

std::string days_of(const PromoCodeRow& row)
{
    auto words = t("pricebook.special.from", {{"day", i18n::short_date(row.starts_on)}});
    if (row.ends_on)
        words += " " + t("pricebook.special.until", {{"day", i18n::short_date(*row.ends_on)}});
    return words;
}

/// « 3 utilisations sur 10 ».
std::string uses_of(const PromoCodeRow& row)
{
    auto words = t("pricebook.code.uses", {{"count", std::to_string(row.uses)}});
    if (row.uses_max)
        words += " " + t("pricebook.code.of", {{"most", std::to_string(*row.uses_max)}});
    return words;
}

Html standing(const PromoCodeRow& row, base::Date today)
{
    const auto badge = [](const char* words) { return ui::badge(t(words), ui::Tone::Gray); };
    if (row.stopped_at) return badge("pricebook.code.stopped");
    if (row.ends_on && *row.ends_on < today) return badge("pricebook.special.ended");
    if (today < row.starts_on) return badge("pricebook.code.later");
    if (row.uses_max && row.uses >= *row.uses_max) return badge("pricebook.code.exhausted");
    return none;
}

Html add_button(const CodeListView& view)
{
    return ui::link_button(
        book_path(view.slug, "/codes/nouveau"),
        {.label = t("pricebook.code.add"), .icon = "plus", .kind = ui::ButtonKind::Primary});
}

Html row_of(const CodeListView& view, const PromoCodeRow& row)
{
    return ui::row_link(
        book_path(view.slug, "/codes/" + row.id.text()),
        {.title = row.code,
         .detail = days_of(row) + " · " + uses_of(row) + " · " + row.reason,
         .aside = span(cls("flex items-center gap-2"), standing(row, view.today),
                       span(cls("num whitespace-nowrap"), effect_words(row, view.currency)))});
}

ui::Field typed_as(const CodeFormView& view, std::string_view name, const char* type)
{
    auto field = view.fields.field(name);
    field.type = type;
    return field;
}

ui::Field number_field(const CodeFormView& view, std::string_view name, const std::string& sign)
{
    auto field = view.fields.field(name);
    if (!sign.empty()) field.label += " (" + sign + ")";
    field.inputmode = sign.empty() ? "numeric" : "decimal";
    field.is_numeric = true;
    return field;
}

std::vector<ui::Choice> effects()
{
    std::vector<ui::Choice> choices;
    for (const char* code : {"percent_off", "amount_off"})
        choices.push_back({.value = code, .label = t("pricebook.effect." + std::string{code})});
    return choices;
}

/// A box each, closed while none is ticked: most codes are of everything.
Html item_boxes(const CodeFormView& view)
{
    if (view.items.empty()) return none;
    const auto field = view.fields.field("items");
    const auto box = [&](const ui::Choice& item) {
        return label(cls("flex items-start gap-2 py-1 text-13"),
                     input(type("checkbox"), cls("check mt-0.5"), name("items"), value(item.value),
                           when(view.ticked.contains(item.value), checked())),
                     span(cls("min-w-0 break-words"), item.label));
    };
    return details(
        when(!view.ticked.empty() || !field.error.empty(), open()),
        summary(cls("cursor-pointer text-13 font-[530]"), field.label,
                span(cls("ml-1 text-fg-3"), t("pricebook.code.items_count",
                                              {{"count", std::to_string(view.ticked.size())}}))),
        when(!field.error.empty(), p(cls("err"), field.error)), p(cls("hint mt-1"), field.hint),
        div(cls("mt-1 grid max-h-80 grid-cols-1 overflow-y-auto sm:grid-cols-2 sm:gap-x-4"),
            each(view.items, box)));
}

Html stopping(const CodeFormView& view)
{
    if (!view.code) return none;
    const auto path = "/codes/" + view.code->id.text() + "/arret";
    if (view.code->stopped_at)
        return ui::form(
            {.action = book_path(view.slug, path + "/fin"), .guard = view.guard, .classes = ""},
            p(cls("hint mb-2"), t("pricebook.code.is_stopped")),
            ui::submit({.label = t("pricebook.code.resume"), .icon = "rotate-cw"}));
    return ui::form({.action = book_path(view.slug, path),
                     .guard = view.guard,
                     .classes = "",
                     .confirm = t("pricebook.code.stop_question", {{"code", view.code->code}})},
                    ui::submit({.label = t("pricebook.code.stop"), .icon = "circle-x"}));
}

Html use_row(const CodeFormView& view, const CodeUseRow& use)
{
    const auto* folder = use.document == CodeDocument::quote ? "/devis/" : "/factures/";
    return ui::row_link(
        checked_local("/e/" + view.slug + folder + std::to_string(use.document_id)),
        {.title = use.client_name,
         .detail = use.document_name,
         .aside = span(cls("text-12 text-fg-3"), i18n::date_and_time(use.used_at, view.zone))});
}

Html uses_card(const CodeFormView& view)
{
    if (!view.code) return none;
    const auto nothing = ui::card_body(p(cls("hint"), t("pricebook.code.no_use")));
    return ui::card({.title = t("pricebook.code.uses_title"),
                     .id = "utilisations",
                     .count = static_cast<int>(view.uses.size()),
                     .classes = "mt-6"},
                    view.uses.empty() ? nothing : each(view.uses, [&](const CodeUseRow& use) {
                        return use_row(view, use);
                    }));
}

Html fields_of(const CodeFormView& view)
{
    return group(div(cls(pair), ui::input_field(view.fields.field("code")),
                     ui::select_field(view.fields.field("effect", "percent_off"), effects())),
                 div(cls(pair), ui::input_field(number_field(view, "percent", "%")),
                     ui::input_field(number_field(view, "amount", view.currency_sign))),
                 div(cls(pair), ui::input_field(typed_as(view, "starts_on", "date")),
                     ui::input_field(typed_as(view, "ends_on", "date"))),
                 div(cls(pair), ui::input_field(number_field(view, "uses_max", "")),
                     ui::input_field(number_field(view, "client_uses_max", ""))),
                 ui::select_field(view.fields.field("client"), view.clients), item_boxes(view),
                 ui::check_box(view.fields.field("adds_up")),
                 ui::input_field(view.fields.field("reason")));
}

} // namespace

Html code_list(const CodeListView& view)
{
    const auto tabs = book_tabs(view.slug, BookTab::codes);
    if (view.rows.empty())
        return group(tabs, ui::empty_state({.icon = "ticket",
                                            .title = t("pricebook.code.none"),
                                            .detail = t("pricebook.code.none_detail"),
                                            .actions = add_button(view)}));
    return group(
        tabs,
        div(cls(column),
            div(cls("flex flex-wrap items-center gap-2"),
                p(cls("flex-1 text-13 text-fg-2"), t("pricebook.code.intro")), add_button(view)),
            ui::card({.title = t("pricebook.code.title"),
                      .id = "codes",
                      .count = static_cast<int>(view.rows.size())},
                     each(view.rows, [&](const PromoCodeRow& row) { return row_of(view, row); }))));
}

Html code_form(const CodeFormView& view)
{
    const bool is_new = !view.code;
    const auto action = book_path(view.slug, is_new ? "/codes" : "/codes/" + view.code->id.text());
    return div(
        cls("mx-auto w-full max-w-[640px] px-4 py-6"),
        h1(cls("h1 mb-5"), is_new ? t("pricebook.code.new") : view.code->code),
        view.fields.summary(),
        ui::form({.action = action, .guard = view.guard}, fields_of(view),
                 when(!is_new, ui::hidden_field("version", view.fields.field("version").value)),
                 ui::form_actions(ui::submit({.label = t(is_new ? "pricebook.code.submit"
                                                                : "pricebook.item.save"),
                                              .kind = ui::ButtonKind::Primary}),
                                  ui::link_button(book_path(view.slug, "/codes"),
                                                  {.label = t("pricebook.item.cancel"),
                                                   .kind = ui::ButtonKind::Ghost}))),
        uses_card(view), div(cls("mt-4"), stopping(view)));
}

} // namespace pricebook
