#include "modules/ledger/closing_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"

#include <algorithm>
#include <array>

namespace ledger
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* column = "mx-auto grid w-full max-w-[860px] grid-cols-1 gap-4 px-4 py-6";
constexpr std::array<std::string_view, 6> modes{"card",   "cash",   "transfer",
                                                "cheque", "online", "direct_debit"};

Html state_part(const ClosingsView& view)
{
    const auto& state = view.state;
    const auto is_intact = state.wrong.empty();
    const auto words =
        state.when.empty() ? t("ledger.state.never")
        : is_intact ? t("ledger.state.checked", {{"when", state.when}, {"count", state.checked}})
                    : state.wrong;
    const auto badge = state.when.empty() ? none
                       : is_intact        ? ui::badge(t("ledger.state.intact"), ui::Tone::Green)
                                          : ui::badge(t("ledger.state.broken"), ui::Tone::Red);
    return ui::card(
        {}, ui::card_body(div(
                cls("flex flex-wrap items-center gap-3"), badge, p(cls("text-14 text-fg-2"), words),
                ui::form({.action = view.verify, .guard = view.guard, .id = "verify"},
                         ui::submit({.label = t("ledger.verify"), .icon = "shield-check"})))));
}

Html line_of(const ClosingLine& line)
{
    const auto& closing = line.closing;
    return ui::row_link(
        line.to,
        {.title = name_of(closing),
         .detail = t("ledger.line", {{"events", i18n::number(closing.events)},
                                     {"paid", i18n::money(closing.paid, closing.currency)}}),
         .aside = span(cls("num text-14"), i18n::money(closing.billed, closing.currency))});
}

Html amount(const char* key, base::Cents cents, const Closing& closing)
{
    return ui::row(
        {.title = t(key), .aside = span(cls("num text-14"), i18n::money(cents, closing.currency))});
}

Html totals_card(const Closing& closing)
{
    return ui::card({},
                    group(amount("ledger.fact.billed", closing.billed, closing),
                          amount("ledger.fact.paid", closing.paid, closing),
                          amount("ledger.fact.perpetual_billed", closing.perpetual.billed, closing),
                          amount("ledger.fact.perpetual_paid", closing.perpetual.paid, closing)));
}

Html taxes_card(const Closing& closing)
{
    if (closing.taxes.empty()) return none;
    return ui::card(
        {.title = t("ledger.by_tax"), .id = "by-tax"},
        each(closing.taxes, [&](const TaxTotal& tax) {
            return ui::row(
                {.title = tax_words(tax),
                 .detail = t("ledger.base", {{"base", i18n::money(tax.base, closing.currency)}}),
                 .aside = span(cls("num text-14"), i18n::money(tax.tax, closing.currency))});
        }));
}

Html modes_card(const Closing& closing)
{
    if (closing.modes.empty()) return none;
    return ui::card({.title = t("ledger.by_mode"), .id = "by-mode"},
                    each(closing.modes, [&](const Totals::Paid& paid) {
                        return ui::row({.title = mode_words(paid.mode),
                                        .aside = span(cls("num text-14"),
                                                      i18n::money(paid.amount, closing.currency))});
                    }));
}

Html proof_card(const ClosingView& view)
{
    const auto& closing = view.closing;
    const auto hash = [](const std::string& digits) {
        return html::code(cls("break-all text-12"), digits);
    };
    return ui::card({.title = t("ledger.proof"), .id = "proof"},
                    ui::card_body(ui::properties(
                        {{t("ledger.fact.closed_at"), span(view.closed_at)},
                         {t("ledger.fact.events"), span(i18n::number(closing.events))},
                         {t("ledger.fact.records"),
                          span(t("ledger.records", {{"first", i18n::number(closing.first_seq)},
                                                    {"last", i18n::number(closing.last_seq)}}))},
                         {t("ledger.fact.head"), hash(closing.head)},
                         {t("ledger.fact.signature"), hash(view.signature)},
                         {t("ledger.fact.key"), hash(view.key)}})));
}

} // namespace

std::string name_of(const Closing& closing)
{
    const auto& day = closing.span.first;
    switch (closing.period) {
    case Period::day:
        return t("ledger.name.day", {{"day", i18n::long_date(day)}});
    case Period::month:
        return t("ledger.name.month", {{"month", i18n::month_and_year(day)}});
    case Period::year:
        return t("ledger.name.year", {{"year", day.text().substr(0, 4)}});
    }
    return {};
}

std::string mode_words(const std::string& mode)
{
    if (mode == "other") return t("ledger.other_mode");
    return std::ranges::find(modes, mode) == modes.end() ? mode : t("ledger.mode." + mode);
}

std::string tax_words(const TaxTotal& tax)
{
    return tax.code.empty() ? t("ledger.untaxed") : tax.code + " " + i18n::rate(tax.rate);
}

Html closings_page(const ClosingsView& view)
{
    const auto lead = p(cls("text-13 text-fg-2"), t("ledger.lead"));
    if (view.lines.empty())
        return div(
            cls(column), lead, state_part(view),
            ui::empty_state(
                {.icon = "lock", .title = t("ledger.none"), .detail = t("ledger.none_detail")}));
    return div(cls(column), lead, state_part(view), ui::card({}, each(view.lines, line_of)),
               ui::pager({.range = {}, .previous = view.first, .next = view.next}));
}

Html closing_page(const ClosingView& view)
{
    const auto archive =
        view.may_export
            ? ui::link_button(view.archive, {.label = t("ledger.archive"), .icon = "download"})
            : none;
    return div(cls(column), h1(cls("h1"), name_of(view.closing)), totals_card(view.closing),
               taxes_card(view.closing), modes_card(view.closing), proof_card(view),
               div(cls("flex flex-wrap items-center gap-2"),
                   ui::link_button(view.paper, {.label = t("ledger.print"),
                                                .icon = "file-text",
                                                .kind = ui::ButtonKind::Primary}),
                   archive));
}

} // namespace ledger
