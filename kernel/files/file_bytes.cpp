#include "kernel/files/file_bytes.hpp"

#include "kernel/base/text.hpp"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace files
{
namespace
{

constexpr std::size_t piece_bytes = 256 * 1024;

} // namespace

FileBytes::FileBytes(const std::filesystem::path& path)
    : file_(http::FileDescriptor::open_to_read(path))
{
    if (!file_.is_open()) throw std::system_error{errno, std::generic_category(), "open file"};
    size_ = std::filesystem::file_size(path);
}

std::string FileBytes::read(std::uint64_t offset, std::size_t count) const
{
    std::string bytes(std::min<std::uint64_t>(count, size_ - std::min(offset, size_)), '\0');
    std::size_t got = 0;
    while (got < bytes.size()) {
        const auto more = file_.read_at(offset + got, std::span{bytes}.subspan(got));
        if (more == 0) throw std::system_error{EIO, std::generic_category(), "read file"};
        got += more;
    }
    return bytes;
}

std::string sha256_of(const std::filesystem::path& file)
{
    const FileBytes bytes{file};
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    for (std::uint64_t at = 0; at < bytes.size(); at += piece_bytes) {
        const auto piece = bytes.read(at, piece_bytes);
        // libsodium reads bytes as unsigned char
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(piece.data()),
                                  piece.size());
    }
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256_final(&state, digest.data());
    return base::hex({reinterpret_cast<const char*>(digest.data()), digest.size()});
}

} // namespace files
