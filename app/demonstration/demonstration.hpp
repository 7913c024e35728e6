#pragma once

#include "app/demonstration/accounts.hpp"
#include "kernel/db/database.hpp"
#include "kernel/secrets/password.hpp"

#include <cstddef>
#include <filesystem>
#include <vector>

namespace demonstration
{

struct Installation {
    db::Database& database;
    db::DatabaseOptions options; ///< of that database
    std::filesystem::path seals; ///< the folder of signed heads
    secrets::PasswordQueue& passwords;
    std::filesystem::path accounts_file; ///< demo.json
    std::size_t tickets = 400;           ///< of each workspace
    std::size_t publications = 100;      ///< of each worksite, at most; the oldest
    int days = 365;                      ///< of sales and purchases
};

/// What becomes of workspaces that are already there: kept as they are, or emptied and written
/// again around today with the same accounts and passwords.
enum class Existing { keep, renew };

/// One workspace for every preset that has a demonstration. A workspace whose writing
/// was cut short is written again. Throws std::runtime_error with a French sentence when a real
/// workspace has the address of a demonstration.
std::vector<Access> demonstrate(const Installation& installation, Existing existing);

} // namespace demonstration
