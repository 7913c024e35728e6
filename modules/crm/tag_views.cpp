#include "modules/crm/tag_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"

namespace crm
{

using namespace html;
using i18n::t;

namespace
{

Html worn_tag(const TagLineView& view, const Tag& tag)
{
    const auto path = checked_local(view.client.text() + "/etiquettes/" + tag.id.text());
    const auto take_off = ui::icon_submit({.label = t("crm.tag.take_off", {{"name", tag.name}}),
                                           .icon = "x",
                                           .kind = ui::ButtonKind::Ghost,
                                           .size = ui::ButtonSize::Small});
    return li(cls("flex items-center"), tag_badge(tag.name, tag.tone),
              when(view.may_change,
                   ui::form({.action = path, .guard = view.guard, .classes = "flex"}, take_off)));
}

Html adding(const TagLineView& view)
{
    const auto path = checked_local(view.client.text() + "/etiquettes");
    return details(
        summary(cls("link w-fit py-1 text-13"), t("crm.tag.add")),
        ui::form(
            {.action = path, .guard = view.guard, .classes = "mt-2 flex flex-wrap items-end gap-2"},
            ui::input_field({.name = "tag",
                             .label = t("crm.tag.name"),
                             .length_max = 40,
                             .more = attribute<"list">("known-tags")}),
            datalist(id("known-tags"),
                     each(view.known, [](const TagUse& tag) { return option(value(tag.name)); })),
            ui::submit({.label = t("crm.tag.add_submit")})));
}

std::vector<ui::Choice> tone_choices()
{
    std::vector<ui::Choice> choices;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<TagTone>>([&](auto tone) {
        choices.push_back(
            {.value = tone.name, .label = t("crm.tag.colour." + std::string{tone.name})});
    });
    return choices;
}

Url tag_path(const TagListView& view, const TagUse& tag, std::string_view end)
{
    return checked_local("/e/" + view.slug + "/clients/etiquettes/" + tag.id.text() +
                         std::string{end});
}

Html saving(const TagListView& view, const TagUse& tag)
{
    return ui::form(
        {.action = tag_path(view, tag, ""),
         .guard = view.guard,
         .classes = "flex flex-wrap items-end gap-2"},
        ui::input_field(
            {.name = "name", .label = t("crm.tag.name"), .value = tag.name, .length_max = 40}),
        ui::select_field({.name = "tone",
                          .label = t("crm.tag.tone"),
                          .value = std::string{forms::enum_name(tag.tone)}},
                         tone_choices()),
        ui::submit({.label = t("crm.form.save")}));
}

Html merging(const TagListView& view, const TagUse& tag)
{
    std::vector<ui::Choice> others;
    for (const auto& other : view.tags)
        if (other.id != tag.id) others.push_back({.value = other.id.text(), .label = other.name});
    if (others.empty()) return none;
    return ui::form({.action = tag_path(view, tag, "/fusion"),
                     .guard = view.guard,
                     .classes = "flex flex-wrap items-end gap-2",
                     .confirm = t("crm.tag.confirm_merge", {{"name", tag.name}})},
                    ui::select_field({.name = "into",
                                      .label = t("crm.tag.merge_into"),
                                      .placeholder = t("crm.tag.merge_choose")},
                                     others),
                    ui::submit({.label = t("crm.tag.merge")}));
}

Html removing(const TagListView& view, const TagUse& tag)
{
    return ui::form({.action = tag_path(view, tag, "/retrait"),
                     .guard = view.guard,
                     .classes = "flex",
                     .confirm = t("crm.tag.confirm_remove", {{"name", tag.name}})},
                    ui::submit({.label = t("crm.tag.remove"), .kind = ui::ButtonKind::Danger}));
}

Html tag_row(const TagListView& view, const TagUse& tag)
{
    const auto uses = t("crm.tag.uses", {{"count", std::to_string(tag.clients)}});
    return details(
        cls("border-t border-line first:border-t-0 px-4 py-2"),
        summary(cls("flex cursor-pointer items-center justify-between gap-3 py-1"),
                tag_badge(tag.name, tag.tone), span(cls("text-13 text-fg-2"), uses)),
        div(cls("grid gap-3 py-3"), saving(view, tag), merging(view, tag), removing(view, tag)));
}

} // namespace

Html tag_badge(const std::string& name, TagTone tone)
{
    return ui::badge(name, ui::tone_named(forms::enum_name(tone)));
}

Html tag_line(const TagLineView& view)
{
    const auto worn = each(view.tags, [&](const Tag& tag) { return worn_tag(view, tag); });
    return div(cls("grid gap-1"), id("tags"),
               when(!view.tags.empty(), ul(cls("flex flex-wrap items-center gap-2"),
                                           attribute<"aria-label">(t("crm.tag.title")), worn)),
               view.may_change ? adding(view) : none);
}

Html tag_list(const TagListView& view)
{
    const auto title = h1(cls("h1 mb-2"), t("crm.tag.title"));
    const auto lead = p(cls("mb-5 text-fg-2"), t("crm.tag.lead"));
    if (view.tags.empty())
        return div(cls("mx-auto w-full max-w-[760px] px-4 py-6"), title,
                   ui::empty_state({.icon = "tag",
                                    .title = t("crm.tag.none"),
                                    .detail = t("crm.tag.none_detail"),
                                    .actions = none}));
    return div(cls("mx-auto w-full max-w-[760px] px-4 py-6"), title, lead,
               ui::card({.title = t("crm.tag.title"),
                         .id = "tags",
                         .count = static_cast<int>(view.tags.size())},
                        each(view.tags, [&](const TagUse& tag) { return tag_row(view, tag); })));
}

} // namespace crm
