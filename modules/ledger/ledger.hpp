#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/ledger/event.hpp"
#include "modules/ledger/verdict.hpp"

#include <filesystem>
#include <string_view>
#include <vector>

namespace kernel
{
class Module;
}

/// Front door of the ledger: every fact that moves money, in a chain nobody can rewrite without it
/// showing (CGI art. 286, I, 3° bis), with its closings and the journal of the system.
///
/// Each link has the day on which it was recorded, which never falls, and holds the document's own
/// date besides. A period is closed by its record at the first midnight after it, in the zone of
/// the workspace; what is recorded later belongs to the next one.
namespace ledger
{

void describe(kernel::Module& module);

/// Adds to the workspace's chain, in the transaction that does the deed: rolled back with it.
/// Writers of one workspace take turns until they commit. Refuses what check() refuses, and, of a
/// document, « ledger.refusal.closed » as refuse_closed. A payment may have arrived in a month that
/// is closed: its record and its amounts belong to the day it was recorded.
void append(tenancy::WorkspaceTransaction& tx, const Event& event);

/// Throws base::Refusal « ledger.refusal.closed » when that day is in a month that is closed: no
/// document can be dated there any more. A demonstration, whose past is told again,
/// is not refused.
void refuse_closed(tenancy::WorkspaceTransaction& tx, base::Date day);

/// What happens to the system, beside the money (the journal).
enum class Incident {
    restored,         ///< from a backup, or imported
    exported,         ///< an archive was handed out
    version_changed,  ///< another release writes from here on
    clock_jumped,     ///< the clock went back
    integrity_failed, ///< a verification found something
    keys_accepted,    ///< records of another installation, signed by its key
};
BOOST_DESCRIBE_ENUM(Incident, restored, exported, version_changed, clock_jumped, integrity_failed,
                    keys_accepted)
/// Into the chain, unless it is empty: who has no money has no journal. `detail` is at most
/// text_bytes_max bytes, and for machines.
void note(tenancy::WorkspaceTransaction& tx, Incident incident, std::string_view detail);

/// Replays the chain of the workspace, a thousand records at a time, and compares it with the heads
/// kept in `heads`, a folder outside the database; without a folder, not.
Verdict verify(const tenancy::Context& context, const std::filesystem::path& heads);
/// The same, remembered for the page; a failure is noted in the journal.
Verdict verify_and_record(tenancy::Context& context, const std::filesystem::path& heads);

/// Signs how far each chain has come, into the folder outside the database: a tail that is cut off
/// is missed there.
void keep_heads(db::Database& database, const std::filesystem::path& folder);
/// Where they are kept beside the audit's.
std::filesystem::path heads_in(const std::filesystem::path& seals);

/// After an import: records that another installation signed are trusted from here on, when they
/// are whole; says so in the journal. Throws std::runtime_error when they are not.
void adopt(tenancy::Context& context);

/// Leaves the closing of what is over in each workspace that has money, now and each midnight.
void plan_closings(db::Database& database, base::Instant now);

} // namespace ledger
