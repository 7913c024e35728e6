#include "kernel/audit/seal_store.hpp"

namespace audit
{
namespace
{

/// Joined rows, with what may be absent as an empty text or zero.
struct SealedRow : Seal {
    bool is_present = false;
    std::int64_t id = 0;
    base::Instant at;
    std::int64_t actor = 0;
    std::string action;
    std::string subject_kind;
    std::int64_t subject = 0;
    std::string payload_sha256;
    bool has_payload = false;
    std::string salt;
    std::string payload;
};
BOOST_DESCRIBE_STRUCT(SealedRow, (Seal),
                      (is_present, id, at, actor, action, subject_kind, subject, payload_sha256,
                       has_payload, salt, payload))

struct UnsealedRow : EntryFacts {
    bool has_payload = false;
    std::string salt;
    std::string payload;
};
BOOST_DESCRIBE_STRUCT(UnsealedRow, (EntryFacts), (has_payload, salt, payload))

constexpr db::Query unsealed_entries{"audit.unsealed_entries", R"sql(
    SELECT e.id, e.at, e.actor, e.action, e.subject_kind, e.subject, e.payload_sha256
      FROM audit_entry e
     WHERE e.workspace_id = :workspace AND e.id >= :from
       AND NOT EXISTS (SELECT 1 FROM audit_seal s
                        WHERE s.workspace_id = :workspace AND s.entry = e.id)
     ORDER BY e.id LIMIT :limit
)sql"};

constexpr db::Query unsealed_platform_entries{"audit.unsealed_platform_entries", R"sql(
    SELECT e.id, e.at, e.person AS actor, e.action, e.subject_kind, e.subject, e.payload_sha256
      FROM platform_audit_entry e
     WHERE e.id >= :from
       AND NOT EXISTS (SELECT 1 FROM audit_seal s
                        WHERE s.workspace_id = :workspace AND s.entry = e.id)
     ORDER BY e.id LIMIT :limit
)sql"};

constexpr db::Query insert_batch{"audit.insert_batch", R"sql(
    INSERT INTO audit_batch (workspace_id, batch, sealed_at, entries, previous, hash)
    VALUES (:workspace, :batch, :sealed_at, :entries, :previous, :hash)
)sql"};

constexpr db::Query insert_seal{"audit.insert_seal", R"sql(
    INSERT INTO audit_seal (workspace_id, batch, position, entry, hash)
    VALUES (:workspace, :batch, :position, :entry, :hash)
)sql"};

constexpr db::Query latest_batch{"audit.last_batch", R"sql(
    SELECT batch, sealed_at, entries, previous, hash FROM audit_batch
     WHERE workspace_id = :workspace ORDER BY batch DESC LIMIT 1
)sql"};

constexpr db::Query count_sealed{"audit.sealed_count", R"sql(
    SELECT COALESCE(CAST(sum(entries) AS BIGINT), 0) FROM audit_batch WHERE workspace_id = :workspace
)sql"};

constexpr db::Query latest_head{"audit.last_head", R"sql(
    SELECT number, batch, hash, entries, signed_at, key, signature FROM audit_head
     WHERE workspace_id = :workspace ORDER BY number DESC LIMIT 1
)sql"};

constexpr db::Query insert_head{"audit.insert_head", R"sql(
    INSERT INTO audit_head (workspace_id, number, batch, hash, entries, signed_at, key, signature)
    VALUES (:workspace, :number, :batch, :hash, :entries, :signed_at, :key, :signature)
)sql"};

constexpr db::Query later_heads{"audit.heads_after", R"sql(
    SELECT number, batch, hash, entries, signed_at, key, signature FROM audit_head
     WHERE workspace_id = :workspace AND number > :number ORDER BY number LIMIT :limit
)sql"};

constexpr db::Query later_batches{"audit.batches_after", R"sql(
    SELECT batch, sealed_at, entries, previous, hash FROM audit_batch
     WHERE workspace_id = :workspace AND batch > :batch ORDER BY batch LIMIT :limit
)sql"};

constexpr db::Query sealed_entries{"audit.sealed_entries", R"sql(
    SELECT s.batch, s.position, s.entry, s.hash, e.id IS NOT NULL AS is_present,
           COALESCE(e.id, 0) AS id, COALESCE(e.at, 0) AS at, COALESCE(e.actor, 0) AS actor,
           COALESCE(e.action, '') AS action, COALESCE(e.subject_kind, '') AS subject_kind,
           COALESCE(e.subject, 0) AS subject, COALESCE(e.payload_sha256, '') AS payload_sha256,
           p.id IS NOT NULL AS has_payload, COALESCE(p.salt, '') AS salt,
           COALESCE(p.payload, '') AS payload
      FROM audit_seal s
      LEFT JOIN audit_entry e ON e.workspace_id = s.workspace_id AND e.id = s.entry
      LEFT JOIN audit_payload p ON p.workspace_id = s.workspace_id AND p.id = s.entry
     WHERE s.workspace_id = :workspace AND s.batch >= :first AND s.batch <= :last
     ORDER BY s.batch, s.position
)sql"};

constexpr db::Query sealed_platform_entries{"audit.sealed_platform_entries", R"sql(
    SELECT s.batch, s.position, s.entry, s.hash, e.id IS NOT NULL AS is_present,
           COALESCE(e.id, 0) AS id, COALESCE(e.at, 0) AS at, COALESCE(e.person, 0) AS actor,
           COALESCE(e.action, '') AS action, COALESCE(e.subject_kind, '') AS subject_kind,
           COALESCE(e.subject, 0) AS subject, COALESCE(e.payload_sha256, '') AS payload_sha256,
           p.id IS NOT NULL AS has_payload, COALESCE(p.salt, '') AS salt,
           COALESCE(p.payload, '') AS payload
      FROM audit_seal s
      LEFT JOIN platform_audit_entry e ON e.id = s.entry
      LEFT JOIN platform_audit_payload p ON p.id = s.entry
     WHERE s.workspace_id = :workspace AND s.batch >= :first AND s.batch <= :last
     ORDER BY s.batch, s.position
)sql"};

constexpr db::Query unsealed_with_payload{"audit.unsealed_with_payload", R"sql(
    SELECT e.id, e.at, e.actor, e.action, e.subject_kind, e.subject, e.payload_sha256,
           p.id IS NOT NULL AS has_payload, COALESCE(p.salt, '') AS salt,
           COALESCE(p.payload, '') AS payload
      FROM audit_entry e
      LEFT JOIN audit_payload p ON p.workspace_id = e.workspace_id AND p.id = e.id
     WHERE e.workspace_id = :workspace AND e.id > :id
       AND NOT EXISTS (SELECT 1 FROM audit_seal s
                        WHERE s.workspace_id = :workspace AND s.entry = e.id)
     ORDER BY e.id LIMIT :limit
)sql"};

constexpr db::Query unsealed_platform_with_payload{"audit.unsealed_platform_with_payload", R"sql(
    SELECT e.id, e.at, e.person AS actor, e.action, e.subject_kind, e.subject, e.payload_sha256,
           p.id IS NOT NULL AS has_payload, COALESCE(p.salt, '') AS salt,
           COALESCE(p.payload, '') AS payload
      FROM platform_audit_entry e
      LEFT JOIN platform_audit_payload p ON p.id = e.id
     WHERE e.id > :id
       AND NOT EXISTS (SELECT 1 FROM audit_seal s
                        WHERE s.workspace_id = :workspace AND s.entry = e.id)
     ORDER BY e.id LIMIT :limit
)sql"};

constexpr db::Query orphan_seals{"audit.seals_without_batch", R"sql(
    SELECT s.entry FROM audit_seal s
     WHERE s.workspace_id = :workspace
       AND NOT EXISTS (SELECT 1 FROM audit_batch b
                        WHERE b.workspace_id = :workspace AND b.batch = s.batch)
     ORDER BY s.batch, s.position LIMIT :limit
)sql"};

constexpr db::Query orphan_payloads{"audit.payloads_without_entry", R"sql(
    SELECT p.id FROM audit_payload p
     WHERE p.workspace_id = :workspace
       AND NOT EXISTS (SELECT 1 FROM audit_entry e
                        WHERE e.workspace_id = :workspace AND e.id = p.id)
     ORDER BY p.id LIMIT :limit
)sql"};

constexpr db::Query orphan_platform_payloads{"audit.platform_payloads_without_entry", R"sql(
    -- all workspaces: the platform's own log
    SELECT p.id FROM platform_audit_payload p
     WHERE NOT EXISTS (SELECT 1 FROM platform_audit_entry e WHERE e.id = p.id)
     ORDER BY p.id LIMIT :limit
)sql"};

constexpr db::Query checked_heads{"audit.checked_heads", R"sql(
    SELECT h.number, h.batch, h.hash, h.entries, h.signed_at, h.key, h.signature,
           COALESCE(b.hash, '') AS batch_hash
      FROM audit_head h
      LEFT JOIN audit_batch b ON b.workspace_id = h.workspace_id AND b.batch = h.batch
     WHERE h.workspace_id = :workspace AND h.number > :number ORDER BY h.number LIMIT :limit
)sql"};

template <class Row>
EntryFacts facts_of(const Row& row)
{
    return {.id = row.id,
            .at = row.at,
            .actor = row.actor,
            .action = row.action,
            .subject_kind = row.subject_kind,
            .subject = row.subject,
            .payload_sha256 = row.payload_sha256};
}

} // namespace

bool SealStore::is_platform() const
{
    return tx_.scope().kind == db::Scope::Kind::Platform;
}

db::Binds SealStore::bound(db::Binds binds) const
{
    if (is_platform()) binds.emplace_back("workspace", std::int64_t{0});
    return binds;
}

std::vector<EntryFacts> SealStore::unsealed(std::int64_t from, std::int64_t limit)
{
    return tx_.rows<EntryFacts>(is_platform() ? unsealed_platform_entries : unsealed_entries,
                                bound({{"from", from}, {"limit", limit}}));
}

void SealStore::insert(const SealedBatch& sealed)
{
    const auto& batch = sealed.batch;
    tx_.execute(insert_batch, bound({{"batch", batch.batch},
                                     {"sealed_at", batch.sealed_at},
                                     {"entries", batch.entries},
                                     {"previous", batch.previous},
                                     {"hash", batch.hash}}));
    for (const auto& seal : sealed.seals)
        tx_.execute(insert_seal, bound({{"batch", seal.batch},
                                        {"position", seal.position},
                                        {"entry", seal.entry},
                                        {"hash", seal.hash}}));
}

std::optional<Batch> SealStore::last_batch()
{
    return tx_.find<Batch>(latest_batch, bound({}));
}

std::int64_t SealStore::sealed_count()
{
    return tx_.value<std::int64_t>(count_sealed, bound({})).value_or(0);
}

std::optional<Head> SealStore::last_head()
{
    return tx_.find<Head>(latest_head, bound({}));
}

void SealStore::insert(const Head& head)
{
    tx_.execute(insert_head, bound({{"number", head.number},
                                    {"batch", head.batch},
                                    {"hash", head.hash},
                                    {"entries", head.entries},
                                    {"signed_at", head.signed_at},
                                    {"key", head.key},
                                    {"signature", head.signature}}));
}

std::vector<Head> SealStore::heads_after(std::int64_t number, std::int64_t limit)
{
    return tx_.rows<Head>(later_heads, bound({{"number", number}, {"limit", limit}}));
}

std::vector<Batch> SealStore::batches_after(std::int64_t batch, std::int64_t limit)
{
    return tx_.rows<Batch>(later_batches, bound({{"batch", batch}, {"limit", limit}}));
}

std::vector<SealedEntry> SealStore::sealed_in(std::int64_t first_batch, std::int64_t last_batch)
{
    std::vector<SealedEntry> found;
    const auto& query = is_platform() ? sealed_platform_entries : sealed_entries;
    for (auto& row :
         tx_.rows<SealedRow>(query, bound({{"first", first_batch}, {"last", last_batch}})))
        found.push_back({static_cast<const Seal&>(row), row.is_present, facts_of(row),
                         row.has_payload, std::move(row.salt), std::move(row.payload)});
    return found;
}

std::vector<UnsealedEntry> SealStore::unsealed_after(std::int64_t id, std::int64_t limit)
{
    std::vector<UnsealedEntry> found;
    const auto& query = is_platform() ? unsealed_platform_with_payload : unsealed_with_payload;
    for (auto& row : tx_.rows<UnsealedRow>(query, bound({{"id", id}, {"limit", limit}})))
        found.push_back(
            {facts_of(row), row.has_payload, std::move(row.salt), std::move(row.payload)});
    return found;
}

std::vector<std::int64_t> SealStore::seals_without_batch(std::int64_t limit)
{
    return tx_.values<std::int64_t>(orphan_seals, bound({{"limit", limit}}));
}

std::vector<std::int64_t> SealStore::payloads_without_entry(std::int64_t limit)
{
    if (is_platform())
        return tx_.values<std::int64_t>(orphan_platform_payloads, {{"limit", limit}});
    return tx_.values<std::int64_t>(orphan_payloads, {{"limit", limit}});
}

std::vector<CheckedHead> SealStore::checked_heads_after(std::int64_t number, std::int64_t limit)
{
    return tx_.rows<CheckedHead>(checked_heads, bound({{"number", number}, {"limit", limit}}));
}

} // namespace audit
