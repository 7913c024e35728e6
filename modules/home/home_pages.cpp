#include "modules/home/home_pages.hpp"

#include "kernel/base/text.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/slots.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/home/colours.hpp"
#include "modules/home/home_views.hpp"

namespace home
{

http::Response enter_site(guard::Call& call)
{
    return call.redirect(call.signed_in() ? "/espaces" : "/connexion");
}

http::Response enter_workspace(guard::Call& call)
{
    const auto& wanted = call.signed_in()->person.default_page;
    return call.redirect(call.in_workspace(wanted.empty() ? "/journee" : wanted));
}

http::Response show_day(guard::Call& call)
{
    const auto today = call.context().today();
    DayView day{.greeting = i18n::t("home.greeting",
                                    {{"name", base::split(call.actor().name, ' ').front()}}),
                .date = i18n::weekday(today) + " " + i18n::long_date(today)};
    day.panels = guard::panels_in(call, "home");
    day.aside = guard::panels_in(call, "home_aside");
    return guard::render(call, guard::Page{.title = i18n::t("home.title"),
                                           .body = day_page(day),
                                           .is_data_only = true,
                                           .topics = {"tickets", "invoices", "quotes"}});
}

http::Response show_colours(guard::Call& call)
{
    auto stylesheet = stylesheet_of(call.path("colours"));
    if (!stylesheet) throw base::NotFound{};
    http::Response response;
    response.body = std::move(*stylesheet);
    response.with("Content-Type", "text/css; charset=utf-8")
        .with("Cache-Control", "public, max-age=31536000, immutable");
    return response;
}

} // namespace home
