#pragma once

#include "modules/backup/shelf_store.hpp"

namespace backup
{

struct FilesToCopy {
    std::filesystem::path from; ///< may be absent
    const Shelf& shelf;
    const secrets::Vault& vault;
};
/// Describes every file below `from` and seals those the shelf does not hold yet; those that go
/// away meanwhile are left out. Returns how many were sealed.
std::int64_t copy_files(const FilesToCopy& order, std::vector<FileCopy>& copies);

/// Gives the bytes of a file in pieces. Throws std::runtime_error.
void read_file(const std::filesystem::path& file, const secrets::ByteSink& sink);

/// The sealed file of a copy, with what it is.
secrets::SealedFile object_of(const Shelf& shelf, const FileCopy& copy);

} // namespace backup
