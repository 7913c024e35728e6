#include "modules/notifications/origin_actions.hpp"

#include "kernel/events/own_topic.hpp"
#include "kernel/events/topics.hpp"
#include "modules/notifications/digest_store.hpp"
#include "modules/notifications/message_store.hpp"
#include "modules/notifications/origin_store.hpp"

namespace notifications
{

using tenancy::WorkspaceTransaction;

void note_origin(WorkspaceTransaction& tx, const Fact& fact,
                 const std::vector<mail::Addressee>& people)
{
    if (!fact.origin) return;
    Told told{.origin_kind = fact.origin->kind,
              .origin_id = fact.origin->id,
              .event = fact.event,
              .subject_kind = fact.subject.kind,
              .subject_id = fact.subject.id,
              .actor_id = {},
              .told_at = fact.at};
    if (tx.actor().membership) told.actor_id = tx.actor().membership;
    for (const auto& person : people) {
        told.membership_id = person.member;
        OriginStore{tx}.save(told);
    }
}

void take_back(WorkspaceTransaction& tx, std::string_view origin_kind,
               const std::vector<std::int64_t>& origins)
{
    OriginStore store{tx};
    for (const auto& told : store.take(origin_kind, origins)) {
        const auto last = store.last_of(told);
        MessageStore{tx}.take_back(told, last);
        DigestStore{tx}.take_back(told, last);
        NotificationStore notifications{tx};
        const auto line = notifications.line_telling(told);
        if (!line) continue;
        notifications.take_back(*line, store.last_of(told, line->first_at, line->last_at));
        events::touch(tx, events::own_topic(told.membership_id));
    }
}

} // namespace notifications
