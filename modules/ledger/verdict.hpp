#pragma once

#include <boost/describe/enum.hpp>

#include <cstdint>
#include <optional>

namespace ledger
{

/// What is wrong with a record. ledger.wrong.<name> says it in words.
enum class Wrong {
    changed,       ///< a column is not what was hashed
    missing,       ///< gone, or renumbered
    unlinked,      ///< does not follow the one before
    forged,        ///< not signed by a key that is trusted
    out_of_order,  ///< recorded on an earlier day than the one before
    closing_wrong, ///< does not say what its records come to
    counter_wrong, ///< the counter of the chain is not at its last record
    head_mismatch, ///< not what was signed outside the database
    head_damaged,  ///< the file outside the database was altered
};
BOOST_DESCRIBE_ENUM(Wrong, changed, missing, unlinked, forged, out_of_order, closing_wrong,
                    counter_wrong, head_mismatch, head_damaged)

/// The first record that is wrong. What follows it says nothing any more.
struct Broken {
    std::int64_t seq = 0;
    Wrong what = Wrong::changed;
    friend bool operator==(const Broken&, const Broken&) = default;
};

struct Verdict {
    std::int64_t checked = 0; ///< records that were right
    std::optional<Broken> broken;
    bool is_intact() const { return !broken; }
};

} // namespace ledger
