#include "kernel/mail/wording_store.hpp"

#include "kernel/base/clock.hpp"

namespace mail
{
namespace
{

constexpr db::Query by_name{"mail.wording", R"sql(
    SELECT template_name, subject, body, version FROM mail_wording
     WHERE workspace_id = :workspace AND template_name = :name
)sql"};

constexpr db::Query every_name{"mail.worded_names", R"sql(
    SELECT template_name FROM mail_wording WHERE workspace_id = :workspace ORDER BY template_name
)sql"};

constexpr db::Query write{"mail.write_wording", R"sql(
    INSERT INTO mail_wording (workspace_id, template_name, subject, body, version, changed_at)
    VALUES (:workspace, :name, :subject, :body, :version, :now)
    ON CONFLICT (workspace_id, template_name) DO UPDATE
       SET subject = excluded.subject, body = excluded.body, version = excluded.version,
           changed_at = excluded.changed_at
)sql"};

constexpr db::Query remove{"mail.delete_wording", R"sql(
    DELETE FROM mail_wording WHERE workspace_id = :workspace AND template_name = :name
)sql"};

} // namespace

std::optional<WordingRow> wording_row(tenancy::WorkspaceTransaction& tx, std::string_view name)
{
    return tx.find<WordingRow>(by_name, {{"name", name}});
}

std::vector<std::string> worded_names(tenancy::WorkspaceTransaction& tx)
{
    return tx.values<std::string>(every_name);
}

void write_wording(tenancy::WorkspaceTransaction& tx, const WordingRow& row)
{
    tx.execute(write, {{"name", row.template_name},
                       {"subject", row.subject},
                       {"body", row.body},
                       {"version", row.version},
                       {"now", base::now()}});
}

void delete_wording(tenancy::WorkspaceTransaction& tx, std::string_view name)
{
    tx.execute(remove, {{"name", name}});
}

} // namespace mail
