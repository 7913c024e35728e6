#include "modules/notifications/reminder_listeners.hpp"

#include "kernel/forms/field_types.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/notifications/message_actions.hpp"
#include "modules/notifications/sender_actions.hpp"

namespace notifications
{

void on_reminder_held(tenancy::WorkspaceTransaction& tx, const reminders::ReminderHeld& fact)
{
    const std::string why{forms::enum_name(fact.why)};
    notify_and_write(tx, {.event = "reminders.held",
                          .subject = {.kind = "invoice", .id = fact.invoice.value},
                          .people = who_sent(tx, fact.issued_by),
                          .state = i18n::t("notifications.held." + why),
                          .origin = {}});
}

} // namespace notifications
