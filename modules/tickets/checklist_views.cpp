#include "modules/tickets/checklist_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/tickets/ticket_list_views.hpp"

#include <algorithm>

namespace tickets
{

using namespace html;
using i18n::t;

namespace
{

Url place_of(const TicketPageView& view, const std::string& rest)
{
    return checked_local(ticket_path(view.slug, view.ticket.number).text() + rest);
}

Html done_words(const TicketPageView& view, const ChecklistItem& item)
{
    if (!item.done_by || !item.done_at) return none;
    return span(
        cls("block text-12 text-fg-3"),
        t("tickets.checklist.done_by", {{"name", view.reading.name_of(item.done_by)},
                                        {"when", moment_of(view.reading, *item.done_at).shown}}));
}

Html item_line(const TicketPageView& view, const ChecklistItem& item)
{
    const bool is_done = item.done_by.has_value();
    const auto words =
        span(cls("min-w-0"), span(cls(is_done ? "text-fg-3 line-through" : ""), item.title),
             done_words(view, item));
    const auto mark = is_done ? ui::icon("square-check", "i-sm mt-0.5 text-brand")
                              : ui::icon("square", "i-sm mt-0.5");
    if (!view.rights.may_tick) return li(cls("flex items-start gap-2 py-1 text-13"), mark, words);
    return li(ui::form(
        {.action = place_of(view, "/points/" + item.id.text()), .guard = view.guard, .classes = ""},
        html::button(type("submit"), name("tick"), value(is_done ? "undo" : "done"),
                     cls("flex min-h-11 w-full items-start gap-2 py-2 text-left "
                         "text-13 sm:min-h-0 sm:py-1"),
                     attribute<"aria-pressed">(is_done ? "true" : "false"), mark, words)));
}

Html removal(const TicketPageView& view, const Checklist& list)
{
    if (!view.rights.may_tick) return none;
    return ui::form(
        {.action = place_of(view, "/listes/" + list.id.text() + "/retrait"),
         .guard = view.guard,
         .classes = "",
         .confirm = t("tickets.checklist.confirm_remove", {{"title", list.title}})},
        ui::icon_submit({.label = t("tickets.checklist.remove", {{"title", list.title}}),
                         .icon = "x",
                         .kind = ui::ButtonKind::Ghost,
                         .size = ui::ButtonSize::Small}));
}

Html card_of(const TicketPageView& view, const FilledChecklist& filled)
{
    const auto done = std::ranges::count_if(
        filled.items, [](const auto& item) { return item.done_by.has_value(); });
    const auto progress =
        t("tickets.checklist.progress",
          {{"done", std::to_string(done)}, {"all", std::to_string(filled.items.size())}});
    const auto required =
        when(filled.list.is_required, ui::badge(t("tickets.checklist.required"), ui::Tone::Amber));
    return ui::card({.title = filled.list.title,
                     .id = "checklist_" + filled.list.id.text(),
                     .actions = group(required, span(cls("num text-12 text-fg-3"), progress),
                                      removal(view, filled.list)),
                     .classes = "mb-4"},
                    ui::card_body(ul(each(filled.items, [&](const ChecklistItem& item) {
                        return item_line(view, item);
                    }))));
}

Html refusal_of(const std::string& refused)
{
    return when(!refused.empty(), ui::banner({.tone = ui::Tone::Amber,
                                              .icon = "triangle-alert",
                                              .words = refused,
                                              .urgency = ui::Urgency::Alert}));
}

Html required_box(const guard::FormView& fields, bool is_required)
{
    return ui::check_box(fields.field("is_required", is_required ? "on" : ""));
}

Html template_row(const NewChecklistView& view, const ChecklistTemplate& written)
{
    const auto items = items_in(written.items);
    const auto count = std::to_string(items.size());
    return ui::row(
        {.title = written.title,
         .detail = t("tickets.checklist.items", {{"count", count}}),
         .aside = ui::form(
             {.action = view.action, .guard = view.guard, .classes = ""},
             ui::hidden_field("title", written.title), ui::hidden_field("items", written.items),
             ui::hidden_field("is_required", written.is_required ? "on" : ""),
             ui::submit({.label = t("tickets.checklist.use"),
                         .size = ui::ButtonSize::Small,
                         .more = attribute<"aria-label">(
                             t("tickets.checklist.use_this", {{"title", written.title}}))}))});
}

} // namespace

Html checklist_cards(const TicketPageView& view)
{
    return each(view.checklists,
                [&](const FilledChecklist& filled) { return card_of(view, filled); });
}

Html new_checklist_form(const NewChecklistView& view)
{
    const auto ready = when(!view.templates.empty(),
                            ui::card({.title = t("tickets.checklist.templates"), .id = "ready"},
                                     each(view.templates, [&](const ChecklistTemplate& written) {
                                         return template_row(view, written);
                                     })));
    return div(
        cls("mx-auto grid w-full max-w-[640px] grid-cols-1 gap-5 px-4 py-6"),
        div(h1(cls("h1"), t("tickets.checklist.add")),
            p(cls("mt-1 text-13 text-fg-3"), view.ticket.number, " · ", view.ticket.title)),
        refusal_of(view.refused), view.fields.summary(), ready,
        ui::form({.action = view.action, .guard = view.guard},
                 ui::input_field(view.fields.field("title")),
                 ui::text_area(view.fields.field("items"), 6), required_box(view.fields, false),
                 ui::form_actions(ui::submit({.label = t("tickets.checklist.submit"),
                                              .kind = ui::ButtonKind::Primary}),
                                  ui::link_button(view.back, {.label = t("tickets.reply.cancel"),
                                                              .kind = ui::ButtonKind::Ghost}))));
}

Html checklist_template_list(std::string_view slug, const std::vector<ChecklistTemplate>& templates)
{
    if (templates.empty())
        return ui::empty_state(
            {.icon = "list-checks",
             .title = t("tickets.checklist.none"),
             .detail = t("tickets.checklist.none_detail"),
             .actions = ui::link_button(route("/e/{}/reglages/listes/nouvelle", slug),
                                        {.label = t("tickets.checklist.new"), .icon = "plus"})});
    const auto rows = each(templates, [&](const ChecklistTemplate& written) {
        const auto count = std::to_string(items_in(written.items).size());
        return ui::row_link(
            route("/e/{}/reglages/listes/{}", slug, written.id),
            {.title = written.title,
             .detail = t("tickets.checklist.items", {{"count", count}}),
             .aside = when(written.is_required,
                           ui::badge(t("tickets.checklist.required"), ui::Tone::Amber))});
    });
    return div(cls("mx-auto w-full max-w-[760px] px-4 py-6"),
               ui::card({.title = t("tickets.checklist.title"),
                         .id = "checklists",
                         .count = static_cast<int>(templates.size())},
                        rows));
}

Html checklist_template_form(const ChecklistTemplateView& view)
{
    const bool is_new = !view.written.id;
    const auto version = view.fields.field("version", std::to_string(view.written.version)).value;
    const auto removing = ui::form(
        {.action = checked_local(view.action.text() + "/retrait"),
         .guard = view.guard,
         .classes = "mt-3",
         .confirm = t("tickets.checklist.confirm_remove", {{"title", view.written.title}})},
        ui::submit({.label = t("tickets.reply.remove"),
                    .icon = "trash-2",
                    .kind = ui::ButtonKind::Danger}));
    return div(
        cls("mx-auto grid w-full max-w-[640px] grid-cols-1 gap-5 px-4 py-6"),
        h1(cls("h1"), t(is_new ? "tickets.checklist.new" : "tickets.checklist.edit")),
        refusal_of(view.refused), view.fields.summary(),
        ui::form({.action = view.action, .guard = view.guard},
                 ui::input_field(view.fields.field("title", view.written.title)),
                 ui::text_area(view.fields.field("items", view.written.items), 8),
                 required_box(view.fields, view.written.is_required),
                 when(!is_new, ui::hidden_field("version", version)),
                 ui::form_actions(ui::submit({.label = t("tickets.reply.save"),
                                              .kind = ui::ButtonKind::Primary}),
                                  ui::link_button(view.back, {.label = t("tickets.reply.cancel"),
                                                              .kind = ui::ButtonKind::Ghost}))),
        when(!is_new, removing));
}

} // namespace tickets
