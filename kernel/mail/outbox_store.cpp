#include "kernel/mail/outbox_store.hpp"

#include "kernel/base/text.hpp"

namespace mail
{
namespace
{

constexpr std::size_t error_length_max = 500; // characters of a server's answer kept

constexpr db::Query insert{"mail.insert_message", R"sql(
    INSERT INTO outbox (workspace_id, id, to_name, to_email, subject, html, text, template_name, is_secret,
                        by_platform, message_id, reply_to, state, last_error, created_at, sent_at)
    VALUES (:workspace, :id, :to_name, :to_email, :subject, :html, :text, :template_name, :is_secret,
            :by_platform, :message_id, :reply_to, :state, '', :created_at, NULL)
)sql"};

constexpr db::Query by_id{"mail.message_by_id", R"sql(
    SELECT id, to_name, to_email, subject, html, text, template_name, is_secret, by_platform, message_id, reply_to,
           state, last_error, created_at, sent_at
      FROM outbox WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query newest{"mail.recent_messages", R"sql(
    SELECT id, to_name, to_email, subject, html, text, template_name, is_secret, by_platform, message_id, reply_to,
           state, last_error, created_at, sent_at
      FROM outbox WHERE workspace_id = :workspace ORDER BY id DESC LIMIT 100
)sql"};

constexpr db::Query newest_of_accounts{"mail.recent_account_messages", R"sql(
    SELECT id, to_name, to_email, subject, html, text, template_name, is_secret, by_platform, message_id, reply_to,
           state, last_error, created_at, sent_at
      FROM outbox WHERE by_platform ORDER BY id DESC LIMIT 100
    -- all workspaces: whoever sits at a machine that sends no mail signs up somewhere
)sql"};

constexpr db::Query waiting{"mail.waiting_messages", R"sql(
    SELECT id, to_name, to_email, subject, html, text, template_name, is_secret, by_platform, message_id, reply_to,
           state, last_error, created_at, sent_at
      FROM outbox WHERE workspace_id = :workspace AND state = 'waiting' ORDER BY id LIMIT 500
)sql"};

constexpr db::Query settle{"mail.settle_message", R"sql(
    UPDATE outbox SET state = :state, last_error = :error, sent_at = :sent_at, bounced_at = NULL
     WHERE workspace_id = :workspace AND id = :id
)sql"};

/// A platform's transaction binds the workspace by hand: its own mail is workspace 0.
db::Binds in_scope(const db::Transaction& tx, db::Binds binds = {})
{
    if (tx.scope().kind == db::Scope::Kind::Platform)
        binds.emplace_back("workspace", std::int64_t{0});
    return binds;
}

} // namespace

void insert_message(db::Transaction& tx, const OutboxRow& row)
{
    tx.execute(insert, in_scope(tx, {{"id", row.id},
                                     {"to_name", row.to_name},
                                     {"to_email", row.to_email},
                                     {"subject", row.subject},
                                     {"html", row.html},
                                     {"text", row.text},
                                     {"template_name", row.template_name},
                                     {"is_secret", row.is_secret},
                                     {"by_platform", row.by_platform},
                                     {"message_id", row.message_id},
                                     {"reply_to", row.reply_to},
                                     {"state", row.state},
                                     {"created_at", row.created_at}}));
}

std::optional<OutboxRow> message_by_id(db::Transaction& tx, MessageId id)
{
    return tx.find<OutboxRow>(by_id, in_scope(tx, {{"id", id}}));
}

std::vector<OutboxRow> recent_messages(db::Transaction& tx)
{
    return tx.rows<OutboxRow>(newest, in_scope(tx));
}

std::vector<OutboxRow> recent_account_messages(tenancy::PlatformTransaction& tx)
{
    return tx.rows<OutboxRow>(newest_of_accounts);
}

std::vector<OutboxRow> waiting_messages(db::Transaction& tx)
{
    return tx.rows<OutboxRow>(waiting, in_scope(tx));
}

void settle_message(db::Transaction& tx, MessageId id, State state, std::string_view error)
{
    const bool is_out = state == State::sent || state == State::local;
    tx.execute(settle,
               in_scope(tx, {{"state", state},
                             {"error", base::shorten(error, error_length_max)},
                             {"sent_at", is_out ? std::optional{base::now()} : std::nullopt},
                             {"id", id}}));
}

} // namespace mail
