#include "modules/crm/client_merge_views.hpp"

#include "kernel/base/text.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"

namespace crm
{

using namespace html;
using i18n::t;

namespace
{

/// An address is shown and taken whole.
std::string shown(const MergePreview& view, const Client& client, const MergeField& field)
{
    if (field.value == &Client::type) return type_name(view.types, client.type);
    if (field.value != &Client::billing_address) return client.*field.value;
    return base::trim(client.billing_address + " " + client.billing_postal_code + " " +
                      client.billing_city + " " + client.billing_country);
}

std::string or_nothing(const std::string& value)
{
    return value.empty() ? t("crm.merge.nothing") : value;
}

Html field_row(const MergePreview& view, const MergeField& field)
{
    const auto kept = shown(view, view.kept, field);
    const auto other = shown(view, view.merged, field);
    if (!field.with.empty() || (kept.empty() && other.empty())) return none;
    const std::string name{field.name};
    const auto take = kept == other || other.empty()
                          ? span(cls("text-13 text-fg-3"), or_nothing(other))
                          : label(cls("flex items-start gap-2 text-13"),
                                  input(type("checkbox"), cls("check mt-0.5"), html::name("take"),
                                        value(name), when(kept.empty(), checked())),
                                  span(t("crm.merge.take", {{"value", other}})));
    return div(cls("border-t border-line first:border-t-0 grid gap-2 px-4 py-3 sm:grid-cols-3"),
               span(cls("text-13 text-fg-2"), t("crm.field." + name)),
               span(cls("text-13 font-medium break-words"), or_nothing(kept)),
               div(cls("min-w-0 break-words"), take));
}

Html heads(const MergePreview& view)
{
    return div(cls("hidden px-4 py-2 text-12 text-fg-3 sm:block"),
               div(cls("grid gap-2 sm:grid-cols-3"), span(),
                   span(t("crm.merge.kept", {{"name", view.kept.name}})),
                   span(t("crm.merge.merged", {{"name", view.merged.name}}))));
}

Html conflict_banner(const MergePreview& view)
{
    if (view.conflict.empty()) return none;
    return ui::banner({.tone = ui::Tone::Amber,
                       .icon = "triangle-alert",
                       .words = view.conflict,
                       .urgency = ui::Urgency::Alert});
}

Html undo_line(const MergesView& view, const MergesView::Line& merge)
{
    return div(cls("border-t border-line first:border-t-0 flex items-center gap-3 px-4 py-2"),
               span(cls("min-w-0 flex-1 text-13"),
                    t("crm.merge.line", {{"name", merge.name}, {"when", merge.when}})),
               ui::form({.action = view.undo,
                         .guard = view.guard,
                         .classes = "flex",
                         .confirm = t("crm.merge.confirm_undo", {{"name", merge.name}})},
                        ui::hidden_field("merge", merge.id.text()),
                        ui::submit({.label = t("crm.merge.undo"), .size = ui::ButtonSize::Small})));
}

} // namespace

Html merge_choice(const MergeChoiceView& view)
{
    const auto rows = each(view.others, [&](const ClientRow& row) {
        return ui::row_link(view.action.with("avec", row.id.text()),
                            {.title = row.name, .detail = row.billing_city});
    });
    return div(cls("mx-auto grid w-full max-w-[760px] gap-5 px-4 py-6"),
               div(h1(cls("h1 mb-2"), t("crm.merge.title")),
                   p(cls("text-fg-2"), t("crm.merge.choose", {{"name", view.kept_name}}))),
               form(method("get"), action(view.action), role("search"), cls("flex items-end gap-2"),
                    ui::input_field({.name = "q",
                                     .label = t("crm.list.search"),
                                     .value = view.query,
                                     .type = "search"}),
                    ui::submit({.label = t("crm.list.submit")})),
               ui::card({.title = t("crm.nav"), .id = "others"},
                        view.others.empty()
                            ? ui::card_body(p(cls("text-13 text-fg-3"), t("crm.list.none_found")))
                            : rows));
}

Html merge_preview(const MergePreview& view)
{
    const auto fields =
        each(merge_fields, [&](const MergeField& field) { return field_row(view, field); });
    return div(
        cls("mx-auto grid w-full max-w-[960px] gap-5 px-4 py-6"), conflict_banner(view),
        div(h1(cls("h1 mb-2"), t("crm.merge.title")),
            p(cls("text-fg-2"),
              t("crm.merge.lead", {{"kept", view.kept.name}, {"merged", view.merged.name}}))),
        ui::form(
            {.action = view.action, .guard = view.guard},
            ui::hidden_field("other", view.merged.id.text()),
            ui::hidden_field("version", std::to_string(view.kept.version)),
            ui::hidden_field("other_version", std::to_string(view.merged.version)),
            ui::card({.title = t("crm.merge.fields"), .id = "fields"}, group(heads(view), fields)),
            p(cls("text-13 text-fg-2"), t("crm.merge.moves")),
            ui::form_actions(
                ui::submit({.label = t("crm.merge.submit", {{"name", view.kept.name}}),
                            .kind = ui::ButtonKind::Primary}),
                ui::link_button(view.other_way,
                                {.label = t("crm.merge.other_way", {{"name", view.merged.name}})}),
                ui::link_button(view.back,
                                {.label = t("crm.form.cancel"), .kind = ui::ButtonKind::Ghost}))));
}

Html merges_card(const MergesView& view)
{
    const auto start = ui::link_button(
        view.start,
        {.label = t("crm.merge.start"), .icon = "merge", .size = ui::ButtonSize::Small});
    const auto lines =
        each(view.merges, [&](const MergesView::Line& merge) { return undo_line(view, merge); });
    return ui::card({.title = t("crm.merge.title"), .id = "merges", .actions = start},
                    view.merges.empty()
                        ? ui::card_body(p(cls("text-13 text-fg-3"), t("crm.merge.hint")))
                        : lines);
}

} // namespace crm
