#include "modules/accounting/frame_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/presets/preset.hpp"

namespace accounting
{
namespace
{

base::Currency currency_of(const tenancy::Workspace& workspace)
{
    return presets::find(workspace.preset).currency == "CAD" ? base::Currency::CAD
                                                             : base::Currency::EUR;
}

std::vector<ui::Choice> choices_of(Tab tab, base::Date today)
{
    switch (tab) {
    case Tab::entries:
    case Tab::balance:
        return period_choices(today);
    case Tab::sales:
        return quarter_choices(today);
    case Tab::cash:
    case Tab::summary:
    case Tab::fec:
        return year_choices(today);
    case Tab::chart:
        break;
    }
    return {};
}

} // namespace

Frame frame_of(const guard::Call& call, Tab tab)
{
    const bool is_of_parts = tab == Tab::entries || tab == Tab::balance || tab == Tab::sales;
    return {.slug = call.context().workspace().slug,
            .tab = tab,
            .period = is_of_parts ? period_asked(call) : year_asked(call),
            .periods = choices_of(tab, call.context().today()),
            .currency = currency_of(call.context().workspace())};
}

http::Response frame_answer(guard::Call& call, html::Html body, int status)
{
    return guard::render(call, guard::Page{.title = i18n::t("accounting.nav"),
                                           .body = std::move(body),
                                           .status = status,
                                           .topics = {"accounting"}});
}

} // namespace accounting
