#include "modules/portal/history_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"

namespace portal
{

using namespace html;
using i18n::t;

namespace
{

Html filter_form(const HistoryView& view)
{
    return form(method("get"), action(view.action),
                cls("grid grid-cols-1 items-end gap-3 sm:grid-cols-[1fr_1fr_auto]"),
                ui::select_field({.name = "annee",
                                  .label = t("portal.history.year"),
                                  .value = view.year,
                                  .placeholder = t("portal.history.every_year")},
                                 view.years),
                view.filters, ui::submit({.label = t("portal.history.submit")}));
}

Html nothing_yet()
{
    return ui::card({.title = {}, .id = {}},
                    ui::empty_state({.icon = "history",
                                     .title = t("portal.history.nothing"),
                                     .detail = t("portal.history.nothing_detail")}));
}

} // namespace

Html history_page(const HistoryView& view)
{
    return div(cls("mx-auto grid w-full max-w-[760px] grid-cols-1 gap-5"),
               div(h1(cls("h1 mb-2"), t("portal.history.title")),
                   p(cls("text-fg-2"), t("portal.history.lead"))),
               when(!view.sections.empty(), filter_form(view)),
               view.sections.empty() ? nothing_yet() : view.sections);
}

} // namespace portal
