#include "kernel/audit/audit.hpp"
#include "kernel/audit/payload.hpp"
#include "kernel/audit/unsealed.hpp"
#include "kernel/base/text.hpp"

namespace audit
{
namespace
{

constexpr std::size_t salt_bytes = 16;

struct EntryRow {
    std::int64_t id = 0;
    base::Instant at;
    std::int64_t actor = 0;
    std::string action;
    std::string subject_kind;
    std::int64_t subject = 0;
    std::string payload_sha256;
};
BOOST_DESCRIBE_STRUCT(EntryRow, (), (id, at, actor, action, subject_kind, subject, payload_sha256))

struct PlatformEntryRow {
    std::int64_t id = 0;
    base::Instant at;
    std::int64_t person = 0;
    std::string action;
    std::string subject_kind;
    std::int64_t subject = 0;
    std::string payload_sha256;
};
BOOST_DESCRIBE_STRUCT(PlatformEntryRow, (),
                      (id, at, person, action, subject_kind, subject, payload_sha256))

struct PayloadRow {
    std::int64_t id = 0;
    std::string salt;
    std::string payload;
};
BOOST_DESCRIBE_STRUCT(PayloadRow, (), (id, salt, payload))

constexpr db::Table<EntryRow> entry_table{"audit_entry"};
constexpr db::Table<PayloadRow> payload_table{"audit_payload"};
constexpr db::PlatformTable<PlatformEntryRow> platform_entry_table{"platform_audit_entry"};
constexpr db::PlatformTable<PayloadRow> platform_payload_table{"platform_audit_payload"};

PayloadRow salted(std::int64_t id, std::string payload)
{
    return {
        .id = id, .salt = base::hex(base::random_bytes(salt_bytes)), .payload = std::move(payload)};
}

} // namespace

void append(tenancy::WorkspaceTransaction& tx, const Entry& entry)
{
    const auto id = tx.make_id<base::Id<Entry>>().value;
    const auto payload = salted(id, payload_json(tx.origin(), tx.actor().name, entry.changes));
    tx.insert(entry_table, EntryRow{.id = id,
                                    .at = base::now(),
                                    .actor = tx.actor().membership.value,
                                    .action = std::string{entry.action},
                                    .subject_kind = std::string{entry.subject_kind},
                                    .subject = entry.subject,
                                    .payload_sha256 = payload_hash(payload.salt, payload.payload)});
    tx.insert(payload_table, payload);
    tx.after_commit([workspace = tx.workspace().id] { note_unsealed(workspace); });
}

void append(tenancy::PlatformTransaction& tx, tenancy::PersonId person, const Entry& entry)
{
    const auto id = tx.make_id<base::Id<Entry>>().value;
    const auto payload = salted(id, payload_json(tx.origin(), "", entry.changes));
    tx.insert(platform_entry_table,
              PlatformEntryRow{.id = id,
                               .at = base::now(),
                               .person = person.value,
                               .action = std::string{entry.action},
                               .subject_kind = std::string{entry.subject_kind},
                               .subject = entry.subject,
                               .payload_sha256 = payload_hash(payload.salt, payload.payload)});
    tx.insert(platform_payload_table, payload);
    tx.after_commit([] { note_unsealed({}); });
}

} // namespace audit
