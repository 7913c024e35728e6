#include "kernel/auth/roles.hpp"
#include "kernel/events/topics.hpp"

#include <boost/describe/class.hpp>

namespace auth
{

BOOST_DESCRIBE_STRUCT(RoleDifference, (), (role, permission, value))
BOOST_DESCRIBE_STRUCT(TwoFactorDifference, (), (role, policy))

namespace
{

constexpr db::Query of_role{"auth.differences_of_role", R"sql(
    SELECT role, permission, value FROM role_difference
    WHERE workspace_id = :workspace AND role = :role LIMIT 500
)sql"};

constexpr db::Query of_workspace{"auth.role_differences", R"sql(
    SELECT role, permission, value FROM role_difference
    WHERE workspace_id = :workspace ORDER BY role, permission LIMIT 5000
)sql"};

constexpr db::Query set_value{"auth.set_role_difference", R"sql(
    INSERT INTO role_difference (workspace_id, role, permission, value)
    VALUES (:workspace, :role, :permission, :value)
    ON CONFLICT (workspace_id, role, permission) DO UPDATE SET value = excluded.value
)sql"};

constexpr db::Query move_versions{"auth.move_rights_versions", R"sql(
    UPDATE membership SET rights_version = rights_version + 1
    WHERE workspace_id = :workspace AND role = :role
)sql"};

constexpr db::Query policy_of{"auth.two_factor_of_role", R"sql(
    SELECT policy FROM two_factor_difference WHERE workspace_id = :workspace AND role = :role
)sql"};

constexpr db::Query policies{"auth.two_factor_differences", R"sql(
    SELECT role, policy FROM two_factor_difference WHERE workspace_id = :workspace
    ORDER BY role LIMIT 100
)sql"};

constexpr db::Query set_policy{"auth.set_two_factor", R"sql(
    INSERT INTO two_factor_difference (workspace_id, role, policy)
    VALUES (:workspace, :role, :policy)
    ON CONFLICT (workspace_id, role) DO UPDATE SET policy = excluded.policy
)sql"};

} // namespace

Rights rights_of(tenancy::PlatformTransaction& tx, const tenancy::Workspace& workspace,
                 std::string_view role)
{
    const auto* known = presets::find(workspace.preset).find_role(role);
    if (known == nullptr) return {};
    return rights_of(
        *known, tx.rows<RoleDifference>(of_role, {{"workspace", workspace.id}, {"role", role}}));
}

presets::TwoFactor two_factor_policy(tenancy::PlatformTransaction& tx,
                                     const tenancy::Workspace& workspace, std::string_view role)
{
    const auto* known = presets::find(workspace.preset).find_role(role);
    if (known == nullptr) return presets::TwoFactor::required;
    return tx.value<presets::TwoFactor>(policy_of, {{"workspace", workspace.id}, {"role", role}})
        .value_or(known->two_factor);
}

std::vector<RoleDifference> role_differences(tenancy::WorkspaceTransaction& tx)
{
    return tx.rows<RoleDifference>(of_workspace);
}

void set_role_difference(tenancy::WorkspaceTransaction& tx, const RoleDifference& difference)
{
    tx.execute(set_value, {{"role", difference.role},
                           {"permission", difference.permission},
                           {"value", difference.value}});
    tx.execute(move_versions, {{"role", difference.role}});
    events::touch(tx, "rights");
}

std::vector<TwoFactorDifference> two_factor_differences(tenancy::WorkspaceTransaction& tx)
{
    return tx.rows<TwoFactorDifference>(policies);
}

void set_two_factor(tenancy::WorkspaceTransaction& tx, const TwoFactorDifference& difference)
{
    tx.execute(set_policy, {{"role", difference.role}, {"policy", difference.policy}});
    tx.execute(move_versions, {{"role", difference.role}});
    events::touch(tx, "rights");
}

} // namespace auth
