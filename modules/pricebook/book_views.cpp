#include "modules/pricebook/book_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/pricebook/words.hpp"

namespace pricebook
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* column = "mx-auto grid w-full max-w-[860px] grid-cols-1 gap-4 px-4 py-6";

ui::Tone tone_of(VersionState state)
{
    switch (state) {
    case VersionState::draft:
        return ui::Tone::Amber;
    case VersionState::scheduled:
        return ui::Tone::Blue;
    case VersionState::active:
        return ui::Tone::Green;
    case VersionState::archived:
        break;
    }
    return ui::Tone::Gray;
}

Html search_form(const BookView& view)
{
    return form(method("get"), action(book_path(view.slug)), role("search"),
                cls("flex flex-wrap items-center gap-2"),
                div(cls("input-wrap w-full min-w-0 sm:w-auto sm:max-w-80 sm:flex-1"),
                    ui::icon("search", "i-sm"),
                    input(type("search"), name("q"), value(view.query), ui::hotkey("/,Shift+/"),
                          attribute<"aria-label">(t("pricebook.book.search")),
                          placeholder(t("pricebook.book.search")))),
                ui::submit({.label = t("pricebook.book.submit")}));
}

/// What stands under the name: the code, what it is, since when and until when it is offered.
std::string detail_of(const Item& item)
{
    auto words = item.code;
    if (item.tax != TaxChoice::standard) words += " · " + tax_words(item.tax);
    if (item.territory != Territory::everywhere) words += " · " + territory_words(item.territory);
    if (item.offered_from)
        words += " · " +
                 t("pricebook.book.offered_from", {{"day", i18n::short_date(*item.offered_from)}});
    if (item.offered_until)
        words += " · " + t("pricebook.book.offered_until",
                           {{"day", i18n::short_date(*item.offered_until)}});
    if (!item.description.empty()) words += " · " + item.description;
    return words;
}

Html item_row(std::string_view slug, const Item& item, base::Currency currency, ItemLink to_item)
{
    const auto prices = each(prices_in_words(item, currency), [](const std::string& price) {
        return span(cls("num block text-right"), price);
    });
    const bool is_inactive = item.offer == OfferState::inactive;
    const auto aside =
        span(cls("flex items-center gap-2"),
             when(is_inactive, ui::badge(offer_words(item.offer), ui::Tone::Gray)), span(prices));
    const ui::Row row{
        .title = item.name, .detail = detail_of(item), .aside = is_inactive ? aside : span(prices)};
    return to_item == nullptr ? ui::row(row) : ui::row_link(to_item(slug, item.id), row);
}

Html empty_book(const BookView& view)
{
    if (!view.query.empty())
        return ui::empty_state({.icon = "search",
                                .title = t("pricebook.book.none_found"),
                                .detail = t("pricebook.book.none_found_detail"),
                                .actions = ui::link_button(book_path(view.slug),
                                                           {.label = t("pricebook.book.clear")})});
    const auto start = view.has_draft ? ui::link_button(book_path(view.slug, "/brouillon"),
                                                        {.label = t("pricebook.book.open_draft"),
                                                         .kind = ui::ButtonKind::Primary})
                                      : draft_maker(book_path(view.slug, "/brouillon"), view.guard,
                                                    t("pricebook.book.start"));
    return ui::empty_state({.icon = "tag",
                            .title = t("pricebook.book.none"),
                            .detail = t("pricebook.book.none_detail"),
                            .actions = view.scheduled ? none : start});
}

/// Since when these prices hold, and the way to others.
Html head_of(const BookView& view)
{
    const auto open = ui::link_button(book_path(view.slug, "/brouillon"),
                                      {.label = t("pricebook.book.open_draft"), .icon = "pencil"});
    const auto edit =
        draft_maker(book_path(view.slug, "/brouillon"), view.guard, t("pricebook.book.edit"));
    const auto next = view.has_draft ? open : edit;
    return div(cls("flex flex-wrap items-center gap-2"),
               p(cls("flex-1 text-13 text-fg-2"),
                 t("pricebook.book.active", {{"number", std::to_string(view.active->number)},
                                             {"day", i18n::long_date(*view.active->starts_on)}})),
               when(!view.scheduled, next));
}

