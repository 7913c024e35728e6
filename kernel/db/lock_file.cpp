#include "kernel/db/lock_file.hpp"

#include "kernel/db/database.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace db
{

LockFile::LockFile(const std::filesystem::path& path)
    : descriptor_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
{
    if (descriptor_ < 0)
        throw Unavailable{path.string() + ": " + std::generic_category().message(errno)};
    if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor_);
        throw Unavailable{path.string() + ": another etabli process is using this database"};
    }
}

LockFile::~LockFile()
{
    ::close(descriptor_);
}

} // namespace db
