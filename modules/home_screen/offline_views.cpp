#include "modules/home_screen/offline_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/icon.hpp"
#include "kernel/i18n/translate.hpp"

namespace home_screen
{
namespace
{

using namespace html;
using i18n::t;

const base::Params to_count{{"count", "{count}"}}; // a number that scripts put there

Attribute words()
{
    return attributes(
        attribute<"data-off-none">(t("home_screen.offline.cut_none")),
        attribute<"data-off-one">(t("home_screen.offline.cut_one")),
        attribute<"data-off-many">(t("home_screen.offline.cut_many", to_count)),
        attribute<"data-on-one">(t("home_screen.offline.sending_one")),
        attribute<"data-on-many">(t("home_screen.offline.sending_many", to_count)),
        attribute<"data-signed-one">(t("home_screen.offline.signed_out_one")),
        attribute<"data-signed-many">(t("home_screen.offline.signed_out_many", to_count)),
        attribute<"data-refused-one">(t("home_screen.offline.refused_one")),
        attribute<"data-refused-many">(
            t("home_screen.offline.refused_many", {{"refused", "{refused}"}})),
        attribute<"data-full">(t("home_screen.offline.full")),
        attribute<"data-unread">(t("home_screen.offline.unread")),
        attribute<"data-stay">(t("home_screen.offline.stay")),
        attribute<"data-file">(t("home_screen.offline.file")),
        attribute<"data-files">(t("home_screen.offline.files", to_count)),
        attribute<"data-incident">(t("home_screen.offline.incident")),
        attribute<"data-copied">(t("home_screen.offline.copied")),
        attribute<"data-question">(t("home_screen.offline.question", to_count)));
}

Html bar()
{
    return template_(id("offline-bar"),
                     div(cls("banner t-amber flex-wrap !rounded-none"), role("status"),
                         ui::icon("cloud-off"), span(cls("flex-1"), flag<"data-said">()),
                         ui::button({.label = t("home_screen.offline.send"),
                                     .size = ui::ButtonSize::Small,
                                     .more = flag<"data-send">()}),
                         details(cls("w-full text-fg"),
                                 summary(cls("cursor-pointer underline underline-offset-3"),
                                         t("home_screen.offline.list")),
                                 div(cls("mt-2 grid gap-2"), flag<"data-items">()))));
}

Html written()
{
    return group(p(cls("text-12 text-fg-2"), t("home_screen.offline.written"), " ",
                   span(flag<"data-at">()), " ", span(flag<"data-files">())),
                 p(cls("whitespace-pre-line break-words text-14"), flag<"data-text">()));
}

Html label_with(std::string_view tone, std::string_view state)
{
    return p(cls("flex flex-wrap items-center gap-2 text-13 font-[560]"),
             span(cls("badge ", tone), state), span(flag<"data-label">()));
}

Html waiting_item()
{
    return template_(id("offline-item"),
                     article(cls("card grid gap-1 p-3"),
                             label_with("t-amber", t("home_screen.offline.waiting")), written()));
}

Html refused_item()
{
    const auto small = [](const char* key, html::Attribute more) {
        return ui::button(
            {.label = t(key), .size = ui::ButtonSize::Small, .more = std::move(more)});
    };
    return template_(id("offline-refused"),
                     article(cls("card grid gap-1 p-3"),
                             label_with("t-red", t("home_screen.offline.refused")),
                             p(cls("text-14 text-fg"), flag<"data-reason">()), written(),
                             div(cls("mt-1 flex flex-wrap gap-2"),
                                 small("home_screen.offline.copy", flag<"data-copy">()),
                                 small("home_screen.offline.retry", flag<"data-retry">()),
                                 small("home_screen.offline.dismiss", flag<"data-dismiss">()))));
}

} // namespace

Html offline_page()
{
    return div(cls("grid gap-4"), h1(cls("h1"), t("home_screen.offline.title")),
               p(cls("text-14 text-fg-2"), t("home_screen.offline.words")),
               p(cls("text-14 text-fg-2"), t("home_screen.offline.safe")));
}

Html offline_templates()
{
    return group(div(id("offline-words"), hidden(), words()), bar(), waiting_item(),
                 refused_item());
}

} // namespace home_screen
