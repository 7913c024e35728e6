#include "kernel/http/multipart.hpp"

#include "kernel/base/text.hpp"
#include "kernel/http/part_header.hpp"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <system_error>

namespace http
{
namespace
{

constexpr std::size_t boundary_bytes_max = 70; // RFC 2046 §5.1.1

struct TemporaryFile {
    FileDescriptor file;
    std::shared_ptr<const std::filesystem::path> path;
};

TemporaryFile make_temporary_file(const std::filesystem::path& folder)
{
    auto path = (folder / "upload-XXXXXX").string();
    const int number = ::mkostemp(path.data(), O_CLOEXEC);
    if (number < 0) throw std::system_error{errno, std::generic_category(), "temporary file"};
    const auto remove = [](const std::filesystem::path* made) {
        std::error_code ignored;
        std::filesystem::remove(*made, ignored);
        std::default_delete<const std::filesystem::path>{}(made);
    };
    auto owned = std::make_unique<const std::filesystem::path>(path);
    return {.file = FileDescriptor{number}, .path = {owned.release(), remove}};
}

} // namespace

std::optional<std::string> multipart_boundary(std::string_view content_type)
{
    constexpr std::string_view type = "multipart/form-data";
    if (!base::starts_with_ignoring_case(content_type, type)) return {};
    const auto lower = base::lower_ascii(content_type);
    const auto at = lower.find("boundary=");
    if (at == std::string::npos) throw BadRequest{400, "multipart without boundary"};
    auto boundary = content_type.substr(at + 9);
    if (boundary.starts_with('"')) {
        boundary.remove_prefix(1);
        boundary = boundary.substr(0, boundary.find('"'));
    } else {
        boundary = boundary.substr(0, boundary.find_first_of("; \t"));
    }
    if (boundary.empty() || boundary.size() > boundary_bytes_max)
        throw BadRequest{400, "multipart boundary empty or too long"};
    return std::string{boundary};
}

MultipartParser::MultipartParser(std::string_view boundary, FileParts files,
                                 std::filesystem::path folder)
    : delimiter_{"\r\n--" + std::string{boundary}}, files_{files}, folder_{std::move(folder)}
{
}

void MultipartParser::feed(std::string_view bytes)
{
    pending_ += bytes;
    while (step()) {
    }
}

bool MultipartParser::step()
{
    switch (state_) {
    case State::Preamble:
        return skip_preamble();
    case State::AfterBoundary:
        return read_after_boundary();
    case State::PartHeader:
        return read_part_header();
    case State::PartBody:
        return read_part_body();
    case State::Epilogue:
        pending_.clear();
        return false;
    }
    return false;
}

bool MultipartParser::skip_preamble()
{
    const auto at = pending_.find(delimiter_);
    const auto kept = std::min(pending_.size(), delimiter_.size() - 1);
    pending_.erase(0, at == std::string::npos ? pending_.size() - kept : at + delimiter_.size());
    if (at == std::string::npos) return false;
    state_ = State::AfterBoundary;
    return true;
}

bool MultipartParser::read_after_boundary()
{
    if (pending_.size() < 2) return false;
    const bool is_last = pending_.starts_with("--");
    if (!is_last && !pending_.starts_with("\r\n")) throw BadRequest{400, "boundary not ended"};
    pending_.erase(0, 2);
    state_ = is_last ? State::Epilogue : State::PartHeader;
    return true;
}

bool MultipartParser::read_part_header()
{
    const auto end = pending_.find("\r\n\r\n");
    if (std::min(end, pending_.size()) > multipart_header_bytes_max)
        throw BadRequest{400, "part header too large"};
    if (end == std::string::npos) return false;
    if (++parts_ > multipart_parts_max) throw BadRequest{400, "too many parts"};
    begin_part(std::string_view{pending_}.substr(0, end));
    pending_.erase(0, end + 4);
    state_ = State::PartBody;
    return true;
}

void MultipartParser::begin_part(std::string_view header)
{
    auto part = parse_part_header(header);
    name_ = std::move(part.name);
    text_.clear();
    kind_ = Kind::Text;
    if (!part.file_name) return;
    kind_ = Kind::NoFile;
    if (part.file_name->empty()) return;
    begin_file({.field = name_,
                .file_name = std::move(*part.file_name),
                .declared_type = std::move(part.type),
                .bytes = 0,
                .content = nullptr});
}

void MultipartParser::begin_file(UploadedFile upload)
{
    if (files_ == FileParts::Refused) throw BadRequest{415, "files are not accepted here"};
    kind_ = Kind::File;
    auto made = make_temporary_file(folder_);
    file_ = std::move(made.file);
    upload.content = std::move(made.path);
    uploads_.push_back(std::move(upload));
}

bool MultipartParser::read_part_body()
{
    const auto at = pending_.find(delimiter_);
    if (at == std::string::npos) {
        const auto kept = std::min(pending_.size(), delimiter_.size() - 1);
        take(std::string_view{pending_}.substr(0, pending_.size() - kept));
        pending_.erase(0, pending_.size() - kept);
        return false;
    }
    take(std::string_view{pending_}.substr(0, at));
    pending_.erase(0, at + delimiter_.size());
    end_part();
    state_ = State::AfterBoundary;
    return true;
}

void MultipartParser::take(std::string_view bytes)
{
    if (kind_ == Kind::File) {
        file_.write_all(bytes);
        uploads_.back().bytes += bytes.size();
        return;
    }
    if (kind_ == Kind::NoFile && !bytes.empty()) throw BadRequest{400, "file without a name"};
    text_bytes_ += bytes.size();
    if (text_bytes_ > multipart_text_bytes_max) throw BadRequest{413, "too much text"};
    text_ += bytes;
}

void MultipartParser::end_part()
{
    file_.close();
    if (kind_ != Kind::Text) return;
    if (!base::is_valid_utf8(text_) || text_.find('\0') != std::string::npos)
        throw BadRequest{400, "text is not UTF-8"};
    fields_.add(std::move(name_), std::move(text_));
}

void MultipartParser::finish() const
{
    if (state_ != State::Epilogue) throw BadRequest{400, "closing boundary missing"};
}

} // namespace http
