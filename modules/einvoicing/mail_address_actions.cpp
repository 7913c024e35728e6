#include "modules/einvoicing/mail_address_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/mail/mailbox.hpp"
#include "modules/einvoicing/mail_address_store.hpp"

namespace einvoicing
{
namespace
{

using tenancy::WorkspaceTransaction;

void note(WorkspaceTransaction& tx, std::string_view action)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "einvoicing_mail_address",
                       .subject = tx.workspace().id.value});
    events::touch(tx, "supplier_invoices");
}

} // namespace

std::string mail_address(WorkspaceTransaction& tx)
{
    const auto number = MailAddressStore{tx}.number();
    if (!number) return {};
    return mail::reply_address(
        tx, {.kind = mail::ReplyKey::Kind::supplier, .subject = *number, .member = {}});
}

void make_mail_address(WorkspaceTransaction& tx)
{
    base::refuse_unless(mail::mailbox(tx).is_connected(), "einvoicing.refusal.no_mailbox");
    MailAddressStore store{tx};
    const bool is_first = !store.number();
    store.save(tx.make_id<base::Id<struct MailAddressTag>>().value);
    note(tx, is_first ? "einvoicing.address_made" : "einvoicing.address_renewed");
}

void close_mail_address(WorkspaceTransaction& tx)
{
    MailAddressStore store{tx};
    if (!store.number()) return;
    store.remove();
    note(tx, "einvoicing.address_closed");
}

bool is_mail_address(WorkspaceTransaction& tx, std::int64_t number)
{
    return MailAddressStore{tx}.number() == number;
}

} // namespace einvoicing
