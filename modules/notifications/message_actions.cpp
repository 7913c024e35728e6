#include "modules/notifications/message_actions.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/jobs/jobs.hpp"
#include "modules/notifications/message_store.hpp"
#include "modules/notifications/preference_policy.hpp"

#include <set>

namespace notifications
{
namespace
{

using tenancy::WorkspaceTransaction;

std::vector<mail::Addressee> addressees_of(WorkspaceTransaction& tx, const Fact& fact)
{
    std::set<tenancy::MembershipId> known{tx.actor().membership};
    std::vector<mail::Addressee> found;
    for (const auto id : fact.people) {
        if (found.size() == told_max || !known.insert(id).second) continue;
        const auto member = auth::member(tx, id);
        if (member && member->status == auth::MembershipStatus::active)
            found.push_back({.member = id, .role = member->role});
    }
    return found;
}

} // namespace

void notify_and_write(WorkspaceTransaction& tx, const Fact& fact)
{
    notify(tx, fact);
    const auto people = addressees_of(tx, fact);
    const auto by_mail = willing_to_read_mail(tx, fact.event, people);
    const auto by_text = wanting(tx, fact.event, Channel::sms, people);
    MessageLine line{.event = fact.event,
                     .subject_kind = fact.subject.kind,
                     .subject_id = fact.subject.id,
                     .actor_id = {},
                     .last_at = fact.at};
    if (tx.actor().membership) line.actor_id = tx.actor().membership;
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (!by_mail.at(i) && !by_text.at(i)) continue;
        line.membership_id = people[i].member;
        if (MessageStore{tx}.add(line) == Found::another_line) continue;
        jobs::enqueue(tx,
                      {.kind = message_job,
                       .payload = text_of({.reader = line.membership_id, .subject = fact.subject}),
                       .run_at = fact.at + grouped_for,
                       .dedupe = {}});
    }
}

} // namespace notifications
