#pragma once

#include "kernel/secrets/key.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>

namespace secrets
{

/// The plain bytes of a sealed file.
struct SealedContents {
    std::int64_t bytes = 0;
    std::string sha256; ///< hexadecimal
};

/// A sealed file that cannot be opened; what() is a French sentence naming it.
struct SealBroken : std::runtime_error {
    enum class Why { unreadable, not_sealed, other_key, altered };
    SealBroken(Why why_, const std::filesystem::path& file);
    Why why;
};

/// Writes a file sealed with XChaCha20-Poly1305 in chunks (libsodium's secretstream): nothing of it
/// can be read, changed, cut, lengthened or put in another's place without being refused. `about`
/// says what the file is; it opens only as that. Throws std::runtime_error when the disk refuses;
/// a file that was not finished stays, and does not open.
class SealedFileWriter
{
  public:
    SealedFileWriter(const std::filesystem::path& file, const Key& key, std::string about);
    ~SealedFileWriter();
    SealedFileWriter(const SealedFileWriter&) = delete;
    SealedFileWriter& operator=(const SealedFileWriter&) = delete;

    void write(std::string_view bytes);
    /// Durable when it returns.
    SealedContents finish();

  private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

struct SealedFile {
    std::filesystem::path path;
    std::string about;
};
using ByteSink = std::function<void(std::string_view)>;

/// Gives the plain bytes in pieces, each authenticated; the last one before this returns. Throws
/// SealBroken: what was given by then must be thrown away.
SealedContents read_sealed_file(const SealedFile& file, const Key& key, const ByteSink& sink);

} // namespace secrets
