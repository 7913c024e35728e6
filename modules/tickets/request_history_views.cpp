#include "modules/tickets/request_history_views.hpp"

#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/tickets/request_views.hpp"

namespace tickets
{

using namespace html;
using i18n::t;

namespace
{

Html history_row(const RequestHistoryView& view, const HistoryRow& row)
{
    const auto day = i18n::long_date(base::date_in(row.opened_at, view.reading.zone));
    return ui::row_link(request_path(view.slug, row.number),
                        {.lead = ui::tile("message-circle", ui::Tone::Gray),
                         .title = row.title,
                         .detail = day + " · " + row.number + " · " + row.project_name,
                         .aside = state_badge(view.reading, row.state)});
}

Html nothing_found(const RequestHistoryView& view)
{
    return ui::empty_state(
        {.icon = "message-circle",
         .title = t("tickets.request.history.none_found"),
         .detail = t("tickets.request.history.none_found_detail"),
         .actions = ui::link_button(view.everything, {.label = t("tickets.request.history.all")})});
}

Html nothing_yet(const RequestHistoryView& view)
{
    const auto write = ui::link_button(
        route("/p/{}/demandes/nouvelle", view.slug),
        {.label = t("tickets.request.new.open"), .icon = "plus", .kind = ui::ButtonKind::Primary});
    return ui::empty_state({.icon = "message-circle",
                            .title = t("tickets.request.empty.all"),
                            .detail = t(view.may_create ? "tickets.request.history.none_detail"
                                                        : "tickets.request.empty.past_detail"),
                            .actions = when(view.may_create, write)});
}

} // namespace

Html request_history(const RequestHistoryView& view)
{
    const auto rows =
        each(view.rows, [&](const HistoryRow& row) { return history_row(view, row); });
    const auto nothing = view.is_narrowed ? nothing_found(view) : nothing_yet(view);
    return group(ui::card({.title = t("tickets.request.panel.title"), .id = "history_requests"},
                          view.rows.empty() ? nothing : rows),
                 view.older ? ui::link(*view.older, t("tickets.request.history.older")) : none);
}

} // namespace tickets
