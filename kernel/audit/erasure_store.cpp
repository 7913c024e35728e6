#include "kernel/audit/erasure.hpp"

namespace audit
{
namespace
{

constexpr db::Query erase_by{"audit.erase_payloads_by", R"sql(
    DELETE FROM audit_payload WHERE workspace_id = :workspace AND id IN (
        SELECT id FROM audit_entry WHERE workspace_id = :workspace AND actor = :actor)
)sql"};

constexpr db::Query erase_about{"audit.erase_payloads_about", R"sql(
    DELETE FROM audit_payload WHERE workspace_id = :workspace AND id IN (
        SELECT id FROM audit_entry
        WHERE workspace_id = :workspace AND subject_kind = :subject_kind AND subject = :subject)
)sql"};

constexpr db::Query forget_old{"audit.forget_payloads", R"sql(
    DELETE FROM audit_payload WHERE workspace_id = :workspace AND id IN (
        SELECT p.id FROM audit_payload p
          JOIN audit_entry e ON e.workspace_id = p.workspace_id AND e.id = p.id
         WHERE p.workspace_id = :workspace AND e.at < :before LIMIT :limit)
)sql"};

constexpr db::Query count_old{"audit.count_payloads", R"sql(
    SELECT count(*) FROM audit_payload p
      JOIN audit_entry e ON e.workspace_id = p.workspace_id AND e.id = p.id
     WHERE p.workspace_id = :workspace AND e.at < :before
)sql"};

constexpr db::Query erase_person{"audit.forget_person", R"sql(
    -- all workspaces: the platform's own log
    DELETE FROM platform_audit_payload WHERE id IN (
        SELECT id FROM platform_audit_entry
        WHERE person = :person OR (subject_kind = 'person' AND subject = :person))
)sql"};

} // namespace

std::int64_t erase_payloads_by(tenancy::WorkspaceTransaction& tx, tenancy::MembershipId actor)
{
    return tx.execute(erase_by, {{"actor", actor}});
}

std::int64_t erase_payloads_about(tenancy::WorkspaceTransaction& tx, std::string_view subject_kind,
                                  std::int64_t subject)
{
    return tx.execute(erase_about, {{"subject_kind", subject_kind}, {"subject", subject}});
}

std::int64_t forget_payloads(tenancy::WorkspaceTransaction& tx, base::Instant before,
                             std::int64_t limit)
{
    return tx.execute(forget_old, {{"before", before}, {"limit", limit}});
}

std::int64_t count_payloads(tenancy::WorkspaceTransaction& tx, base::Instant before)
{
    return tx.value<std::int64_t>(count_old, {{"before", before}}).value_or(0);
}

std::int64_t forget_person(tenancy::PlatformTransaction& tx, tenancy::PersonId person)
{
    return tx.execute(erase_person, {{"person", person}});
}

} // namespace audit
