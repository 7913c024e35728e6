#include "modules/tickets/ticket_picker_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"

namespace tickets
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* results_id = "tickets-found";

} // namespace

Html picker_search(const PickerView& view)
{
    const auto as_typed = attributes(attribute<"data-controller">("autosubmit"),
                                     attribute<"data-action">("input->autosubmit#later"),
                                     attribute<"data-turbo-frame">(results_id));
    return ui::form({.action = view.page,
                     .method = ui::FormMethod::Get,
                     .classes = "flex items-end gap-2",
                     .more = as_typed},
                    when(!view.kept.empty(), ui::hidden_field(view.kept, "1")),
                    div(cls("min-w-0 flex-1"), ui::input_field({.name = "q",
                                                                .label = t("tickets.picker.label"),
                                                                .value = view.typed,
                                                                .type = "search",
                                                                .autocomplete = "off",
                                                                .has_focus = view.has_focus})),
                    ui::submit({.label = t("tickets.picker.search"), .icon = "search"}));
}

Html picker_results(const PickerView& view)
{
    const auto heading =
        t(view.typed.empty() ? "tickets.picker.of_client" : "tickets.picker.found");
    const auto rows = each(view.found, [&](const TicketHit& hit) {
        return ui::row(
            {.title = hit.title,
             .detail = hit.number + " · " + hit.client_name,
             .aside = group(span(cls("hidden sm:inline"), state_badge(view.reading, hit.state)),
                            view.choice(hit))});
    });
    if (view.typed.empty() && view.found.empty())
        return turbo_frame(id(results_id), attribute<"target">("_top"));
    const auto nothing = ui::card_body(p(cls("text-13 text-fg-3"), t("tickets.picker.none")));
    return turbo_frame(
        id(results_id), attribute<"target">("_top"),
        ui::card({.title = heading, .id = "found"}, view.found.empty() ? nothing : rows));
}

} // namespace tickets
