#include "kernel/http/delivery.hpp"

#include "kernel/http/compression.hpp"
#include "kernel/http/conditional.hpp"
#include "kernel/http/ranges.hpp"

namespace http
{
namespace
{

bool is_reading(const Request& request)
{
    return request.method == Method::Get || request.method == Method::Head;
}

void make_not_modified(Response& response)
{
    response.status = 304;
    response.body.clear();
    response.file.reset();
    response.headers.remove("Content-Type");
    response.headers.remove("Content-Encoding");
}

/// True when the answer became a 304.
bool apply_etag(const Request& request, Response& response)
{
    if (response.etag.empty() || response.status != 200) return false;
    response.headers.set("ETag", (response.file ? "\"" : "W/\"") + response.etag + '"');
    if (!is_reading(request)) return false;
    if (!none_match_names(request.headers.get("If-None-Match"), response.etag)) return false;
    make_not_modified(response);
    return true;
}

bool apply_vary(Response& response)
{
    if (!is_compressible(response.headers.get("Content-Type")) || response.file) return false;
    const std::string vary{response.headers.get("Vary")};
    if (vary.find("Accept-Encoding") == std::string::npos)
        response.headers.set("Vary", vary.empty() ? "Accept-Encoding" : vary + ", Accept-Encoding");
    return true;
}

void apply_compression(const Request& request, Response& response)
{
    if (response.body.size() < compressed_bytes_min || response.headers.has("Content-Encoding"))
        return;
    const auto coding = choose_coding(request.headers.get("Accept-Encoding"));
    if (coding == Coding::Identity) return;
    response.body = compress(response.body, coding);
    response.headers.set("Content-Encoding", name(coding));
}

void apply_range(const Request& request, Delivery& delivery)
{
    auto& response = delivery.response;
    if (response.status != 200) return;
    response.headers.set("Accept-Ranges", "bytes");
    const auto asked = request.headers.get("Range");
    if (request.method != Method::Get || asked.empty() ||
        !if_range_allows(request.headers.get("If-Range"), response.etag))
        return;
    const auto size = delivery.bytes;
    const auto range = parse_range(asked, size);
    if (const auto* part = std::get_if<ByteRange>(&range)) {
        response.status = 206;
        delivery.offset = part->offset;
        delivery.bytes = part->bytes;
        response.headers.set("Content-Range", "bytes " + std::to_string(part->offset) + '-' +
                                                  std::to_string(part->offset + part->bytes - 1) +
                                                  '/' + std::to_string(size));
    } else if (std::holds_alternative<RangeNotSatisfiable>(range)) {
        response.status = 416;
        delivery.file.close();
        delivery.bytes = 0;
        response.headers.set("Content-Range", "bytes */" + std::to_string(size));
    }
}

Delivery prepare_file(const Request& request, Response response)
{
    Delivery delivery;
    delivery.file = FileDescriptor::open_to_read(response.file->path);
    if (!delivery.file.is_open()) {
        delivery.response.status = 404;
        return delivery;
    }
    delivery.bytes = response.file->size;
    delivery.response = std::move(response);
    apply_range(request, delivery);
    return delivery;
}

} // namespace

Delivery prepare(const Request& request, Response response, Compress compress)
{
    const bool varies = apply_vary(response);
    const bool is_not_modified = apply_etag(request, response);
    if (response.file) return prepare_file(request, std::move(response));
    if (varies && !is_not_modified && compress == Compress::Yes)
        apply_compression(request, response);
    const auto bytes = response.body.size();
    return {.response = std::move(response), .file = {}, .offset = 0, .bytes = bytes};
}

} // namespace http
