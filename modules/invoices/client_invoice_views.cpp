#include "modules/invoices/client_invoice_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/invoices/invoice_paper.hpp"
#include "modules/invoices/invoice_words.hpp"
#include "modules/invoices/issued_invoice_views.hpp"
#include "modules/invoices/sums_views.hpp"

namespace invoices
{

using namespace html;
using i18n::t;

namespace
{

Html heading(const ClientInvoiceView& view)
{
    const auto& invoice = view.invoice;
    const auto standing =
        standing_of(invoice.state, invoice.kind, view.balance, invoice.due_on, view.today);
    const bool asks = invoice.kind != InvoiceKind::credit_note && invoice.due_on &&
                      view.balance.left() > base::Cents{};
    return div(
        cls("mb-5"), p(cls("num text-14 text-fg-2"), title_of(invoice)),
        h1(cls("h1 break-words"), invoice.title),
        p(cls("mt-2"), ui::badge(standing.words, ui::tone_named(standing.tone))),
        asks ? p(cls("mt-2 text-14 text-fg-2"),
                 t("invoices.mail.due", {{"due", i18n::long_date(*invoice.due_on)}}))
             : none,
        when(!invoice.note.empty(), p(cls("mt-3 whitespace-pre-line break-words"), invoice.note)));
}

Html how_to_pay(const ClientInvoiceView& view)
{
    const auto& terms = view.terms;
    const bool asks = view.invoice.kind != InvoiceKind::credit_note &&
                      view.balance.left() > base::Cents{} && !terms.iban.empty();
    if (!asks) return none;
    const std::vector<ui::Property> all{
        {t("invoices.terms.field.iban"), span(cls("num"), terms.iban)},
        {t("invoices.terms.field.bic"), text(terms.bic)},
        {t("invoices.terms.field.holder"), text(terms.holder)},
        {t("invoices.client.reference"), text(view.invoice.number)}};
    return ui::card({.title = t("invoices.client.pay"), .id = "pay", .classes = "mb-5"},
                    ui::card_body(ui::properties(all)));
}

Html payments(const ClientInvoiceView& view)
{
    if (view.invoice.kind == InvoiceKind::credit_note) return none;
    const auto currency = view.books.currency;
    return ui::card({.title = t("invoices.payment.title"), .id = "payments", .classes = "mb-5"},
                    group(ui::card_body(balance_rows(view.balance, currency)),
                          payment_rows(view.payments, currency)));
}

Html paper_button(const ClientInvoiceView& view)
{
    if (!view.has_paper) return p(cls("text-14 text-fg-2"), t("invoices.refusal.paper_waits"));
    return ui::link_button(view.paper, {.label = t("invoices.client.paper"),
                                        .icon = "download",
                                        .size = ui::ButtonSize::Large,
                                        .classes = "w-full",
                                        .more = attribute<"data-turbo">("false")});
}

} // namespace

Html client_invoice(const ClientInvoiceView& view)
{
    const auto shown = shown_lines(view.invoice, view.lines, view.counted);
    const sale_documents::DocumentView document{
        .lines = shown.lines, .counted = shown.counted, .books = view.books};
    return div(
        cls("mx-auto w-full max-w-[680px]"), heading(view), view.panels,
        div(cls("mb-5"), paper_button(view)),
        shown.lines.empty()
            ? none
            : ui::card(
                  {.title = t("sale_documents.lines.caption"), .id = "lines", .classes = "mb-5"},
                  document_lines(document)),
        ui::card({.title = t("sale_documents.totals.title"), .id = "sums", .classes = "mb-5"},
                 ui::card_body(invoice_sums(document))),
        how_to_pay(view), payments(view));
}

Html own_invoices(const OwnInvoicesView& view)
{
    const auto title = h1(cls("h1 mb-5"), t("invoices.client.list"));
    if (view.rows.empty())
        return group(title, ui::empty_state({.icon = "receipt",
                                             .title = t("invoices.client.none"),
                                             .detail = t("invoices.client.none_detail"),
                                             .actions = none}));
    const auto row = [&](const InvoiceRow& one) {
        const auto standing =
            standing_of(one.state, one.kind, one.balance(), one.due_on, view.today);
        const auto amount = one.gross ? i18n::money(*one.gross, view.currency) : std::string{};
        return ui::row_link(
            route("/p/{}/factures/{}", view.slug, one.id),
            {.title = one.title,
             .detail = one.number,
             .aside = group(span(cls("num font-[560]"), amount),
                            ui::badge(standing.words, ui::tone_named(standing.tone)))});
    };
    const auto statement =
        ui::link_button(route("/p/{}/releve", view.slug),
                        {.label = t("invoices.account.title"), .icon = "receipt"});
    return group(title, ui::card({.id = "own-invoices"}, each(view.rows, row)),
                 p(cls("mt-4"), statement));
}

} // namespace invoices
