#include "kernel/secrets/key_file.hpp"

#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <stdexcept>
#include <string>

namespace secrets
{

namespace
{

namespace fs = std::filesystem;

constexpr mode_t readable_by_others = S_IRWXG | S_IRWXO;

[[noreturn]] void refuse(const char* why, const fs::path& file)
{
    throw std::runtime_error(
        i18n::t(std::string{"secrets.key_file."} + why, {{"path", file.string()}}));
}

/// Closes what it holds.
struct Descriptor {
    explicit Descriptor(int number_) : number(number_) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (number >= 0) close(number);
    }

    int number;
};

void make_folder(const fs::path& folder)
{
    if (folder.empty() || fs::exists(folder)) return;
    if (folder.has_parent_path()) fs::create_directories(folder.parent_path());
    if (mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) refuse("unwritable", folder);
}

/// Written beside and linked into place: a crash leaves a whole key or none, and of two processes
/// starting together the second finds the first one's.
void create(const fs::path& file)
{
    make_folder(file.parent_path());
    const auto draft = file.string() + '.' + base::hex(base::random_bytes(8));
    const auto key = Key::random();
    {
        const Descriptor out{open(draft.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR)};
        const auto written = write(out.number, key.data(), Key::size);
        if (written != static_cast<ssize_t>(Key::size) || fsync(out.number) != 0) {
            unlink(draft.c_str());
            refuse("unwritable", file);
        }
    }
    const bool linked = link(draft.c_str(), file.c_str()) == 0 || errno == EEXIST;
    unlink(draft.c_str());
    if (!linked) refuse("unwritable", file);
}

} // namespace

Key read_key(const fs::path& file)
{
    const Descriptor in{open(file.c_str(), O_RDONLY | O_CLOEXEC)};
    struct stat status {
    };
    if (in.number < 0 || fstat(in.number, &status) != 0) refuse("unreadable", file);
    if ((status.st_mode & readable_by_others) != 0) refuse("open_to_others", file);
    std::string bytes(Key::size + 1, '\0');
    const auto length = read(in.number, bytes.data(), bytes.size());
    if (length != static_cast<ssize_t>(Key::size)) refuse("wrong_size", file);
    bytes.resize(Key::size);
    const Key key{bytes};
    sodium_memzero(bytes.data(), bytes.size());
    return key;
}

Key read_or_create_key(const fs::path& file)
{
    if (!fs::exists(file)) create(file);
    return read_key(file);
}

} // namespace secrets
