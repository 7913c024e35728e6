#include "modules/einvoicing/supplier_invoice_views.hpp"

#include "kernel/files/file_address.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/einvoicing/dispatch_views.hpp"
#include "modules/einvoicing/invoice_words.hpp"
#include "modules/einvoicing/reception_views.hpp"

namespace einvoicing
{

using namespace html;
using i18n::t;

namespace
{

Html value(const std::string& words)
{
    return words.empty() ? none : span(cls("break-words"), words);
}

std::string day(const std::optional<base::Date>& date)
{
    return date ? i18n::long_date(*date) : std::string{};
}

Html facts_card(const InvoiceView& view)
{
    const auto& invoice = view.invoice;
    const auto money = [&](base::Cents amount) {
        return value(amount_words(amount, invoice.currency));
    };
    return ui::card(
        {.title = words_of(invoice, "page.facts"), .id = "facture"},
        ui::card_body(ui::properties(
            {{t("einvoicing.fact.siren"), value(invoice.seller_siren)},
             {t("einvoicing.fact.siret"),
              value(invoice.seller_siret.empty() ? "" : i18n::siret(invoice.seller_siret))},
             {t("einvoicing.fact.vat_number"), value(invoice.seller_vat_number)},
             {t("einvoicing.fact.country"), value(invoice.seller_country)},
             {words_of(invoice, "fact.buyer"), value(invoice.buyer_name)},
             {t("einvoicing.fact.issued_on"), value(day(invoice.issued_on))},
             {t("einvoicing.fact.due_on"), value(day(invoice.due_on))},
             {t("einvoicing.fact.order"), value(invoice.order_number)},
             {t("einvoicing.fact.preceding"), value(invoice.preceding)},
             {t("einvoicing.fact.iban"),
              value(invoice.iban.empty() ? "" : i18n::iban(invoice.iban))},
             {words_of(invoice, "fact.due"), money(invoice.due)},
             {words_of(invoice, "fact.paid_on"), value(day(invoice.paid_on))}})));
}

Html sum_row(const std::string& label, const std::string& note, const std::string& amount)
{
    return div(cls("flex items-baseline gap-3 px-4 py-2"), span(cls("flex-1"), label),
               span(cls("num text-13 text-fg-3"), note), span(cls("num font-[560]"), amount));
}

Html sums_card(const InvoiceView& view)
{
    const auto& invoice = view.invoice;
    const auto money = [&](base::Cents amount) { return amount_words(amount, invoice.currency); };
    return ui::card({.title = t("einvoicing.page.sums"), .id = "montants"},
                    group(sum_row(t("einvoicing.sum.net"), {}, money(invoice.net)),
                          each(taxes_of(invoice),
                               [&](const SupplierTax& tax) {
                                   return sum_row(
                                       tax_words(tax),
                                       t("einvoicing.sum.base", {{"base", money(tax.base)}}),
                                       money(tax.tax));
                               }),
                          sum_row(t("einvoicing.sum.gross"), {}, money(invoice.gross))));
}

Html line_row(const InvoiceView& view, const einvoice::ReceivedLine& line)
{
    return div(cls("flex items-baseline gap-3 border-t border-line px-4 py-2"),
               span(cls("min-w-0 flex-1 break-words"), line.name),
               span(cls("num text-13 text-fg-3"), line.quantity),
               span(cls("num"), amount_words(line.net, view.invoice.currency)));
}

Html lines_card(const InvoiceView& view)
{
    const auto lines = lines_of(view.invoice);
    const auto left = view.invoice.line_count - static_cast<std::int64_t>(lines.size());
    const auto more = left == 0
                          ? none
                          : p(cls("px-4 py-2 text-13 text-fg-2"),
                              t("einvoicing.page.more_lines", {{"count", std::to_string(left)}}));
    if (view.invoice.line_count == 0)
        return ui::card(
            {.title = t("einvoicing.page.lines"), .id = "lignes"},
            ui::card_body(p(cls("text-13 text-fg-2"), words_of(view.invoice, "page.no_lines"))));
    return ui::card(
        {.title = t("einvoicing.page.lines"),
         .id = "lignes",
         .count = static_cast<int>(view.invoice.line_count)},
        group(each(lines, [&](const auto& line) { return line_row(view, line); }), more));
}

Html original_card(const InvoiceView& view)
{
    const auto& file = view.original;
    return ui::card(
        {.title = t("einvoicing.original.title"), .id = "original"},
        ui::card_body(div(
            cls("grid grid-cols-1 gap-3"),
            p(cls("break-words"), file.name, " ",
              span(cls("num text-13 text-fg-3"), i18n::file_size(file.bytes))),
            p(cls("text-12 text-fg-3"), "SHA-256 ", html::code(cls("break-all"), file.sha256)),
            div(ui::link_button(files::address({.slug = view.slug}, file.id),
                                {.label = t("einvoicing.original.save"), .icon = "download"})))));
}

Url action_of(const InvoiceView& view, std::string_view end)
{
    return checked_local(supplier_invoice_path(view.slug, view.invoice.id).text() +
                         std::string{end});
}

/// A refusal and a dispute ask alike.
struct ReasonForm {
    const char* title;
    const char* submit;
    const char* path;
    ui::ButtonKind kind;
};
constexpr ReasonForm refusing{"refuse.title", "einvoicing.refuse.submit", "/refus",
                              ui::ButtonKind::Danger};
constexpr ReasonForm disputing{"dispute.title", "einvoicing.dispute.submit", "/litige",
                               ui::ButtonKind::Plain};

Html reason_form(const InvoiceView& view, const ReasonForm& form, const guard::FormView& fields,
                 const Html& hidden)
{
    std::vector<ui::Choice> reasons;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Reason>>([&](auto one) {
        if (one.value != Reason::none)
            reasons.push_back({.value = one.name, .label = reason_words(one.value), .hint = {}});
    });
    auto reason = fields.field("reason");
    reason.placeholder = t("einvoicing.refuse.choose");
    return details(
        summary(cls("cursor-pointer text-13 font-[560]"), words_of(view.invoice, form.title)),
        div(cls("mt-3"),
            ui::form({.action = action_of(view, form.path), .guard = view.guard}, hidden,
                     ui::select_field(reason, reasons), ui::text_area(fields.field("words"), 2),
                     ui::form_actions(ui::submit({.label = t(form.submit), .kind = form.kind})))));
}

Html refusal_form(const InvoiceView& view)
{
    const auto seen =
        input(type("hidden"), name("seen"), html::value(forms::enum_name(view.invoice.state)));
    return group(when(view.is_told, reason_form(view, disputing, view.dispute, none)),
                 reason_form(view, refusing, view.refusal, seen));
}

/// What the supplier was told through the platform.
Html said_card(const InvoiceView& view)
{
    if (view.said.empty()) return none;
    const auto again = ui::card_body(
        ui::form({.action = action_of(view, "/renvoi"), .guard = view.guard},
                 ui::submit({.label = t("einvoicing.transmission.again"), .icon = "send"})));
    return ui::card({.title = t("einvoicing.dispatch.title"), .id = "dit"},
                    group(dispatch_rows(view.said, view.zone), when(view.may_say_again, again)));
}

Html decisions(const InvoiceView& view)
{
    if (!view.may_manage) return none;
    if (view.invoice.state == InvoiceState::to_check)
        return ui::card(
            {.title = t("einvoicing.page.decide"), .id = "decision"},
            ui::card_body(div(
                cls("grid grid-cols-1 gap-4"),
                ui::form(
                    {.action = action_of(view, "/acceptation"), .guard = view.guard, .classes = ""},
                    ui::submit({.label = t("einvoicing.accept.submit"),
                                .icon = "check",
                                .kind = ui::ButtonKind::Primary})),
                refusal_form(view))));
    if (view.invoice.state != InvoiceState::accepted) return none;
    auto paid_on = view.payment.field("paid_on");
    paid_on.type = "date";
    paid_on.label = words_of(view.invoice, "field.paid_on");
    return ui::card(
        {.title = words_of(view.invoice, "pay.title"), .id = "paiement"},
        ui::card_body(
            div(cls("grid grid-cols-1 gap-4"),
                when(view.invoice.is_credit_note,
                     p(cls("text-13 text-fg-2"), t("einvoicing.credit.pay.words"))),
                ui::form({.action = action_of(view, "/paiement"), .guard = view.guard},
                         ui::input_field(paid_on),
                         ui::form_actions(ui::submit({.label = words_of(view.invoice, "pay.submit"),
                                                      .kind = ui::ButtonKind::Primary}))),
                refusal_form(view))));
}

Html situation(const InvoiceView& view)
{
    if (!view.conflict.empty())
        return ui::banner({.tone = ui::Tone::Red,
                           .icon = "triangle-alert",
                           .words = view.conflict,
                           .urgency = ui::Urgency::Alert});
    if (view.invoice.state != InvoiceState::refused) return none;
    auto words = reason_words(view.invoice.reason);
    if (!view.invoice.reason_words.empty()) words += " — " + view.invoice.reason_words;
    return ui::banner({.tone = ui::Tone::Gray, .icon = "info", .words = words});
}

Html head(const InvoiceView& view)
{
    const auto& invoice = view.invoice;
    return div(cls("flex flex-wrap items-start gap-3"),
               div(cls("min-w-0 flex-1"), h1(cls("h1 break-words"), title_of(invoice)),
                   p(cls("mt-1 text-fg-2 break-words"), invoice.seller_name),
                   p(cls("mt-1 text-13 text-fg-3"), view.decided)),
               div(cls("flex items-center gap-3"),
                   ui::badge(state_words(invoice), ui::tone_named(state_tone(invoice.state))),
                   span(cls("num text-18 font-[640]"),
                        amount_words(invoice.is_credit_note ? -invoice.gross : invoice.gross,
                                     invoice.currency))));
}

} // namespace

Html invoice_page(const InvoiceView& view)
{
    return div(cls("mx-auto grid w-full max-w-[860px] grid-cols-1 gap-5 px-4 py-6"), head(view),
               situation(view), view.refusal.summary(), view.payment.summary(),
               view.dispute.summary(), decisions(view), said_card(view), sums_card(view),
               facts_card(view), lines_card(view), original_card(view), view.others);
}

} // namespace einvoicing
