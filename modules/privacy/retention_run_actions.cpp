#include "kernel/audit/audit.hpp"
#include "kernel/audit/erasure.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/jobs/jobs.hpp"
#include "kernel/mail/erasure.hpp"
#include "modules/privacy/erasure_actions.hpp"
#include "modules/privacy/privacy.hpp"
#include "modules/privacy/request_mails.hpp"
#include "modules/privacy/retention_mails.hpp"
#include "modules/privacy/retention_store.hpp"

#include <algorithm>

namespace privacy
{
namespace
{

using tenancy::Context;
using tenancy::WorkspaceTransaction;

constexpr std::int64_t rows_at_once = 500;

/// Mails and journal say nothing of whom they are about in a way that could be told apart: while
/// one client is held, none of them is deleted.
bool is_anybody_held(WorkspaceTransaction& tx)
{
    return !RetentionStore{tx}.holds().empty();
}

/// What was announced, less what a period lengthened since keeps.
Notice still_due(WorkspaceTransaction& tx, Notice notice)
{
    const auto now = notice_of(notice.id, base::now(), RetentionStore{tx}.periods());
    notice.clients_before = std::min(notice.clients_before, now.clients_before);
    notice.mails_before = std::min(notice.mails_before, now.mails_before);
    notice.journal_before = std::min(notice.journal_before, now.journal_before);
    return notice;
}

/// Neither held, nor working with us, nor signed in since.
bool may_go(WorkspaceTransaction& tx, tenancy::ClientId client, base::Instant before)
{
    RetentionStore store{tx};
    if (!crm::is_ended(tx, client, before) || store.hold(client) || store.is_busy(client, before))
        return false;
    for (const auto& account : auth::accounts_of_client(tx, client))
        if (account.last_used_at >= before) return false;
    return true;
}

void announce(Context& context)
{
    context.write([](WorkspaceTransaction& tx) {
        if (answering_members(tx).empty()) return; // nothing goes that nobody was told of
        RetentionStore store{tx};
        auto notice = notice_of(tx.make_id<NoticeId>(), base::now(), store.periods());
        std::vector<tenancy::ClientId> clients;
        std::vector<std::string> names;
        for (const auto& client :
             crm::ended_clients(tx, notice.clients_before, notice_clients_max)) {
            if (!may_go(tx, client.id, notice.clients_before)) continue;
            clients.push_back(client.id);
            names.push_back(client.name);
        }
        notice.clients = static_cast<std::int64_t>(clients.size());
        if (!is_anybody_held(tx)) {
            notice.mails = mail::count_contents(tx, notice.mails_before);
            notice.journal = audit::count_payloads(tx, notice.journal_before);
        }
        if (notice.is_empty()) notice.done_at = notice.announced_at;
        store.insert(notice, clients);
        if (!notice.is_empty()) mail_notice(tx, notice, names);
        events::touch(tx, "privacy");
    });
}

template <class Forget>
void in_pieces(Context& context, const Forget& forget)
{
    while (context.write(forget) > 0)
        continue;
}

/// Whether the address is somebody's who stays: another client's record, one of the team.
bool is_of_another(WorkspaceTransaction& tx, const auth::MemberDetail& account)
{
    if (crm::is_address_of_another(tx, account.client, account.email)) return true;
    const auto person = auth::person_by_email(tx, account.email);
    return person && auth::membership_of(tx, person->id, tenancy::Side::staff).has_value();
}

void forget_accounts(WorkspaceTransaction& tx, tenancy::ClientId client)
{
    for (const auto& account : auth::accounts_of_client(tx, client)) {
        const bool is_shared = account.email.empty() || is_of_another(tx, account);
        const auto person = erase_names(tx, account.id, {});
        if (!is_shared) mail::forget_recipient(tx, account.email);
        if (person) jobs::enqueue(tx, {.kind = forget_job, .payload = person.text()});
    }
}

/// What changed since the announcement counts: who came back, or is held, stays.
void carry_out(Context& context, const Notice& notice, tenancy::ClientId client)
{
    const auto accounts = context.read([&](WorkspaceTransaction& tx) {
        return may_go(tx, client, notice.clients_before) ? auth::accounts_of_client(tx, client)
                                                         : std::vector<auth::MemberDetail>{};
    });
    for (const auto& account : accounts)
        erase_pictures(context, account.id);
    context.write([&](WorkspaceTransaction& tx) {
        RetentionStore store{tx};
        if (!may_go(tx, client, notice.clients_before))
            return store.settle(notice.id, client, Outcome::kept);
        forget_accounts(tx, client);
        crm::forget_client(tx, client, i18n::t("privacy.retention.nobody"));
        store.settle(notice.id, client, Outcome::forgotten);
    });
}

void carry_out(Context& context, const Notice& announced)
{
    const auto notice =
        context.read([&](WorkspaceTransaction& tx) { return still_due(tx, announced); });
    in_pieces(context, [&](WorkspaceTransaction& tx) {
        if (notice.mails == 0 || is_anybody_held(tx)) return std::int64_t{0};
        return mail::forget_contents(tx, notice.mails_before, rows_at_once);
    });
    in_pieces(context, [&](WorkspaceTransaction& tx) {
        if (notice.journal == 0 || is_anybody_held(tx)) return std::int64_t{0};
        return audit::forget_payloads(tx, notice.journal_before, rows_at_once);
    });
    const auto lines =
        context.read([&](WorkspaceTransaction& tx) { return RetentionStore{tx}.lines(notice.id); });
    for (const auto& line : lines)
        if (line.outcome == Outcome::announced) carry_out(context, notice, line.subject_id);
    context.write([&](WorkspaceTransaction& tx) {
        RetentionStore{tx}.finish(notice.id, base::now());
        audit::append(tx, {.action = "privacy.retained",
                           .subject_kind = "workspace",
                           .subject = tx.workspace().id.value,
                           .changes = {{"clients", "", std::to_string(notice.clients)},
                                       {"mails", "", std::to_string(notice.mails)},
                                       {"journal", "", std::to_string(notice.journal)}}});
        events::touch(tx, "privacy");
    });
}

} // namespace

void keep_retention(Context& context)
{
    const auto newest =
        context.read([](WorkspaceTransaction& tx) { return RetentionStore{tx}.newest(); });
    const auto now = base::now();
    if (newest && now < newest->due_at) return;
    if (newest && !newest->done_at) carry_out(context, *newest);
    announce(context);
}

} // namespace privacy
