#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/db/snapshot.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace backup
{

/// A sealed file of the backup's own folder.
struct Part {
    std::string name; ///< "database", or "table.ticket" on PostgreSQL
    std::int64_t bytes = 0;
    std::string sha256;
};

/// A file of the installation; its bytes are in a sealed object shared by backups.
struct FileCopy {
    std::string path; ///< below the folder of files
    std::string object;
    std::int64_t bytes = 0;
    std::int64_t modified_ns = 0;
    std::string sha256;
};

/// Everything a backup holds, and what it must be when it comes back.
struct Manifest {
    std::string program; ///< version of Établi
    db::Engine engine = db::Engine::Sqlite;
    base::Instant taken_at;
    db::AppliedMigrations schema;
    std::vector<db::TableContents> tables;
    std::vector<Part> parts;
    std::vector<FileCopy> files;

    std::int64_t rows() const;
    std::int64_t bytes() const;
};

std::string json_of(const Manifest& manifest);
/// Throws std::runtime_error for a text that is no manifest of a format this program knows.
Manifest manifest_of(const std::string& json);

} // namespace backup
