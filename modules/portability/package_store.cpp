#include "modules/portability/package_store.hpp"

#include "kernel/base/refusal.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <set>
#include <sstream>
#include <stdexcept>

namespace portability
{
namespace
{

namespace fs = std::filesystem;
namespace json = boost::json;

constexpr std::size_t piece_bytes = 256UL * 1024;
constexpr std::size_t digest_letters = 64;
constexpr std::size_t between_letters = 2; // « digest  name »

std::string digest_of(const fs::path& file)
{
    base::Sha256 digest;
    each_piece(file, [&](std::string_view bytes) { digest.add(bytes); });
    return digest.hex_digest();
}

/// A name of a part stays below the folder of its package.
bool is_inside(const std::string& name)
{
    const fs::path path{name};
    if (name.empty() || path.is_absolute()) return false;
    for (const auto& step : path)
        if (step == "..") return false;
    return true;
}

void check_part(const fs::path& folder, const std::string& name, const std::string& sha256)
{
    if (!is_inside(name)) throw Damaged{name, "unknown"};
    const auto file = folder / name;
    if (!fs::is_regular_file(fs::symlink_status(file))) throw Damaged{name, "missing"};
    if (digest_of(file) != sha256) throw Damaged{name, "changed"};
}

std::string read_small(const fs::path& file, const char* name)
{
    std::error_code absent;
    const auto size = fs::file_size(file, absent);
    if (absent) throw Damaged{name, "missing"};
    if (size > manifest_bytes_max) throw Damaged{name, "unreadable"};
    std::ostringstream text;
    text << std::ifstream{file, std::ios::binary}.rdbuf();
    return text.str();
}

json::object read_manifest(const std::string& text)
{
    try {
        auto manifest = json::parse(text).as_object();
        if (manifest.at("format").as_int64() != package_format)
            throw Damaged{manifest_name, "format"};
        return manifest;
    } catch (const Damaged&) {
        throw;
    } catch (const std::exception&) {
        throw Damaged{manifest_name, "unreadable"};
    }
}

/// What lies there besides what the sums name was put there afterwards.
void check_nothing_else(const fs::path& folder, const std::set<std::string>& known)
{
    for (const auto& entry : fs::recursive_directory_iterator{folder}) {
        if (entry.is_directory()) continue;
        const auto name = fs::relative(entry.path(), folder).string();
        if (name != manifest_name && name != sums_name && !known.contains(name))
            throw Damaged{name, "unknown"};
    }
}

} // namespace

PackageWriter::PackageWriter(fs::path folder)
    : folder_(std::move(folder)), draft_(folder_.string() + ".partial")
{
    base::refuse_unless(!fs::exists(folder_) ||
                            (fs::is_directory(folder_) && fs::is_empty(folder_)),
                        "portability.refusal.taken", {{"place", folder_.string()}});
    fs::remove_all(draft_);
    fs::create_directories(draft_);
    fs::permissions(draft_, fs::perms::owner_all);
    sums_.open(draft_ / sums_name, std::ios::binary);
}

PackageWriter::~PackageWriter()
{
    sums_.close();
    std::error_code gone_already;
    fs::remove_all(draft_, gone_already);
}

PackageWriter::Part::Part(PackageWriter& writer, std::string name)
    : writer_(writer), name_(std::move(name))
{
    const auto path = writer_.path_of(name_);
    fs::create_directories(path.parent_path());
    out_.open(path, std::ios::binary);
}

void PackageWriter::Part::write(std::string_view bytes)
{
    out_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    digest_.add(bytes);
    bytes_ += static_cast<std::int64_t>(bytes.size());
}

void PackageWriter::Part::close()
{
    out_.close();
    if (!out_) throw std::runtime_error("cannot write " + name_);
    writer_.note(name_, digest_.hex_digest(), bytes_);
}

void PackageWriter::add(const std::string& name, std::string_view bytes)
{
    Part part{*this, name};
    part.write(bytes);
    part.close();
}

void PackageWriter::add_file(const std::string& name, const fs::path& source)
{
    Part part{*this, name};
    each_piece(source, [&](std::string_view bytes) { part.write(bytes); });
    part.close();
}

void PackageWriter::note(const std::string& name, const std::string& sha256, std::int64_t bytes)
{
    sums_ << sha256 << "  " << name << "\n";
    bytes_ += bytes;
}

std::string PackageWriter::finish(json::object manifest)
{
    sums_.close();
    if (!sums_) throw std::runtime_error(std::string{"cannot write "} + sums_name);
    manifest["sums_sha256"] = digest_of(draft_ / sums_name);
    const auto text = json::serialize(manifest) + "\n";
    std::ofstream{draft_ / manifest_name, std::ios::binary} << text;
    auto digest = digest_of(draft_ / manifest_name);
    fs::remove(folder_); // an empty one; else the new name is refused
    fs::rename(draft_, folder_);
    return digest;
}

Packed check_package(const fs::path& folder, const std::string& expected)
{
    const auto text = read_small(folder / manifest_name, manifest_name);
    base::Sha256 digest;
    digest.add(text);
    Packed packed{.digest = digest.hex_digest(), .manifest = {}};
    if (!expected.empty() && packed.digest != expected) throw Damaged{manifest_name, "digest"};
    packed.manifest = read_manifest(text);
    const auto* sums = packed.manifest.if_contains("sums_sha256");
    if (sums == nullptr || !sums->is_string()) throw Damaged{manifest_name, "unreadable"};
    check_part(folder, sums_name, std::string{sums->as_string()});
    std::set<std::string> known;
    each_line(folder / sums_name, [&](const std::string& line) {
        if (line.size() <= digest_letters + between_letters) throw Damaged{sums_name, "unreadable"};
        auto name = line.substr(digest_letters + between_letters);
        check_part(folder, name, line.substr(0, digest_letters));
        known.insert(std::move(name));
    });
    check_nothing_else(folder, known);
    return packed;
}

void each_line(const fs::path& file, const std::function<void(const std::string&)>& use)
{
    std::string line;
    each_piece(file, [&](std::string_view bytes) {
        for (std::size_t at = 0; at < bytes.size();) {
            const auto end = bytes.find('\n', at);
            line.append(bytes.substr(at, end == std::string_view::npos ? end : end - at));
            if (line.size() > row_bytes_max) throw Damaged{file.filename().string(), "unreadable"};
            if (end == std::string_view::npos) return;
            use(line);
            line.clear();
            at = end + 1;
        }
    });
    if (!line.empty()) throw Damaged{file.filename().string(), "unreadable"};
}

void each_piece(const fs::path& file, const std::function<void(std::string_view)>& use)
{
    std::ifstream in{file, std::ios::binary};
    std::string piece(piece_bytes, '\0');
    while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0)
        use(std::string_view{piece}.substr(0, static_cast<std::size_t>(in.gcount())));
    if (!in.eof()) throw std::runtime_error("cannot read " + file.string());
}

} // namespace portability
