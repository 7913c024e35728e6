#include "modules/reminders/reminder_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/events.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/forms/field_types.hpp"
#include "modules/reminders/reminder_mails.hpp"
#include "modules/reminders/reminder_store.hpp"

namespace reminders
{
namespace
{

using base::Refusal;
using invoices::InvoiceId;
using tenancy::WorkspaceTransaction;

base::Date today_in(const WorkspaceTransaction& tx)
{
    return base::date_in(base::now(), tx.workspace().time_zone);
}

bool waits_for_money(const invoices::Facts& invoice)
{
    const auto state = state_of(invoice.balance);
    return invoice.kind != invoices::InvoiceKind::credit_note && !invoice.is_cancelled &&
           (state == invoices::PaymentState::unpaid || state == invoices::PaymentState::partial);
}

Hindrance hindrance_to(WorkspaceTransaction& tx, const Standing& standing)
{
    ReminderStore store{tx};
    const auto& invoice = standing.invoice;
    if (!waits_for_money(invoice)) return Hindrance::settled;
    if (store.open_dispute(invoice.invoice)) return Hindrance::disputed;
    if (!store.is_active(invoice.client)) return Hindrance::inactive_client;
    if (standing.reach.email.empty()) return Hindrance::no_address;
    if (!standing.reach.paper) return Hindrance::no_paper;
    if (store.last_sent_on(invoice.invoice) == today_in(tx)) return Hindrance::sent_today;
    return Hindrance::none;
}

/// False when one left today, a moment ago.
bool send(WorkspaceTransaction& tx, const Standing& standing, int step)
{
    const auto& invoice = standing.invoice;
    const auto owed = invoice.balance.left();
    const auto& actor = tx.actor();
    ReminderStore store{tx};
    const Reminder reminder{.id = tx.make_id<ReminderId>(),
                            .invoice_id = invoice.invoice,
                            .step = step,
                            .sent_on = today_in(tx),
                            .sent_at = base::now(),
                            .owed = owed,
                            .by_member =
                                actor.membership ? std::optional{actor.membership} : std::nullopt};
    if (!store.insert(reminder)) return false;

    mail_reminder(tx, {.invoice = invoice, .to = standing.reach, .owed = owed, .step = step});
    note_reminded(tx, invoice.invoice, standing.reach.email);
    store.release(invoice.invoice);
    return true;
}

/// A payment that comes now waits until what is said about it has left, or is seen.
Standing held_standing(WorkspaceTransaction& tx, InvoiceId invoice)
{
    held_balance(tx, invoice);
    return standing_of(tx, invoice);
}

void tell_held(WorkspaceTransaction& tx, const Standing& standing, HeldReason why)
{
    const auto invoice = standing.invoice.invoice;
    if (!ReminderStore{tx}.hold(invoice, why)) return;
    events::publish(
        tx, ReminderHeld{.invoice = invoice, .why = why, .issued_by = standing.reach.issued_by});
    events::touch(tx, "invoice:" + invoice.text());
}

Refusal refusal_of(Hindrance hindrance)
{
    const std::string code{forms::enum_name(hindrance)};
    return Refusal{"reminders.refusal." + code, {}, Refusal::Kind::Conflict};
}

void note_dispute(WorkspaceTransaction& tx, std::string_view action, InvoiceId invoice)
{
    audit::append(tx, {.action = action, .subject_kind = "invoice", .subject = invoice.value});
    events::touch(tx, "invoice:" + invoice.text());
}

} // namespace

Standing standing_of(WorkspaceTransaction& tx, InvoiceId invoice)
{
    auto found = invoices::facts(tx, {invoice});
    if (found.empty()) throw base::NotFound{};
    Standing standing{.invoice = std::move(found.begin()->second),
                      .reach = invoices::reach_of(tx, invoice)};
    standing.hindrance = hindrance_to(tx, standing);
    return standing;
}

void remind_by_hand(WorkspaceTransaction& tx, InvoiceId invoice)
{
    const auto standing = held_standing(tx, invoice);
    if (standing.hindrance != Hindrance::none) throw refusal_of(standing.hindrance);

    constexpr int by_hand = 0;
    if (!send(tx, standing, by_hand)) throw refusal_of(Hindrance::sent_today);
}

void remind_if_due(WorkspaceTransaction& tx, InvoiceId invoice)
{
    const auto standing = held_standing(tx, invoice);
    const auto due_on = standing.invoice.due_on;
    if (!due_on) return;
    ReminderStore store{tx};
    const auto step =
        step_due(store.schedule(), *due_on, today_in(tx), store.last_sent_on(invoice));
    if (!step) return;

    if (standing.hindrance == Hindrance::none)
        send(tx, standing, *step);
    else if (standing.hindrance == Hindrance::inactive_client)
        tell_held(tx, standing, HeldReason::inactive_client);
    else if (standing.hindrance == Hindrance::no_address)
        tell_held(tx, standing, HeldReason::no_address);
}

void open_dispute(WorkspaceTransaction& tx, InvoiceId invoice, const std::string& reason)
{
    held_balance(tx, invoice); // what the job sends at this moment is seen first
    const auto standing = standing_of(tx, invoice);
    if (!waits_for_money(standing.invoice)) throw refusal_of(Hindrance::settled);
    const bool is_opened = ReminderStore{tx}.open({.id = tx.make_id<DisputeId>(),
                                                   .invoice_id = invoice,
                                                   .reason = reason,
                                                   .opened_by = tx.actor().membership,
                                                   .opened_at = base::now(),
                                                   .closed_by = {},
                                                   .closed_at = {}});
    if (!is_opened) throw refusal_of(Hindrance::disputed);
    note_dispute(tx, "reminders.dispute_opened", invoice);
}

void close_dispute(WorkspaceTransaction& tx, InvoiceId invoice)
{
    if (invoices::facts(tx, {invoice}).empty()) throw base::NotFound{};
    if (ReminderStore{tx}.close(invoice, tx.actor().membership))
        note_dispute(tx, "reminders.dispute_closed", invoice);
}

} // namespace reminders
