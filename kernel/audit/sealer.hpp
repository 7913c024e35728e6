#pragma once

#include "kernel/audit/chain.hpp"
#include "kernel/audit/head_file.hpp"

namespace audit
{

/// How far back entries without a seal are looked for. Recent: those made in the last hour, cheap
/// enough for every few seconds. Everything: the whole log, so that an entry committed late, or by
/// a machine whose clock was behind, is found too.
enum class Reach { Recent, Everything };

/// Seals what has no seal yet, in batches of at most `batch_entries_max`, each in one short
/// transaction. Returns how many entries were sealed. A chain has one sealer at a time (a job): a
/// second one at the same moment throws db::ConstraintViolation and has sealed nothing wrong.
std::int64_t seal(const Chain& chain, Reach reach);

/// Signs how far the chain has come, unless the last head says so already, and brings the file up
/// to date with the heads it lacks. Throws when the file cannot be written: the next call writes
/// it.
void sign_head(const Chain& chain, const secrets::SigningKey& key, const HeadFile& file);

} // namespace audit
