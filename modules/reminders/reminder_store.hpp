#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/reminders/reminder.hpp"

#include <vector>

namespace reminders
{

/// Every statement on schedules, on what was sent, and on disputes.
class ReminderStore
{
  public:
    explicit ReminderStore(tenancy::WorkspaceTransaction& tx) : tx_(tx) {}

    /// As the business set it, else as everybody starts: switched off.
    Schedule schedule();
    void save(const Schedule& schedule);

    /// False when one was sent that day.
    bool insert(const Reminder& reminder);
    /// The newest first, at most reminders_max.
    std::vector<Reminder> sent(invoices::InvoiceId invoice);
    std::optional<base::Date> last_sent_on(invoices::InvoiceId invoice);

    /// False when that reason was told before.
    bool hold(invoices::InvoiceId invoice, HeldReason why);
    /// What was told of it may be told again, should it come back.
    void release(invoices::InvoiceId invoice);

    /// False when one is open.
    bool open(const Dispute& dispute);
    std::optional<Dispute> open_dispute(invoices::InvoiceId invoice);
    /// False when none is open.
    bool close(invoices::InvoiceId invoice, tenancy::MembershipId by);
    /// Invoices whose dispute says something, from the oldest after `after`, at most `limit`.
    std::vector<invoices::InvoiceId> disputed(invoices::InvoiceId after, int limit);
    void forget_reasons(invoices::InvoiceId invoice);

    bool is_active(tenancy::ClientId client);

  private:
    tenancy::WorkspaceTransaction& tx_;
};

} // namespace reminders
