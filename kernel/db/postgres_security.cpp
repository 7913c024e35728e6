#include "kernel/db/postgres_security.hpp"

#include "kernel/base/text.hpp"

namespace db
{

namespace
{

/// After a rolled-back set_config the setting is '' and not NULL: without nullif the cast raises.
constexpr const char* of_workspace =
    "workspace_id = nullif(current_setting('app.workspace', true), '')::bigint";

constexpr const char* revoke_all = R"sql(
REVOKE ALL ON "{table}" FROM PUBLIC, "{platform}", "{workspace}";
)sql";

constexpr const char* platform_rights = R"sql(
GRANT SELECT, INSERT, UPDATE, DELETE ON "{table}" TO "{platform}";
GRANT SELECT, INSERT, UPDATE ON "{table}" TO "{workspace}";
)sql";

constexpr const char* platform_log_rights = R"sql(
GRANT SELECT, INSERT ON "{table}" TO "{platform}", "{workspace}";
)sql";

constexpr const char* log_rights = R"sql(
ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON "{table}" TO "{platform}", "{workspace}";
DROP POLICY IF EXISTS rows_of_workspace ON "{table}";
CREATE POLICY rows_of_workspace ON "{table}" TO "{workspace}" USING ({of_workspace}) WITH CHECK ({of_workspace});
DROP POLICY IF EXISTS rows_of_platform ON "{table}";
CREATE POLICY rows_of_platform ON "{table}" TO "{platform}" USING (true) WITH CHECK (true);
)sql";

constexpr const char* workspace_rights = R"sql(
ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON "{table}" TO "{workspace}";
DROP POLICY IF EXISTS rows_of_workspace ON "{table}";
CREATE POLICY rows_of_workspace ON "{table}" TO "{workspace}" USING ({of_workspace}) WITH CHECK ({of_workspace});
)sql";

constexpr const char* shared_rights = R"sql(
GRANT SELECT, INSERT, UPDATE, DELETE ON "{table}" TO "{platform}";
DROP POLICY IF EXISTS rows_of_platform ON "{table}";
CREATE POLICY rows_of_platform ON "{table}" TO "{platform}" USING (true) WITH CHECK (true);
)sql";

constexpr const char* view_rights = R"sql(
ALTER VIEW "{table}" SET (security_invoker = true);
GRANT SELECT ON "{table}" TO "{platform}", "{workspace}";
)sql";

constexpr const char* schema_rights = R"sql(
REVOKE ALL ON DATABASE "{table}" FROM PUBLIC;
GRANT CONNECT ON DATABASE "{table}" TO "{platform}", "{workspace}";
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO "{platform}", "{workspace}";
GRANT SELECT ON schema_table TO "{platform}", "{workspace}";
GRANT SELECT ON schema_migration TO "{platform}";
)sql";

std::string fill(std::string text, const std::string& name, const PostgresRoles& roles)
{
    text = base::replace_all(std::move(text), "{table}", name);
    text = base::replace_all(std::move(text), "{platform}", roles.platform);
    text = base::replace_all(std::move(text), "{workspace}", roles.workspace);
    return base::replace_all(std::move(text), "{of_workspace}", of_workspace);
}

} // namespace

std::string security_sql(const std::string& table, TableKind kind, const PostgresRoles& roles)
{
    std::string text = revoke_all;
    switch (kind) {
    case TableKind::Platform:
        text += platform_rights;
        break;
    case TableKind::Business:
        text += workspace_rights;
        break;
    case TableKind::Shared:
        text.append(workspace_rights).append(shared_rights);
        break;
    case TableKind::View:
        text += view_rights;
        break;
    case TableKind::Log:
        text += log_rights;
        break;
    case TableKind::PlatformLog:
        text += platform_log_rights;
        break;
    }
    return fill(std::move(text), table, roles);
}

std::string schema_security_sql(const std::string& database, const PostgresRoles& roles)
{
    return fill(schema_rights, database, roles);
}

} // namespace db
