#include "modules/portability/zip_store.hpp"

#include "modules/portability/package_store.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <limits>
#include <stdexcept>

namespace portability
{
namespace
{

namespace fs = std::filesystem;

constexpr std::uint16_t version = 45;                   ///< of the format: sizes of 64 bits
constexpr std::uint16_t made_by = (3U << 8U) | version; ///< Unix, so that modes count
constexpr std::uint16_t utf8 = 1U << 11U;
constexpr std::uint16_t deflated = 8;
constexpr std::uint16_t day_of_1980 = 0x21;
constexpr std::uint32_t elsewhere = 0xFFFFFFFF; ///< in the extra field
constexpr std::uint32_t plain_file = 0100600U << 16U;
constexpr std::size_t crc_at = 14;
constexpr std::size_t local_bytes = 30;
constexpr std::size_t extra_head = 4;
constexpr std::size_t out_bytes = 64UL * 1024;

/// Little-endian, as the format wants it.
template <class Number>
void put(std::string& to, Number number)
{
    for (std::size_t byte = 0; byte < sizeof(Number); ++byte)
        to.push_back(static_cast<char>((number >> (8 * byte)) & 0xFF));
}

struct Entry {
    std::string name;
    std::uint32_t crc = 0;
    std::uint64_t bytes = 0;
    std::uint64_t packed = 0;
    std::uint64_t offset = 0;
};

class Deflater
{
  public:
    explicit Deflater(std::ofstream& out) : out_(out)
    {
        constexpr int raw = -MAX_WBITS;
        constexpr int memory = 8;
        if (deflateInit2(&stream_, Z_DEFAULT_COMPRESSION, Z_DEFLATED, raw, memory,
                         Z_DEFAULT_STRATEGY) != Z_OK)
            throw std::runtime_error("deflate");
    }
    ~Deflater() { deflateEnd(&stream_); }
    Deflater(const Deflater&) = delete;
    Deflater& operator=(const Deflater&) = delete;

    void add(std::string_view bytes, int flush)
    {
        std::string input{bytes}; // zlib takes no pointer to const
        stream_.next_in = reinterpret_cast<Bytef*>(input.data());
        stream_.avail_in = static_cast<uInt>(input.size());
        do {
            stream_.next_out = buffer_.data();
            stream_.avail_out = static_cast<uInt>(buffer_.size());
            deflate(&stream_, flush);
            const auto made = buffer_.size() - stream_.avail_out;
            out_.write(reinterpret_cast<const char*>(buffer_.data()),
                       static_cast<std::streamsize>(made));
            packed_ += made;
        } while (stream_.avail_out == 0);
    }
    std::uint64_t packed() const { return packed_; }

  private:
    std::ofstream& out_;
    z_stream stream_{};
    std::array<Bytef, out_bytes> buffer_{};
    std::uint64_t packed_ = 0;
};

std::string sizes_of(const Entry& entry)
{
    std::string sizes;
    put(sizes, entry.bytes);
    put(sizes, entry.packed);
    return sizes;
}

std::string local_head(const Entry& entry)
{
    std::string head;
    put(head, std::uint32_t{0x04034b50});
    put(head, version);
    put(head, utf8);
    put(head, deflated);
    put(head, std::uint16_t{0});
    put(head, day_of_1980);
    put(head, entry.crc);
    put(head, elsewhere);
    put(head, elsewhere);
    put(head, static_cast<std::uint16_t>(entry.name.size()));
    put(head, std::uint16_t{20});
    head += entry.name;
    put(head, std::uint16_t{1});
    put(head, std::uint16_t{16});
    return head + sizes_of(entry);
}

std::string directory_head(const Entry& entry)
{
    std::string head;
    put(head, std::uint32_t{0x02014b50});
    put(head, made_by);
    put(head, version);
    put(head, utf8);
    put(head, deflated);
    put(head, std::uint16_t{0});
    put(head, day_of_1980);
    put(head, entry.crc);
    put(head, elsewhere);
    put(head, elsewhere);
    put(head, static_cast<std::uint16_t>(entry.name.size()));
    put(head, std::uint16_t{28});
    for (int nothing = 0; nothing < 3; ++nothing) // comment, disk, kind of text
        put(head, std::uint16_t{0});
    put(head, plain_file);
    put(head, elsewhere);
    head += entry.name;
    put(head, std::uint16_t{1});
    put(head, std::uint16_t{24});
    head += sizes_of(entry);
    put(head, entry.offset);
    return head;
}

std::string end_of(std::uint64_t entries, std::uint64_t offset, std::uint64_t bytes)
{
    std::string end;
    put(end, std::uint32_t{0x06064b50});
    put(end, std::uint64_t{44});
    put(end, made_by);
    put(end, version);
    put(end, std::uint64_t{0}); // both disks
    put(end, entries);
    put(end, entries);
    put(end, bytes);
    put(end, offset);
    put(end, std::uint32_t{0x07064b50});
    put(end, std::uint32_t{0});
    put(end, offset + bytes);
    put(end, std::uint32_t{1});
    put(end, std::uint32_t{0x06054b50});
    put(end, std::uint32_t{0});
    put(end, std::uint16_t{0xFFFF});
    put(end, std::uint16_t{0xFFFF});
    put(end, elsewhere);
    put(end, elsewhere);
    put(end, std::uint16_t{0});
    return end;
}

std::uint64_t place_of(std::ofstream& out)
{
    return static_cast<std::uint64_t>(out.tellp());
}

void write_at(std::ofstream& out, std::uint64_t at, const std::string& bytes)
{
    out.seekp(static_cast<std::streamoff>(at));
    out << bytes;
    out.seekp(0, std::ios::end);
}

void add_file(std::ofstream& out, const fs::path& file, Entry& entry)
{
    entry.offset = place_of(out);
    out << local_head(entry);
    Deflater deflater{out};
    auto crc = crc32(0, nullptr, 0);
    each_piece(file, [&](std::string_view bytes) {
        crc = crc32(crc, reinterpret_cast<const Bytef*>(bytes.data()),
                    static_cast<uInt>(bytes.size()));
        entry.bytes += bytes.size();
        deflater.add(bytes, Z_NO_FLUSH);
    });
    deflater.add({}, Z_FINISH);
    entry.packed = deflater.packed();
    entry.crc = static_cast<std::uint32_t>(crc);
    std::string known_now;
    put(known_now, entry.crc);
    write_at(out, entry.offset + crc_at, known_now);
    write_at(out, entry.offset + local_bytes + entry.name.size() + extra_head, sizes_of(entry));
}

std::vector<std::string> names_below(const fs::path& folder)
{
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator{folder})
        if (entry.is_regular_file()) names.push_back(fs::relative(entry.path(), folder).string());
    std::ranges::sort(names);
    return names;
}

} // namespace

std::int64_t pack(const fs::path& folder, const fs::path& zip)
{
    auto draft = zip;
    draft += ".partial";
    std::ofstream out{draft, std::ios::binary | std::ios::trunc};
    std::string directory;
    std::uint64_t count = 0;
    for (const auto& name : names_below(folder)) {
        Entry entry{.name = name};
        add_file(out, folder / name, entry);
        directory += directory_head(entry);
        ++count;
    }
    const auto offset = place_of(out);
    out << directory << end_of(count, offset, directory.size());
    out.close();
    if (!out) throw std::runtime_error("cannot write " + draft.string());
    fs::rename(draft, zip);
    return static_cast<std::int64_t>(fs::file_size(zip));
}

} // namespace portability
