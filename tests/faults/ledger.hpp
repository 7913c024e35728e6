#pragma once

#include "kernel/db/database.hpp"

#include <cstdint>
#include <set>
#include <string>

namespace faults
{

/// One acknowledged work = two rows of one transaction, so that half of one would be seen.
/// Returns its id once it is durable.
std::int64_t add_pair(db::Database& database, const std::string& text);

struct Stored {
    std::set<std::int64_t> clients;
    std::int64_t halves = 0; ///< clients without visit; visits without client the engine refuses
};
Stored read_stored(db::Database& database);

/// "ok", or what is wrong with the file.
std::string integrity_of(const db::DatabaseOptions& sqlite);

/// Every element of `acknowledged` that is not in `stored`.
std::int64_t lost(const std::set<std::int64_t>& acknowledged, const std::set<std::int64_t>& stored);

} // namespace faults
