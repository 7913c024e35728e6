#include "modules/backup/file_copies_store.hpp"

#include "kernel/base/text.hpp"

#include <sys/stat.h>

#include <fstream>
#include <map>
#include <stdexcept>

namespace backup
{
namespace
{

namespace fs = std::filesystem;

constexpr std::size_t piece_bytes = 256UL * 1024;
constexpr std::int64_t nanoseconds = 1'000'000'000;

/// What was sealed before, by the name of its object: not read again.
std::map<std::string, FileCopy> known_copies(const Shelf& shelf, const secrets::Key& key)
{
    std::map<std::string, FileCopy> known;
    const auto backups = shelf.backups();
    if (backups.empty()) return known;
    try {
        for (auto& file : read_manifest(shelf, backups.front().name, key).files)
            known.emplace(file.object, std::move(file));
    } catch (const secrets::SealBroken&) {
        known.clear(); // damaged, or of another key: everything is sealed again
    }
    return known;
}

/// A name that only this installation can compute, so that the shelf tells nothing of the files.
std::string object_name(const secrets::Vault& vault, const FileCopy& copy)
{
    return base::hex(vault.keyed_hash("backup.object", copy.path + '\n' +
                                                           std::to_string(copy.bytes) + '\n' +
                                                           std::to_string(copy.modified_ns)));
}

/// Whole under its final name, or not there.
secrets::SealedContents seal_object(const Shelf& shelf, const FileCopy& copy,
                                    const fs::path& source, const secrets::Key& key)
{
    const auto target = object_of(shelf, copy);
    fs::create_directories(target.path.parent_path());
    auto draft = target.path;
    draft += ".partial";
    secrets::SealedFileWriter writer{draft, key, target.about};
    read_file(source, [&](std::string_view bytes) { writer.write(bytes); });
    const auto sealed = writer.finish();
    fs::rename(draft, target.path);
    return sealed;
}

} // namespace

secrets::SealedFile object_of(const Shelf& shelf, const FileCopy& copy)
{
    return {.path = shelf.object(copy.object), .about = "object/" + copy.object};
}

void read_file(const fs::path& file, const secrets::ByteSink& sink)
{
    std::ifstream in{file, std::ios::binary};
    std::string piece(piece_bytes, '\0');
    while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0)
        sink(std::string_view{piece}.substr(0, static_cast<std::size_t>(in.gcount())));
    if (!in.eof()) throw std::runtime_error("cannot read " + file.string());
}

std::int64_t copy_files(const FilesToCopy& order, std::vector<FileCopy>& copies)
{
    if (!fs::exists(order.from)) return 0;
    const auto key = sealing_key(order.vault);
    const auto known = known_copies(order.shelf, key);
    std::int64_t added = 0;
    for (const auto& entry : fs::recursive_directory_iterator{order.from}) {
        struct stat status {
        };
        if (::lstat(entry.path().c_str(), &status) != 0 || !S_ISREG(status.st_mode)) continue;
        FileCopy copy{.path = fs::relative(entry.path(), order.from).string(),
                      .object = {},
                      .bytes = status.st_size,
                      .modified_ns = status.st_mtim.tv_sec * nanoseconds + status.st_mtim.tv_nsec,
                      .sha256 = {}};
        copy.object = object_name(order.vault, copy);
        const auto before = known.find(copy.object);
        if (before != known.end() && fs::exists(order.shelf.object(copy.object))) {
            copies.push_back(before->second);
            continue;
        }
        try {
            const auto sealed = seal_object(order.shelf, copy, entry.path(), key);
            copy.bytes = sealed.bytes;
            copy.sha256 = sealed.sha256;
        } catch (const std::exception&) {
            if (fs::exists(entry.path())) throw;
            continue;
        }
        copies.push_back(std::move(copy));
        ++added;
    }
    return added;
}

} // namespace backup
