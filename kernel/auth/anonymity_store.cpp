#include "kernel/auth/anonymity.hpp"
#include "kernel/auth/memberships.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/base/text.hpp"

namespace auth
{
namespace
{

constexpr db::Query replace_person{"auth.replace_person", R"sql(
    UPDATE membership SET person_id = :person WHERE workspace_id = :workspace AND id = :id
)sql"};

constexpr db::Query forget_invited{"auth.forget_invitations", R"sql(
    DELETE FROM invitation WHERE workspace_id = :workspace AND email_key = :email_key
)sql"};

constexpr db::Query count_places{"auth.belongs_somewhere", R"sql(
    -- all workspaces: a person belongs to none
    SELECT count(*) FROM membership WHERE person_id = :person
)sql"};

constexpr db::Query count_others{"auth.belongs_elsewhere", R"sql(
    -- all workspaces: the others than the one named
    SELECT count(*) FROM membership WHERE person_id = :person AND workspace_id <> :here
)sql"};

constexpr db::Query forget_given{"auth.forget_consents_to", R"sql(
    -- all workspaces: the one named, of one person
    DELETE FROM consent WHERE person_id = :person AND workspace_id = :here
)sql"};

} // namespace

tenancy::PersonId anonymise(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId membership,
                            const std::string& name)
{
    const auto before = membership_by_id(tx, membership).person;
    const auto nobody = create_person(tx, {.name = name,
                                           .email = {},
                                           .user_name = "efface-" + membership.text(),
                                           .user_name_workspace = tx.workspace().id,
                                           .phone = {}});
    tx.execute(replace_person, {{"id", membership}, {"person", nobody}});
    set_status(tx, membership, MembershipStatus::deactivated);
    return before;
}

void forget_invitations(tenancy::WorkspaceTransaction& tx, std::string_view email)
{
    tx.execute(forget_invited, {{"email_key", base::lower_ascii(email)}});
}

bool belongs_somewhere(tenancy::PlatformTransaction& tx, tenancy::PersonId person)
{
    return tx.value<std::int64_t>(count_places, {{"person", person}}).value_or(0) > 0;
}

bool belongs_elsewhere(tenancy::PlatformTransaction& tx, tenancy::PersonId person,
                       tenancy::WorkspaceId workspace)
{
    return tx.value<std::int64_t>(count_others, {{"person", person}, {"here", workspace}})
               .value_or(0) > 0;
}

void forget_consents(tenancy::PlatformTransaction& tx, tenancy::PersonId person,
                     tenancy::WorkspaceId workspace)
{
    tx.execute(forget_given, {{"person", person}, {"here", workspace}});
}

} // namespace auth
