#include "modules/quotes/cancellation_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/quotes/issue.hpp"

namespace quotes
{

using namespace html;
using i18n::t;

namespace
{

Html keep(const CancellationView& view)
{
    return ui::link_button(view.back,
                           {.label = t("quotes.cancellation.keep"), .kind = ui::ButtonKind::Ghost});
}

Html in_the_way(const CancellationView& view)
{
    const base::Params words{{"number", view.holder->number}};
    return group(ui::banner({.tone = ui::Tone::Amber,
                             .icon = "circle-alert",
                             .words = t("quotes.cancellation.held", words)}),
                 div(cls("mt-4 flex flex-wrap gap-2"),
                     ui::link_button(checked_local("/e/" + view.slug + view.holder->path),
                                     {.label = t("quotes.cancellation.open_invoice", words)}),
                     keep(view)));
}

Html asking(const CancellationView& view)
{
    auto reason = view.fields.field("reason");
    reason.length_max = static_cast<int>(reason_length_max);
    return group(
        p(cls("mb-5 text-14 text-fg-2"), t("quotes.cancellation.detail")),
        when(!view.is_mailed, div(cls("mb-5"), ui::banner({.tone = ui::Tone::Amber,
                                                           .icon = "circle-alert",
                                                           .words = t("quotes.cancellation."
                                                                      "no_address")}))),
        ui::form({.action = view.action, .guard = view.guard}, ui::text_area(reason, 3),
                 ui::form_actions(ui::submit({.label = t("quotes.cancellation.confirm"),
                                              .icon = "circle-x",
                                              .kind = ui::ButtonKind::Danger}),
                                  keep(view))));
}

} // namespace

Html cancellation_page(const CancellationView& view)
{
    return div(cls("mx-auto w-full max-w-[640px] px-4 py-6"),
               h1(cls("h1 mb-3"), t("quotes.cancellation.title")),
               p(cls("mb-2 break-words font-[560]"), view.number, " · ",
                 t("quotes.removal.words", {{"title", view.title}, {"client", view.client_name}})),
               view.fields.summary(), view.holder ? in_the_way(view) : asking(view));
}

} // namespace quotes
