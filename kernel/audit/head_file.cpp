#include "kernel/audit/head_file.hpp"

#include "kernel/base/text.hpp"

#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <stdexcept>

namespace audit
{
namespace
{

constexpr std::int64_t tail_bytes_max = 4096; // longer than any line

std::string line_of(std::int64_t chain, const Head& head)
{
    return boost::json::serialize(boost::json::object{{"chain", std::to_string(chain)},
                                                      {"number", head.number},
                                                      {"batch", head.batch},
                                                      {"hash", head.hash},
                                                      {"entries", head.entries},
                                                      {"signed_at", head.signed_at.micros},
                                                      {"key", head.key},
                                                      {"signature", head.signature}}) +
           "\n";
}

/// A line must be what `append` would write, to the byte.
HeadFile::Line parsed(std::int64_t chain, const std::string& text)
{
    try {
        const auto value = boost::json::parse(text);
        const auto& object = value.as_object();
        const auto words = [&](const char* name) {
            return std::string{object.at(name).as_string()};
        };
        const auto number = [&](const char* name) { return object.at(name).as_int64(); };
        const Head head{.number = number("number"),
                        .batch = number("batch"),
                        .hash = words("hash"),
                        .entries = number("entries"),
                        .signed_at = {number("signed_at")},
                        .key = words("key"),
                        .signature = words("signature")};
        return {.head = head, .is_readable = line_of(chain, head) == text + "\n"};
    } catch (const std::exception&) {
        return {.head = {}, .is_readable = false};
    }
}

/// A file open for adding, closed with its owner.
class Appended
{
  public:
    explicit Appended(const std::filesystem::path& file)
        : file_(file),
          descriptor_(::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600))
    {
        if (descriptor_ < 0) fail();
    }
    ~Appended() { ::close(descriptor_); }
    Appended(const Appended&) = delete;
    Appended& operator=(const Appended&) = delete;

    void write(std::string_view bytes) const
    {
        while (!bytes.empty()) {
            const auto count = ::write(descriptor_, bytes.data(), bytes.size());
            if (count <= 0) fail();
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        if (::fsync(descriptor_) != 0) fail();
    }

  private:
    [[noreturn]] void fail() const { throw std::runtime_error("cannot write " + file_.string()); }

    std::filesystem::path file_;
    int descriptor_;
};

} // namespace

std::filesystem::path HeadFile::file_of(std::int64_t chain) const
{
    return folder_ / (std::to_string(chain) + ".jsonl");
}

std::int64_t HeadFile::last_number(std::int64_t chain) const
{
    std::ifstream file{file_of(chain), std::ios::binary | std::ios::ate};
    if (!file) return 0;
    const std::int64_t size = file.tellg();
    file.seekg(std::max<std::int64_t>(0, size - tail_bytes_max));
    std::string last;
    for (std::string line; std::getline(file, line);)
        last = line;
    if (last.empty()) return 0;
    const auto read = parsed(chain, last);
    if (!read.is_readable) throw std::runtime_error("unreadable end of " + file_of(chain).string());
    return read.head.number;
}

void HeadFile::append(std::int64_t chain, const std::vector<Head>& heads) const
{
    if (!std::filesystem::exists(folder_)) {
        std::filesystem::create_directories(folder_);
        std::filesystem::permissions(folder_, std::filesystem::perms::owner_all);
    }
    std::string bytes;
    for (const auto& head : heads)
        bytes += line_of(chain, head);
    Appended{file_of(chain)}.write(bytes);
}

std::vector<HeadFile::Line> HeadFile::lines(std::int64_t chain) const
{
    std::vector<Line> found;
    std::ifstream file{file_of(chain), std::ios::binary};
    for (std::string line; std::getline(file, line);)
        found.push_back(parsed(chain, line));
    return found;
}

void HeadFile::forget(std::int64_t chain) const
{
    std::filesystem::remove(file_of(chain));
}

} // namespace audit
