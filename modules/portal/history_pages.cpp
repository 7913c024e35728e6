#include "modules/portal/history_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/guard/slots.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/portal/history_views.hpp"

namespace portal
{
namespace
{

constexpr int years_offered = 10;

std::vector<ui::Choice> years_of(const guard::Call& call)
{
    const int newest{std::chrono::year_month_day{call.context().today().day}.year()};
    std::vector<ui::Choice> choices;
    for (int ago = 0; ago < years_offered; ++ago) {
        const auto year = std::to_string(newest - ago);
        choices.push_back({.value = year, .label = year, .hint = {}});
    }
    return choices;
}

} // namespace

http::Response show_history(guard::Call& call)
{
    const HistoryView view{.action = html::checked_local(call.in_workspace("/historique")),
                           .year = std::string{call.query("annee")},
                           .years = years_of(call),
                           .filters = guard::panels_in(call, "portal_history_filter"),
                           .sections = guard::panels_in(call, "portal_history")};
    return guard::render(call, guard::Page{.title = i18n::t("portal.history.title"),
                                           .body = history_page(view),
                                           .topics = {"requests:" + call.actor().client.text(),
                                                      "sites:" + call.actor().client.text()}});
}

} // namespace portal
