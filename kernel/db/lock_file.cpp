#include "kernel/db/lock_file.hpp"

#include "kernel/db/database.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <thread>

namespace db
{

namespace
{

constexpr std::chrono::milliseconds look_every{20};

bool take(int descriptor, std::chrono::milliseconds patience)
{
    const auto end = std::chrono::steady_clock::now() + patience;
    while (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        if (std::chrono::steady_clock::now() >= end) return false;
        std::this_thread::sleep_for(look_every);
    }
    return true;
}

} // namespace

LockFile::LockFile(const std::filesystem::path& path, std::chrono::milliseconds patience)
    : descriptor_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600))
{
    if (descriptor_ < 0)
        throw Unavailable{path.string() + ": " + std::generic_category().message(errno)};
    if (!take(descriptor_, patience)) {
        ::close(descriptor_);
        throw Unavailable{path.string() + ": another etabli process is using this database"};
    }
}

LockFile::~LockFile()
{
    ::close(descriptor_);
}

} // namespace db
