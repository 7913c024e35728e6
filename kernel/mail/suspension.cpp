#include "kernel/mail/suspension.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/mail/log.hpp"
#include "kernel/mail/outbox_store.hpp"
#include "kernel/mail/suspension_store.hpp"

#include <algorithm>

namespace mail
{
namespace
{

void note_change(tenancy::WorkspaceTransaction& tx, std::string_view action, audit::Change change)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "workspace",
                       .subject = tx.workspace().id.value,
                       .changes = {std::move(change)}});
}

} // namespace

void note_failure(tenancy::WorkspaceTransaction& tx, MessageId id, const Failure& failure)
{
    const auto message = message_by_id(tx, id);
    if (!message || !is_dead_address(failure.status)) return;
    const auto email = base::lower_ascii(message->to_email);
    // An address that hands on to others works as long as it answers: one of them is gone, not it.
    if (std::ranges::find(failure.recipients, email) == failure.recipients.end()) return;
    const auto words = failure.words.empty() ? failure.status : failure.words;
    settle_message(tx, id, State::failed, i18n::t("mail.error.dead", {{"words", words}}));
    note_bounce(tx, id);
    if (suspension_row(tx, email)) return;
    write_suspension(tx, {.email = email,
                          .status = failure.status,
                          .words = failure.words,
                          .suspended_at = base::now()});
    note_change(tx, "mail.address_suspended", {"email", "", email});
}

bool is_suspended(tenancy::WorkspaceTransaction& tx, std::string_view email)
{
    return suspension_row(tx, base::lower_ascii(email)).has_value();
}

std::vector<Suspension> suspensions_of(tenancy::WorkspaceTransaction& tx,
                                       const std::vector<std::string>& emails)
{
    std::vector<Suspension> found;
    for (const auto& email : emails)
        if (const auto row = suspension_row(tx, base::lower_ascii(email))) found.push_back(*row);
    return found;
}

void resume_address(tenancy::WorkspaceTransaction& tx, std::string_view email)
{
    const auto lower = base::lower_ascii(email);
    if (!delete_suspension(tx, lower)) throw base::NotFound{};
    note_change(tx, "mail.address_resumed", {"email", lower, ""});
}

} // namespace mail
