#include "modules/reminders/reminder_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"

namespace reminders
{

using namespace html;
using i18n::t;

namespace
{

Url under(const PanelView& view, const char* end)
{
    return checked_local(view.invoice.text() + end);
}

std::string who(const PanelView& view, const std::optional<tenancy::MembershipId>& member)
{
    const auto found = member ? view.names.find(*member) : view.names.end();
    return found == view.names.end() ? t("reminders.nobody") : found->second;
}

Html sent_row(const PanelView& view, const Reminder& one)
{
    const base::Params params{{"step", std::to_string(one.step)},
                              {"who", who(view, one.by_member)}};
    return ui::row(
        {.title = t(one.step == 0 ? "reminders.sent.by_hand" : "reminders.sent.step", params),
         .detail = i18n::long_date(one.sent_on),
         .aside = span(cls("num text-fg-2"), i18n::money(one.owed, view.currency))});
}

Html dispute_notice(const PanelView& view)
{
    const auto& dispute = *view.dispute;
    const auto end = ui::form({.action = under(view, "/litige/fin"), .guard = view.guard},
                              ui::form_actions(ui::submit({.label = t("reminders.dispute.end")})));
    return ui::card_body(
        group(p(cls("text-14 font-[560]"), t("reminders.dispute.open")),
              p(cls("whitespace-pre-line break-words text-14"), dispute.reason),
              p(cls("mb-3 text-12 text-fg-3"),
                t("reminders.dispute.since",
                  {{"who", who(view, dispute.opened_by)},
                   {"when", i18n::relative(dispute.opened_at, view.now, view.zone)}})),
              when(view.may_manage, end)));
}

/// What comes next, or why nothing does.
std::string outlook(const PanelView& view)
{
    const std::string why{forms::enum_name(view.hindrance)};
    const bool is_held =
        view.hindrance != Hindrance::none && view.hindrance != Hindrance::sent_today;
    if (is_held) return t("reminders.why." + why);
    if (view.next) return t("reminders.next", {{"day", i18n::long_date(*view.next)}});
    return t("reminders.no_next");
}

Html deeds(const PanelView& view)
{
    if (!view.may_manage || view.hindrance == Hindrance::settled) return none;
    const bool may_remind = view.hindrance == Hindrance::none;
    const auto remind =
        ui::form({.action = under(view, "/relance"), .guard = view.guard, .classes = ""},
                 ui::submit({.label = t("reminders.submit"), .icon = "bell"}));
    return div(cls("mt-3 flex flex-wrap gap-2"), when(may_remind, remind),
               ui::link_button(under(view, "/litige"), {.label = t("reminders.dispute.ask"),
                                                        .kind = ui::ButtonKind::Ghost}));
}

ui::Field days_field(const ScheduleView& view, const char* name)
{
    auto field = view.fields.field(name);
    field.type = "number";
    field.inputmode = "numeric";
    field.is_numeric = true;
    return field;
}

Html backlog_choice(const ScheduleView& view)
{
    if (view.backlog == 0) return none;
    const base::Params params{{"count", std::to_string(view.backlog)}};
    auto choice = view.fields.field("backlog");
    choice.label = t("reminders.backlog.choice", params);
    choice.hint = t("reminders.backlog.hint");
    return div(cls("grid gap-3 rounded-[10px] border border-line p-4"),
               p(cls("text-14"),
                 t(view.is_on ? "reminders.backlog.left" : "reminders.backlog.lead", params)),
               ui::check_box(choice));
}

} // namespace

Html reminders_card(const PanelView& view)
{
    if (view.hindrance == Hindrance::settled && view.sent.empty()) return none;
    const auto rows = each(view.sent, [&](const Reminder& one) { return sent_row(view, one); });
    const auto body =
        view.dispute
            ? dispute_notice(view)
            : ui::card_body(group(p(cls("text-14 text-fg-2"), outlook(view)), deeds(view)));
    return ui::card({.title = t("reminders.panel"), .id = "relances", .classes = "mb-5"},
                    group(body, rows));
}

Html schedule_page(const ScheduleView& view)
{
    auto wordings =
        view.wordings ? p(cls("text-14"), ui::link(*view.wordings, t("reminders.wordings"))) : none;
    return div(
        cls("mx-auto grid w-full max-w-[680px] grid-cols-1 gap-5 px-4 py-6"),
        div(h1(cls("h1 mb-2"), t("reminders.title")),
            p(cls("text-14 text-fg-2"), t("reminders.detail"))),
        view.fields.summary(),
        ui::form({.action = view.action, .guard = view.guard},
                 ui::switch_field(view.fields.field("is_on")), backlog_choice(view),
                 div(cls("grid gap-4 sm:grid-cols-3"), ui::input_field(days_field(view, "first")),
                     ui::input_field(days_field(view, "second")),
                     ui::input_field(days_field(view, "third"))),
                 ui::form_actions(
                     ui::submit({.label = t("reminders.save"), .kind = ui::ButtonKind::Primary}))),
        wordings);
}

Html dispute_page(const DisputeView& view)
{
    const base::Params params{{"number", view.number}, {"client", view.client}};
    return div(
        cls("mx-auto grid w-full max-w-[620px] grid-cols-1 gap-5 px-4 py-6"),
        h1(cls("h1"), t("reminders.dispute.title")),
        p(cls("text-14"), t("reminders.dispute.lead", params)), view.fields.summary(),
        ui::form({.action = view.action, .guard = view.guard},
                 ui::text_area(view.fields.field("reason"), 3),
                 ui::form_actions(ui::submit({.label = t("reminders.dispute.submit"),
                                              .kind = ui::ButtonKind::Primary}),
                                  ui::link_button(view.invoice, {.label = t("reminders.cancel"),
                                                                 .kind = ui::ButtonKind::Ghost}))));
}

} // namespace reminders
