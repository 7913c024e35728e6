#include "modules/tickets/view_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"

namespace tickets
{

using namespace html;
using i18n::t;

namespace
{

Html refusal_of(const std::string& refused)
{
    return when(!refused.empty(), ui::banner({.tone = ui::Tone::Amber,
                                              .icon = "triangle-alert",
                                              .words = refused,
                                              .urgency = ui::Urgency::Alert}));
}

Url place(const ViewListView& view, const SavedView& saved, std::string_view what = {})
{
    const auto path = route("/e/{}/tickets/vues/{}", view.slug, saved.id);
    return what.empty() ? path : checked_local(path.text() + "/" + std::string{what});
}

/// « Ouvrir d’abord », or that it is so and the way back.
Html first_form(const ViewListView& view, const SavedView& saved)
{
    const bool is_first = view.first == saved.id;
    const auto label = is_first ? "tickets.saved.not_first" : "tickets.saved.first";
    return ui::form({.action = route("/e/{}/tickets/vues/ouverture", view.slug),
                     .guard = view.guard,
                     .classes = ""},
                    ui::hidden_field("view", is_first ? std::string{} : saved.id.text()),
                    ui::submit({.label = t(label),
                                .size = ui::ButtonSize::Small,
                                .more = attribute<"aria-label">(t(label) + " : " + saved.name)}));
}

Html removal(const ViewListView& view, const SavedView& saved)
{
    const auto label = t("tickets.saved.remove", {{"name", saved.name}});
    return ui::form({.action = place(view, saved, "retrait"),
                     .guard = view.guard,
                     .classes = "",
                     .confirm = t("tickets.saved.confirm_remove", {{"name", saved.name}})},
                    ui::icon_submit({.label = label,
                                     .icon = "trash-2",
                                     .kind = ui::ButtonKind::Ghost,
                                     .size = ui::ButtonSize::Small}));
}

Html renaming(const ViewListView& view, const SavedView& saved)
{
    const auto name_id = "name_" + saved.id.text();
    return details(cls("px-4 pb-3"),
                   summary(cls("link w-fit py-1 text-13"), t("tickets.saved.change")),
                   ui::form({.action = place(view, saved),
                             .guard = view.guard,
                             .classes = "mt-2 grid max-w-[360px] gap-3"},
                            div(label(cls("label"), for_(name_id), t("tickets.saved.field.name")),
                                input(cls("input"), id(name_id), name("name"), value(saved.name),
                                      maxlength("40"), required())),
                            label(cls("flex min-h-8 items-center gap-2.5 text-13"),
                                  input(type("checkbox"), cls("check"), name("is_shared"),
                                        value("on"), when(saved.is_shared, checked())),
                                  span(t("tickets.saved.field.is_shared"))),
                            ui::form_actions(ui::submit({.label = t("tickets.reply.save"),
                                                         .size = ui::ButtonSize::Small}))));
}

Html saved_row(const ViewListView& view, const SavedView& saved)
{
    const bool is_own = saved.membership_id == view.reading.reader;
    auto detail = t(saved.is_shared ? "tickets.saved.of_team" : "tickets.saved.of_one");
    if (!is_own)
        detail = t("tickets.saved.of_other", {{"name", view.reading.name_of(saved.membership_id)}});
    return group(div(cls("row"),
                     span(cls("min-w-0 flex-1"),
                          a(cls("block truncate text-13 font-[560] hover:underline"),
                            href(view_path(view.slug, saved.query)), saved.name),
                          span(cls("block truncate text-12 text-fg-3"), detail)),
                     first_form(view, saved),
                     when(is_own || view.may_organise, removal(view, saved))),
                 when(is_own, renaming(view, saved)));
}

} // namespace

std::string query_of(const Narrowed& shown, const Filter& filter)
{
    const auto address = place_of(shown, filter).text();
    const auto mark = address.find('?');
    return mark == address.npos ? std::string{} : address.substr(mark + 1);
}

Url view_path(std::string_view slug, const std::string& query, bool is_board)
{
    const auto path =
        is_board ? route("/e/{}/tickets/tableau", slug) : route("/e/{}/tickets", slug);
    return checked_local(path.text() + "?" + query);
}

Html new_view_form(const NewViewView& view)
{
    return div(
        cls("mx-auto grid w-full max-w-[640px] grid-cols-1 gap-5 px-4 py-6"),
        div(h1(cls("h1"), t("tickets.saved.new")),
            p(cls("mt-1 text-13 text-fg-3"), t("tickets.saved.new_detail"))),
        refusal_of(view.refused), view.fields.summary(),
        ui::form({.action = view.action, .guard = view.guard},
                 ui::input_field(view.fields.field("name")),
                 ui::check_box(view.fields.field("is_shared")),
                 ui::check_box(view.fields.field("is_first")),
                 ui::form_actions(ui::submit({.label = t("tickets.saved.submit"),
                                              .kind = ui::ButtonKind::Primary}),
                                  ui::link_button(view.back, {.label = t("tickets.reply.cancel"),
                                                              .kind = ui::ButtonKind::Ghost}))));
}

Html view_list(const ViewListView& view)
{
    if (view.saved.empty())
        return ui::empty_state(
            {.icon = "bookmark",
             .title = t("tickets.saved.none"),
             .detail = t("tickets.saved.none_detail"),
             .actions = ui::link_button(route("/e/{}/tickets", view.slug).with("vue", "all"),
                                        {.label = t("tickets.nav")}),
             .level = ui::EmptyTitle::OfPart});
    return div(
        cls("mx-auto w-full max-w-[760px] px-4 py-6"), refusal_of(view.refused),
        ui::card({.title = t("tickets.saved.title"),
                  .id = "views",
                  .count = static_cast<int>(view.saved.size())},
                 each(view.saved, [&](const SavedView& saved) { return saved_row(view, saved); })));
}

} // namespace tickets
