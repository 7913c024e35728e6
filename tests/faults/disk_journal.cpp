#include "tests/faults/disk_journal.hpp"

#include <dlfcn.h>
#include <unistd.h>

#include <algorithm>
#include <mutex>
#include <optional>

namespace faults
{

namespace
{

constexpr std::size_t sector_bytes = 512;
constexpr std::string_view memory_map = "-shm"; // rebuilt after a cut, never read

struct Journal {
    std::mutex mutex;
    std::string folder;
    std::vector<DiskJournal::Event> events;
};

Journal& journal()
{
    static Journal the_journal;
    return the_journal;
}

/// The name of a watched file, or nothing.
std::optional<std::string> watched(const std::filesystem::path& path)
{
    if (journal().folder.empty()) return {};
    if (path == journal().folder) return std::string{};
    if (path.parent_path() != journal().folder) return {};
    auto name = path.filename().string();
    if (name.ends_with(memory_map)) return {};
    return name;
}

std::optional<std::string> watched(int descriptor)
{
    std::error_code ignored;
    return watched(
        std::filesystem::read_symlink("/proc/self/fd/" + std::to_string(descriptor), ignored));
}

template <class Function>
Function next(const char* name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

void note(DiskJournal::Event event)
{
    const std::lock_guard lock{journal().mutex};
    journal().events.push_back(std::move(event));
}

using Event = DiskJournal::Event;

/// The place after the last event of each file that is certainly on the disk.
std::map<std::string, std::size_t> durable_until(const std::vector<Event>& events, const Cut& cut)
{
    std::map<std::string, std::vector<std::size_t>> syncs;
    for (std::size_t n = 0; n < cut.at; ++n)
        if (events[n].kind == Event::Kind::Sync) syncs[events[n].file].push_back(events[n].covers);
    std::map<std::string, std::size_t> until;
    for (auto& [file, covers] : syncs) {
        const auto believed =
            covers.size() -
            std::min<std::size_t>(covers.size(), static_cast<std::size_t>(cut.lies));
        until[file] =
            believed == 0
                ? 0
                : *std::max_element(covers.begin(),
                                    covers.begin() + static_cast<std::ptrdiff_t>(believed));
    }
    return until;
}

bool is_on_disk(const std::map<std::string, std::size_t>& durable, const std::string& file,
                std::size_t event)
{
    const auto until = durable.find(file);
    return until != durable.end() && event < until->second;
}

void put(std::string& file, std::size_t at, std::string_view bytes)
{
    if (file.size() < at + bytes.size()) file.resize(at + bytes.size(), '\0');
    file.replace(at, bytes.size(), bytes);
}

/// Sector by sector. Returns how many did not arrive.
std::int64_t put_some(std::string& file, const Event& event, std::mt19937& chance)
{
    std::int64_t lost = 0;
    const auto from = static_cast<std::size_t>(event.at);
    const std::string_view bytes = event.bytes;
    for (std::size_t done = 0; done < bytes.size();) {
        const auto room = sector_bytes - (from + done) % sector_bytes;
        const auto part = bytes.substr(done, room);
        if (chance() % 2 == 0)
            put(file, from + done, part);
        else
            ++lost;
        done += part.size();
    }
    return lost;
}

} // namespace

void DiskJournal::watch(const std::filesystem::path& folder)
{
    const std::lock_guard lock{journal().mutex};
    journal().events.clear();
    journal().folder = folder.string();
}

void DiskJournal::mark(std::int64_t what)
{
    note({.kind = Event::Kind::Mark, .file = {}, .at = what, .bytes = {}});
}

std::vector<Event> DiskJournal::events()
{
    const std::lock_guard lock{journal().mutex};
    return journal().events;
}

std::size_t DiskJournal::count()
{
    const std::lock_guard lock{journal().mutex};
    return journal().events.size();
}

Remains remains_of(const std::vector<Event>& events, const Cut& cut, std::mt19937& chance)
{
    const auto durable = durable_until(events, cut);
    Remains remains;
    for (std::size_t n = 0; n < cut.at; ++n) {
        const auto& event = events[n];
        if (event.file.empty() || event.kind == Event::Kind::Sync) continue;
        auto& file = remains.files[event.file];
        const bool is_durable = is_on_disk(durable, event.file, n) ||
                                (event.kind == Event::Kind::Remove && is_on_disk(durable, "", n));
        if (event.kind == Event::Kind::Truncate || event.kind == Event::Kind::Remove) {
            if (is_durable || chance() % 2 == 0)
                file.resize(static_cast<std::size_t>(event.at), '\0');
        } else if (is_durable) {
            put(file, static_cast<std::size_t>(event.at), event.bytes);
        } else {
            remains.sectors_lost += put_some(file, event, chance);
        }
    }
    return remains;
}

} // namespace faults

using faults::DiskJournal;

/// Instead of the C library's, which SQLite would call.
extern "C" ssize_t pwrite64(int descriptor, const void* bytes, std::size_t count, off64_t at)
{
    static const auto real =
        faults::next<ssize_t (*)(int, const void*, std::size_t, off64_t)>("pwrite64");
    const auto written = real(descriptor, bytes, count, at);
    const auto file = faults::watched(descriptor);
    if (file && written > 0)
        faults::note(
            {.kind = DiskJournal::Event::Kind::Write,
             .file = *file,
             .at = at,
             .bytes = {static_cast<const char*>(bytes), static_cast<std::size_t>(written)}});
    return written;
}

extern "C" int ftruncate64(int descriptor, off64_t size) noexcept
{
    static const auto real = faults::next<int (*)(int, off64_t)>("ftruncate64");
    const int outcome = real(descriptor, size);
    const auto file = faults::watched(descriptor);
    if (file && outcome == 0)
        faults::note(
            {.kind = DiskJournal::Event::Kind::Truncate, .file = *file, .at = size, .bytes = {}});
    return outcome;
}

extern "C" int fdatasync(int descriptor)
{
    static const auto real = faults::next<int (*)(int)>("fdatasync");
    const auto file = faults::watched(descriptor);
    if (!file) return real(descriptor);
    const auto covers = DiskJournal::count();
    const int outcome = real(descriptor);
    if (outcome == 0)
        faults::note({.kind = DiskJournal::Event::Kind::Sync,
                      .file = *file,
                      .at = 0,
                      .bytes = {},
                      .covers = covers});
    return outcome;
}

/// A file that is gone is one without bytes: its name comes back empty.
extern "C" int unlink(const char* path) noexcept
{
    static const auto real = faults::next<int (*)(const char*)>("unlink");
    const int outcome = real(path);
    const auto file = faults::watched(std::filesystem::path{path});
    if (file && outcome == 0)
        faults::note(
            {.kind = DiskJournal::Event::Kind::Remove, .file = *file, .at = 0, .bytes = {}});
    return outcome;
}
