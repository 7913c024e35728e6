#include "modules/audit/journal_store.hpp"

#include <limits>

namespace audit
{
namespace
{

struct LineRow {
    std::int64_t id = 0;
    base::Instant at;
    tenancy::MembershipId actor;
    std::string action;
    std::string subject_kind;
    std::int64_t subject = 0;
    std::string payload;
};
BOOST_DESCRIBE_STRUCT(LineRow, (), (id, at, actor, action, subject_kind, subject, payload))

constexpr db::Query lines_by_time{"audit.lines", R"sql(
    SELECT e.id, e.at, e.actor, e.action, e.subject_kind, e.subject,
           COALESCE(p.payload, '') AS payload
      FROM audit_entry e
      LEFT JOIN audit_payload p ON p.workspace_id = e.workspace_id AND p.id = e.id
     WHERE e.workspace_id = :workspace
       AND (e.at, e.id) < (:before_at, :before_id) AND e.at >= :from AND e.at < :to
       AND (CAST(:any_actor AS BIGINT) = 1 OR e.actor = :actor)
       AND (CAST(:kind AS TEXT) = '' OR e.subject_kind = :kind)
       AND (CAST(:action AS TEXT) = '' OR e.action = :action)
     ORDER BY e.at DESC, e.id DESC LIMIT :limit
)sql"};

constexpr db::Query lines_of_subject{"audit.lines_of_subject", R"sql(
    SELECT e.id, e.at, e.actor, e.action, e.subject_kind, e.subject,
           COALESCE(p.payload, '') AS payload
      FROM audit_entry e
      LEFT JOIN audit_payload p ON p.workspace_id = e.workspace_id AND p.id = e.id
     WHERE e.workspace_id = :workspace AND e.subject_kind = :kind AND e.subject = :subject
       AND (e.at, e.id) < (:before_at, :before_id) AND e.at >= :from AND e.at < :to
       AND (CAST(:any_actor AS BIGINT) = 1 OR e.actor = :actor)
       AND (CAST(:action AS TEXT) = '' OR e.action = :action)
     ORDER BY e.at DESC, e.id DESC LIMIT :limit
)sql"};

Line line_of(LineRow row)
{
    Line line{.id = row.id,
              .at = row.at,
              .actor = row.actor,
              .actor_name = {},
              .action = std::move(row.action),
              .kind = std::move(row.subject_kind),
              .subject = row.subject,
              .changes = {},
              .address = {}};
    read_payload(line, row.payload);
    return line;
}

} // namespace

std::vector<Line> JournalStore::lines(const Filter& filter, const Cursor& after, std::int64_t limit)
{
    const auto period = period_of(filter, tx_.workspace().time_zone);
    const auto newest = std::numeric_limits<std::int64_t>::max();
    const bool is_first = after.id == 0;
    db::Binds binds{{"before_at", is_first ? base::Instant{newest} : after.at},
                    {"before_id", is_first ? newest : after.id},
                    {"from", period.from},
                    {"to", period.to},
                    {"any_actor", std::int64_t{filter.actor ? 0 : 1}},
                    {"actor", filter.actor.value_or(tenancy::MembershipId{})},
                    {"kind", filter.kind},
                    {"action", filter.action},
                    {"limit", limit}};
    const bool has_subject = filter.subject != 0 && !filter.kind.empty();
    if (has_subject) binds.emplace_back("subject", filter.subject);
    std::vector<Line> found;
    for (auto& row : tx_.rows<LineRow>(has_subject ? lines_of_subject : lines_by_time, binds))
        found.push_back(line_of(std::move(row)));
    return found;
}

} // namespace audit
