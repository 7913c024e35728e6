#pragma once

#include "modules/backup/shelf_store.hpp"

namespace backup
{

/// A backup whose every part, file and figure is what its manifest says.
struct Checked {
    std::string name;
    Manifest manifest;
};
/// The newest when `name` is empty. Throws std::runtime_error with a French sentence naming the
/// part that is wrong.
Checked check_backup(const Shelf& shelf, const std::string& name, const secrets::Key& sealing_key);

/// Writes it: the files and, of SQLite, the database into `to`, which is empty; of PostgreSQL the
/// rows into `database`, which is empty too.
struct Placement {
    std::filesystem::path to;
    db::DatabaseOptions database;
};
void place(const Shelf& shelf, const Checked& backup, const secrets::Key& sealing_key,
           const Placement& placement);

} // namespace backup
