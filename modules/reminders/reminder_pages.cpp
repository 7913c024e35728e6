#include "modules/reminders/reminder_pages.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/reminders/reminder_actions.hpp"
#include "modules/reminders/reminder_forms.hpp"
#include "modules/reminders/reminder_store.hpp"
#include "modules/reminders/reminder_views.hpp"

namespace reminders
{
namespace
{

using guard::Call;
using i18n::t;
using invoices::InvoiceId;
using tenancy::WorkspaceTransaction;

InvoiceId invoice_in(const Call& call)
{
    return call.path_id<InvoiceId>("invoice");
}

html::Url invoice_url(const Call& call)
{
    return html::checked_local(call.in_workspace("/factures/" + invoice_in(call).text()));
}

void name(WorkspaceTransaction& tx, PanelView& view,
          const std::optional<tenancy::MembershipId>& member)
{
    if (!member || view.names.contains(*member)) return;
    if (const auto found = auth::member(tx, *member)) view.names.emplace(*member, found->name);
}

void read_panel(WorkspaceTransaction& tx, InvoiceId invoice, PanelView& view)
{
    ReminderStore store{tx};
    const auto standing = standing_of(tx, invoice);
    const auto today = base::date_in(view.now, view.zone);
    view.hindrance = standing.hindrance;
    view.currency = standing.invoice.figures.currency;
    view.dispute = store.open_dispute(invoice);
    view.sent = store.sent(invoice);
    if (standing.invoice.due_on)
        view.next = next_day(store.schedule(), *standing.invoice.due_on, today);
    if (view.dispute) name(tx, view, view.dispute->opened_by);
    for (const auto& one : view.sent)
        name(tx, view, one.by_member);
}

http::Response dispute_form(Call& call, const forms::Form<OpenDispute>& form)
{
    const auto facts = call.context().read(
        [&](WorkspaceTransaction& tx) { return standing_of(tx, invoice_in(call)).invoice; });
    const auto title = t("reminders.dispute.title");
    const auto invoice = invoice_url(call);
    const DisputeView view{.number = facts.number,
                           .client = facts.parties.client.name,
                           .fields = {form, "reminders.dispute.field"},
                           .action = html::checked_local(invoice.text() + "/litige"),
                           .invoice = invoice,
                           .guard = guard::form_guard(call)};
    return guard::render(
        call, guard::Page{.title = title,
                          .body = dispute_page(view),
                          .breadcrumbs = ui::breadcrumbs({{facts.number, invoice}, {title, {}}}),
                          .status = form.is_valid() ? 200 : 422});
}

} // namespace

html::Html reminders_panel(Call& call)
{
    const auto& context = call.context();
    if (!context.workspace().modules.contains("reminders")) return html::none;
    PanelView view{.dispute = {},
                   .sent = {},
                   .next = {},
                   .names = {},
                   .may_manage = call.may("invoices.manage"),
                   .invoice = invoice_url(call),
                   .guard = guard::form_guard(call),
                   .now = context.now(),
                   .zone = context.workspace().time_zone};
    context.read([&](WorkspaceTransaction& tx) { read_panel(tx, invoice_in(call), view); });
    return reminders_card(view);
}

http::Response create_reminder(Call& call)
{
    call.context().write([&](WorkspaceTransaction& tx) { remind_by_hand(tx, invoice_in(call)); });
    return call.redirect(invoice_url(call).text(), "reminders.notice.sent");
}

http::Response ask_dispute(Call& call)
{
    return dispute_form(call, call.blank_form<OpenDispute>());
}

http::Response create_dispute(Call& call)
{
    const auto form = call.form<OpenDispute>();
    if (!form.is_valid()) return dispute_form(call, form);
    call.context().write([&](WorkspaceTransaction& tx) {
        open_dispute(tx, invoice_in(call), form.command.reason.value);
    });
    return call.redirect(invoice_url(call).text(), "reminders.notice.disputed");
}

http::Response end_dispute(Call& call)
{
    call.context().write([&](WorkspaceTransaction& tx) { close_dispute(tx, invoice_in(call)); });
    return call.redirect(invoice_url(call).text(), "reminders.notice.dispute_ended");
}

} // namespace reminders
