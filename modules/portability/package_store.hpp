#pragma once

#include "kernel/base/sha256.hpp"

#include <boost/json/object.hpp>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

/// A package on disk: a folder of plain files that any tool reads. `SHA256SUMS` (as `sha256sum -c`
/// takes it) vouches for every part, `manifest.json` for `SHA256SUMS`; who knows the digest of the
/// manifest can tell a package from a forged one.
namespace portability
{

inline constexpr const char* manifest_name = "manifest.json";
inline constexpr const char* sums_name = "SHA256SUMS";
inline constexpr std::int64_t package_format = 1;
inline constexpr std::size_t row_bytes_max = 64UL * 1024 * 1024;
inline constexpr std::size_t manifest_bytes_max = 8UL * 1024 * 1024;

/// Written beside, under its name only once it is whole.
class PackageWriter
{
  public:
    /// Refusal « portability.refusal.taken » unless `folder` is absent or empty.
    explicit PackageWriter(std::filesystem::path folder);
    ~PackageWriter();
    PackageWriter(const PackageWriter&) = delete;
    PackageWriter& operator=(const PackageWriter&) = delete;

    /// One file of the package, digested while it is written.
    class Part
    {
      public:
        Part(PackageWriter& writer, std::string name);
        void write(std::string_view bytes);
        /// Throws std::runtime_error when the disk said no.
        void close();

      private:
        PackageWriter& writer_;
        std::string name_;
        std::ofstream out_;
        base::Sha256 digest_;
        std::int64_t bytes_ = 0;
    };

    void add(const std::string& name, std::string_view bytes);
    void add_file(const std::string& name, const std::filesystem::path& source);
    /// A part that was written already: `tables/files_file.jsonl`.
    std::filesystem::path path_of(const std::string& name) const { return draft_ / name; }
    std::int64_t bytes() const { return bytes_; }
    /// Adds the digest of the sums to the manifest; returns that of the manifest.
    std::string finish(boost::json::object manifest);

  private:
    void note(const std::string& name, const std::string& sha256, std::int64_t bytes);

    std::filesystem::path folder_;
    std::filesystem::path draft_;
    std::ofstream sums_;
    std::int64_t bytes_ = 0;
};

/// Says which part of a package is damaged, missing or too much.
struct Damaged : std::exception {
    Damaged(std::string part_, std::string why_) : part(std::move(part_)), why(std::move(why_)) {}
    const char* what() const noexcept override { return part.c_str(); }

    std::string part;
    std::string why; ///< "missing", "changed", "unknown", "unreadable", "digest", "format"
};

struct Packed {
    std::string digest; ///< of the manifest
    boost::json::object manifest;
};
/// Reads every part of a package and its digest. An `expected` digest must be that of the manifest.
/// Throws Damaged.
Packed check_package(const std::filesystem::path& folder, const std::string& expected);

/// Every line of a part, without its line feed. Throws Damaged for a row beyond row_bytes_max.
void each_line(const std::filesystem::path& file,
               const std::function<void(const std::string&)>& use);

/// The bytes of a file, in pieces.
void each_piece(const std::filesystem::path& file,
                const std::function<void(std::string_view)>& use);

} // namespace portability
