#pragma once

#include "kernel/mail/mail.hpp"

#include <string>
#include <vector>

namespace mail
{

/// A row of the outbox, whole: what a delivery needs.
struct OutboxRow {
    MessageId id;
    std::string to_name;
    std::string to_email;
    std::string subject;
    std::string html;
    std::string text;
    std::string template_name;
    bool is_secret = false;
    bool by_platform = false;
    std::string message_id; ///< without angle brackets
    std::string reply_to;   ///< empty = as the sender's settings say
    State state = State::waiting;
    std::string last_error;
    base::Instant created_at;
    std::optional<base::Instant> sent_at;
};
BOOST_DESCRIBE_STRUCT(OutboxRow, (),
                      (id, to_name, to_email, subject, html, text, template_name, is_secret,
                       by_platform, message_id, reply_to, state, last_error, created_at, sent_at))

/// In workspace 0 for a platform's transaction.
void insert_message(db::Transaction& tx, const OutboxRow& row);
std::optional<OutboxRow> message_by_id(db::Transaction& tx, MessageId id);
/// Newest first, at most 100.
std::vector<OutboxRow> recent_messages(db::Transaction& tx);
/// Account and security mail of every workspace and of the platform itself, newest first, at most
/// 100.
std::vector<OutboxRow> recent_account_messages(tenancy::PlatformTransaction& tx);
/// Oldest first, at most 500.
std::vector<OutboxRow> waiting_messages(db::Transaction& tx);
/// `error` is shortened to 500 characters; a state of sent or local notes the time.
void settle_message(db::Transaction& tx, MessageId id, State state, std::string_view error);

} // namespace mail
