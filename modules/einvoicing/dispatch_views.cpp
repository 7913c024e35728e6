#include "modules/einvoicing/dispatch_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/thread.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/einvoicing/lifecycle_words.hpp"

namespace einvoicing
{

using namespace html;
using i18n::t;

namespace
{

Html state_badge(const Dispatch& dispatch)
{
    if (dispatch.state == TransmissionState::refused)
        return ui::badge(t("einvoicing.dispatch.refused"), ui::Tone::Red);
    if (dispatch.state == TransmissionState::waiting)
        return ui::badge(t("einvoicing.dispatch.waiting"), ui::Tone::Amber);
    return ui::badge(t("einvoicing.dispatch.sent"), ui::Tone::Green);
}

Html row(const Dispatch& dispatch, std::string_view zone)
{
    return li(
        cls("grid grid-cols-1 gap-1 border-t border-line px-4 py-3"),
        div(cls("flex flex-wrap items-center gap-2"),
            span(cls("break-words text-14"),
                 t("einvoicing.history.told",
                   {{"code", dispatch.code}, {"words", lifecycle_words(dispatch.code)}})),
            state_badge(dispatch)),
        when(!dispatch.words.empty(), p(cls("break-words text-13 text-fg-2"), dispatch.words)),
        when(!dispatch.trouble.empty(),
             p(cls("break-words text-13"), ui::tone(dispatch.trouble, ui::Tone::Red))),
        p(cls("text-12 text-fg-3"),
          ui::moment({.shown = i18n::date_and_time(dispatch.made_at, zone),
                      .iso = base::iso(dispatch.made_at)})));
}

} // namespace

Html dispatch_rows(const std::vector<Dispatch>& dispatches, std::string_view zone)
{
    if (dispatches.empty()) return none;
    return ul(cls("list-none"),
              each(dispatches, [&](const Dispatch& dispatch) { return row(dispatch, zone); }));
}

} // namespace einvoicing
