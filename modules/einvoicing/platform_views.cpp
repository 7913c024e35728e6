#include "modules/einvoicing/platform_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/thread.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

namespace einvoicing
{

using namespace html;
using i18n::t;

namespace
{

Html state_banner(const PlatformView& view)
{
    const auto& platform = view.platform;
    if (platform.state == PlatformState::active && !platform.last_error.empty())
        return ui::banner({.tone = ui::Tone::Red,
                           .icon = "triangle-alert",
                           .words = platform.last_error,
                           .urgency = ui::Urgency::Alert});
    if (platform.state == PlatformState::active)
        return ui::banner({.tone = ui::Tone::Green,
                           .icon = "circle-check",
                           .words = view.asked.empty()
                                        ? t("einvoicing.platform.active")
                                        : t("einvoicing.platform.asked", {{"when", view.asked}})});
    return ui::banner(
        {.tone = ui::Tone::Blue, .icon = "info", .words = t("einvoicing.platform.off")});
}

Html account_form(const PlatformView& view)
{
    auto address = view.fields.field("address");
    address.type = "url";
    address.placeholder = "https://";
    auto token_address = view.fields.field("token_address");
    token_address.type = "url";
    auto secret = view.fields.field("secret");
    secret.value.clear();
    secret.autocomplete = "off";
    if (!view.platform.sealed_secret.empty()) secret.hint = t("einvoicing.platform.secret_kept");
    const std::vector<ui::Choice> modes{
        {.value = "live", .label = t("einvoicing.platform.mode.live")},
        {.value = "trial", .label = t("einvoicing.platform.mode.trial")}};
    return ui::form({.action = view.page, .guard = view.guard}, ui::input_field(address),
                    ui::password_field(secret), ui::input_field(token_address),
                    ui::input_field(view.fields.field("client")),
                    ui::select_field(view.fields.field("mode"), modes),
                    ui::form_actions(ui::submit({.label = t("einvoicing.platform.save"),
                                                 .kind = ui::ButtonKind::Primary})));
}

Html small_form(const PlatformView& view, std::string_view end, const ui::Button& button)
{
    return ui::form({.action = checked_local(view.page.text() + std::string{end}),
                     .guard = view.guard,
                     .classes = ""},
                    ui::submit(button));
}

Html trial_state(const Platform& platform)
{
    if (platform.verified_at) return ui::badge(t("einvoicing.platform.tried"), ui::Tone::Green);
    if (!platform.last_error.empty())
        return p(cls("text-13"), ui::tone(platform.last_error, ui::Tone::Red));
    return p(cls("text-13 text-fg-2"), t("einvoicing.platform.not_tried"));
}

Html switches(const PlatformView& view)
{
    const auto& platform = view.platform;
    if (platform.address.empty()) return none;
    const bool is_active = platform.state == PlatformState::active;
    const auto trial =
        small_form(view, "/essai", {.label = t("einvoicing.platform.try"), .icon = "send"});
    const auto on =
        small_form(view, "/activation",
                   {.label = t("einvoicing.platform.switch_on"), .kind = ui::ButtonKind::Primary});
    const auto fetch = small_form(view, "/releve",
                                  {.label = t("einvoicing.platform.fetch"), .icon = "refresh-cw"});
    const auto off = small_form(view, "/arret", {.label = t("einvoicing.platform.switch_off")});
    return ui::card({.title = t("einvoicing.platform.trial"), .id = "essai"},
                    ui::card_body(div(cls("grid grid-cols-1 gap-3"), trial_state(platform),
                                      div(cls("flex flex-wrap gap-2"), trial,
                                          when(!is_active && platform.verified_at.has_value(), on),
                                          when(is_active, group(fetch, off))))));
}

Html aside_row(const PlatformView& view, const Status& status)
{
    return li(cls("border-t border-line px-4 py-3"), p(cls("break-words text-14"), status.words),
              p(cls("text-12 text-fg-3"),
                ui::moment({.shown = i18n::date_and_time(status.recorded_at, view.zone),
                            .iso = base::iso(status.recorded_at)})));
}

Html aside_card(const PlatformView& view)
{
    if (view.aside.empty()) return none;
    return ui::card({.title = t("einvoicing.aside.title"), .id = "mis-de-cote"},
                    ul(cls("list-none"), each(view.aside, [&](const Status& status) {
                           return aside_row(view, status);
                       })));
}

} // namespace

Html platform_page(const PlatformView& view)
{
    const bool is_trial =
        !view.platform.address.empty() && view.platform.mode == PlatformMode::trial;
    return div(cls("mx-auto grid w-full grid-cols-1 max-w-[720px] gap-6 px-4 py-6 lg:px-8"),
               p(cls("text-13 text-fg-2"), t("einvoicing.platform.lead")), state_banner(view),
               when(is_trial, ui::banner({.tone = ui::Tone::Amber,
                                          .icon = "info",
                                          .words = t("einvoicing.platform.mode.trial_banner")})),
               view.fields.summary(),
               ui::card({.title = t("einvoicing.platform.account"), .id = "plateforme"},
                        ui::card_body(account_form(view))),
               switches(view), aside_card(view));
}

} // namespace einvoicing
