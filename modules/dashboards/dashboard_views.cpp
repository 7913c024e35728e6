#include "modules/dashboards/dashboard_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/figure.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/dashboards/chart_views.hpp"

namespace dashboards
{

using namespace html;
using i18n::t;

namespace
{

/// « 12 avant, + 25 % ».
Html before_count(std::int64_t now, std::int64_t earlier)
{
    const auto moved = change(now, earlier);
    auto words = t("dashboards.before", {{"value", i18n::number(earlier)}});
    if (moved && *moved != 0)
        words += ", " + std::string{*moved > 0 ? "+ " : ""} + i18n::percent(*moved);
    return text(words);
}

Html before_words(const std::string& value)
{
    return text(t("dashboards.before", {{"value", value}}));
}

ui::Figure counted(const DashboardView& view, Counted what, std::int64_t Tally::*count)
{
    const std::string code{forms::enum_name(what)};
    return {.id = "def-" + code,
            .label = t("dashboards.figure." + code),
            .value = i18n::number(view.now.*count),
            .definition = t("dashboards.definition." + code),
            .to = rows_url(view.asked, what),
            .note = before_count(view.now.*count, view.earlier.*count)};
}

ui::Figure timed(const DashboardView& view, Times Tally::*times, const std::string& code)
{
    const auto& now = view.now.*times;
    const auto& earlier = view.earlier.*times;
    const auto what = code == "first_reply" ? Counted::replied : Counted::resolved;
    return {.id = "def-" + code,
            .label = t("dashboards.figure." + code),
            .value = length_text(now.mean),
            .definition = t("dashboards.definition." + code),
            .to = rows_url(view.asked, what),
            .note = group(t("dashboards.median", {{"length", length_text(now.median)}}), " · ",
                          before_words(length_text(earlier.mean)))};
}

ui::Figure satisfaction(const DashboardView& view)
{
    return {.id = "def-satisfaction",
            .label = t("dashboards.figure.satisfaction"),
            .value = percent_text(view.now.satisfaction()),
            .definition = t("dashboards.definition.satisfaction"),
            .to = rows_url(view.asked, Counted::rated),
            .note = group(t("dashboards.opinions", {{"count", i18n::number(view.now.rated)}}),
                          " · ", before_words(percent_text(view.earlier.satisfaction())))};
}

/// The same times with the median in front.
ui::Figure middle(const DashboardView& view)
{
    auto figure = timed(view, &Tally::resolution, "median");
    figure.value = length_text(view.now.resolution.median);
    figure.note = before_words(length_text(view.earlier.resolution.median));
    return figure;
}

ui::Figure average(const DashboardView& view, Times Tally::*times, const std::string& code)
{
    auto figure = timed(view, times, code);
    figure.note = before_words(length_text((view.earlier.*times).mean));
    return figure;
}

Html strip(const DashboardView& view)
{
    return ui::figures(t("dashboards.figures"),
                       {counted(view, Counted::opened, &Tally::opened),
                        counted(view, Counted::resolved, &Tally::resolved),
                        counted(view, Counted::reopened, &Tally::reopened), satisfaction(view),
                        average(view, &Tally::resolution, "resolution"), middle(view),
                        average(view, &Tally::whole, "whole"),
                        timed(view, &Tally::first_reply, "first_reply")});
}

Html urgent_row(const DashboardView& view, const tickets::UrgentTicket& ticket)
{
    return ui::row_link(
        html::route("/e/{}/tickets/{}", view.asked.slug, ticket.number),
        {.lead = ui::tile("triangle-alert", ui::Tone::Red),
         .title = ticket.title,
         .detail = ticket.number + " · " + ticket.client_name,
         .aside = text(i18n::relative(ticket.opened_at, view.at, view.asked.zone))});
}

Html urgent_card(const DashboardView& view)
{
    const auto rows = each(
        view.urgent, [&](const tickets::UrgentTicket& ticket) { return urgent_row(view, ticket); });
    const auto nothing = p(cls("px-4 py-3.5 text-13 text-fg-2"), t("dashboards.urgent_none"));
    return ui::card({.title = t("dashboards.urgent"),
                     .id = "dashboard-urgent",
                     .count = static_cast<int>(view.urgent.size())},
                    view.urgent.empty() ? nothing : rows);
}

Html span_choice(const PeriodBar& bar)
{
    const auto& asked = bar.asked;
    std::vector<ui::Tab> spans;
    const bool holds_today = asked.period.first <= asked.today && asked.today <= asked.period.last;
    const auto day = holds_today ? asked.today : asked.period.first;
    for (const auto span :
         {Span::day, Span::week, Span::month, Span::quarter, Span::year, Span::custom}) {
        auto period = asked.period;
        if (span != Span::custom) period = period_around(span, day);
        period.span = span;
        spans.push_back({.label = t("dashboards.span." + std::string{forms::enum_name(span)}),
                         .to = with_period(bar.page, period),
                         .is_current = span == asked.period.span});
    }
    return ui::segmented(t("dashboards.period.label"), spans);
}

Html date_box(const std::string& name, const std::string& label, base::Date day)
{
    return html::label(cls("flex items-center gap-2 text-13"), label,
                       input(cls("input num"), type("date"), html::name(name), value(day.text())));
}

Html own_dates(const PeriodBar& bar)
{
    const auto& asked = bar.asked;
    if (asked.period.span != Span::custom) return none;
    return ui::form({.action = bar.action,
                     .method = ui::FormMethod::Get,
                     .classes = "flex flex-wrap items-center gap-3"},
                    bar.kept, ui::hidden_field("periode", forms::enum_name(Span::custom)),
                    date_box("du", t("dashboards.period.from"), asked.period.first),
                    date_box("au", t("dashboards.period.to"), asked.period.last),
                    ui::submit({.label = t("dashboards.period.show")}));
}

Html step_to(const Url& page, const Period& period, ui::Icon way)
{
    return ui::icon_link(with_period(page, period),
                         {.label = t("dashboards.period.go", {{"period", title_of(period)}}),
                          .icon = way,
                          .kind = ui::ButtonKind::Ghost});
}

} // namespace

Html period_bar(const PeriodBar& bar)
{
    const auto& asked = bar.asked;
    const auto title = p(cls("h2 num"), title_of(asked.period));
    return div(cls("grid grid-cols-1 gap-3"),
               div(cls("flex flex-wrap items-center gap-3"),
                   div(cls("max-w-full overflow-x-auto"), span_choice(bar)),
                   div(cls("flex items-center gap-1"),
                       step_to(bar.page, before(asked.period), "chevron-left"), title,
                       step_to(bar.page, after(asked.period), "chevron-right"))),
               own_dates(bar));
}

Html dashboard_page(const DashboardView& view)
{
    const auto page = html::route("/e/{}/tableau-de-bord", view.asked.slug);
    const auto compared = p(cls("text-12 text-fg-3"),
                            t("dashboards.compared", {{"period", days_of(view.asked.compared)}}));
    return div(cls("mx-auto grid max-w-[1240px] grid-cols-1 gap-6 px-4 py-6 lg:px-8"),
               period_bar({.asked = view.asked, .page = page, .action = page}), urgent_card(view),
               div(cls("grid grid-cols-1 gap-2"), strip(view), compared), flow_card(view),
               div(cls("grid grid-cols-1 items-start gap-6 lg:grid-cols-2"),
                   distribution_card(view, "priority", view.priorities, ui::ChartWidth::Half),
                   pace_card(view)),
               distribution_card(view, "member", view.members, ui::ChartWidth::Whole), view.panels);
}

} // namespace dashboards
