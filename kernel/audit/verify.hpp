#pragma once

#include "kernel/audit/chain.hpp"
#include "kernel/audit/head_file.hpp"

#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <vector>

namespace audit
{

/// What is wrong, by what it was found on. audit.finding.<name> says it in words.
enum class Wrong {
    entry_changed,   ///< a column of the entry is not what was sealed
    entry_missing,   ///< sealed, and gone
    entry_inserted,  ///< came among entries that were sealed long before
    payload_changed, ///< names or values are not those the entry vouches for
    payload_moved,   ///< belongs to no entry
    batch_changed,   ///< a seal or the batch itself: the hash is another
    batch_missing,   ///< the first of those missing between two others, or the one a head names
    chain_broken,    ///< the batch does not follow the one before
    seal_moved,      ///< belongs to no batch
    head_forged,     ///< not signed by this installation
    head_mismatch,   ///< signed for another content than the batch has now
    head_missing,    ///< kept outside, gone from the database, or a number is missing
    file_changed,    ///< a line of the file was altered
};
BOOST_DESCRIBE_ENUM(Wrong, entry_changed, entry_missing, entry_inserted, payload_changed,
                    payload_moved, batch_changed, batch_missing, chain_broken, seal_moved,
                    head_forged, head_mismatch, head_missing, file_changed)

struct Finding {
    Wrong what = Wrong::entry_changed;
    std::int64_t id = 0; ///< of the entry, batch or head, by what is wrong
};

/// Most findings kept; more are only counted.
inline constexpr std::size_t findings_max = 100;

struct Verdict {
    std::int64_t sealed = 0;
    std::int64_t unsealed = 0;
    std::optional<base::Instant> oldest_unsealed; ///< when it was written
    std::int64_t heads = 0;
    std::vector<Finding> findings;
    std::int64_t finding_count = 0;

    bool is_intact() const { return finding_count == 0; }
};

/// Recomputes every hash of the chain and checks every signature, here and in the file. Reads in
/// steps, so that others can write meanwhile.
Verdict verify(const Chain& chain, const secrets::SigningKey& key, const HeadFile& file);

} // namespace audit
