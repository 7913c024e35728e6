#include "modules/notifications/digest_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/jobs/jobs.hpp"
#include "modules/notifications/digest_store.hpp"
#include "modules/notifications/preference_policy.hpp"

namespace notifications
{

using tenancy::WorkspaceTransaction;

void note_for_digest(WorkspaceTransaction& tx, const Fact& fact,
                     const std::vector<mail::Addressee>& people)
{
    DigestStore store{tx};
    const auto readers = store.readers();
    std::vector<mail::Addressee> asked;
    for (const auto& person : people)
        if (readers.contains(person.member) && !is_always_mailed(tx, fact.event, person.role))
            asked.push_back(person);
    if (asked.empty()) return;
    const auto answers = wanting(tx, fact.event, Channel::email, asked);
    const auto due = next_digest(fact.at, tx.workspace().time_zone);
    for (std::size_t i = 0; i < asked.size(); ++i) {
        if (!answers.at(i)) continue;
        store.add({.membership_id = asked[i].member,
                   .event = fact.event,
                   .subject_kind = fact.subject.kind,
                   .subject_id = fact.subject.id,
                   .last_at = fact.at});
        const auto reader = asked[i].member.text();
        jobs::enqueue(tx, {.kind = digest_job, .payload = reader, .run_at = due, .dedupe = reader});
    }
}

Pace pace_of_actor(WorkspaceTransaction& tx)
{
    return DigestStore{tx}.readers().contains(tx.actor().membership) ? Pace::daily : Pace::at_once;
}

void choose_pace(WorkspaceTransaction& tx, Pace pace)
{
    if (pace == pace_of_actor(tx)) return;
    DigestStore store{tx};
    const auto reader = tx.actor().membership;
    const bool is_daily = pace == Pace::daily;
    is_daily ? store.add_reader(reader) : store.remove_reader(reader);
    if (!is_daily) store.forget(reader);
    audit::append(tx, {.action = "notifications.chosen",
                       .subject_kind = "membership",
                       .subject = reader.value,
                       .changes = {{"digest", is_daily ? "off" : "on", is_daily ? "on" : "off"}}});
}

} // namespace notifications
