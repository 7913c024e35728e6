#pragma once

#include "kernel/sms/sms.hpp"

#include <string_view>

namespace sms
{

struct MessageRow {
    MessageId id;
    std::optional<tenancy::MembershipId> membership_id;
    std::string to_name;
    std::string to_number;
    std::string words;
    std::string event;
    State state = State::waiting;
    std::optional<base::Instant> begun_at;
    std::string last_error;
    base::Instant created_at;
};
BOOST_DESCRIBE_STRUCT(MessageRow, (),
                      (id, membership_id, to_name, to_number, words, event, state, begun_at,
                       last_error, created_at))

void insert_message(tenancy::WorkspaceTransaction& tx, const MessageRow& row);
std::optional<MessageRow> message_by_id(tenancy::WorkspaceTransaction& tx, MessageId id);
/// It is given to the provider now; or, without a moment, was surely not taken.
void begin_message(tenancy::WorkspaceTransaction& tx, MessageId id,
                   std::optional<base::Instant> begun_at);
/// `error` is shortened; a state of sent or local notes the time.
void settle_message(tenancy::WorkspaceTransaction& tx, MessageId id, State state,
                    std::string_view error);
/// Whatever waits does not leave.
void fail_waiting(tenancy::WorkspaceTransaction& tx, std::string_view error);

/// Again replaces.
void write_stopped(tenancy::WorkspaceTransaction& tx, const Stopped& stopped);

} // namespace sms
