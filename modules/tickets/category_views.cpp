#include "modules/tickets/category_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"

#include <algorithm>

namespace tickets
{

using namespace html;
using i18n::t;

namespace
{

constexpr std::size_t badges_max = 2; ///< of a row or a card

Html badge(const std::string& name)
{
    return ui::badge(name, ui::Tone::Gray, ui::Dot::No);
}

Url path_of(const CategoryListView& view, const Category& category, std::string_view what = {})
{
    const auto path = route("/e/{}/reglages/categories/{}", view.slug, category.id);
    return what.empty() ? path : checked_local(path.text() + "/" + std::string{what});
}

Html place_button(const Category& category, Place where)
{
    const bool is_up = where == Place::up;
    return ui::icon_submit({.label = t(is_up ? "tickets.category.up" : "tickets.category.down",
                                       {{"name", category.name}}),
                            .icon = is_up ? ui::Icon{"chevron-up"} : ui::Icon{"chevron-down"},
                            .kind = ui::ButtonKind::Ghost,
                            .size = ui::ButtonSize::Small,
                            .name = "place",
                            .value = is_up ? "up" : "down"});
}

std::string assignee_words(const CategoryListView& view, const Category& category)
{
    if (!category.assignee_id) return {};
    const auto name = view.names.find(*category.assignee_id);
    if (name == view.names.end()) return {};
    return t("tickets.category.given_to", {{"name", name->second}});
}

Html edit_link(const CategoryListView& view, const Category& category)
{
    const auto label = t("tickets.category.edit_this", {{"name", category.name}});
    return ui::icon_link(path_of(view, category), {.label = label,
                                                   .icon = "pencil",
                                                   .kind = ui::ButtonKind::Ghost,
                                                   .size = ui::ButtonSize::Small});
}

Html active_row(const CategoryListView& view, const Category& category)
{
    const auto& all = view.categories;
    const auto ordering = ui::form(
        {.action = path_of(view, category, "place"), .guard = view.guard, .classes = "flex"},
        when(neighbour(all, category.id, Place::up) != nullptr, place_button(category, Place::up)),
        when(neighbour(all, category.id, Place::down) != nullptr,
             place_button(category, Place::down)));
    return ui::row(
        {.title = category.name,
         .detail = assignee_words(view, category),
         .aside = div(cls("flex items-center gap-1"), ordering, edit_link(view, category))});
}

Html retired_row(const CategoryListView& view, const Category& category)
{
    return ui::row(
        {.title = category.name,
         .aside = ui::form(
             {.action = path_of(view, category, "retour"), .guard = view.guard, .classes = ""},
             ui::submit({.label = t("tickets.category.restore"),
                         .size = ui::ButtonSize::Small,
                         .more = attribute<"aria-label">(
                             t("tickets.category.restore_this", {{"name", category.name}}))}))});
}

Html retirement(const CategoryFormView& view)
{
    return ui::form({.action = checked_local(view.action.text() + "/retrait"),
                     .guard = view.guard,
                     .classes = "mt-3"},
                    p(cls("hint mb-2"), t("tickets.category.retire_hint")),
                    ui::submit({.label = t("tickets.category.retire"), .icon = "archive"}));
}

} // namespace

Html category_badges(const CategoryNames& filed, TicketId ticket)
{
    const auto found = filed.find(ticket);
    if (found == filed.end()) return none;
    const auto& names = found->second;
    Html badges;
    for (std::size_t i = 0; i < std::min(names.size(), badges_max); ++i)
        badges += badge(names[i]);
    if (names.size() > badges_max) badges += badge("+" + std::to_string(names.size() - badges_max));
    return span(cls("inline-flex max-w-full flex-none flex-wrap gap-1"), badges);
}

Html category_badges(const std::vector<Category>& categories)
{
    if (categories.empty()) return none;
    return span(cls("flex flex-wrap gap-1"), each(categories, [](const Category& category) {
                    return badge(category.retired_at
                                     ? t("tickets.category.retired_name", {{"name", category.name}})
                                     : category.name);
                }));
}

Html category_boxes(const std::vector<Category>& offered, const std::set<CategoryId>& ticked)
{
    if (offered.empty()) return none;
    return fieldset(legend(cls("label"), t("tickets.category.title")),
                    div(cls("grid grid-cols-1 gap-1"), each(offered, [&](const Category& category) {
                            return label(cls("flex min-h-8 items-center gap-2.5 text-13"),
                                         input(type("checkbox"), cls("check"), name("category"),
                                               value(category.id.text()),
                                               when(ticked.contains(category.id), checked())),
                                         span(cls("min-w-0 break-words"), category.name));
                        })));
}

Html category_list(const CategoryListView& view)
{
    if (view.categories.empty())
        return ui::empty_state(
            {.icon = "tag",
             .title = t("tickets.category.none"),
             .detail = t("tickets.category.none_detail"),
             .actions = ui::link_button(route("/e/{}/reglages/categories/nouvelle", view.slug),
                                        {.label = t("tickets.category.new"), .icon = "plus"})});
    Html active;
    Html retired;
    int active_count = 0;
    for (const auto& category : view.categories) {
        if (category.retired_at)
            retired += retired_row(view, category);
        else
            active += active_row(view, category), ++active_count;
    }
    const auto cards =
        when(!retired.empty(),
             ui::card({.title = t("tickets.category.retired"), .id = "retired", .classes = "mt-4"},
                      retired));
    return div(
        cls("mx-auto w-full max-w-[760px] px-4 py-6"),
        p(cls("mb-4 text-13 text-fg-2"), t("tickets.category.intro")),
        ui::card({.title = t("tickets.category.title"), .id = "categories", .count = active_count},
                 active),
        cards);
}

Html category_form(const CategoryFormView& view)
{
    const bool is_new = !view.category.id;
    const auto& category = view.category;
    const auto assignee = category.assignee_id ? category.assignee_id->text() : std::string{};
    auto who = view.fields.field("assignee", assignee);
    who.placeholder = t("tickets.category.nobody");
    const auto refusal = when(!view.refused.empty(), ui::banner({.tone = ui::Tone::Amber,
                                                                 .icon = "triangle-alert",
                                                                 .words = view.refused,
                                                                 .urgency = ui::Urgency::Alert}));
    const auto version = view.fields.field("version", std::to_string(category.version)).value;
    return div(
        cls("mx-auto grid w-full max-w-[640px] grid-cols-1 gap-5 px-4 py-6"),
        h1(cls("h1"), t(is_new ? "tickets.category.new" : "tickets.category.edit")), refusal,
        view.fields.summary(),
        ui::form({.action = view.action, .guard = view.guard},
                 ui::input_field(view.fields.field("name", category.name)),
                 ui::select_field(who, view.staff),
                 when(!is_new, ui::hidden_field("version", version)),
                 ui::form_actions(ui::submit({.label = t("tickets.reply.save"),
                                              .kind = ui::ButtonKind::Primary}),
                                  ui::link_button(view.back, {.label = t("tickets.reply.cancel"),
                                                              .kind = ui::ButtonKind::Ghost}))),
        when(!is_new && !category.retired_at, retirement(view)));
}

} // namespace tickets
