#include "kernel/auth/auth.hpp"
#include "kernel/base/typed_number.hpp"
#include "kernel/files/serving.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/slots.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/invoices/invoice_forms.hpp"
#include "modules/invoices/invoice_life_actions.hpp"
#include "modules/invoices/invoice_list_views.hpp"
#include "modules/invoices/invoice_pages.hpp"
#include "modules/invoices/invoice_paper.hpp"
#include "modules/invoices/invoice_store.hpp"
#include "modules/invoices/invoices.hpp"
#include "modules/invoices/issue_store.hpp"
#include "modules/invoices/issued_invoice_views.hpp"
#include "modules/invoices/paper_pages.hpp"
#include "modules/invoices/payment_store.hpp"

#include <algorithm>

namespace invoices
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

struct Typed {
    forms::Form<RecordPayment> payment{};
    forms::Form<CreditInvoice> credit{};
};

void read_related(WorkspaceTransaction& tx, IssuedInvoiceView& view)
{
    InvoiceStore store{tx};
    const auto add = [&](const Invoice& other) {
        view.related.push_back({title_of(other), invoice_path(view.slug, other.id)});
    };
    if (view.invoice.credits_id)
        if (const auto credited = store.find(*view.invoice.credits_id)) add(*credited);
    for (const auto& credit : store.credits_of(view.invoice.id))
        add(credit);
    if (!view.invoice.quote_id) return;
    for (const auto& other : store.of_quote(*view.invoice.quote_id))
        if (other.id != view.invoice.id) add(other);
}

void read_past(WorkspaceTransaction& tx, IssuedInvoiceView& view)
{
    IssueStore store{tx};
    const auto issue = store.find(view.invoice.id);
    if (!issue) throw base::NotFound{};
    view.issue = *issue;
    view.counted.figures = billing::figures_from(issue->figures);
    sale_documents::name_code(view.counted, view.invoice.terms());
    view.balance = PaymentStore{tx}.balance(view.invoice.id);
    view.payments = PaymentStore{tx}.of(view.invoice.id);
    view.events = store.events(view.invoice.id);
    view.pay_link = payment_link(tx, view.invoice);
    read_related(tx, view);
    for (const auto& event : view.events)
        if (event.by_member && !view.names.contains(*event.by_member))
            if (const auto member = auth::member(tx, *event.by_member))
                view.names.emplace(*event.by_member, member->name);
}

void prefill(const Call& call, const Balance& balance, Typed& typed)
{
    if (!typed.payment.typed.empty()) return;
    auto left = base::plain_amount(balance.left() > base::Cents{} ? balance.left() : base::Cents{});
    std::ranges::replace(left, '.', ',');
    typed.payment.typed = {{"amount", left},
                           {"received_on", call.context().today().text()},
                           {"means", "transfer"},
                           {"kind", "payment"}};
}

IssuedInvoiceView view_of(Call& call, const OpenedInvoice& open, Typed typed)
{
    const auto& context = call.context();
    const auto& workspace = context.workspace();
    prefill(call, context.read([&](WorkspaceTransaction& tx) {
        return PaymentStore{tx}.balance(open.invoice.id);
    }),
            typed);
    IssuedInvoiceView view{.slug = slug_of(call),
                           .invoice = open.invoice,
                           .lines = open.lines,
                           .client_name = open.client_name,
                           .books = sale_documents::books_of(workspace),
                           .guard = guard::form_guard(call),
                           .payment_fields = {typed.payment, "invoices.payment.field"},
                           .credit_fields = {typed.credit, "invoices.credit.field"},
                           .may_manage = call.may("invoices.manage"),
                           .may_record = call.may("invoices.record"),
                           .today = context.today(),
                           .now = context.now(),
                           .zone = workspace.time_zone,
                           .panels = guard::panels_in(call, "issued_invoice")};
    context.read([&](WorkspaceTransaction& tx) { read_past(tx, view); });
    return view;
}

