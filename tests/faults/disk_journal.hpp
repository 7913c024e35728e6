#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace faults
{

/// What SQLite did to the files of one folder, in order: writes, truncations, syncs. A program
/// that links this file puts its own `pwrite64`, `ftruncate64`, `unlink` and `fdatasync` before
/// those of the C library.
class DiskJournal
{
  public:
    struct Event {
        enum class Kind { Write, Truncate, Remove, Sync, Mark };
        Kind kind = Kind::Write;
        std::string file;       ///< empty: the folder itself, synced after a removal
        std::int64_t at = 0;    ///< offset; of a truncation the size; of a mark what it says
        std::string bytes;      ///< written
        std::size_t covers = 0; ///< of a sync: events before this one are on the disk
    };

    /// From now on, until the next call; other folders go unseen.
    static void watch(const std::filesystem::path& folder);
    /// Notes that something was said to the outside world.
    static void mark(std::int64_t what);
    static std::vector<Event> events();
    static std::size_t count();
};

/// What a power cut leaves.
struct Cut {
    std::size_t at = 0; ///< events before it had happened
    /// How many of the last syncs of each file had told a lie; 0 for an honest disk.
    int lies = 0;
};
struct Remains {
    std::map<std::string, std::string> files;
    std::int64_t sectors_lost = 0; ///< of what was written and not synced
};
/// What was synced is there. Of what was not, each sector of 512 bytes and each truncation is there
/// or not by `chance`, whatever their order: a disk may write them in any.
Remains remains_of(const std::vector<DiskJournal::Event>& events, const Cut& cut,
                   std::mt19937& chance);

} // namespace faults
