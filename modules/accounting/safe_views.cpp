#include "modules/accounting/safe_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/figure.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/accounting/frame_views.hpp"
#include "modules/accounting/period_pages.hpp"

namespace accounting
{
namespace
{

using namespace html;
using i18n::t;

Html state_banner(const SafeView& view)
{
    const auto& safe = view.safe;
    if (safe.failed_at)
        return ui::banner({.tone = ui::Tone::Red,
                           .icon = "triangle-alert",
                           .words = t("accounting.safe.failed",
                                      {{"when", i18n::date_and_time(*safe.failed_at, view.zone)},
                                       {"why", safe.last_error}}),
                           .urgency = ui::Urgency::Alert});
    if (!safe.last_error.empty())
        return ui::banner({.tone = ui::Tone::Red,
                           .icon = "triangle-alert",
                           .words = safe.last_error,
                           .urgency = ui::Urgency::Alert});
    if (safe.state == SafeState::active)
        return ui::banner({.tone = ui::Tone::Green,
                           .icon = "circle-check",
                           .words = t("accounting.safe.active", {{"place", safe.place()}})});
    return ui::banner(
        {.tone = ui::Tone::Blue,
         .icon = "info",
         .words = t(safe.address.empty() ? "accounting.safe.off" : "accounting.safe.untried")});
}

Html safe_form(const SafeView& view)
{
    auto address = view.fields.field("address");
    address.type = "url";
    address.placeholder = "https://s3.exemple.fr";
    auto secret = view.fields.field("secret");
    secret.value.clear();
    secret.autocomplete = "off";
    if (!view.safe.sealed_secret.empty()) secret.hint = t("accounting.safe.kept");
    auto name = view.fields.field("access_name");
    name.autocomplete = "off";
    return ui::form({.action = view.page, .guard = view.guard}, ui::input_field(address),
                    ui::input_field(view.fields.field("bucket")),
                    ui::input_field(view.fields.field("region")), ui::input_field(name),
                    ui::password_field(secret),
                    ui::form_actions(ui::submit(
                        {.label = t("accounting.safe.save"), .kind = ui::ButtonKind::Primary})));
}

Html small_form(const SafeView& view, std::string_view end, const ui::Button& button)
{
    return ui::form({.action = checked_local(view.page.text() + std::string{end}),
                     .guard = view.guard,
                     .classes = ""},
                    ui::submit(button));
}

Html switches(const SafeView& view)
{
    if (view.safe.address.empty()) return none;
    const bool is_active = view.safe.state == SafeState::active;
    const auto trial =
        small_form(view, "/essai",
                   {.label = t(is_active ? "accounting.safe.try" : "accounting.safe.try_and_go"),
                    .icon = "send",
                    .kind = is_active ? ui::ButtonKind::Plain : ui::ButtonKind::Primary});
    const auto now =
        small_form(view, "/envois", {.label = t("accounting.safe.send_now"), .icon = "refresh-cw"});
    const auto off = small_form(view, "/arret", {.label = t("accounting.safe.switch_off")});
    return ui::card({.title = t("accounting.safe.trial"), .id = "essai"},
                    ui::card_body(div(cls("grid grid-cols-1 gap-3"),
                                      p(cls("text-14 text-fg-2"), t("accounting.safe.trial_words")),
                                      div(cls("flex flex-wrap gap-2"), trial,
                                          when(is_active, group(now, off))))));
}

Html month_cell(const SafeMonth& month)
{
    const auto period = read_period(month.month);
    return div(cls("min-w-0 font-normal"),
               p(cls("font-[560]"), period ? i18n::month_and_year(period->first) : month.month),
               p(cls("break-all text-12 text-fg-3"), month.place));
}

Html months_card(const SafeView& view)
{
    ui::FigureTable table{.caption = t("accounting.safe.caption"),
                          .columns = {t("accounting.safe.month"), t("accounting.safe.objects"),
                                      t("accounting.safe.size"), t("accounting.safe.sent")},
                          .rows = {},
                          .foot = {}};
    for (const auto& month : view.months)
        table.rows.push_back({month_cell(month), figure_cell(i18n::number(month.objects)),
                              figure_cell(i18n::file_size(month.bytes)),
                              figure_cell(i18n::date_and_time(month.sent_at, view.zone))});
    const auto download =
        div(cls("px-4 py-3"), ui::link_button(checked_local(view.page.text() + "/envois.csv"),
                                              {.label = t("accounting.safe.export"),
                                               .icon = "download",
                                               .size = ui::ButtonSize::Small}));
    return ui::card(
        {.title = t("accounting.safe.months"), .id = "envois"},
        view.months.empty()
            ? p(cls("px-4 py-3 text-14 text-fg-2"), t("accounting.safe.none"))
            : group(p(cls("px-4 py-3 text-14 text-fg-2"), t("accounting.safe.months_words")),
                    ui::figure_table(table), download));
}

} // namespace

Html safe_page(const SafeView& view)
{
    return div(cls("mx-auto grid w-full grid-cols-1 max-w-[720px] gap-6 px-4 py-6 lg:px-8"),
               p(cls("text-14 text-fg-2"), t("accounting.safe.lead")), state_banner(view),
               view.fields.summary(),
               ui::card({.title = t("accounting.safe.space"), .id = "espace"},
                        ui::card_body(safe_form(view))),
               switches(view), months_card(view));
}

} // namespace accounting
