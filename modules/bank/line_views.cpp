#include "modules/bank/line_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"

namespace bank
{

using namespace html;
using i18n::t;

namespace
{

Url under(std::string_view slug, LineId line, const char* end)
{
    return checked_local(line_path(slug, line).text() + end);
}

Html refusal_banner(const std::string& refusal)
{
    return when(!refusal.empty(), ui::banner({.tone = ui::Tone::Red,
                                              .icon = "triangle-alert",
                                              .words = refusal,
                                              .urgency = ui::Urgency::Alert}));
}

Html head_of(const Line& line, base::Currency currency, const Html& badge)
{
    return div(cls("grid gap-2"), h1(cls("h1 num"), i18n::money(line.amount, currency)),
               p(cls("text-14 break-words text-fg-2"), words_of(line)), div(cls("flex"), badge));
}

Html search_form(const LineView& view)
{
    if (!view.has_more && view.query.empty()) return none;
    return form(
        method("get"), action(line_path(view.slug, view.line.line.id)), role("search"),
        cls("flex flex-wrap items-center gap-2"),
        div(cls("input-wrap w-full min-w-0 sm:w-auto sm:flex-1"), ui::icon("search", "i-sm"),
            input(type("search"), name("q"), value(view.query), maxlength("80"),
                  attribute<"aria-label">(t("bank.search")), placeholder(t("bank.search")))),
        ui::submit({.label = t("bank.search_submit")}));
}

Html candidate_row(const LineView& view, const Candidate& one)
{
    const auto box = "invoice-" + one.owed.id.text();
    const auto field = "amount_" + one.owed.id.text();
    const auto due = one.owed.due_on
                         ? " · " + t("bank.due_on", {{"day", i18n::short_date(*one.owed.due_on)}})
                         : std::string{};
    const auto tick = attributes(type("checkbox"), cls("check mt-0.5"), id(box), name("invoices"),
                                 value(one.owed.id.text()));
    const auto error = "error-" + one.owed.id.text();
    const auto amount =
        attributes(cls("input num"), name(field), value(one.amount), inputmode("decimal"),
                   maxlength("20"), placeholder(i18n::money(one.owed.left_due, view.currency)),
                   attribute<"aria-label">(t("bank.part_of", {{"number", one.owed.number}})));
    const auto wrong =
        attributes(attribute<"aria-invalid">("true"), attribute<"aria-describedby">(error));
    return div(
        cls("flex flex-wrap items-start gap-3 border-t border-line py-3 first:border-t-0"),
        one.is_chosen ? input(tick, checked()) : input(tick),
        label(for_(box), cls("min-w-0 flex-1 basis-60 text-14 break-words"),
              span(cls("font-[560]"), one.owed.number), " · ", one.owed.client_name,
              span(cls("block text-13 text-fg-2"), one.owed.title, " · ",
                   t("bank.left", {{"amount", i18n::money(one.owed.left_due, view.currency)}}),
                   due)),
        div(cls("w-full sm:w-40"), one.error.empty() ? input(amount) : input(amount, wrong),
            when(!one.error.empty(), p(cls("err mt-1"), id(error), one.error))));
}

Html choice_card(const LineView& view)
{
    if (view.candidates.empty())
        return ui::empty_state(
            {.icon = "receipt",
             .title = view.query.empty() ? t("bank.nothing_owed") : t("bank.nothing_found"),
             .detail = t("bank.nothing_owed_detail"),
             .actions = none});
    return ui::card(
        {.title = t("bank.which"), .id = "factures"},
        ui::card_body(ui::form(
            {.action = under(view.slug, view.line.line.id, "/rapprochement"), .guard = view.guard},
            p(cls("text-13 text-fg-2"), t("bank.order")),
            div(each(view.candidates, [&](const auto& one) { return candidate_row(view, one); })),
            ui::check_box({.name = "keeps_surplus",
                           .label = t("bank.keeps_surplus"),
                           .value = view.keeps_surplus ? "on" : ""}),
            ui::form_actions(
                ui::submit({.label = t("bank.record"), .kind = ui::ButtonKind::Primary})))));
}

Html page_of(const Html& content)
{
    return div(cls("mx-auto grid w-full max-w-[760px] grid-cols-1 gap-5 px-4 py-6 lg:px-8"),
               content);
}

} // namespace

Html line_page(const LineView& view)
{
    const auto& line = view.line.line;
    const auto aside =
        ui::form({.action = under(view.slug, line.id, "/sans-suite"), .guard = view.guard},
                 p(cls("text-13 text-fg-2"), t("bank.ignore_hint")),
                 ui::form_actions(ui::submit({.label = t("bank.ignore")})));
    return page_of(group(refusal_banner(view.refusal),
                         head_of(line, view.currency, reason_badge(view.line.proposal.reason)),
                         search_form(view), choice_card(view), aside));
}

Html done_line_page(const DoneLineView& view)
{
    const bool is_settled = view.line.state == LineState::settled;
    const auto paid = each(view.paid, [&](const PaidInvoice& one) {
        return ui::row_link(
            invoice_path(view.slug, one.id),
            {.lead = none,
             .title = one.number,
             .detail = one.client,
             .aside = span(cls("num font-[560]"), i18n::money(one.amount, view.currency))});
    });
    const auto badge = is_settled ? ui::badge(t("bank.state.settled"), ui::Tone::Green)
                                  : ui::badge(t("bank.state.ignored"), ui::Tone::Gray);
    const auto reopen =
        ui::form({.action = under(view.slug, view.line.id, "/reprise"),
                  .guard = view.guard,
                  .confirm = is_settled ? t("bank.reopen.confirm") : std::string{}},
                 p(cls("text-13 text-fg-2"),
                   t(is_settled ? "bank.reopen.hint" : "bank.reopen.hint_ignored")),
                 ui::form_actions(ui::submit(
                     {.label = t(is_settled ? "bank.reopen.settled" : "bank.reopen.ignored"),
                      .kind = is_settled ? ui::ButtonKind::Danger : ui::ButtonKind::Plain})));
    return page_of(
        group(refusal_banner(view.refusal), head_of(view.line, view.currency, badge),
              when(is_settled, ui::card({.title = t("bank.paid"), .id = "payees"}, paid)), reopen));
}

} // namespace bank
