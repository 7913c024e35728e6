#pragma once

#include "kernel/http/file_descriptor.hpp"
#include "kernel/http/message.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace http
{

inline constexpr std::size_t multipart_parts_max = 200;
inline constexpr std::size_t multipart_header_bytes_max = 8 * 1024;  ///< of one part
inline constexpr std::size_t multipart_text_bytes_max = 1024 * 1024; ///< all text parts together
inline constexpr std::size_t file_name_bytes_max = 255;

/// The boundary of a multipart/form-data content type; nothing for another type. Throws
/// BadRequest{400} when it has no usable boundary.
std::optional<std::string> multipart_boundary(std::string_view content_type);

enum class FileParts { Refused, Accepted };

/// Reads multipart/form-data (RFC 7578) as it arrives. Files go to a temporary folder piece by
/// piece; at most one delimiter and one part header stay in memory. Violations throw
/// BadRequest{400}, too much text 413, a file where none is accepted 415; a full disk throws
/// std::system_error. One thread at a time.
class MultipartParser
{
  public:
    MultipartParser(std::string_view boundary, FileParts files, std::filesystem::path folder);

    void feed(std::string_view bytes);
    /// After the last byte; throws when the closing boundary is missing.
    void finish() const;

    Fields take_fields() { return std::move(fields_); }
    std::vector<UploadedFile> take_files() { return std::move(uploads_); }

  private:
    enum class State { Preamble, AfterBoundary, PartHeader, PartBody, Epilogue };
    enum class Kind { Text, File, NoFile };

    bool step();
    bool skip_preamble();
    bool read_after_boundary();
    bool read_part_header();
    bool read_part_body();
    void begin_part(std::string_view header);
    void begin_file(UploadedFile upload);
    void take(std::string_view bytes);
    void end_part();

    std::string delimiter_;
    FileParts files_;
    std::filesystem::path folder_;
    State state_ = State::Preamble;
    std::string pending_ = "\r\n"; ///< so that the first boundary looks like the others
    Kind kind_ = Kind::Text;
    std::string name_;
    std::string text_;
    std::size_t text_bytes_ = 0;
    std::size_t parts_ = 0;
    FileDescriptor file_;
    Fields fields_;
    std::vector<UploadedFile> uploads_;
};

} // namespace http
