#pragma once

#include "kernel/base/embedded.hpp"
#include "kernel/db/transaction.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace db
{

/// The shared and business tables of these migrations, latest first: what refers comes before what
/// it refers to, so that their rows can be deleted one table after the other. A log is left out:
/// its rows stay, and say nothing once what they refer to is gone.
std::vector<std::string> workspace_tables(std::span<const base::EmbeddedFile> migrations,
                                          Engine engine);

/// Deletes every row of the transaction's workspace in that table and returns how many. Only for
/// workspaces made to be thrown away: real ones are erased with what the law wants kept.
std::int64_t erase_rows(Transaction& tx, const std::string& table);

} // namespace db
