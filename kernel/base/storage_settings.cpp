#include "kernel/base/storage_settings.hpp"

namespace base
{

StorageSettings& the_storage_settings()
{
    static StorageSettings settings;
    return settings;
}

const StorageSettings& storage_settings()
{
    return the_storage_settings();
}

} // namespace base
