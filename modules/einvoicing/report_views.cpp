#include "modules/einvoicing/report_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/figure.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"

namespace einvoicing
{

using namespace html;
using i18n::t;

namespace
{

std::string money(base::Cents amount)
{
    return i18n::money(amount, base::Currency::EUR);
}

std::string flux_words(Flux flux)
{
    return t("einvoicing.report.flux." + std::string{forms::enum_name(flux)});
}

Html state_banner(const ReportsView& view)
{
    const char* words = !view.is_chosen ? "einvoicing.report.not_chosen"
                        : !view.is_on   ? "einvoicing.report.not_on"
                                        : "einvoicing.report.on";
    if (view.is_chosen && view.is_on)
        return ui::banner({.tone = ui::Tone::Green, .icon = "circle-check", .words = t(words)});
    return ui::banner({.tone = ui::Tone::Blue, .icon = "info", .words = t(words)});
}

Html choice_form(const ReportsView& view)
{
    std::vector<ui::Choice> regimes;
    for (const char* regime : {"monthly", "quarterly", "simplified", "franchise"})
        regimes.push_back({.value = regime,
                           .label = t("einvoicing.report.regime." + std::string{regime}),
                           .hint = t("einvoicing.report.rhythm." + std::string{regime})});
    auto starts_on = view.fields.field("starts_on");
    starts_on.type = "date";
    return ui::card(
        {.title = t("einvoicing.report.choice"), .id = "regime"},
        ui::card_body(ui::form({.action = view.page, .guard = view.guard},
                               ui::radio_group(view.fields.field("regime"), regimes),
                               ui::input_field(starts_on),
                               ui::form_actions(ui::submit({.label = t("einvoicing.report.save"),
                                                            .kind = ui::ButtonKind::Primary})))));
}

std::string counted(Flux flux, const ReportTotal& total)
{
    const base::Params count{{"count", std::to_string(total.count)}};
    return tells_payments(flux) ? t("einvoicing.report.payments", count)
                                : t("einvoicing.report.sales", count);
}

/// One amount of payments; the net and the tax of sales.
Html amounts(Flux flux, const ReportTotal& total)
{
    if (tells_payments(flux)) return text(money(total.paid));
    return text(
        t("einvoicing.report.amounts", {{"net", money(total.net)}, {"tax", money(total.tax)}}));
}

Html downloads(const ReportsView& view, Flux flux, base::Date first)
{
    const auto file = [&](const char* kind, const char* label) {
        return ui::link_button(
            checked_local(view.page.text() + "/fichier")
                .with("flux", forms::enum_name(flux))
                .with("debut", first.text())
                .with("format", kind),
            {.label = t(label), .icon = "download", .size = ui::ButtonSize::Small});
    };
    return group(file("csv", "einvoicing.report.csv"), file("xml", "einvoicing.report.xml"));
}

Html tell_form(const ReportsView& view, Flux flux, const ReportPeriod& period)
{
    if (!view.is_on || period.last >= view.today) return none;
    return ui::form(
        {.action = checked_local(view.page.text() + "/envoi"), .guard = view.guard, .classes = ""},
        ui::hidden_field("flux", forms::enum_name(flux)),
        ui::submit(
            {.label = t("einvoicing.report.tell"), .icon = "send", .size = ui::ButtonSize::Small}));
}

Html head_of(Flux flux, base::Date first, base::Date last)
{
    return div(cls("min-w-0 flex-1"),
               p(cls("break-words text-14"),
                 t("einvoicing.report.row",
                   {{"flux", flux_words(flux)}, {"period", i18n::date_range(first, last)}})));
}

Html coming_row(const ReportsView& view, Flux flux, const Coming& coming)
{
    const auto total = total_of(coming.lines);
    return li(cls("grid grid-cols-1 gap-2 border-t border-line px-4 py-3"),
              div(cls("flex flex-wrap items-start gap-2"),
                  head_of(flux, coming.period.first, coming.period.last),
                  ui::badge(t("einvoicing.report.leaves",
                              {{"day", i18n::short_date(leaves_on(coming.period))}}),
                            ui::Tone::Blue)),
              p(cls("text-13 text-fg-2"), counted(flux, total), " · ", amounts(flux, total), " · ",
                t("einvoicing.report.due", {{"day", i18n::short_date(coming.period.due_on)}})),
              div(cls("flex flex-wrap gap-2"), downloads(view, flux, coming.period.first),
                  tell_form(view, flux, coming.period)));
}

Html coming_card(const ReportsView& view)
{
    if (!view.is_chosen) return none;
    return ui::card(
        {.title = t("einvoicing.report.coming"), .id = "a-venir"},
        view.coming.empty()
            ? ui::card_body(p(cls("text-13 text-fg-2"), t("einvoicing.report.nothing")))
            : ul(cls("list-none"), each(view.coming, [&](const std::pair<Flux, Coming>& one) {
                     return coming_row(view, one.first, one.second);
                 })));
}

Html state_badge(const Dispatch* dispatch)
{
    if (dispatch == nullptr) return none;
    if (dispatch->state == TransmissionState::refused)
        return ui::badge(t("einvoicing.report.state.refused"), ui::Tone::Red);
    const bool is_sent = dispatch->state == TransmissionState::sent;
    return group(
        ui::badge(t(is_sent ? "einvoicing.report.state.sent" : "einvoicing.report.state.waiting"),
                  is_sent ? ui::Tone::Green : ui::Tone::Amber),
        when(dispatch->mode == PlatformMode::trial,
             ui::badge(t("einvoicing.transmission.trial"), ui::Tone::Amber)));
}

Html again_form(const ReportsView& view, const Report& report, const Dispatch* dispatch)
{
    if (dispatch == nullptr || !view.is_on || !may_leave_again(*dispatch, view.mode)) return none;
    return ui::form(
        {.action = checked_local(view.page.text() + "/renvoi"), .guard = view.guard, .classes = ""},
        ui::hidden_field("reference", report.reference),
        ui::submit({.label = t("einvoicing.transmission.again"),
                    .icon = "send",
                    .size = ui::ButtonSize::Small}));
}

Html told_row(const ReportsView& view, const Report& report)
{
    const auto found = view.dispatches.find(report.reference);
    const auto* const dispatch = found == view.dispatches.end() ? nullptr : &found->second;
    const ReportTotal total{
        .count = report.count, .net = report.net, .tax = report.tax, .paid = report.paid};
    return li(
        cls("grid grid-cols-1 gap-2 border-t border-line px-4 py-3"),
        div(cls("flex flex-wrap items-start gap-2"),
            head_of(report.flux, report.first_day, report.last_day), state_badge(dispatch)),
        p(cls("text-13 text-fg-2"), counted(report.flux, total), " · ",
          amounts(report.flux, total)),
        when(dispatch != nullptr && !dispatch->trouble.empty(),
             p(cls("break-words text-13"),
               ui::tone(dispatch == nullptr ? std::string{} : dispatch->trouble, ui::Tone::Red))),
        div(cls("flex flex-wrap gap-2"), downloads(view, report.flux, report.first_day),
            again_form(view, report, dispatch)));
}

Html told_card(const ReportsView& view)
{
    if (view.reports.empty()) return none;
    return ui::card({.title = t("einvoicing.report.told"), .id = "transmis"},
                    ul(cls("list-none"), each(view.reports, [&](const Report& report) {
                           return told_row(view, report);
                       })));
}

} // namespace

Html reports_page(const ReportsView& view)
{
    return div(cls("mx-auto grid w-full grid-cols-1 max-w-[720px] gap-6 px-4 py-6 lg:px-8"),
               p(cls("text-13 text-fg-2"), t("einvoicing.report.lead")), state_banner(view),
               view.fields.summary(), coming_card(view), told_card(view), choice_form(view),
               p(cls("text-13 text-fg-2"), t("einvoicing.report.limits")));
}

} // namespace einvoicing
