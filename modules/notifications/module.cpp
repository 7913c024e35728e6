#include "kernel/module.hpp"

#include "kernel/mail/willing.hpp"
#include "modules/notifications/accounting_listeners.hpp"
#include "modules/notifications/digest.hpp"
#include "modules/notifications/digest_pages.hpp"
#include "modules/notifications/invoice_listeners.hpp"
#include "modules/notifications/letter_listeners.hpp"
#include "modules/notifications/message.hpp"
#include "modules/notifications/message_pages.hpp"
#include "modules/notifications/notification_listeners.hpp"
#include "modules/notifications/notification_pages.hpp"
#include "modules/notifications/notifications.hpp"
#include "modules/notifications/preference_pages.hpp"
#include "modules/notifications/preference_policy.hpp"
#include "modules/notifications/progress_listeners.hpp"
#include "modules/notifications/quote_listeners.hpp"
#include "modules/notifications/reminder_listeners.hpp"
#include "modules/notifications/wording_pages.hpp"

namespace notifications
{
namespace
{

using guard::any_member;

void centre_routes(kernel::Routes routes)
{
    routes.get("", list_notifications, any_member())
        .post("/lecture", mark_everything, any_member(), "MarkNotification")
        .get("/preferences", show_preferences, any_member())
        .post("/preferences", update_choices, any_member(), "ChooseNotifications")
        .get("/{notification}", open_notification, any_member(), "notification")
        .post("/{notification}/lecture", update_notification, any_member(), "MarkNotification",
              "notification");
}

void rules(kernel::Module& module)
{
    constexpr const char* manage = "notifications.manage";
    module.permission(manage, "notifications.permission.manage");
    module.staff("/reglages/notifications")
        .get("", show_rules, guard::needs(manage))
        .post("", update_rule, guard::needs(manage), "SetNotificationRule");
    module.settings({.label_key = "notifications.title",
                     .hint_key = "notifications.rule.hint",
                     .path = "/reglages/notifications",
                     .icon = "bell",
                     .permission = manage,
                     .order = 42});
}

void listeners(kernel::Module& module)
{
    module.on<tickets::TicketConcerns>(on_ticket_concerns);
    module.on<tickets::TicketSeen>(on_ticket_seen);
    module.on<projects::ClientWaits>(on_client_waits);
    module.on<projects::ClientAssigned>(on_client_assigned);
    module.on<crm::ClientDetailsChanged>(on_client_details_changed);
    module.on<mailbox::MailWaits>(on_mail_waits);
    module.on<mailbox::MailSettled>(on_mail_settled);
    module.on<jobs::JobGaveUp>(on_job_gave_up);
    module.on<mail::SenderHeld>(on_sender_held);
    module.on<files::RoomCrossed>(on_room_crossed);
    module.on<progress::PostPublished>(on_post_published);
    module.on<progress::CommentWritten>(on_comment_written);
    module.on<progress::SheetSeen>(on_sheet_seen);
    module.on<progress::PostRemoved>(on_post_removed);
    module.on<progress::CommentsRemoved>(on_comments_removed);
    module.on<quotes::QuoteSeen>(on_quote_seen);
    module.on<quotes::QuoteDeclined>(on_quote_declined);
    module.on<quotes::QuoteAsked>(on_quote_asked);
    module.on<quotes::QuoteAccepted>(on_quote_accepted);
    module.on<quotes::QuoteExpired>(on_quote_expired);
    module.on<letters::ContractSigned>(on_contract_signed);
    module.on<signed_invoices::InvoiceSigned>(on_invoice_signed);
    module.on<invoices::PaymentRecorded>(on_payment_recorded);
    module.on<reminders::ReminderHeld>(on_reminder_held);
    module.on<accounting::SafeFailed>(on_safe_failed);
    module.on<accounting::SafeRecovered>(on_safe_recovered);
    module.on<accounting::OutsideFailed>(on_outside_failed);
    module.on<accounting::OutsideRecovered>(on_outside_recovered);
    module.on<payments::PaymentSetBack>(on_payment_set_back);
    module.on<einvoicing::IssuedInvoiceTurnedDown>(on_issued_invoice_turned_down);
}

void wordings(kernel::Module& module)
{
    constexpr const char* manage = "notifications.manage";
    module.staff("/reglages/modeles-de-courriels")
        .get("", list_wordings, guard::needs(manage))
        .get("/modele", show_wording, guard::needs(manage))
        .post("/modele", update_wording, guard::needs(manage), "SaveWording")
        .post("/apercu", preview_wording, guard::needs(manage), "SaveWording")
        .post("/origine", reset_wording, guard::needs(manage), "ResetWording");
    module.settings({.label_key = "notifications.wording.title",
                     .hint_key = "notifications.wording.hint",
                     .path = "/reglages/modeles-de-courriels",
                     .icon = "file-text",
                     .permission = manage,
                     .order = 43});
}

} // namespace

void describe(kernel::Module& module)
{
    centre_routes(module.staff("/notifications"));
    centre_routes(module.portal("/notifications"));
    for (const auto side : {tenancy::Side::staff, tenancy::Side::portal})
        module.bar({.label_key = "notifications.title",
                    .path = "/notifications",
                    .icon = "bell",
                    .permission = {},
                    .side = side,
                    .count = count_unread});
    rules(module);
    wordings(module);
    for (const char* slot : {"account", "portal_details"})
        module.panel({.slot = slot, .permission = {}, .render = preferences_panel});
    listeners(module);
    module.job(message_job, {.handler = run_message, .delays = {}});
    module.job(digest_job, {.handler = run_digest, .delays = {}});
    mail::ask_before_writing(willing_to_read_mail);
}

} // namespace notifications
