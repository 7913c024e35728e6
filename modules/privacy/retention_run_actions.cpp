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
#include <iterator>

namespace privacy
{
namespace
{

using tenancy::Context;
using tenancy::WorkspaceTransaction;

constexpr std::int64_t rows_at_once = 500;
constexpr int looks_max = 1000; // pieces of crm::ended_clients_max clients

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

using Clients = std::vector<crm::EndedClient>;

void keep_those_that_may_go(WorkspaceTransaction& tx, Clients& clients, base::Instant before)
{
    std::erase_if(clients, [&](const auto& one) { return !may_go(tx, one.id, before); });
}

/// Those of one notice. Looked for piece by piece before anything is written, so that nobody waits
/// for it, and past all those who are held.
Clients who_may_go(Context& context)
{
    Clients found;
    crm::EndedClient last;
    for (int look = 0; look < looks_max && std::ssize(found) < notice_clients_max; ++look) {
        Clients seen;
        auto going = context.read([&](WorkspaceTransaction& tx) {
            const auto before = notice_of({}, base::now(), RetentionStore{tx}.periods());
            seen = crm::ended_clients(tx, before.clients_before, last);
            auto piece = seen;
            keep_those_that_may_go(tx, piece, before.clients_before);
            return piece;
        });
        if (seen.empty()) break;
        last = seen.back();
        std::ranges::move(going, std::back_inserter(found));
    }
    if (std::ssize(found) > notice_clients_max)
        found.resize(static_cast<std::size_t>(notice_clients_max));
    return found;
}

/// Another process may have made the notice meanwhile.
bool is_due(const std::optional<Notice>& newest)
{
    return !newest || (newest->done_at && base::now() >= newest->due_at);
}

void announce(Context& context)
{
    const auto found = who_may_go(context);
    context.write([&](WorkspaceTransaction& tx) {
        if (answering_members(tx).empty()) return; // nothing goes that nobody was told of
        RetentionStore store{tx};
        const auto newest = store.newest();
        if (!is_due(newest)) return;
        auto notice = notice_of(tx.make_id<NoticeId>(), base::now(), store.periods());
        auto clients = found;
        keep_those_that_may_go(tx, clients, notice.clients_before);
        notice.clients = std::ssize(clients);
        if (!is_anybody_held(tx)) {
            notice.mails = mail::count_contents(tx, notice.mails_before);
            notice.journal = audit::count_payloads(tx, notice.journal_before);
        }
        if (notice.is_empty()) notice.done_at = notice.announced_at;
        if (!store.insert(notice, newest ? newest->id : NoticeId{})) return;
        std::vector<std::string> names;
        for (const auto& client : clients) {
            store.add_line(notice.id, client.id);
            names.push_back(client.name);
        }
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
        if (!RetentionStore{tx}.finish(notice.id, base::now())) return;
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
