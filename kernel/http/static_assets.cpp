#include "kernel/http/static_assets.hpp"

#include "kernel/http/compression.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace http
{
namespace
{

constexpr std::size_t hash_digits_min = 8;

/// "a58a3e3b3596a7d8" of "app.a58a3e3b3596a7d8.css", else empty.
std::string_view hash_of(std::string_view name)
{
    const auto extension = name.rfind('.');
    if (extension == std::string_view::npos || extension == 0) return {};
    const auto before = name.rfind('.', extension - 1);
    if (before == std::string_view::npos) return {};
    const auto hash = name.substr(before + 1, extension - before - 1);
    const bool is_hex = hash.find_first_not_of("0123456789abcdef") == std::string_view::npos;
    return is_hex && hash.size() >= hash_digits_min ? hash : std::string_view{};
}

} // namespace

StaticAssets::StaticAssets(std::span<const base::EmbeddedFile> files, std::string_view folder)
{
    const auto bytes_of = [&](std::string_view path) {
        const auto* file = base::find_embedded(files, path);
        return file == nullptr ? std::string_view{} : file->bytes;
    };
    for (const auto& file : files) {
        if (!file.path.starts_with(folder)) continue;
        const auto name = file.path.substr(folder.size());
        const auto hash = hash_of(name);
        if (hash.empty()) continue;
        const std::string path{file.path};
        assets_[name] = {.type = content_type_of(name),
                         .hash = hash,
                         .plain = file.bytes,
                         .brotli = bytes_of(path + ".br"),
                         .gzip = bytes_of(path + ".gz")};
    }
}

std::optional<Response> StaticAssets::answer(const Request& request) const
{
    if (!request.path.starts_with(assets_prefix)) return {};
    const auto found = assets_.find(std::string_view{request.path}.substr(assets_prefix.size()));
    if (found == assets_.end()) return Response::text("404 Not Found\n", 404);
    if (request.method != Method::Get && request.method != Method::Head)
        return Response::text("405 Method Not Allowed\n", 405).with("Allow", "GET, HEAD");
    return send(found->second, request.headers.get("Accept-Encoding"));
}

Response StaticAssets::send(const Asset& asset, std::string_view accept_encoding)
{
    Response response;
    response.headers.add("Content-Type", asset.type);
    response.headers.add("Cache-Control", "public, max-age=31536000, immutable");
    response.headers.add("X-Content-Type-Options", "nosniff");
    response.headers.add("Cross-Origin-Resource-Policy", "same-origin");
    response.etag = asset.hash;
    const auto coding = choose_coding(accept_encoding);
    if (coding == Coding::Brotli && !asset.brotli.empty()) {
        response.headers.add("Content-Encoding", name(coding));
        response.body = asset.brotli;
    } else if (coding != Coding::Identity && !asset.gzip.empty()) {
        response.headers.add("Content-Encoding", name(Coding::Gzip));
        response.body = asset.gzip;
    } else {
        response.body = asset.plain;
    }
    return response;
}

std::string_view content_type_of(std::string_view file_name)
{
    using Type = std::pair<std::string_view, std::string_view>;
    constexpr std::array<Type, 13> types{{{"css", "text/css; charset=utf-8"},
                                          {"js", "text/javascript; charset=utf-8"},
                                          {"json", "application/json"},
                                          {"webmanifest", "application/manifest+json"},
                                          {"svg", "image/svg+xml"},
                                          {"png", "image/png"},
                                          {"jpg", "image/jpeg"},
                                          {"webp", "image/webp"},
                                          {"ico", "image/x-icon"},
                                          {"woff2", "font/woff2"},
                                          {"pdf", "application/pdf"},
                                          {"txt", "text/plain; charset=utf-8"},
                                          {"html", "text/html; charset=utf-8"}}};
    const auto extension = file_name.substr(file_name.rfind('.') + 1);
    const auto found = std::ranges::find(types, extension, &Type::first);
    return found == types.end() ? "application/octet-stream" : found->second;
}

} // namespace http
