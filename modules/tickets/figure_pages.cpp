#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/tickets/figure_store.hpp"
#include "modules/tickets/ticket_pages.hpp"

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

} // namespace tickets
