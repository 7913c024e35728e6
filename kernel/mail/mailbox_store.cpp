#include "kernel/mail/mailbox_store.hpp"

namespace mail
{
namespace
{

constexpr db::Query find{"mail.mailbox", R"sql(
    SELECT address, trusted_server, state, check_id, connected_at
      FROM mail_mailbox WHERE workspace_id = :workspace
)sql"};

constexpr db::Query write{"mail.write_mailbox", R"sql(
    INSERT INTO mail_mailbox (workspace_id, address, trusted_server, state, check_id, connected_at)
    VALUES (:workspace, :address, :trusted_server, :state, :check_id, :connected_at)
    ON CONFLICT (workspace_id) DO UPDATE
       SET address = excluded.address, trusted_server = excluded.trusted_server,
           state = excluded.state, check_id = excluded.check_id,
           connected_at = excluded.connected_at
)sql"};

constexpr db::Query by_message_id{"mail.has_message_id", R"sql(
    SELECT id FROM outbox WHERE workspace_id = :workspace AND message_id = :message_id LIMIT 1
)sql"};

} // namespace

std::optional<Mailbox> mailbox_row(tenancy::WorkspaceTransaction& tx)
{
    return tx.find<Mailbox>(find);
}

void write_mailbox(tenancy::WorkspaceTransaction& tx, const Mailbox& mailbox)
{
    tx.execute(write, {{"address", mailbox.address},
                       {"trusted_server", mailbox.trusted_server},
                       {"state", mailbox.state},
                       {"check_id", mailbox.check_id},
                       {"connected_at", mailbox.connected_at}});
}

bool has_message_id(tenancy::WorkspaceTransaction& tx, std::string_view message_id)
{
    return tx.value<std::int64_t>(by_message_id, {{"message_id", message_id}}).has_value();
}

} // namespace mail
