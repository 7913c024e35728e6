#pragma once

#include <chrono>
#include <filesystem>
#include <string>

namespace base
{

/// What an installation says about its backups, beside Configuration and of the same file and
/// variables.
struct BackupSettings {
    std::filesystem::path folder;   ///< ETABLI_BACKUP_DIR; default <data>/backups
    std::chrono::hours every{24};   ///< ETABLI_BACKUP_EVERY; 0 = never by itself, as in test mode
                                    ///< unless it is set
    std::chrono::days kept_for{90}; ///< ETABLI_BACKUP_KEEP
    std::string alert_email; ///< ETABLI_ALERT_EMAIL: who learns that a backup failed; may be empty
};

/// What the last read_configuration() read; the defaults before.
const BackupSettings& backup_settings();

/// For read_configuration alone, at start.
BackupSettings& the_backup_settings();

} // namespace base
