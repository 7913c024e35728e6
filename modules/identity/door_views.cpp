#include "modules/identity/door_views.hpp"

#include "kernel/html/ui/icon.hpp"
#include "kernel/i18n/translate.hpp"

namespace identity
{

using namespace html;
using i18n::t;

namespace
{

struct Line {
    ui::Icon mark;
    const char* tone = "";
    const char* words_key = "";
    const char* when_key = "";
};

Html row_of(const Line& line)
{
    return div(cls("row rule"), span(cls("tile ", line.tone), ui::icon(line.mark)),
               span(cls("flex-1 text-13 font-[560]"), t(line.words_key)),
               span(cls("num text-12 text-fg-3"), t(line.when_key)));
}

} // namespace

Html door_panel()
{
    const Line received{.mark = "inbox",
                        .tone = "t-blue",
                        .words_key = "identity.panel.received",
                        .when_key = "identity.panel.received_at"};
    const Line answered{.mark = "messages-square",
                        .tone = "t-teal",
                        .words_key = "identity.panel.answered",
                        .when_key = "identity.panel.answered_at"};
    const Line resolved{.mark = "badge-check",
                        .tone = "t-green",
                        .words_key = "identity.panel.resolved",
                        .when_key = "identity.panel.resolved_at"};
    return div(
        cls("w-full max-w-[440px]"),
        div(cls("panel overflow-hidden !shadow-[var(--shadow-2)]"),
            div(cls("card-head"), span(cls("h2"), t("identity.panel.title")), span(cls("flex-1")),
                span(cls("text-12 text-fg-3"), t("identity.panel.count"))),
            row_of(received), row_of(answered), row_of(resolved)),
        p(cls("mt-8 text-balance text-22 font-[580] leading-[30px] tracking-[-.015em]"),
          t("identity.panel.promise")));
}

} // namespace identity
