#include "kernel/http/body_reader.hpp"

#include "kernel/base/text.hpp"
#include "kernel/http/form_fields.hpp"

#include <utility>

namespace http
{

BodyReader::BodyReader(const Headers& headers, BodyPolicy policy,
                       const std::filesystem::path& folder)
{
    const auto type = headers.get("Content-Type");
    is_urlencoded_ = base::starts_with_ignoring_case(type, "application/x-www-form-urlencoded");
    if (const auto boundary = multipart_boundary(type))
        multipart_.emplace(*boundary,
                           policy.accepts_files ? FileParts::Accepted : FileParts::Refused, folder);
}

void BodyReader::take(std::string_view bytes)
{
    if (multipart_)
        multipart_->feed(bytes);
    else
        gathered_ += bytes;
}

void BodyReader::finish(Request& request)
{
    if (multipart_) {
        multipart_->finish();
        request.form = multipart_->take_fields();
        request.files = multipart_->take_files();
    } else if (is_urlencoded_) {
        request.form = parse_form(gathered_);
    } else {
        request.body = std::move(gathered_);
    }
}

} // namespace http
