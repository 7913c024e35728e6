#pragma once

#include "kernel/files/storage.hpp"
#include "kernel/jobs/jobs.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace files
{

/// What an installation says about files.
struct FileOptions {
    std::filesystem::path folder;        ///< of the bytes, and of uploads on their way
    std::filesystem::path media_program; ///< etabli-media
    std::string storage_url;             ///< ETABLI_STORAGE_URL; empty = in `folder`
    std::string scan_command;            ///< ETABLI_SCAN_COMMAND; empty = nothing is scanned
};

/// Once at start, before any thread; again replaces (tests). Throws std::runtime_error with a
/// French sentence for a storage address that is none.
void install(jobs::Registry& registry, const FileOptions& options);

/// Where browsers are sent for bytes that are kept there; empty for those on disk. Throws as
/// install.
std::string browser_origin(std::string_view storage_url);

Storage& storage();
const std::filesystem::path& media_program();
/// Empty = nothing is scanned.
const std::string& scan_command();
/// Where files on their way are, same disk as the bytes.
const std::filesystem::path& incoming_folder();

} // namespace files