Html scheduled_banner(const BookView& view)
{
    if (!view.scheduled) return none;
    return ui::banner(
        {.tone = ui::Tone::Blue,
         .icon = "calendar-clock",
         .words =
             t("pricebook.book.scheduled", {{"number", std::to_string(view.scheduled->number)},
                                            {"day", i18n::long_date(*view.scheduled->starts_on)}}),
         .action = ui::link(book_path(view.slug, "/versions/" + view.scheduled->id.text()),
                            t("pricebook.book.see"))});
}

Html showing_card(const BookView& view)
{
    return ui::card({.title = t("pricebook.showing.title"), .id = "portail", .classes = "mt-5"},
                    ui::card_body(ui::form(
                        {.action = book_path(view.slug, "/portail"), .guard = view.guard},
                        ui::check_box({.name = "are_shown",
                                       .label = t("pricebook.showing.are_shown"),
                                       .value = view.showing == Showing::shown ? "on" : "",
                                       .hint = t("pricebook.showing.hint")}),
                        ui::form_actions(ui::submit({.label = t("pricebook.showing.save")})))));
}

} // namespace

Url book_path(std::string_view slug, std::string_view end)
{
    return checked_local("/e/" + std::string{slug} + "/tarifs" + std::string{end});
}

Html book_tabs(std::string_view slug, BookTab current)
{
    const auto tab = [&](const char* label, const char* end, BookTab which) {
        return ui::Tab{
            .label = t(label), .to = book_path(slug, end), .is_current = which == current};
    };
    return ui::tabs(t("pricebook.nav"),
                    {tab("pricebook.tab.prices", "", BookTab::prices),
                     tab("pricebook.tab.draft", "/brouillon", BookTab::draft),
                     tab("pricebook.tab.versions", "/versions", BookTab::versions),
                     tab("pricebook.tab.special", "/particuliers", BookTab::special),
                     tab("pricebook.tab.groups", "/groupes", BookTab::groups),
                     tab("pricebook.tab.codes", "/codes", BookTab::codes),
                     tab("pricebook.tab.changes", "/modifications", BookTab::changes)});
}

Html state_badge(VersionState state)
{
    return ui::badge(t("pricebook.state." + std::string{forms::enum_name(state)}), tone_of(state));
}

Html draft_maker(const Url& action, const Html& guard, const std::string& label)
{
    return ui::form(
        {.action = action, .guard = guard, .classes = ""},
        ui::submit({.label = label, .icon = "pencil", .kind = ui::ButtonKind::Primary}));
}

Html item_cards(std::string_view slug, const std::vector<Item>& items, base::Currency currency,
                ItemLink to_item)
{
    Html cards;
    for (std::size_t from = 0, until = 0; from < items.size(); from = until) {
        Html rows;
        while (until < items.size() && items[until].category == items[from].category)
            rows += item_row(slug, items[until++], currency, to_item);
        cards += ui::card({.title = items[from].category,
                           .id = "categorie-" + std::to_string(from),
                           .count = static_cast<int>(until - from)},
                          rows);
    }
    return cards;
}

Html book_page(const BookView& view)
{
    const bool is_blank = !view.active || (view.items.empty() && view.query.empty());
    if (is_blank)
        return group(book_tabs(view.slug, BookTab::prices), scheduled_banner(view),
                     empty_book(view));
    return group(book_tabs(view.slug, BookTab::prices), scheduled_banner(view),
                 div(cls(column), head_of(view), search_form(view),
                     view.items.empty() ? empty_book(view)
                                        : item_cards(view.slug, view.items, view.currency, nullptr),
                     showing_card(view)));
}

} // namespace pricebook
