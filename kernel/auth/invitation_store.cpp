#include "kernel/auth/invitations.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"

#include <boost/describe/class.hpp>

namespace auth
{

BOOST_DESCRIBE_STRUCT(Invitation, (),
                      (id, workspace, email, name, side, role, client, invited_by, created_at,
                       expires_at, accepted_at, cancelled_at))

namespace
{

constexpr std::size_t token_bytes = 32;

struct InvitationRow {
    InvitationId id;
    std::string email;
    std::string email_key;
    std::string name;
    tenancy::Side side = tenancy::Side::staff;
    std::string role;
    tenancy::ClientId client_id;
    std::string token_hash;
    tenancy::MembershipId invited_by;
    base::Instant created_at;
    base::Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(InvitationRow, (),
                      (id, email, email_key, name, side, role, client_id, token_hash, invited_by,
                       created_at, expires_at))

constexpr db::Table<InvitationRow> invitations{"invitation"};

constexpr db::Query by_token{"auth.invitation_by_token", R"sql(
    -- all workspaces: the link says which one
    SELECT id, workspace_id AS workspace, email, name, side, role, client_id AS client, invited_by,
           created_at, expires_at, accepted_at, cancelled_at
    FROM invitation WHERE token_hash = :token_hash
)sql"};

constexpr db::Query by_id{"auth.invitation_by_id", R"sql(
    SELECT id, workspace_id AS workspace, email, name, side, role, client_id AS client, invited_by,
           created_at, expires_at, accepted_at, cancelled_at
    FROM invitation WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query by_email{"auth.live_invitation", R"sql(
    SELECT id, workspace_id AS workspace, email, name, side, role, client_id AS client, invited_by,
           created_at, expires_at, accepted_at, cancelled_at
    FROM invitation
    WHERE workspace_id = :workspace AND email_key = :email_key AND side = :side
      AND accepted_at IS NULL AND cancelled_at IS NULL AND expires_at > :now
    ORDER BY id DESC LIMIT 1
)sql"};

constexpr db::Query ever_by_email{"auth.was_invited", R"sql(
    SELECT id FROM invitation
    WHERE workspace_id = :workspace AND email_key = :email_key AND side = :side
    LIMIT 1
)sql"};

constexpr db::Query open{"auth.open_invitations", R"sql(
    SELECT id, workspace_id AS workspace, email, name, side, role, client_id AS client, invited_by,
           created_at, expires_at, accepted_at, cancelled_at
    FROM invitation
    WHERE workspace_id = :workspace AND accepted_at IS NULL AND cancelled_at IS NULL
      AND (client_id = :client OR :client = 0)
    ORDER BY id DESC LIMIT 200
)sql"};

constexpr db::Query renew{"auth.renew_invitation", R"sql(
    UPDATE invitation SET token_hash = :token_hash, expires_at = :expires_at, cancelled_at = NULL
    WHERE workspace_id = :workspace AND id = :id AND accepted_at IS NULL
)sql"};

constexpr db::Query cancel{"auth.cancel_invitation", R"sql(
    UPDATE invitation SET cancelled_at = :now
    WHERE workspace_id = :workspace AND id = :id AND accepted_at IS NULL AND cancelled_at IS NULL
)sql"};

constexpr db::Query accept{"auth.accept_invitation", R"sql(
    UPDATE invitation SET accepted_at = :now
    WHERE workspace_id = :workspace AND id = :id AND accepted_at IS NULL AND cancelled_at IS NULL
      AND expires_at > :now
)sql"};

constexpr db::Query move_all{"auth.move_invitations", R"sql(
    UPDATE invitation SET client_id = :into
    WHERE workspace_id = :workspace AND client_id = :from
    RETURNING id
)sql"};

constexpr db::Query move_one{"auth.move_invitation", R"sql(
    UPDATE invitation SET client_id = :into
    WHERE workspace_id = :workspace AND id = :id AND client_id = :from
)sql"};

std::string new_token()
{
    return base::base64url(base::random_bytes(token_bytes));
}

std::string digest(std::string_view text)
{
    return base::hex(base::sha256(text));
}

} // namespace

IssuedInvitation create_invitation(tenancy::WorkspaceTransaction& tx,
                                   const NewInvitation& invitation)
{
    const auto now = base::now();
    IssuedInvitation issued{.id = tx.make_id<InvitationId>(), .token = new_token()};
    tx.insert(invitations, InvitationRow{.id = issued.id,
                                         .email = invitation.email,
                                         .email_key = base::lower_ascii(invitation.email),
                                         .name = invitation.name,
                                         .side = invitation.side,
                                         .role = invitation.role,
                                         .client_id = invitation.client,
                                         .token_hash = digest(issued.token),
                                         .invited_by = tx.actor().membership,
                                         .created_at = now,
                                         .expires_at = now + invitation_valid_for});
    return issued;
}

std::string renew_invitation(tenancy::WorkspaceTransaction& tx, InvitationId id)
{
    auto token = new_token();
    const auto changed = tx.execute(renew, {{"id", id},
                                            {"token_hash", digest(token)},
                                            {"expires_at", base::now() + invitation_valid_for}});
    if (changed == 0) throw base::NotFound{};
    return token;
}

void cancel_invitation(tenancy::WorkspaceTransaction& tx, InvitationId id)
{
    tx.execute(cancel, {{"id", id}, {"now", base::now()}});
}

bool accept_invitation(tenancy::WorkspaceTransaction& tx, InvitationId id)
{
    return tx.execute(accept, {{"id", id}, {"now", base::now()}}) == 1;
}

std::optional<Invitation> invitation_by_token(tenancy::PlatformTransaction& tx,
                                              std::string_view token)
{
    return tx.find<Invitation>(by_token, {{"token_hash", digest(token)}});
}

std::vector<std::int64_t> move_invitations(tenancy::WorkspaceTransaction& tx,
                                           tenancy::ClientId from, tenancy::ClientId into)
{
    return tx.values<std::int64_t>(move_all, {{"from", from}, {"into", into}});
}

void move_invitation(tenancy::WorkspaceTransaction& tx, InvitationId id, tenancy::ClientId from,
                     tenancy::ClientId into)
{
    tx.execute(move_one, {{"id", id}, {"from", from}, {"into", into}});
}

Invitation invitation_by_id(tenancy::WorkspaceTransaction& tx, InvitationId id)
{
    const auto found = tx.find<Invitation>(by_id, {{"id", id}});
    if (!found) throw base::NotFound{};
    return *found;
}

std::optional<Invitation> live_invitation(tenancy::WorkspaceTransaction& tx, std::string_view email,
                                          tenancy::Side side)
{
    return tx.find<Invitation>(
        by_email, {{"email_key", base::lower_ascii(email)}, {"side", side}, {"now", base::now()}});
}

bool was_invited(tenancy::WorkspaceTransaction& tx, std::string_view email, tenancy::Side side)
{
    return tx
        .value<std::int64_t>(ever_by_email,
                             {{"email_key", base::lower_ascii(email)}, {"side", side}})
        .has_value();
}

std::vector<Invitation> open_invitations(tenancy::WorkspaceTransaction& tx)
{
    return open_invitations_of_client(tx, {});
}

std::vector<Invitation> open_invitations_of_client(tenancy::WorkspaceTransaction& tx,
                                                   tenancy::ClientId client)
{
    return tx.rows<Invitation>(open, {{"client", client}});
}

} // namespace auth
