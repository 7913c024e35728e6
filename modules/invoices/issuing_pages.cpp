#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/crm/crm.hpp"
#include "modules/invoices/invoice_count_actions.hpp"
#include "modules/invoices/invoice_forms.hpp"
#include "modules/invoices/invoice_pages.hpp"
#include "modules/invoices/issuing_actions.hpp"
#include "modules/invoices/issuing_views.hpp"
#include "modules/invoices/kept_regime_pages.hpp"
#include "modules/invoices/terms_store.hpp"

namespace invoices
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

struct Typed {
    forms::Form<IssueInvoice> issue{};
    forms::Form<SaveBuyer> buyer{};
};

void prefill(WorkspaceTransaction& tx, const Invoice& invoice, Typed& typed)
{
    if (typed.issue.typed.empty()) {
        const auto client = crm::client(tx, invoice.client_id);
        const auto addressee = crm::addressee(tx, invoice.client_id);
        typed.issue.typed = {{"way", client.email.empty() ? "hand" : "mail"},
                             {"name", addressee.contact.empty() ? client.name : addressee.contact},
                             {"email", client.email}};
    }
    if (typed.buyer.typed.empty()) {
        const auto buyer = TermsStore{tx}.buyer(invoice.client_id);
        typed.buyer.typed = {{"siren", buyer.siren}, {"vat_number", buyer.vat_number}};
    }
}

http::Response issuing_page(Call& call, const OpenedInvoice& open, Typed typed)
{
    const auto slug = slug_of(call);
    const auto& invoice = open.invoice;
    const auto books = sale_documents::books_of(call.context().workspace());
    auto [counted, missing, buyer] = call.context().read([&](WorkspaceTransaction& tx) {
        prefill(tx, invoice, typed);
        return std::tuple{figures_of(tx, invoice, open.lines), missing_in(tx, invoice),
                          TermsStore{tx}.buyer(invoice.client_id)};
    });
    const bool is_valid = typed.issue.is_valid() && typed.buyer.is_valid();
    const IssuingView view{.slug = slug,
                           .invoice = invoice,
                           .lines = open.lines,
                           .counted = counted,
                           .books = books,
                           .client_name = open.client_name,
                           .missing = missing,
                           .notice = kept_regime_notice(call, invoice.quote_id),
                           .guard = guard::form_guard(call),
                           .fields = {typed.issue, "invoices.issuing.field"},
                           .buyer_fields = {typed.buyer, "invoices.buyer.field"},
                           .asks_buyer = buyer.is_business && books.currency == base::Currency::EUR,
                           .may_manage = call.may("invoices.manage")};
    const auto title = issuing_words(invoice, "title");
    return guard::render(call, guard::Page{.title = title,
                                           .body = issuing_form(view),
                                           .breadcrumbs = ui::breadcrumbs(
                                               {{t("invoices.nav"), invoices_path(slug)},
                                                {invoice.title, invoice_path(slug, invoice.id)},
                                                {title, {}}}),
                                           .status = is_valid ? 200 : 422});
}

} // namespace

http::Response confirm_issue(Call& call)
{
    const auto open = opened(call);
    if (!is_open(open.invoice.state))
        return call.redirect(invoice_path(slug_of(call), open.invoice.id).text());
    return issuing_page(call, open, {.issue = call.blank_form<IssueInvoice>()});
}

http::Response create_check(Call& call)
{
    const auto id = call.path_id<InvoiceId>("invoice");
    const auto form = call.form<CheckInvoice>();
    base::refuse_unless(form.is_valid(), "invoices.refusal.changed_since");
    call.context().write(
        [&](WorkspaceTransaction& tx) { check_invoice(tx, id, form.command.version.value); });
    return call.redirect(under(slug_of(call), id, "/emission").text(), "invoices.notice.checked");
}

http::Response create_issue(Call& call)
{
    const auto open = opened(call); // a second click is answered as the first was
    auto form = call.form<IssueInvoice>();
    check_whole(form);
    if (!form.is_valid()) return issuing_page(call, open, {.issue = form});

    const auto& typed = form.command;
    call.context().write([&](WorkspaceTransaction& tx) {
        issue_invoice(tx, {.invoice = open.invoice.id,
                           .seen_version = typed.version.value,
                           .way = typed.way.value_or(Way::mail),
                           .to_name = typed.name.value,
                           .to_email = typed.email.value,
                           .words = typed.words.value});
    });
    return call.redirect(invoice_path(slug_of(call), open.invoice.id).text(),
                         open.invoice.kind == InvoiceKind::credit_note
                             ? "invoices.notice.credit_issued"
                             : "invoices.notice.issued");
}

http::Response update_buyer(Call& call)
{
    const auto open = opened(call);
    auto form = call.form<SaveBuyer>();
    check_whole(form);
    if (!form.is_valid()) return issuing_page(call, open, {.buyer = form});
    call.context().write([&](WorkspaceTransaction& tx) {
        save_buyer(tx, open.invoice.id, form.command.siren.value, form.command.vat_number.value);
    });
    return call.redirect(under(slug_of(call), open.invoice.id, "/emission").text(),
                         "invoices.notice.buyer");
}

} // namespace invoices
