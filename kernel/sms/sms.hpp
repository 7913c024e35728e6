#pragma once

#include "kernel/tenancy/context.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Text messages, where a preset opens that channel: a business pays a provider and gives its
/// account. Without an active account nothing here writes anything.
namespace sms
{

using MessageId = base::Id<struct SmsTag>;

/// The module of a preset that opens the channel.
inline constexpr const char* module_name = "text_messages";

enum class State { waiting, sent, failed, stopped, local };
BOOST_DESCRIBE_ENUM(State, waiting, sent, failed, stopped, local)

struct NewMessage {
    tenancy::MembershipId to{}; ///< zero: nobody in particular
    std::string to_name;
    std::string to_number; ///< E.164 (sms::international)
    std::string words;     ///< cut to make room for the link; one message, never two
    std::string link;      ///< absolute; may be empty
    std::string event;     ///< a code of « notifications.event »
};

/// Whether messages can leave: the workspace has the module, and an account that was tested.
bool is_open(tenancy::WorkspaceTransaction& tx);

/// Writes the message and its delivery job in the action's transaction. Nothing when the channel is
/// not open or who holds the number wants none. Throws std::invalid_argument for a number that is
/// not E.164.
std::optional<MessageId> send(tenancy::WorkspaceTransaction& tx, const NewMessage& message);

/// A failed message leaves again. Throws NotFound; refusal « sms.refusal.not_failed ».
void send_again(tenancy::WorkspaceTransaction& tx, MessageId id);

struct StoredMessage {
    MessageId id;
    std::string to_name;
    std::string to_number;
    std::string words;
    State state = State::waiting;
    std::string last_error;
    base::Instant created_at;
};
BOOST_DESCRIBE_STRUCT(StoredMessage, (),
                      (id, to_name, to_number, words, state, last_error, created_at))
/// Newest first, at most 50.
std::vector<StoredMessage> recent(tenancy::WorkspaceTransaction& tx);

/// Who holds these numbers wants no message.
struct Stopped {
    std::string number;
    std::string words; ///< of the provider; may be empty
    base::Instant stopped_at;
};
BOOST_DESCRIBE_STRUCT(Stopped, (), (number, words, stopped_at))
bool is_stopped(tenancy::WorkspaceTransaction& tx, std::string_view number);
/// By number, at most 200.
std::vector<Stopped> stopped_numbers(tenancy::WorkspaceTransaction& tx);

/// Deletes what was written to a member, what has not left yet included.
void forget_member(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId member);
/// Empties messages older than 12 months, at most 1 000 at a time: words, name and number go.
/// Returns how many.
std::int64_t forget_old(tenancy::WorkspaceTransaction& tx);

} // namespace sms
