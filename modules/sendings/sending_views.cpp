#include "modules/sendings/sending_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"

#include <algorithm>

namespace sendings
{

using namespace html;
using i18n::t;

namespace
{

Url in_workspace(const std::string& slug, const std::string& path)
{
    return checked_local("/e/" + slug + path);
}

Html problem_line(const std::string& slug, const std::string& sentence, const std::string& path)
{
    return p(cls("mt-1 text-13 text-fg-2"), sentence, " ",
             ui::link(in_workspace(slug, path), t("sendings.mend")));
}

/// Enter on a tick presses the first button of a form, which would send.
Html no_default()
{
    return button(type("submit"), disabled(), hidden());
}

/// Nothing to tick where something keeps it.
Html tick(const WaitingRow& row)
{
    if (!row.problems.empty()) return span(cls("w-4 shrink-0"));
    const auto& invoice = row.invoice;
    return input(type("checkbox"), name("pick"), cls("check mt-1"),
                 attribute<"aria-label">(t(
                     "sendings.pick", {{"client", invoice.client_name}, {"title", invoice.title}})),
                 value(invoice.id.text() + "-" + std::to_string(invoice.version)), checked());
}

Html ways_in(const WaitingView& view, const WaitingRow& row)
{
    const auto place = "/factures/" + row.invoice.id.text();
    return p(cls("mt-1 flex flex-wrap gap-x-4 text-13"),
             when(row.invoice.asked.has_value(),
                  a(href(in_workspace(view.slug, place + "/apercu")), cls("link"), target("_blank"),
                    attribute<"data-turbo">("false"), t("sendings.preview"))),
             ui::link(in_workspace(view.slug, place), t("sendings.correct")));
}

Html waiting_row(const WaitingView& view, const WaitingRow& row)
{
    const auto& invoice = row.invoice;
    const auto amount = invoice.asked ? i18n::money(*invoice.asked, view.currency) : std::string{};
    const auto state = invoice.is_checked
                           ? ui::badge(t("sendings.invoice.checked"), ui::Tone::Green)
                           : ui::badge(t("sendings.invoice.draft"), ui::Tone::Gray);
    return li(cls("flex gap-3 border-t border-line px-4 py-3 first:border-t-0"), tick(row),
              div(cls("min-w-0 flex-1"),
                  p(cls("text-14 font-[560] break-words"), invoice.client_name),
                  p(cls("text-13 break-words text-fg-2"), invoice.title), ways_in(view, row),
                  each(row.problems,
                       [&](const invoices::Missing& one) {
                           return problem_line(view.slug, one.sentence, one.path);
                       })),
              div(cls("flex shrink-0 flex-col items-end gap-1"),
                  span(cls("num text-14 font-[560]"), amount), state));
}

Html item_title(const SendingView& view, const Item& item)
{
    if (item.title.empty()) return span(cls("text-14 text-fg-2"), t("sendings.removed"));
    return ui::link(in_workspace(view.slug, "/factures/" + item.invoice_id.text()), item.title);
}

Html item_problem(const SendingView& view, const Item& item)
{
    if (item.state != ItemState::failed) return none;
    if (item.title.empty()) return p(cls("mt-1 text-13 text-fg-2"), item.problem);
    return problem_line(view.slug, item.problem, item.path);
}

Html item_row(const SendingView& view, const Item& item)
{
    const std::string state{forms::enum_name(item.state)};
    const char* tone = item.state == ItemState::sent     ? "green"
                       : item.state == ItemState::failed ? "red"
                                                         : "gray";
    return li(cls("flex items-start gap-3 border-t border-line px-4 py-3 first:border-t-0"),
              div(cls("min-w-0 flex-1 break-words"), item_title(view, item),
                  when(!item.number.empty(), p(cls("num text-12 text-fg-3"), item.number)),
                  item_problem(view, item)),
              ui::badge(t("sendings.state." + state), ui::tone_named(tone)));
}

} // namespace

Html waiting_page(const WaitingView& view)
{
    const auto place = cls("mx-auto grid w-full max-w-[820px] grid-cols-1 gap-5 px-4 py-6");
    if (view.rows.empty())
        return div(place, ui::empty_state({.icon = "receipt",
                                           .title = t("sendings.none"),
                                           .detail = t("sendings.none_detail"),
                                           .actions = none}));
    const auto refused = when(!view.refusal.empty(), ui::banner({.tone = ui::Tone::Red,
                                                                 .icon = "circle-alert",
                                                                 .words = view.refusal,
                                                                 .urgency = ui::Urgency::Alert}));
    const auto rows =
        ul(cls("list-none"),
           each(view.rows, [&](const WaitingRow& row) { return waiting_row(view, row); }));
    return div(
        place, p(cls("text-14 text-fg-2"), t("sendings.lead")), refused,
        ui::form({.action = view.action, .guard = view.guard}, no_default(),
                 ui::card({.id = "en-attente"}, rows),
                 ui::check_box({.name = "everything",
                                .label = t("sendings.everything"),
                                .hint = t("sendings.everything_hint")}),
                 ui::form_actions(ui::submit({.label = t("sendings.submit"),
                                              .icon = "send",
                                              .kind = ui::ButtonKind::Primary}),
                                  ui::submit({.label = t("sendings.check"),
                                              .icon = "check",
                                              .more = formaction(view.check)}))),
        ui::pager({.range = t("sendings.range", {{"count", std::to_string(view.rows.size())}}),
                   .previous = {},
                   .next = view.next}));
}

Html sending_page(const SendingView& view)
{
    const auto in_state = [&](ItemState state) {
        return std::ranges::count(view.items, state, &Item::state);
    };
    const auto waiting = in_state(ItemState::waiting);
    const auto all = static_cast<int>(view.items.size());
    const base::Params counts{{"sent", std::to_string(in_state(ItemState::sent))},
                              {"failed", std::to_string(in_state(ItemState::failed))},
                              {"all", std::to_string(all)}};
    const auto words = t(waiting > 0 ? "sendings.progress" : "sendings.done", counts);
    return div(
        cls("mx-auto grid w-full max-w-[820px] grid-cols-1 gap-5 px-4 py-6"),
        h1(cls("h1"), t("sendings.heading")), p(cls("text-14"), words),
        ui::meter(words, all - static_cast<int>(waiting), all),
        when(waiting > 0, p(ui::link(view.self, t("sendings.refresh")))),
        ui::card({.id = "envoi"},
                 ul(cls("list-none"),
                    each(view.items, [&](const Item& item) { return item_row(view, item); }))),
        p(ui::link(in_workspace(view.slug, "/factures-en-attente"), t("sendings.back"))));
}

} // namespace sendings
