#include "kernel/base/backup_settings.hpp"

namespace base
{

BackupSettings& the_backup_settings()
{
    static BackupSettings settings;
    return settings;
}

const BackupSettings& backup_settings()
{
    return the_backup_settings();
}

} // namespace base
