#include "modules/notifications/invoice_listeners.hpp"

#include "kernel/auth/memberships.hpp"
#include "kernel/base/typed_number.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/format_money.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/notifications/message_actions.hpp"
#include "modules/notifications/sender_actions.hpp"

namespace notifications
{
void on_issued_invoice_turned_down(tenancy::WorkspaceTransaction& tx,
                                   const einvoicing::IssuedInvoiceTurnedDown& fact)
{
    notify_and_write(tx, {.event = "einvoicing.turned_down",
                          .subject = {.kind = "invoice", .id = fact.invoice.value},
                          .people = administrators(tx),
                          .state = {},
                          .origin = {}});
}

void on_payment_set_back(tenancy::WorkspaceTransaction& tx, const payments::PaymentSetBack& fact)
{
    const std::string what{forms::enum_name(fact.what)};
    notify_and_write(tx, {.event = "payments.set_back",
                          .subject = {.kind = "invoice", .id = fact.invoice.value},
                          .people = administrators(tx),
                          .state = i18n::t("notifications.set_back." + what),
                          .origin = {}});
}

void on_invoice_signed(tenancy::WorkspaceTransaction& tx,
                       const signed_invoices::InvoiceSigned& fact)
{
    notify_and_write(tx, {.event = "invoices.signed",
                          .subject = {.kind = "invoice", .id = fact.invoice.value},
                          .people = who_sent(tx, fact.issued_by),
                          .state = {},
                          .origin = {}});
}

void on_payment_recorded(tenancy::WorkspaceTransaction& tx, const invoices::PaymentRecorded& fact)
{
    if (fact.kind != invoices::PaymentKind::payment) return;
    const auto& preset = presets::find(tx.workspace().preset);
    std::vector<tenancy::MembershipId> people;
    for (const auto& one : auth::active_staff(tx)) {
        const auto* role = preset.find_role(one.role);
        if (role != nullptr && role->permissions.contains("invoices.record"))
            people.push_back(one.id);
    }
    const auto currency = preset.currency == base::currency_code(base::Currency::CAD)
                              ? base::Currency::CAD
                              : base::Currency::EUR;
    notify_and_write(tx, {.event = "invoices.paid",
                          .subject = {.kind = "invoice", .id = fact.invoice.value},
                          .people = people,
                          .state = i18n::money(fact.amount, currency),
                          .origin = {}});
}

} // namespace notifications