html::Html mark_badges(const Call& call, InvoiceId invoice)
{
    const auto marks =
        call.context().read([&](WorkspaceTransaction& tx) { return marks_of(tx, {invoice}); });
    return html::each(marks, [](const auto& mark) {
        return html::span(html::cls("hidden sm:inline"),
                          ui::badge(mark.second.words, ui::tone_named(mark.second.tone)));
    });
}

http::Response page(Call& call, const OpenedInvoice& open, const Typed& typed)
{
    const auto view = view_of(call, open, typed);
    const auto standing = standing_of(open.invoice.state, open.invoice.kind, view.balance,
                                      open.invoice.due_on, view.today);
    const auto paper = ui::link_button(under(view.slug, open.invoice.id, "/pdf"),
                                       {.label = t("invoices.issued.paper"),
                                        .icon = "download",
                                        .more = html::attribute<"data-turbo">("false")});
    const bool is_valid = typed.payment.is_valid() && typed.credit.is_valid();
    return guard::render(
        call, guard::Page{.title = open.invoice.number + " · " + open.client_name,
                          .body = issued_invoice(view),
                          .top = paper,
                          .breadcrumbs = html::group(
                              ui::breadcrumbs({{t("invoices.nav"), invoices_path(view.slug)},
                                               {open.invoice.number, {}}}),
                              ui::badge(standing.words, ui::tone_named(standing.tone)),
                              mark_badges(call, open.invoice.id)),
                          .status = is_valid ? 200 : 422,
                          .topics = {"invoice:" + open.invoice.id.text()}});
}

http::Response back(const Call& call, InvoiceId invoice, std::string_view notice)
{
    return call.redirect(invoice_path(slug_of(call), invoice).text(), notice);
}

NewPayment payment_of(InvoiceId invoice, const RecordPayment& typed)
{
    return {.invoice = invoice,
            .kind = typed.kind.value_or(PaymentKind::payment),
            .amount = typed.amount,
            .received_on = typed.received_on,
            .means = typed.means.value_or(PaymentMeans::transfer),
            .provider = {},
            .reference = typed.reference.value,
            .surplus = typed.keeps_surplus ? Surplus::kept : Surplus::refused};
}

/// The field that a refusal of the ledger speaks of; empty for another refusal.
std::string_view field_of(std::string_view code)
{
    if (code == "invoices.refusal.payment_in_future") return "received_on";
    const bool is_amount = code == "invoices.refusal.payment_amount" ||
                           code == "invoices.refusal.surplus" || code == "invoices.refusal.refund";
    return is_amount ? "amount" : "";
}

} // namespace

http::Response issued_invoice_page(Call& call, const OpenedInvoice& open)
{
    return page(call, open, {});
}

http::Response serve_paper(Call& call)
{
    return issued_paper_file(call, call.path_id<InvoiceId>("invoice"));
}

http::Response serve_duplicate(Call& call)
{
    return duplicate_file(call, call.path_id<InvoiceId>("invoice"));
}

http::Response create_payment(Call& call)
{
    const auto open = opened(call);
    auto form = call.form<RecordPayment>();
    if (form.command.means == PaymentMeans::online) form.command.means.reset();
    if (!form.is_valid()) return page(call, open, {.payment = form});
    try {
        call.context().write([&](WorkspaceTransaction& tx) {
            record_payment(tx, payment_of(open.invoice.id, form.command));
        });
    } catch (const base::Refusal& refusal) {
        const auto field = field_of(refusal.code);
        if (field.empty()) throw;
        form.errors.add(field, refusal.code, refusal.params);
        return page(call, open, {.payment = form});
    }
    return back(call, open.invoice.id, "invoices.notice.paid");
}

http::Response create_credit(Call& call)
{
    const auto open = opened(call);
    const auto form = call.form<CreditInvoice>();
    if (!form.is_valid()) return page(call, open, {.credit = form});
    const auto credit = call.context().write([&](WorkspaceTransaction& tx) {
        return start_credit(tx, open.invoice.id, form.command.credited, form.command.reason.value);
    });
    return call.redirect(under(slug_of(call), credit, "/emission").text(),
                         "invoices.notice.credit_started");
}

} // namespace invoices
