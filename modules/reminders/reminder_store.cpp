#include "modules/reminders/reminder_store.hpp"

#include "kernel/forms/field_types.hpp"

namespace reminders
{
namespace
{

constexpr db::Query find_schedule{"reminders.schedule", R"sql(
    SELECT due_from, first, second, third FROM reminders_schedule WHERE workspace_id = :workspace
)sql"};

constexpr db::Query write_schedule{"reminders.save_schedule", R"sql(
    INSERT INTO reminders_schedule (workspace_id, due_from, first, second, third)
    VALUES (:workspace, :due_from, :first, :second, :third)
    ON CONFLICT (workspace_id) DO UPDATE
       SET due_from = excluded.due_from, first = excluded.first, second = excluded.second,
           third = excluded.third
)sql"};

constexpr db::Query insert_reminder{"reminders.insert", R"sql(
    INSERT INTO reminders_sent (workspace_id, id, invoice_id, step, sent_on, sent_at, owed,
                                by_member)
    VALUES (:workspace, :id, :invoice, :step, :sent_on, :sent_at, :owed, :by_member)
    ON CONFLICT (workspace_id, invoice_id, sent_on) DO NOTHING
)sql"};

constexpr db::Query sent_of{"reminders.sent", R"sql(
    SELECT id, invoice_id, step, sent_on, sent_at, owed, by_member
      FROM reminders_sent
     WHERE workspace_id = :workspace AND invoice_id = :invoice
     ORDER BY sent_on DESC LIMIT :limit
)sql"};

constexpr db::Query last_sent{"reminders.last_sent_on", R"sql(
    SELECT sent_on FROM reminders_sent
     WHERE workspace_id = :workspace AND invoice_id = :invoice
     ORDER BY sent_on DESC LIMIT 1
)sql"};

constexpr db::Query insert_held{"reminders.hold", R"sql(
    INSERT INTO reminders_held (workspace_id, invoice_id, why, told_at)
    VALUES (:workspace, :invoice, :why, :now)
    ON CONFLICT (workspace_id, invoice_id, why) DO NOTHING
)sql"};

constexpr db::Query delete_held{"reminders.release", R"sql(
    DELETE FROM reminders_held WHERE workspace_id = :workspace AND invoice_id = :invoice
)sql"};

constexpr db::Query insert_dispute{"reminders.open_dispute", R"sql(
    INSERT INTO reminders_dispute (workspace_id, id, invoice_id, reason, opened_by, opened_at)
    VALUES (:workspace, :id, :invoice, :reason, :opened_by, :opened_at)
    ON CONFLICT (workspace_id, invoice_id) WHERE closed_at IS NULL DO NOTHING
)sql"};

constexpr db::Query find_dispute{"reminders.dispute", R"sql(
    SELECT id, invoice_id, reason, opened_by, opened_at, closed_by, closed_at
      FROM reminders_dispute
     WHERE workspace_id = :workspace AND invoice_id = :invoice AND closed_at IS NULL
)sql"};

constexpr db::Query close_dispute{"reminders.close_dispute", R"sql(
    UPDATE reminders_dispute SET closed_by = :by, closed_at = :now
     WHERE workspace_id = :workspace AND invoice_id = :invoice AND closed_at IS NULL
)sql"};

constexpr db::Query disputed_invoices{"reminders.disputed", R"sql(
    SELECT DISTINCT invoice_id FROM reminders_dispute
     WHERE workspace_id = :workspace AND invoice_id > :after AND reason <> ''
     ORDER BY invoice_id LIMIT :limit
)sql"};

constexpr db::Query clear_reasons{"reminders.forget_reasons", R"sql(
    UPDATE reminders_dispute SET reason = ''
     WHERE workspace_id = :workspace AND invoice_id = :invoice
)sql"};

constexpr db::Query active_client{"reminders.active_client", R"sql(
    SELECT id FROM crm_published_client
     WHERE workspace_id = :workspace AND id = :client AND status = 'active'
)sql"};

} // namespace

Schedule ReminderStore::schedule()
{
    return tx_.find<Schedule>(find_schedule).value_or(Schedule{});
}

void ReminderStore::save(const Schedule& schedule)
{
    tx_.execute(write_schedule, {{"due_from", schedule.due_from},
                                 {"first", schedule.first},
                                 {"second", schedule.second},
                                 {"third", schedule.third}});
}

bool ReminderStore::insert(const Reminder& reminder)
{
    return tx_.execute(insert_reminder, {{"id", reminder.id},
                                         {"invoice", reminder.invoice_id},
                                         {"step", reminder.step},
                                         {"sent_on", reminder.sent_on},
                                         {"sent_at", reminder.sent_at},
                                         {"owed", reminder.owed},
                                         {"by_member", reminder.by_member}}) == 1;
}

std::vector<Reminder> ReminderStore::sent(invoices::InvoiceId invoice)
{
    return tx_.rows<Reminder>(sent_of, {{"invoice", invoice}, {"limit", reminders_max}});
}

std::optional<base::Date> ReminderStore::last_sent_on(invoices::InvoiceId invoice)
{
    return tx_.value<base::Date>(last_sent, {{"invoice", invoice}});
}

bool ReminderStore::hold(invoices::InvoiceId invoice, HeldReason why)
{
    return tx_.execute(insert_held, {{"invoice", invoice}, {"why", why}, {"now", base::now()}}) ==
           1;
}

void ReminderStore::release(invoices::InvoiceId invoice)
{
    tx_.execute(delete_held, {{"invoice", invoice}});
}

bool ReminderStore::open(const Dispute& dispute)
{
    return tx_.execute(insert_dispute, {{"id", dispute.id},
                                        {"invoice", dispute.invoice_id},
                                        {"reason", dispute.reason},
                                        {"opened_by", dispute.opened_by},
                                        {"opened_at", dispute.opened_at}}) == 1;
}

std::optional<Dispute> ReminderStore::open_dispute(invoices::InvoiceId invoice)
{
    return tx_.find<Dispute>(find_dispute, {{"invoice", invoice}});
}

bool ReminderStore::close(invoices::InvoiceId invoice, tenancy::MembershipId by)
{
    return tx_.execute(close_dispute, {{"invoice", invoice}, {"by", by}, {"now", base::now()}}) ==
           1;
}

std::vector<invoices::InvoiceId> ReminderStore::disputed(invoices::InvoiceId after, int limit)
{
    return tx_.values<invoices::InvoiceId>(disputed_invoices, {{"after", after}, {"limit", limit}});
}

void ReminderStore::forget_reasons(invoices::InvoiceId invoice)
{
    tx_.execute(clear_reasons, {{"invoice", invoice}});
}

bool ReminderStore::is_active(tenancy::ClientId client)
{
    return !tx_.values<tenancy::ClientId>(active_client, {{"client", client}}).empty();
}

} // namespace reminders
