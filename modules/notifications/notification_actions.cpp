#include "modules/notifications/notification_actions.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/own_topic.hpp"
#include "kernel/events/topics.hpp"
#include "modules/notifications/digest_actions.hpp"
#include "modules/notifications/digest_store.hpp"
#include "modules/notifications/message_store.hpp"
#include "modules/notifications/notifications.hpp"
#include "modules/notifications/origin_actions.hpp"
#include "modules/notifications/origin_store.hpp"
#include "modules/notifications/preference_policy.hpp"

namespace notifications
{
namespace
{

using tenancy::WorkspaceTransaction;

std::vector<mail::Addressee> active_people(WorkspaceTransaction& tx, const Fact& fact,
                                           tenancy::MembershipId actor)
{
    std::set<tenancy::MembershipId> known{actor};
    std::vector<mail::Addressee> people;
    for (const auto id : fact.people) {
        if (people.size() == told_max || !known.insert(id).second) continue;
        const auto member = auth::member(tx, id);
        if (member && member->status == auth::MembershipStatus::active)
            people.push_back({.member = id, .role = member->role});
    }
    return people;
}

Notification line_of(const Fact& fact, tenancy::MembershipId actor)
{
    Notification line{.event = fact.event,
                      .subject_kind = fact.subject.kind,
                      .subject_id = fact.subject.id,
                      .actor_id = {},
                      .state = base::shorten(fact.state, state_length_max - 1), // and its « … »
                      .first_at = fact.at,
                      .last_at = fact.at,
                      .read_at = {}};
    if (actor) line.actor_id = actor;
    return line;
}

void ring(WorkspaceTransaction& tx, tenancy::MembershipId reader)
{
    events::touch(tx, events::own_topic(reader));
}

Notification own_line(WorkspaceTransaction& tx, NotificationId id)
{
    const auto found = NotificationStore{tx}.find(id);
    if (!found) throw base::NotFound{};
    return *found;
}

} // namespace

void notify(WorkspaceTransaction& tx, const Fact& fact)
{
    const auto people = active_people(tx, fact, tx.actor().membership);
    const auto answers = wanting(tx, fact.event, Channel::app, people);
    auto line = line_of(fact, tx.actor().membership);
    const auto since = line.first_at - grouped_for;
    NotificationStore store{tx};
    const auto told = store.with_open_line(line, since);
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (!answers.at(i)) continue;
        line.membership_id = people[i].member;
        ring(tx, line.membership_id);
        if (told.contains(line.membership_id)) {
            store.repeat(line, since);
            continue;
        }
        line.id = tx.make_id<NotificationId>();
        store.insert(line);
    }
    note_for_digest(tx, fact, people);
    note_origin(tx, fact, people);
}

void add_past(WorkspaceTransaction& tx, const PastFact& past)
{
    const Fact fact{.event = past.event,
                    .subject = {past.subject_kind, past.subject_id},
                    .people = past.people,
                    .state = past.state,
                    .at = past.at};
    const auto people = active_people(tx, fact, past.actor);
    const auto answers = wanting(tx, fact.event, Channel::app, people);
    auto line = line_of(fact, past.actor);
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (!answers.at(i)) continue;
        line.id = tx.make_id<NotificationId>();
        line.membership_id = people[i].member;
        NotificationStore{tx}.insert(line);
    }
}

void mark_read(WorkspaceTransaction& tx, NotificationId id)
{
    const auto line = own_line(tx, id);
    if (line.read_at) return;
    NotificationStore{tx}.mark(id, base::now());
    DigestStore{tx}.forget(tx.actor().membership, line.subject());
    MessageStore{tx}.forget({.reader = tx.actor().membership, .subject = line.subject()});
    ring(tx, tx.actor().membership);
}

void mark_unread(WorkspaceTransaction& tx, NotificationId id)
{
    if (!own_line(tx, id).read_at) return;
    NotificationStore{tx}.mark(id, std::nullopt);
    ring(tx, tx.actor().membership);
}

void mark_all_read(WorkspaceTransaction& tx)
{
    NotificationStore{tx}.mark_all(base::now());
    DigestStore{tx}.forget(tx.actor().membership);
    MessageStore{tx}.forget(tx.actor().membership);
    ring(tx, tx.actor().membership);
}

void mark_subject_read(WorkspaceTransaction& tx, const Subject& subject)
{
    DigestStore{tx}.forget(tx.actor().membership, subject);
    MessageStore{tx}.forget({.reader = tx.actor().membership, .subject = subject});
    if (NotificationStore{tx}.mark_about(subject, base::now())) ring(tx, tx.actor().membership);
}

void settle(WorkspaceTransaction& tx, std::string_view event, const Subject& subject)
{
    DigestStore{tx}.settle(event, subject);
    MessageStore{tx}.settle(event, subject);
    for (const auto reader : NotificationStore{tx}.settle(event, subject, base::now()))
        ring(tx, reader);
}

std::int64_t forget_old(WorkspaceTransaction& tx)
{
    const auto before = base::now() - kept_for;
    return NotificationStore{tx}.purge(before) + OriginStore{tx}.purge(before);
}

} // namespace notifications
