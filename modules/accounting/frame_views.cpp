#include "modules/accounting/frame_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/tabs.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"

#include <array>

namespace accounting
{
namespace
{

using namespace html;
using i18n::t;

struct Place {
    Tab tab = Tab::entries;
    const char* key = "";
    const char* end = "";
};
constexpr std::array places{Place{Tab::entries, "accounting.tab.entries", ""},
                            Place{Tab::balance, "accounting.tab.balance", "/balance"},
                            Place{Tab::sales, "accounting.tab.sales", "/ventes"},
                            Place{Tab::cash, "accounting.tab.cash", "/tresorerie"},
                            Place{Tab::summary, "accounting.tab.summary", "/bilan"},
                            Place{Tab::fec, "accounting.tab.fec", "/fec"},
                            Place{Tab::chart, "accounting.tab.chart", "/plan"}};

} // namespace

Url frame_at(const Frame& frame, const char* end)
{
    return checked_local(route("/e/{}/comptabilite", frame.slug).text() + end)
        .with("periode", frame.period.code);
}

Url frame_place(const Frame& frame, Tab tab)
{
    for (const auto& place : places)
        if (place.tab == tab) return frame_at(frame, place.end);
    return frame_at(frame, "");
}

Html frame_head(const Frame& frame, Html filters)
{
    std::vector<ui::Tab> tabs;
    for (const auto& place : places)
        tabs.push_back({.label = t(place.key),
                        .to = frame_at(frame, place.end),
                        .icon = {},
                        .is_current = place.tab == frame.tab});
    if (frame.periods.empty()) return ui::tabs(t("accounting.nav"), tabs);
    const auto base = frame_place(frame, frame.tab).text();
    return group(
        ui::tabs(t("accounting.nav"), tabs),
        form(method("get"), action(checked_local(base.substr(0, base.find('?')))), role("search"),
             cls("flex flex-wrap items-end gap-2 px-4 py-2.5 lg:px-5"),
             ui::select_field(
                 {.name = "periode", .label = t("accounting.period"), .value = frame.period.code},
                 frame.periods),
             filters, ui::submit({.label = t("accounting.show")})));
}

std::string frame_money(const Frame& frame, base::Cents amount)
{
    return amount.value == 0 ? std::string{} : i18n::money(amount, frame.currency);
}

Html figure_cell(const std::string& words)
{
    return span(cls("num whitespace-nowrap"), words);
}

} // namespace accounting
