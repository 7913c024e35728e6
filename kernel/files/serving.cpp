#include "kernel/files/serving.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/files/installation.hpp"
#include "kernel/files/logo.hpp"

namespace files
{
namespace
{

constexpr const char* sandbox = "default-src 'none'; img-src 'self'; media-src 'self'; "
                                "style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

http::Response with_care(http::Response response)
{
    response.headers.set("Content-Security-Policy", sandbox);
    response.headers.set("Cache-Control", "private, no-cache");
    return response;
}

std::string in_ascii(std::string_view name)
{
    std::string plain;
    for (const char c : name) {
        const bool is_plain = c >= 0x20 && c < 0x7f && c != '"' && c != '\\' && c != '%';
        plain += is_plain ? c : '_';
    }
    return plain;
}

} // namespace

std::string content_disposition(std::string_view how, std::string_view name)
{
    return std::string{how} + "; filename=\"" + in_ascii(name) + "\"; filename*=UTF-8''" +
           http::encode_component(name);
}

http::Response serve(tenancy::WorkspaceId workspace, const File& file)
{
    if (file.state == State::waiting)
        throw base::Refusal{"files.refusal.waiting", {}, base::Refusal::Kind::Conflict};
    const auto* how = file.kind == Kind::document ? "attachment" : "inline";
    return with_care(storage().answer(
        {workspace, file.sha256}, static_cast<std::uint64_t>(file.bytes),
        {.type = file.type == "text/plain" ? "text/plain; charset=utf-8" : file.type,
         .disposition = content_disposition(how, file.name)}));
}

http::Response serve(tenancy::WorkspaceId workspace, const File& file, const StoredVariant& variant)
{
    const std::string form = file.owner_kind == logo_files        ? "png"
                             : variant.variant == Variant::medium ? "jpeg"
                                                                  : "webp";
    return with_care(
        storage().answer({workspace, variant.sha256}, static_cast<std::uint64_t>(variant.bytes),
                         {.type = "image/" + form,
                          .disposition = content_disposition("inline", file.name + "." + form)}));
}

} // namespace files
