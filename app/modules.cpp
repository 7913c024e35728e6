#include "app/modules.hpp"

#include "kernel/live/live.hpp"
#include "kernel/module.hpp"
#include "modules/accounting/accounting.hpp"
#include "modules/audit/audit.hpp"
#include "modules/backup/backup.hpp"
#include "modules/bank/bank.hpp"
#include "modules/client_entry/client_entry.hpp"
#include "modules/crm/crm.hpp"
#include "modules/dashboards/dashboards.hpp"
#include "modules/einvoicing/einvoicing.hpp"
#include "modules/expenses/expenses.hpp"
#include "modules/files/files.hpp"
#include "modules/help/help.hpp"
#include "modules/home/home.hpp"
#include "modules/home_screen/home_screen.hpp"
#include "modules/identity/identity.hpp"
#include "modules/incidents/incidents.hpp"
#include "modules/invoices/invoices.hpp"
#include "modules/knowledge/knowledge.hpp"
#include "modules/lan/lan.hpp"
#include "modules/ledger/ledger.hpp"
#include "modules/letters/letters.hpp"
#include "modules/mailbox/mailbox.hpp"
#include "modules/notifications/notifications.hpp"
#include "modules/numbering/numbering.hpp"
#include "modules/payments/payments.hpp"
#include "modules/portability/portability.hpp"
#include "modules/portal/portal.hpp"
#include "modules/pricebook/pricebook.hpp"
#include "modules/privacy/privacy.hpp"
#include "modules/progress/progress.hpp"
#include "modules/projects/projects.hpp"
#include "modules/quotes/quotes.hpp"
#include "modules/reminders/reminders.hpp"
#include "modules/search/search.hpp"
#include "modules/sendings/sendings.hpp"
#include "modules/settings/settings.hpp"
#include "modules/signatures/signatures.hpp"
#include "modules/signed_invoices/signed_invoices.hpp"
#include "modules/templates/templates.hpp"
#include "modules/text_messages/text_messages.hpp"
#include "modules/tickets/tickets.hpp"

namespace app
{
namespace
{

void describe(guard::Site& site, const char* name, void (*describe_module)(kernel::Module&))
{
    kernel::Module module{site, name};
    describe_module(module);
}

} // namespace

void describe_modules(guard::Site& site)
{
    describe(site, "identity", identity::describe);
    describe(site, "crm", crm::describe);
    describe(site, "projects", projects::describe);
    describe(site, "progress", progress::describe);
    describe(site, "pricebook", pricebook::describe);
    describe(site, "numbering", numbering::describe);
    describe(site, "templates", templates::describe);
    describe(site, "quotes", quotes::describe);
    describe(site, "signatures", signatures::describe);
    describe(site, "letters", letters::describe);
    describe(site, "invoices", invoices::describe);
    describe(site, "signed_invoices", signed_invoices::describe);
    describe(site, "payments", payments::describe);
    describe(site, "bank", bank::describe);
    describe(site, "sendings", sendings::describe);
    describe(site, "reminders", reminders::describe);
    describe(site, "einvoicing", einvoicing::describe);
    describe(site, "expenses", expenses::describe);
    describe(site, "ledger", ledger::describe);
    describe(site, "accounting", accounting::describe);
    describe(site, "tickets", tickets::describe);
    describe(site, "knowledge", knowledge::describe);
    describe(site, "mailbox", mailbox::describe);
    describe(site, "notifications", notifications::describe);
    describe(site, "text_messages", text_messages::describe);
    describe(site, "client_entry", client_entry::describe);
    describe(site, "files", files::describe);
    describe(site, "dashboards", dashboards::describe);
    describe(site, "home", home::describe);
    describe(site, "home_screen", home_screen::describe);
    describe(site, "settings", settings::describe);
    describe(site, "audit", audit::describe);
    describe(site, "portal", portal::describe);
    describe(site, "help", help::describe);
    describe(site, "lan", lan::describe);
    describe(site, "backup", backup::describe);
    describe(site, "portability", portability::describe);
    describe(site, "privacy", privacy::describe);
    describe(site, "incidents", incidents::describe);
    describe(site, "search", search::describe);
    live::describe(site);
    site.seal();
}

} // namespace app
