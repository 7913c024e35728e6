#include "modules/invoices/payment_link_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/limits/limits.hpp"
#include "modules/invoices/invoice_pages.hpp"
#include "modules/invoices/payment_link_forms.hpp"
#include "modules/invoices/payment_link_views.hpp"
#include "modules/invoices/sent_invoice.hpp"

#include <chrono>

namespace invoices
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr const char* own_path = "/lien";

/// A mail each time: as many as one invoice may need.
void check_rate(Call& call, InvoiceId invoice, forms::Form<SendPaymentLink>& form)
{
    constexpr limits::Rate links{.count = 5, .per = std::chrono::hours{1}};
    const auto key = "invoices.link." + call.context().workspace().id.text() + "." + invoice.text();
    if (call.site().limiter().refuse(key, links))
        form.errors.add("email", "invoices.refusal.too_many_links");
}

http::Response sending_page(Call& call, const OpenedInvoice& open,
                            forms::Form<SendPaymentLink> form)
{
    const auto slug = slug_of(call);
    const auto id = open.invoice.id;
    const auto link = call.context().read([&](WorkspaceTransaction& tx) {
        auto found = payment_link(tx, open.invoice);
        if (found && form.typed.empty()) form.typed = {{"email", reach_of(tx, id).email}};
        return found;
    });
    if (!link || !link->waits_for.empty()) return call.redirect(invoice_path(slug, id).text());
    const auto currency = sale_documents::books_of(call.context().workspace()).currency;
    const LinkSendingView view{.link = *link,
                               .number = open.invoice.number,
                               .client_name = open.client_name,
                               .amount = i18n::money(link->left, currency),
                               .action = under(slug, id, own_path),
                               .back = invoice_path(slug, id),
                               .guard = guard::form_guard(call),
                               .fields = {form, "invoices.payment_link.field"}};
    const auto title = t("invoices.payment_link.heading");
    return guard::render(
        call, guard::Page{.title = title,
                          .body = link_sending_page(view),
                          .breadcrumbs = ui::breadcrumbs({{t("invoices.nav"), invoices_path(slug)},
                                                          {view.number, view.back},
                                                          {title, {}}}),
                          .status = form.is_valid() ? 200 : 422});
}

} // namespace

http::Response show_link_sending(Call& call)
{
    return sending_page(call, opened(call), call.blank_form<SendPaymentLink>());
}

http::Response create_link_sending(Call& call)
{
    const auto open = opened(call);
    auto form = call.form<SendPaymentLink>();
    if (form.is_valid()) check_rate(call, open.invoice.id, form);
    if (!form.is_valid()) return sending_page(call, open, form);
    call.context().write([&](WorkspaceTransaction& tx) {
        send_payment_link(tx, open.invoice.id, form.command.email.value);
    });
    return call.redirect(invoice_path(slug_of(call), open.invoice.id).text(),
                         "invoices.notice.link_sent");
}

} // namespace invoices
