#include "modules/pricebook/draft_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/pricebook/words.hpp"

#include <set>

namespace pricebook
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* column = "mx-auto grid w-full max-w-[860px] grid-cols-1 gap-4 px-4 py-6";

Url item_path(std::string_view slug, ItemId item)
{
    return book_path(slug, "/brouillon/articles/" + item.text());
}

Html no_draft(const DraftView& view)
{
    if (view.scheduled)
        return ui::empty_state({.icon = "calendar-clock",
                                .title = t("pricebook.draft.scheduled",
                                           {{"day", i18n::long_date(*view.scheduled->starts_on)}}),
                                .detail = t("pricebook.draft.scheduled_detail"),
                                .actions = ui::link_button(
                                    book_path(view.slug, "/versions/" + view.scheduled->id.text()),
                                    {.label = t("pricebook.book.see")})});
    return ui::empty_state({.icon = "pencil",
                            .title = t("pricebook.draft.none"),
                            .detail = t("pricebook.draft.none_detail"),
                            .actions = draft_maker(book_path(view.slug, "/brouillon"), view.guard,
                                                   t("pricebook.book.edit"))});
}

Html add_button(const DraftView& view)
{
    return ui::link_button(book_path(view.slug, "/brouillon/articles/nouveau"),
                           {.label = t("pricebook.draft.add"), .icon = "plus"});
}

Html head_of(const DraftView& view)
{
    const auto activate = ui::link_button(book_path(view.slug, "/brouillon/activation"),
                                          {.label = t("pricebook.draft.activate"),
                                           .icon = "circle-check",
                                           .kind = ui::ButtonKind::Primary});
    return div(
        cls("flex flex-wrap items-center gap-2"),
        h2(cls("h1"), t("pricebook.draft.title", {{"number", std::to_string(view.draft->number)}})),
        state_badge(VersionState::draft), span(cls("flex-1")), add_button(view),
        when(!view.items.empty(), activate));
}

Html renaming(const DraftView& view)
{
    std::set<std::string> names;
    for (const auto& item : view.items)
        names.insert(item.category);
    std::vector<ui::Choice> choices;
    for (const auto& name : names)
        choices.push_back({.value = name, .label = name});
    auto category = view.category.field("category");
    category.hint.clear();
    return ui::card(
        {.title = t("pricebook.draft.rename"), .id = "categories"},
        ui::card_body(ui::form(
            {.action = book_path(view.slug, "/brouillon/categories"),
             .guard = view.guard,
             .classes = "grid grid-cols-1 items-start gap-4 sm:grid-cols-2"},
            ui::select_field(category, choices), ui::input_field(view.category.field("new_name")),
            ui::form_actions(ui::submit({.label = t("pricebook.draft.rename_submit")})))));
}

Html abandoning(const DraftView& view)
{
    return ui::form({.action = book_path(view.slug, "/brouillon/abandon"),
                     .guard = view.guard,
                     .classes = "",
                     .confirm = t("pricebook.draft.abandon_question")},
                    ui::submit({.label = t("pricebook.draft.abandon"), .icon = "trash-2"}));
}

} // namespace

Html draft_page(const DraftView& view)
{
    const auto tabs = book_tabs(view.slug, BookTab::draft);
    if (!view.draft) return group(tabs, no_draft(view));
    const auto nothing = ui::empty_state({.icon = "tag",
                                          .title = t("pricebook.draft.empty"),
                                          .detail = t("pricebook.draft.empty_detail"),
                                          .actions = add_button(view)});
    return group(tabs, div(cls(column), head_of(view),
                           p(cls("text-13 text-fg-2"), t("pricebook.draft.intro")),
                           view.items.empty()
                               ? nothing
                               : group(item_cards(view.slug, view.items, view.currency, item_path),
                                       renaming(view)),
                           abandoning(view)));
}

} // namespace pricebook
