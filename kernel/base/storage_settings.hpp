#pragma once

#include <string>

namespace base
{

/// Where an installation keeps the bytes of files, beside Configuration and of the same file and
/// variables.
struct StorageSettings {
    std::string url;    ///< ETABLI_STORAGE_URL; empty = on disk, in <data>/files
    std::string origin; ///< « https://s3.example » that browsers are sent to; empty on disk
};

/// What the last read_configuration() read, and what kernel/files made of it at start.
const StorageSettings& storage_settings();

/// For read_configuration and files::install alone, at start.
StorageSettings& the_storage_settings();

} // namespace base
