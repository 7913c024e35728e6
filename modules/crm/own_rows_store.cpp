#include "modules/crm/own_rows_store.hpp"

#include "kernel/auth/auth.hpp"
#include "kernel/auth/invitations.hpp"
#include "kernel/auth/memberships.hpp"

namespace crm
{
namespace
{

using tenancy::ClientId;
using tenancy::WorkspaceTransaction;
using RowIds = std::vector<std::int64_t>;

constexpr db::Query move_contacts{"crm.move_contacts", R"sql(
    UPDATE crm_contact SET client_id = :into
     WHERE workspace_id = :workspace AND client_id = :from
    RETURNING id
)sql"};

constexpr db::Query return_contact{"crm.return_contact", R"sql(
    UPDATE crm_contact SET client_id = :from
     WHERE workspace_id = :workspace AND id = :row AND client_id = :into
)sql"};

constexpr db::Query move_notes{"crm.move_notes", R"sql(
    UPDATE crm_note SET client_id = :into
     WHERE workspace_id = :workspace AND client_id = :from
    RETURNING id
)sql"};

constexpr db::Query return_note{"crm.return_note", R"sql(
    UPDATE crm_note SET client_id = :from
     WHERE workspace_id = :workspace AND id = :row AND client_id = :into
)sql"};

constexpr db::Query move_alerts{"crm.move_alerts", R"sql(
    UPDATE crm_alert SET client_id = :into
     WHERE workspace_id = :workspace AND client_id = :from
    RETURNING id
)sql"};

constexpr db::Query return_alert{"crm.return_alert", R"sql(
    UPDATE crm_alert SET client_id = :from
     WHERE workspace_id = :workspace AND id = :row AND client_id = :into
)sql"};

constexpr db::Query move_interactions{"crm.move_interactions", R"sql(
    UPDATE crm_interaction SET client_id = :into
     WHERE workspace_id = :workspace AND client_id = :from
    RETURNING id
)sql"};

constexpr db::Query return_interaction{"crm.return_interaction", R"sql(
    UPDATE crm_interaction SET client_id = :from
     WHERE workspace_id = :workspace AND id = :row AND client_id = :into
)sql"};

/// Who waits for his invitation stays: no import added the record that is kept.
constexpr db::Query move_guests{"crm.move_import_guests", R"sql(
    UPDATE crm_import_guest SET client_id = :into
     WHERE workspace_id = :workspace AND client_id = :from AND state <> 'waiting'
    RETURNING id
)sql"};

constexpr db::Query return_guest{"crm.return_import_guest", R"sql(
    UPDATE crm_import_guest SET client_id = :from
     WHERE workspace_id = :workspace AND id = :row AND client_id = :into
)sql"};

constexpr db::Query move_changes{"crm.move_portal_changes", R"sql(
    UPDATE crm_portal_change SET client_id = :into
     WHERE workspace_id = :workspace AND client_id = :from
    RETURNING id
)sql"};

constexpr db::Query return_change{"crm.return_portal_change", R"sql(
    UPDATE crm_portal_change SET client_id = :from
     WHERE workspace_id = :workspace AND id = :row AND client_id = :into
)sql"};

/// A tag that both have stays on the merged record.
constexpr db::Query move_tags{"crm.move_tags", R"sql(
    UPDATE crm_client_tag SET client_id = :into
     WHERE workspace_id = :workspace AND client_id = :from
       AND tag_id NOT IN (SELECT tag_id FROM crm_client_tag
                           WHERE workspace_id = :workspace AND client_id = :into)
    RETURNING tag_id
)sql"};

constexpr db::Query return_tag{"crm.return_tag", R"sql(
    UPDATE crm_client_tag SET client_id = :from
     WHERE workspace_id = :workspace AND tag_id = :row AND client_id = :into
)sql"};

template <const db::Query& query>
RowIds move_rows(WorkspaceTransaction& tx, ClientId from, ClientId into)
{
    return tx.values<std::int64_t>(query, {{"from", from}, {"into", into}});
}

template <const db::Query& query>
void return_rows(WorkspaceTransaction& tx, const RowIds& rows, ClientId from, ClientId into)
{
    for (const auto row : rows)
        tx.execute(query, {{"row", row}, {"from", from}, {"into", into}});
}

void link_account(WorkspaceTransaction& tx, tenancy::MembershipId account, ClientId client)
{
    auth::link_client(tx, account, client);
    auth::move_rights(tx, account);
}

RowIds move_accounts(WorkspaceTransaction& tx, ClientId from, ClientId into)
{
    RowIds moved;
    for (;;) {
        const auto accounts = auth::accounts_of_client(tx, from);
        if (accounts.empty()) return moved;
        for (const auto& account : accounts) {
            link_account(tx, account.id, into);
            moved.push_back(account.id.value);
        }
    }
}

void return_accounts(WorkspaceTransaction& tx, const RowIds& rows, ClientId from, ClientId into)
{
    for (const auto row : rows) {
        const tenancy::MembershipId account{row};
        const auto member = auth::member(tx, account);
        if (member && member->client == into) link_account(tx, account, from);
    }
}

void return_invitations(WorkspaceTransaction& tx, const RowIds& rows, ClientId from, ClientId into)
{
    for (const auto row : rows)
        auth::move_invitation(tx, auth::InvitationId{row}, into, from);
}

} // namespace

std::vector<ClientRows> own_rows()
{
    return {{"crm_contact", move_rows<move_contacts>, return_rows<return_contact>},
            {"crm_client_tag", move_rows<move_tags>, return_rows<return_tag>},
            {"crm_note", move_rows<move_notes>, return_rows<return_note>},
            {"crm_portal_change", move_rows<move_changes>, return_rows<return_change>},
            {"crm_alert", move_rows<move_alerts>, return_rows<return_alert>},
            {"crm_interaction", move_rows<move_interactions>, return_rows<return_interaction>},
            {"crm_import_guest", move_rows<move_guests>, return_rows<return_guest>},
            {"membership", move_accounts, return_accounts},
            {"invitation", auth::move_invitations, return_invitations}};
}

} // namespace crm
