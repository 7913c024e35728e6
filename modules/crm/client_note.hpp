#pragma once

#include "modules/crm/client.hpp"

#include <string>

namespace crm
{

using ClientNoteId = base::Id<struct ClientNoteTag>;
using ClientAlertId = base::Id<struct ClientAlertTag>;

/// What a note is about.
enum class NoteCategory { free, behaviour, satisfaction, alert };
BOOST_DESCRIBE_ENUM(NoteCategory, free, behaviour, satisfaction, alert)

/// What the team writes about a client among itself: no page of the portal can show it.
struct ClientNote {
    ClientNoteId id;
    tenancy::ClientId client_id;
    tenancy::MembershipId author_id;
    NoteCategory category = NoteCategory::free;
    std::string body; ///< plain text
    base::Instant written_at;
};
BOOST_DESCRIBE_STRUCT(ClientNote, (), (id, client_id, author_id, category, body, written_at))

/// `blocking`: to be read before one acts.
enum class AlertStrength { informative, blocking };
BOOST_DESCRIBE_ENUM(AlertStrength, informative, blocking)

/// A sentence the team reads when it opens the client or a ticket of his, from one day to another.
struct ClientAlert {
    ClientAlertId id;
    tenancy::ClientId client_id;
    tenancy::MembershipId author_id;
    AlertStrength strength = AlertStrength::informative;
    std::string words;
    std::string from_day;  ///< "2026-11-20", in the workspace's zone
    std::string until_day; ///< the last day it is shown; empty: without end
    base::Instant written_at;
};
BOOST_DESCRIBE_STRUCT(ClientAlert, (),
                      (id, client_id, author_id, strength, words, from_day, until_day, written_at))

} // namespace crm
