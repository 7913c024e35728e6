#pragma once

#include "modules/ledger/closing.hpp"
#include "modules/ledger/record.hpp"

#include <string>
#include <vector>

/// A closed period as a file that outlives the program: JSON lines, the last of which is signed.
/// docs/operations/ledger.md says how it is read and judged without the program.
namespace ledger
{

struct Archive {
    std::string business;
    std::int64_t workspace = 0;
    Closing closing;
    Record closing_record;
    std::vector<Record> records; ///< of the period, in order
    base::Instant made_at;
};

inline constexpr std::size_t archive_records_max = 50'000;

/// First a line saying what it is, then one a record, the closing, and the manifest: how many
/// records, the SHA-256 of every byte before it, and its signature.
std::string archive_of(const Archive& archive, const secrets::SigningKey& key);

} // namespace ledger
