#include "kernel/http/compression.hpp"

#include "kernel/base/text.hpp"
#include "kernel/http/field_text.hpp"

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace http
{
namespace
{

constexpr int gzip_level = 6;
constexpr int gzip_window = 15 + 16; // 16 asks zlib for the gzip wrapper
constexpr int brotli_quality = 4;
constexpr int brotli_window = 18; // 256 KiB: pages are smaller, and the encoder clears its window

/// Thousandths; a malformed weight counts as 0.
int weight_of(std::string_view parameters)
{
    const auto q = parameters.find("q=");
    if (q == std::string_view::npos) return 1000;
    const auto text = parameters.substr(q + 2);
    if (text.starts_with('1')) return 1000;
    if (!text.starts_with("0.")) return 0;
    int weight = 0;
    int unit = 100;
    for (const char c : text.substr(2)) {
        if (c < '0' || c > '9') break;
        weight += (c - '0') * unit;
        unit /= 10;
    }
    return weight;
}

std::string gzip(std::string_view bytes)
{
    z_stream stream{};
    if (deflateInit2(&stream, gzip_level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::runtime_error{"gzip did not start"};
    std::string compressed(deflateBound(&stream, bytes.size()), '\0');
    // zlib never writes through next_in.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(compressed.data());
    stream.avail_out = static_cast<uInt>(compressed.size());
    const int result = deflate(&stream, Z_FINISH);
    compressed.resize(stream.total_out);
    deflateEnd(&stream);
    if (result != Z_STREAM_END) throw std::runtime_error{"gzip did not finish"};
    return compressed;
}

std::string brotli(std::string_view bytes)
{
    std::string compressed(BrotliEncoderMaxCompressedSize(bytes.size()), '\0');
    std::size_t size = compressed.size();
    const auto done =
        BrotliEncoderCompress(brotli_quality, brotli_window, BROTLI_MODE_TEXT, bytes.size(),
                              reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                              reinterpret_cast<std::uint8_t*>(compressed.data()));
    if (done == BROTLI_FALSE) throw std::runtime_error{"brotli did not finish"};
    compressed.resize(size);
    return compressed;
}

} // namespace

std::string_view name(Coding coding)
{
    switch (coding) {
    case Coding::Identity:
        return "";
    case Coding::Gzip:
        return "gzip";
    case Coding::Brotli:
        return "br";
    }
    return "";
}

Coding choose_coding(std::string_view accept_encoding)
{
    int brotli_weight = -1;
    int gzip_weight = -1;
    int any_weight = 0;
    for (const auto& entry : base::split(base::lower_ascii(accept_encoding), ',')) {
        const auto semicolon = std::min(entry.find(';'), entry.size());
        const auto coding = without_blanks(std::string_view{entry}.substr(0, semicolon));
        const int weight = weight_of(std::string_view{entry}.substr(semicolon));
        if (coding == "br") brotli_weight = weight;
        if (coding == "gzip" || coding == "x-gzip") gzip_weight = weight;
        if (coding == "*") any_weight = weight;
    }
    if (brotli_weight < 0) brotli_weight = any_weight;
    if (gzip_weight < 0) gzip_weight = any_weight;
    if (brotli_weight == 0 && gzip_weight == 0) return Coding::Identity;
    return brotli_weight >= gzip_weight ? Coding::Brotli : Coding::Gzip;
}

bool is_compressible(std::string_view content_type)
{
    const auto type = content_type.substr(0, content_type.find(';'));
    constexpr std::array<std::string_view, 6> named{"application/json", "application/javascript",
                                                    "application/xml",  "application/manifest+json",
                                                    "image/svg+xml",    "application/problem+json"};
    if (type == "text/event-stream") return false;
    return type.starts_with("text/") || std::ranges::find(named, type) != named.end();
}

std::string compress(std::string_view bytes, Coding coding)
{
    switch (coding) {
    case Coding::Identity:
        return std::string{bytes};
    case Coding::Gzip:
        return gzip(bytes);
    case Coding::Brotli:
        return brotli(bytes);
    }
    return {};
}

} // namespace http
