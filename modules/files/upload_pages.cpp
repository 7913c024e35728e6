#include "modules/files/upload_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/files/uploads.hpp"

#include <charconv>

namespace files
{
namespace
{

using guard::Call;

constexpr std::size_t sent_name_bytes_max = 1'000;

std::int64_t header_number(const Call& call, std::string_view name)
{
    const auto text = call.request().headers.get(name);
    std::int64_t value = -1;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0)
        throw http::BadRequest{400, std::string{name} + " is no number"};
    return value;
}

/// « filename bm90ZXMudHh0,filetype … »: names and values in base64.
std::string name_in(std::string_view metadata)
{
    for (const auto& pair : base::split(metadata, ',')) {
        const auto words = base::split(base::trim(pair), ' ');
        if (words.size() != 2 || words[0] != "filename") continue;
        auto name = base::unbase64(words[1]).value_or("");
        if (name.size() > sent_name_bytes_max || !base::is_valid_utf8(name)) return {};
        return name;
    }
    return {};
}

http::Response answer(int status, std::int64_t offset)
{
    http::Response response;
    response.status = status;
    response.headers.set("Tus-Resumable", "1.0.0");
    response.headers.set("Upload-Offset", std::to_string(offset));
    return response;
}

} // namespace

http::Response create_upload(Call& call)
{
    const auto name = name_in(call.request().headers.get("Upload-Metadata"));
    const auto upload = start_upload(call.context(), name.empty() ? "_" : name,
                                     header_number(call, "Upload-Length"));
    auto response = answer(201, 0);
    response.headers.set("Location", call.in_workspace("/envois/" + upload.id.text()));
    return response;
}

http::Response show_upload(Call& call)
{
    const auto upload = upload_of(call.context(), call.path_id<UploadId>("upload"));
    auto response = answer(200, upload.received);
    response.headers.set("Upload-Length", std::to_string(upload.bytes));
    return response;
}

http::Response add_to_upload(Call& call)
{
    const auto id = upload_of(call.context(), call.path_id<UploadId>("upload")).id;
    const auto offset = header_number(call, "Upload-Offset");
    return answer(204, add_piece(call.context(), id, offset, call.request().body));
}

http::Response cancel_upload(Call& call)
{
    abandon_upload(call.context(), call.path_id<UploadId>("upload"));
    return answer(204, 0);
}

} // namespace files
