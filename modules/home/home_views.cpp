#include "modules/home/home_views.hpp"

#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"

namespace home
{

namespace
{

html::Html columns_of(const DayView& day)
{
    const auto work =
        html::div(html::cls("grid min-w-0 grid-cols-1 items-start gap-6"), day.panels);
    if (day.aside.empty()) return work;
    return html::div(
        html::cls("grid grid-cols-1 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_340px]"), work,
        html::div(html::cls("grid min-w-0 grid-cols-1 gap-6"), day.aside));
}

} // namespace

html::Html day_page(const DayView& day)
{
    const auto nothing = ui::empty_state({.icon = "sun",
                                          .title = i18n::t("home.nothing.title"),
                                          .detail = i18n::t("home.nothing.words")});
    return html::div(html::cls("mx-auto grid max-w-[1240px] grid-cols-1 gap-6 px-4 py-6 lg:px-8"),
                     html::div(html::p(html::cls("h1"), day.greeting),
                               html::p(html::cls("mt-1 text-13 text-fg-2"), day.date)),
                     day.panels.empty() ? nothing : columns_of(day));
}

} // namespace home
