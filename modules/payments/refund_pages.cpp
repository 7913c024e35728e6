#include "modules/payments/refund_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/typed_number.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/invoices/invoices.hpp"
#include "modules/payments/account_actions.hpp"
#include "modules/payments/account_store.hpp"
#include "modules/payments/checkout_store.hpp"
#include "modules/payments/follow_actions.hpp"
#include "modules/payments/provider_words.hpp"
#include "modules/payments/refund_actions.hpp"
#include "modules/payments/refund_forms.hpp"
#include "modules/payments/refund_views.hpp"
#include "modules/payments/taking_actions.hpp"
#include "modules/payments/taking_store.hpp"
#include "modules/sale_documents/sale_documents.hpp"

#include <algorithm>

namespace payments
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr std::size_t tries_shown = 5;

/// A payment online and the invoice it paid.
struct Opened {
    Taking taking;
    invoices::Facts facts;
    Account account;
};

Opened opened(const Call& call)
{
    const auto invoice = call.path_id<invoices::InvoiceId>("invoice");
    return call.context().read([&](WorkspaceTransaction& tx) {
        const auto taking = taking_of(tx, invoice, call.path_id<TakingId>("taking"));
        return Opened{.taking = taking,
                      .facts = invoices::facts(tx, {invoice}).at(invoice),
                      .account = AccountStore{tx}.find(taking.provider)};
    });
}

html::Url invoice_url(const Call& call, invoices::InvoiceId invoice)
{
    return html::checked_local(call.in_workspace("/factures/" + invoice.text()));
}

html::Url refund_url(const Call& call, invoices::InvoiceId invoice, TakingId taking)
{
    return html::checked_local(invoice_url(call, invoice).text() + "/en-ligne/" + taking.text() +
                               "/remboursement");
}

http::Response page(Call& call, const Opened& open, forms::Form<RefundTaking> form)
{
    if (form.typed.empty()) {
        auto left = base::plain_amount(open.taking.left());
        std::ranges::replace(left, '.', ',');
        form.typed = {{"amount", left}};
    }
    const auto title = t("payments.refund.title");
    const auto invoice = invoice_url(call, open.facts.invoice);
    const RefundView view{.taking = open.taking,
                          .number = open.facts.number,
                          .client = open.facts.parties.client.name,
                          .currency = open.facts.figures.currency,
                          .fields = {form, "payments.refund.field"},
                          .action = refund_url(call, open.facts.invoice, open.taking.id),
                          .invoice = invoice,
                          .guard = guard::form_guard(call)};
    return guard::render(call, guard::Page{.title = title,
                                           .body = refund_page(view),
                                           .breadcrumbs = ui::breadcrumbs(
                                               {{open.facts.number, invoice}, {title, {}}}),
                                           .status = form.is_valid() ? 200 : 422});
}

/// The same for the same refund of what stood there: pressing again after a lost answer asks for no
/// second one.
std::string once_of(const Taking& taking, base::Cents amount)
{
    return "refund-" + taking.id.text() + "-" + std::to_string(taking.refunded.value) + "-" +
           std::to_string(amount.value);
}

/// Whether what it gave back stands in the ledger already; else the next look finds it.
bool is_seen(Call& call, const Opened& open, Provider& provider)
{
    const auto checkout = open.taking.checkout_id.value();
    const auto look =
        call.context().read([&](WorkspaceTransaction& tx) { return look_at(tx, checkout); });
    if (!look) return false;
    const auto answer = provider.follow(look->asked);
    const auto* const standing = std::get_if<Standing>(&answer);
    if (standing == nullptr || !standing->taken) return false;
    return call.context().write([&](WorkspaceTransaction& tx) {
        return take_standing(tx, checkout, *standing, look->looks);
    });
}

void add_try(TakingsView& view, Checkout one)
{
    const bool is_taken = std::ranges::any_of(
        view.takings, [&](const TakingLine& line) { return line.taking.checkout_id == one.id; });
    if (one.state == CheckoutState::pending)
        view.pending.push_back(std::move(one));
    else if (one.state == CheckoutState::paid && !one.other_currency.empty() && !is_taken)
        view.settled.push_back(std::move(one));
    else if (one.state != CheckoutState::paid && !one.cause.empty() &&
             view.failed.size() < tries_shown)
        view.failed.push_back(std::move(one));
}

} // namespace

html::Html takings_panel(Call& call)
{
    const auto invoice = call.path_id<invoices::InvoiceId>("invoice");
    const auto& context = call.context();
    if (!context.workspace().modules.contains("payments")) return html::none;
    TakingsView view{.takings = {},
                     .pending = {},
                     .settled = {},
                     .failed = {},
                     .now = context.now(),
                     .zone = context.workspace().time_zone};
    context.read([&](WorkspaceTransaction& tx) {
        view.currency = sale_documents::books_of(tx.workspace()).currency;
        CheckoutStore checkouts{tx};
        for (const auto& taking : TakingStore{tx}.of(invoice))
            view.takings.push_back(
                {.taking = taking,
                 .asked = checkouts.find(taking.checkout_id.value()).value().amount,
                 .refund = refund_url(call, invoice, taking.id),
                 .may_refund = call.may("invoices.record") && taking.left().value > 0});
        for (auto& one : checkouts.of(invoice))
            add_try(view, std::move(one));
    });
    return takings_card(view);
}

http::Response confirm_refund(Call& call)
{
    return page(call, opened(call), call.blank_form<RefundTaking>());
}

http::Response create_refund(Call& call)
{
    const auto open = opened(call);
    auto form = call.form<RefundTaking>();
    if (!form.is_valid()) return page(call, open, form);
    const auto& typed = form.command;
    try {
        check_refund(open.taking, typed.amount, open.facts.figures.currency);
    } catch (const base::Refusal& refusal) {
        form.errors.add("amount", refusal.code, refusal.params);
        return page(call, open, form);
    }
    const auto provider = provider_for(open.account, call.context().workspace().id);
    const auto failure = provider->refund({.reference = open.taking.reference,
                                           .amount = typed.amount,
                                           .reason = typed.reason.value,
                                           .once = once_of(open.taking, typed.amount),
                                           .refunded = open.taking.refunded,
                                           .currency = open.facts.figures.currency});
    if (failure) {
        form.errors.add("amount", "payments.error.not_refunded",
                        {{"cause", sentence_of(*failure, open.account.provider)}});
        return page(call, open, form);
    }
    call.context().write([&](WorkspaceTransaction& tx) {
        note_refund(tx, open.taking, typed.amount, typed.reason.value);
    });
    return call.redirect(invoice_url(call, open.facts.invoice).text(),
                         is_seen(call, open, *provider) ? "payments.notice.refunded"
                                                        : "payments.notice.refund_asked");
}

} // namespace payments
