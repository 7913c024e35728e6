#include "kernel/html/ui/avatar.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/tickets/figure_store.hpp"
#include "modules/tickets/ticket_pages.hpp"
#include "modules/tickets/ticket_people.hpp"

namespace tickets
{
namespace
{

using i18n::t;

constexpr std::int64_t hundred = 100;

html::Html small(const std::string& words)
{
    return html::span(html::cls("text-12 text-fg-3"), words);
}

ui::Indicator satisfaction(const DeskFigures& figures)
{
    const auto share = figures.rated == 0 ? 0 : figures.satisfied * hundred / figures.rated;
    return {.label = t("tickets.figure.satisfaction"),
            .figure = figures.rated == 0 ? "—" : i18n::percent(share),
            .note =
                small(t("tickets.figure.opinions", {{"count", ui::count_text(figures.rated)}}))};
}

ui::Indicator first_reply(const DeskFigures& figures)
{
    const auto delay = figures.first_reply;
    return {.label = t("tickets.figure.first_reply"),
            .figure = delay
                          ? i18n::duration(std::chrono::duration_cast<std::chrono::seconds>(*delay))
                          : "—",
            .note = small(t("tickets.figure.median"))};
}

struct LoadLine {
    std::string name;
    Load load;
    std::int64_t most = 1;
};

html::Html load_row(guard::Call& call, const LoadLine& line)
{
    const auto words = t("tickets.panel.open", {{"count", ui::count_text(line.load.open)}});
    const auto to = html::route("/e/{}/tickets", call.context().workspace().slug)
                        .with("vue", "all")
                        .with("attribue", line.load.assignee.text());
    const auto bar =
        ui::meter(words, static_cast<int>(line.load.open), static_cast<int>(line.most));
    return ui::row_link(to, {.lead = ui::avatar({.name = line.name, .size = ui::AvatarSize::Large}),
                             .title = line.name,
                             .detail = words,
                             .aside = html::span(html::cls("block w-20"), bar)});
}

} // namespace

html::Html figures_panel(guard::Call& call)
{
    const auto now = call.context().now();
    const auto figures = call.context().read(
        [&](tenancy::WorkspaceTransaction& tx) { return FigureStore{tx}.figures(now); });
    const auto lately = small(t("tickets.figure.week"));
    return ui::indicators(t("tickets.figure.label"), {{.label = t("tickets.figure.opened"),
                                                       .figure = ui::count_text(figures.opened),
                                                       .note = lately},
                                                      {.label = t("tickets.figure.resolved"),
                                                       .figure = ui::count_text(figures.resolved),
                                                       .note = lately},
                                                      first_reply(figures),
                                                      satisfaction(figures)});
}

html::Html team_panel(guard::Call& call)
{
    auto reading = reading_of(call.context());
    const auto loads = call.context().read([&](tenancy::WorkspaceTransaction& tx) {
        auto found = FigureStore{tx}.loads();
        People people{reading};
        for (const auto& load : found)
            people.want(load.assignee);
        people.learn(tx);
        return found;
    });
    if (loads.empty()) return html::none;
    const auto most = loads.front().open;
    const auto rows = html::each(loads, [&](const Load& load) {
        return load_row(call, {.name = reading.name_of(load.assignee), .load = load, .most = most});
    });
    return ui::card({.title = t("tickets.panel.team"), .id = "tickets-team"}, rows);
}

} // namespace tickets
