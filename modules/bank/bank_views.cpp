#include "modules/bank/bank_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/bank/bank_store.hpp"

#include <algorithm>

namespace bank
{

using namespace html;
using i18n::t;

namespace
{

constexpr std::string_view accepted_types = ".xml,.ofx,.csv,.txt,text/csv,application/xml";

Html page_of(const Html& content)
{
    return div(cls("mx-auto grid w-full max-w-[860px] grid-cols-1 gap-6 px-4 py-6 lg:px-8"),
               content);
}

Html proposed_invoice(const BankView& view, invoices::InvoiceId id)
{
    const auto& owed = view.owed.at(id);
    return p(cls("text-13 break-words"), ui::link(invoice_path(view.slug, id), owed.number), " · ",
             owed.client_name, " · ",
             t("bank.left", {{"amount", i18n::money(owed.left_due, view.currency)}}));
}

Html buttons(const BankView& view, const ProposedLine& one)
{
    const auto aside = checked_local(line_path(view.slug, one.line.id).text() + "/sans-suite");
    const auto confirm = ui::submit({.label = t("bank.confirm"),
                                     .icon = "check",
                                     .size = ui::ButtonSize::Small,
                                     .name = "only",
                                     .value = match_of(one.line.id, one.proposal)});
    return div(cls("flex flex-wrap gap-2"), when(one.proposal.is_whole(), confirm),
               ui::link_button(line_path(view.slug, one.line.id),
                               {.label = t("bank.choose"), .size = ui::ButtonSize::Small}),
               ui::submit({.label = t("bank.ignore"),
                           .kind = ui::ButtonKind::Ghost,
                           .size = ui::ButtonSize::Small,
                           .more = formaction(aside)}));
}

Html tick(const BankView& view, const ProposedLine& one)
{
    if (!one.is_tickable) return span(cls("w-4 shrink-0"));
    const auto label = t("bank.tick", {{"amount", i18n::money(one.line.amount, view.currency)},
                                       {"words", words_of(one.line)}});
    const auto box =
        attributes(type("checkbox"), cls("check mt-0.5"), name("transfers"),
                   value(match_of(one.line.id, one.proposal)), attribute<"aria-label">(label));
    return one.proposal.reason == Reason::number ? input(box, checked()) : input(box);
}

Html waiting_line(const BankView& view, const ProposedLine& one)
{
    return div(
        cls("flex items-start gap-3 border-t border-line px-4 py-4 first:border-t-0"),
        tick(view, one),
        div(cls("grid min-w-0 flex-1 grid-cols-1 gap-2"),
            div(cls("flex flex-wrap items-baseline gap-x-3 gap-y-1"),
                p(cls("min-w-0 flex-1 basis-60 text-14 break-words"), words_of(one.line)),
                p(cls("num shrink-0 font-[600]"), i18n::money(one.line.amount, view.currency))),
            div(cls("flex"), reason_badge(one.proposal.reason)),
            each(one.proposal.invoices,
                 [&](invoices::InvoiceId id) { return proposed_invoice(view, id); }),
            buttons(view, one)));
}

Html statement_row(const BankView& view, const Statement& one)
{
    const base::Params counts{{"added", i18n::number(one.added)},
                              {"repeated", i18n::number(one.repeated)},
                              {"outgoing", i18n::number(one.outgoing)},
                              {"unread", i18n::number(one.unread)}};
    return div(
        cls("border-t border-line px-4 py-3 first:border-t-0"),
        div(cls("flex flex-wrap items-baseline gap-x-3"),
            p(cls("min-w-0 flex-1 basis-60 text-13 font-[560] break-words"), one.name),
            p(cls("text-12 text-fg-3"), i18n::relative(one.imported_at, view.now, view.zone))),
        p(cls("mt-0.5 text-13 text-fg-2"), t("bank.statement.counts", counts)),
        when(one.unread > 0, p(cls("text-13 text-fg-2"), t("bank.statement.unread", counts))));
}

Html upload_card(const BankView& view)
{
    const auto hint = t("bank.file_hint", {{"size", i18n::file_size(statement_bytes_max)},
                                           {"lines", i18n::number(lines_max)}});
    return ui::card(
        {.title = t("bank.import"), .id = "importer"},
        ui::card_body(ui::form(
            {.action = bank_path(view.slug), .guard = view.guard, .has_files = true},
            ui::file_field({.name = "statement",
                            .label = t("bank.file"),
                            .hint = hint,
                            .error = view.file_error,
                            .is_required = true},
                           accepted_types),
            ui::form_actions(ui::submit(
                {.label = t("bank.submit"), .icon = "upload", .kind = ui::ButtonKind::Primary})))));
}

/// Enter on a tick presses the first button of a form, which would confirm the first line.
Html no_default()
{
    return button(type("submit"), disabled(), hidden());
}

Html confirm_bar(const BankView& view)
{
    if (std::ranges::none_of(view.lines, &ProposedLine::is_tickable)) return none;
    return div(cls("flex flex-wrap items-center gap-3 border-t border-line px-4 py-3"),
               ui::submit({.label = t("bank.confirm_ticked"), .kind = ui::ButtonKind::Primary}),
               p(cls("min-w-0 flex-1 basis-60 text-13 text-fg-2"), t("bank.confirm_hint")));
}

Html waiting(const BankView& view)
{
    const auto done = ui::link_button(
        done_path(view.slug), {.label = t("bank.done.open"), .size = ui::ButtonSize::Small});
    if (view.lines.empty())
        return ui::empty_state({.icon = "circle-check",
                                .title = t("bank.none"),
                                .detail = t("bank.none_detail"),
                                .actions = view.statements.empty() ? none : done});
    const auto more = t("bank.first_of", {{"shown", i18n::number(lines_shown)},
                                          {"count", i18n::number(view.waiting)}});
    const auto to = checked_local(bank_path(view.slug).text() + "/confirmations");
    return ui::card(
        {.title = t("bank.waiting"),
         .id = "attente",
         .count = static_cast<int>(view.waiting),
         .actions = done},
        ui::form({.action = to, .guard = view.guard, .classes = ""}, no_default(),
                 each(view.lines, [&](const auto& one) { return waiting_line(view, one); }),
                 when(view.waiting > lines_shown,
                      p(cls("border-t border-line px-4 py-3 text-13 text-fg-2"), more)),
                 confirm_bar(view)));
}

Html done_row(const DoneView& view, const Line& line)
{
    const bool is_settled = line.state == LineState::settled;
    return ui::row_link(
        line_path(view.slug, line.id),
        {.lead = is_settled ? ui::tile("check", ui::Tone::Green) : ui::tile("x", ui::Tone::Gray),
         .title = words_of(line),
         .detail = t("bank.state." + std::string{forms::enum_name(line.state)}),
         .aside = span(cls("num text-13 font-[560]"), i18n::money(line.amount, view.currency))});
}

} // namespace

Html bank_page(const BankView& view)
{
    const auto statements = view.statements.empty()
                                ? none
                                : ui::card({.title = t("bank.statements"), .id = "releves"},
                                           each(view.statements, [&](const Statement& one) {
                                               return statement_row(view, one);
                                           }));
    return page_of(group(when(!view.refusal.empty(), ui::banner({.tone = ui::Tone::Red,
                                                                 .icon = "triangle-alert",
                                                                 .words = view.refusal,
                                                                 .urgency = ui::Urgency::Alert})),
                         p(cls("text-14 text-fg-2"), t("bank.lead")), upload_card(view),
                         waiting(view), statements));
}

Html done_page(const DoneView& view)
{
    if (view.lines.empty())
        return page_of(ui::empty_state({.icon = "landmark",
                                        .title = t("bank.done.none"),
                                        .detail = t("bank.done.none_detail"),
                                        .actions = none}));
    const auto most = t("bank.done.lead", {{"most", i18n::number(lines_shown)}});
    return page_of(group(
        p(cls("text-14 text-fg-2"), most),
        ui::card({}, each(view.lines, [&](const Line& line) { return done_row(view, line); }))));
}

} // namespace bank
