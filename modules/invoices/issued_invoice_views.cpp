#include "modules/invoices/issued_invoice_views.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/thread.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/invoices/invoice_paper.hpp"
#include "modules/invoices/payment_link_views.hpp"
#include "modules/invoices/sums_views.hpp"

namespace invoices
{

using namespace html;
using i18n::t;

namespace
{

Url under(const IssuedInvoiceView& view, const char* end)
{
    return checked_local(route("/e/{}/factures/{}", view.slug, view.invoice.id).text() + end);
}

Html history(const IssuedInvoiceView& view)
{
    const auto row = [&](const Event& event) {
        const auto who = event.by_member ? view.names.find(*event.by_member) : view.names.end();
        const auto key = "invoices.history." + std::string{forms::enum_name(event.what)};
        return li(
            cls("border-t border-line px-4 py-3 first:border-t-0"),
            p(cls("break-words text-14"),
              t(key, {{"who", who == view.names.end() ? t("invoices.history.nobody") : who->second},
                      {"words", event.words}})),
            p(cls("text-12 text-fg-3"),
              ui::moment({.shown = i18n::relative(event.at, view.now, view.zone),
                          .iso = base::iso(event.at)})));
    };
    return ui::card({.title = t("invoices.history.title"), .id = "history", .classes = "mb-5"},
                    ul(cls("list-none"), each(view.events, row)));
}

Html duplicate(const IssuedInvoiceView& view)
{
    if (!view.issue.paper) return none;
    return group(p(cls("mt-4"), ui::link_button(under(view, "/duplicata"),
                                                {.label = t("invoices.issued.duplicate"),
                                                 .icon = "download",
                                                 .size = ui::ButtonSize::Small,
                                                 .more = attribute<"data-turbo">("false")})),
                 p(cls("mt-1 text-12 text-fg-3"), t("invoices.issued.duplicate_hint")));
}

Html facts(const IssuedInvoiceView& view)
{
    const auto& invoice = view.invoice;
    const auto day = [](const std::optional<base::Date>& date) {
        return date ? span(cls("num"), i18n::long_date(*date)) : Html{};
    };
    std::vector<ui::Property> all{
        {t("invoices.field.client"), text(view.client_name)},
        {t("invoices.list.issued_on"), day(invoice.issued_on)},
        {t("invoices.list.due_on"), day(invoice.due_on)},
        {t("invoices.issuing.field.email"), text(view.issue.to_email)},
        {t("invoices.field.reason"), text(invoice.reason)},
        {t("invoices.fact.sha256"), view.issue.paper_sha256.empty()
                                        ? Html{}
                                        : span(cls("break-all text-12"), view.issue.paper_sha256)}};
    for (const auto& related : view.related)
        all.push_back({t("invoices.fact.related"), ui::link(related.to, related.words)});
    return ui::card({.title = t("invoices.fact.title"), .id = "facts", .classes = "mb-5"},
                    ui::card_body(group(ui::properties(all), duplicate(view))));
}

Html payment_form(const IssuedInvoiceView& view)
{
    if (!view.may_record) return none;
    const auto& fields = view.payment_fields;
    auto amount = fields.field("amount");
    amount.inputmode = "decimal";
    amount.is_numeric = true;
    auto on = fields.field("received_on");
    on.type = "date";
    std::vector<ui::Choice> means;
    for (const char* code : {"transfer", "card", "cheque", "cash"})
        means.push_back({.value = code, .label = t("invoices.means." + std::string{code})});
    std::vector<ui::Choice> kinds;
    for (const char* code : {"payment", "refund", "rejection"})
        kinds.push_back({.value = code, .label = t("invoices.payment." + std::string{code})});
    const bool may_give_back = view.balance.kept() > base::Cents{};
    const auto form =
        ui::form({.action = under(view, "/paiements"), .guard = view.guard},
                 div(cls("grid gap-4 sm:grid-cols-2"), ui::input_field(amount), ui::input_field(on),
                     ui::select_field(fields.field("means"), means),
                     ui::input_field(fields.field("reference")),
                     may_give_back ? ui::select_field(fields.field("kind"), kinds) : none),
                 ui::check_box(fields.field("keeps_surplus")),
                 ui::form_actions(ui::submit(
                     {.label = t("invoices.payment.submit"), .kind = ui::ButtonKind::Primary})));
    // Paid: what may still come is rare, and must not look as if something were asked.
    if (view.balance.left() > base::Cents{}) return ui::card_body(form);
    return ui::card_body(
        details(when(!fields.summary().text().empty(), flag<"open">()),
                summary(cls("cursor-pointer text-13 text-fg-2"), t("invoices.payment.another")),
                div(cls("mt-4"), form)));
}

Html payments(const IssuedInvoiceView& view)
{
    if (view.invoice.kind == InvoiceKind::credit_note) return none;
    const auto currency = view.books.currency;
    return ui::card({.title = t("invoices.payment.title"), .id = "payments", .classes = "mb-5"},
                    group(ui::card_body(balance_rows(view.balance, currency)),
                          payment_rows(view.payments, currency), payment_form(view)));
}

Html credit_form(const IssuedInvoiceView& view)
{
    const bool may_credit = view.may_manage && view.invoice.state == InvoiceState::issued &&
                            view.invoice.kind != InvoiceKind::credit_note;
    if (!may_credit) return none;
    auto amount = view.credit_fields.field("credited");
    amount.inputmode = "decimal";
    amount.is_numeric = true;
    return ui::card(
        {.title = t("invoices.credit.title"), .id = "credit", .classes = "mb-5"},
        ui::card_body(
            ui::form({.action = under(view, "/avoir"), .guard = view.guard},
                     ui::input_field(amount), ui::text_area(view.credit_fields.field("reason"), 2),
                     ui::form_actions(ui::submit({.label = t("invoices.credit.submit")})))));
}

} // namespace

Html issued_invoice(const IssuedInvoiceView& view)
{
    const auto shown = shown_lines(view.invoice, view.lines, view.counted);
    const sale_documents::DocumentView document{
        .lines = shown.lines, .counted = shown.counted, .books = view.books};
    return div(
        cls("mx-auto grid w-full max-w-[1100px] grid-cols-1 gap-x-6 px-4 py-6 "
            "lg:grid-cols-[minmax(0,1fr)_340px]"),
        div(h1(cls("h1 mb-1 break-words"), view.invoice.title),
            p(cls("num mb-5 text-14 text-fg-2"), view.invoice.number, " · ", view.client_name),
            shown.lines.empty() ? none
                                : ui::card({.title = t("sale_documents.lines.caption"),
                                            .id = "lines",
                                            .classes = "mb-5"},
                                           document_lines(document)),
            ui::card({.title = t("sale_documents.totals.title"), .id = "sums", .classes = "mb-5"},
                     ui::card_body(invoice_sums(document))),
            payments(view), view.panels),
        div(payment_link_card(view.pay_link,
                              view.may_manage ? under(view, "/lien").text() : std::string{}),
            facts(view), credit_form(view), history(view)));
}

} // namespace invoices
