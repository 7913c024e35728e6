#include "modules/einvoicing/transmission_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/thread.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/einvoicing/dispatch_views.hpp"
#include "modules/einvoicing/lifecycle_words.hpp"

namespace einvoicing
{

using namespace html;
using i18n::t;

namespace
{

std::string sentence_of(const TransmissionView& view, const Status& status)
{
    if (is_told(status))
        return t("einvoicing.history.told",
                 {{"code", status.code}, {"words", lifecycle_words(status.code)}});
    const auto who = status.by_member ? view.names.find(*status.by_member) : view.names.end();
    return t("einvoicing.history." + status.code,
             {{"who", who == view.names.end() ? t("einvoicing.history.nobody") : who->second}});
}

Html history_row(const TransmissionView& view, const Status& status)
{
    const auto why = why_words(status);
    return li(cls("border-t border-line px-4 py-3"),
              p(cls("break-words text-14"), sentence_of(view, status)),
              when(!why.empty(), p(cls("break-words text-13 text-fg-2"), why)),
              p(cls("text-12 text-fg-3"),
                ui::moment({.shown = i18n::date_and_time(status.happened_at, view.zone),
                            .iso = base::iso(status.happened_at)})));
}

/// One sentence on what is to be done, or why it waits.
Html advice(const TransmissionView& view)
{
    const auto line = [](const std::string& words) {
        return p(cls("break-words text-13 text-fg-2"), words);
    };
    if (!view.transmission) return line(t("einvoicing.transmission.never_detail"));
    const auto& transmission = *view.transmission;
    if (turns_down(transmission.told)) return line(t("einvoicing.transmission.turned_down_detail"));
    if (!transmission.trouble.empty()) return line(transmission.trouble);
    if (transmission.state == TransmissionState::waiting && !view.is_on)
        return line(t("einvoicing.transmission.off_detail"));
    return none;
}

Html send_form(const TransmissionView& view)
{
    if (!view.may_send) return none;
    return ui::form({.action = view.send, .guard = view.guard, .classes = ""},
                    ui::submit({.label = t(view.transmission ? "einvoicing.transmission.again"
                                                             : "einvoicing.transmission.send"),
                                .icon = "send"}));
}

} // namespace

Html transmission_card(const TransmissionView& view)
{
    const auto standing = view.transmission ? standing_of(*view.transmission)
                                            : Standing{.words = t("einvoicing.transmission.never")};
    const bool is_trial = view.transmission && view.transmission->mode == PlatformMode::trial;
    const auto head =
        div(cls("flex flex-wrap items-center gap-2"),
            ui::badge(standing.words, ui::tone_named(standing.tone)),
            when(is_trial, ui::badge(t("einvoicing.transmission.trial"), ui::Tone::Amber)));
    return ui::card(
        {.title = t("einvoicing.platform.title"), .id = "plateforme", .classes = "mb-5"},
        group(
            ui::card_body(div(cls("grid grid-cols-1 gap-3"), head, advice(view), send_form(view))),
            when(!view.history.empty(), ul(cls("list-none"), each(view.history,
                                                                  [&](const Status& status) {
                                                                      return history_row(view,
                                                                                         status);
                                                                  }))),
            dispatch_rows(view.said, view.zone)));
}

} // namespace einvoicing
