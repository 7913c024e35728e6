#pragma once

#include "kernel/tenancy/context.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mail
{

using MessageId = base::Id<struct OutboxTag>;

enum class State { waiting, sent, failed, local };
BOOST_DESCRIBE_ENUM(State, waiting, sent, failed, local)

/// One mail to one person, in words; `mail` makes the HTML in the design's look and the text part.
/// Every sentence is already translated.
struct NewMessage {
    std::string to_name;
    std::string to_email;
    std::string subject;
    std::vector<std::string> paragraphs; ///< plain text, one per paragraph
    std::string quote; ///< a message shown in a frame (Markdown source); may be empty
    struct Button {
        std::string label;
        std::string url; ///< absolute, made from base_url
    };
    std::optional<Button> button;
    std::string small_print;   ///< why one receives this; may be empty
    std::string reply_to{};    ///< where an answer goes; empty = as the sender's settings say
    std::string template_name; ///< "identity.confirm_email": for the log of mails
    bool is_secret = false; ///< holds a token: shown in « Boîte d'envoi » only in demonstration
                            ///< or when no server is configured
    bool by_platform = false; ///< account and security mail: the platform's sender
};

/// Writes the message into the outbox and its delivery job, in the action's transaction; of a
/// demonstration workspace, no job: its messages stay on the machine. Throws std::invalid_argument
/// when `to_email` is not exactly one address (forms::Email). Line ends in the subject or the name
/// become spaces.
MessageId send(tenancy::WorkspaceTransaction& tx, const NewMessage& message);
/// The platform's own (sign-up, reset): workspace 0, brand of Établi.
MessageId send(tenancy::PlatformTransaction& tx, const NewMessage& message);

/// A failed message leaves again, the same one. Throws NotFound; refusal « mail.refusal.not_failed
/// ».
void send_again(tenancy::WorkspaceTransaction& tx, MessageId id);

/// For « Boîte d'envoi » and the log of mails: newest first, at most 100.
struct StoredMessage {
    MessageId id;
    std::string to_name;
    std::string to_email;
    std::string subject;
    std::string html;
    std::string text;
    std::string template_name;
    bool is_secret = false;
    State state = State::waiting;
    std::string last_error;
    base::Instant created_at;
    std::optional<base::Instant> sent_at;
};
std::vector<StoredMessage> recent(tenancy::WorkspaceTransaction& tx);
std::vector<StoredMessage> recent(tenancy::PlatformTransaction& tx);
/// Mail `by_platform` wherever it was written: what somebody who signs up on a machine without a
/// mail server must read.
std::vector<StoredMessage> recent_of_accounts(tenancy::PlatformTransaction& tx);

} // namespace mail
