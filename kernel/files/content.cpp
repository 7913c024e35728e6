#include "kernel/files/content.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/files/file_bytes.hpp"
#include "kernel/files/office_zip.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace files
{
namespace
{

using namespace std::string_view_literals;

constexpr std::size_t head_bytes = 4096;
constexpr std::size_t tail_bytes = 66'000; // a zip directory's end is at most 65 557 from the end
constexpr std::size_t text_piece_bytes = 64 * 1024;

[[noreturn]] void refuse(const char* why)
{
    throw base::Refusal{std::string{"files.refusal."} + why};
}

bool has(std::string_view bytes, std::size_t at, std::string_view mark)
{
    return bytes.size() >= at + mark.size() && bytes.substr(at, mark.size()) == mark;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words)
{
    return std::ranges::find(words, word) != words.end();
}

std::optional<Content> image_of(std::string_view head)
{
    if (has(head, 0, "\xff\xd8\xff"sv)) return Content{"image/jpeg", Kind::image, {"jpg", "jpeg"}};
    if (has(head, 0, "\x89PNG\r\n\x1a\n"sv)) return Content{"image/png", Kind::image, {"png"}};
    if (has(head, 0, "GIF87a") || has(head, 0, "GIF89a"))
        return Content{"image/gif", Kind::image, {"gif"}};
    if (has(head, 0, "RIFF") && has(head, 8, "WEBP"))
        return Content{"image/webp", Kind::image, {"webp"}};
    return {};
}

/// The family of ISO base media files says in its brand what it is.
std::optional<Content> iso_media_of(std::string_view head)
{
    if (!has(head, 4, "ftyp") || head.size() < 12) return {};
    const auto brand = head.substr(8, 4);
    if (is_one_of(brand, {"heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1"}))
        return Content{"image/heic", Kind::image, {"heic", "heif"}};
    if (brand == "qt  ") return Content{"video/quicktime", Kind::video, {"mov"}};
    if (is_one_of(brand, {"isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1",
                          "M4V ", "M4VH", "M4VP", "MSNV", "dash", "3gp4", "3gp5", "3gp6"}))
        return Content{"video/mp4", Kind::video, {"mp4", "m4v", "3gp"}};
    return {};
}

std::optional<Content> webm_of(std::string_view head)
{
    if (!has(head, 0, "\x1a\x45\xdf\xa3"sv)) return {};
    if (head.substr(0, 64).find("webm") == std::string_view::npos) return {};
    return Content{"video/webm", Kind::video, {"webm"}};
}

bool is_program(std::string_view head)
{
    return has(head, 0, "MZ") ||
           has(head, 0,
               "\x7f"
               "ELF") ||
           has(head, 0, "#!") || has(head, 0, "\xca\xfe\xba\xbe"sv) ||
           has(head, 0, "\xcf\xfa\xed\xfe"sv) || has(head, 0, "\xce\xfa\xed\xfe"sv) ||
           has(head, 0, "\xfe\xed\xfa\xcf"sv) || has(head, 0, "dex\n") ||
           has(head, 0, "\x4c\0\0\0\x01\x14\x02"sv) ||
           base::starts_with_ignoring_case(head, "@echo off");
}

bool is_archive(std::string_view head)
{
    return has(head, 0, "Rar!") || has(head, 0, "7z\xbc\xaf"sv) || has(head, 0, "\x1f\x8b"sv) ||
           has(head, 0, "BZh") ||
           has(head, 0,
               "\xfd"
               "7zXZ") ||
           has(head, 257, "ustar");
}

bool holds_page(std::string_view bytes)
{
    const auto lower = base::lower_ascii(bytes);
    constexpr std::array marks{"<script", "<html", "<!doctype html", "<iframe",
                               "<?php",   "<body", "javascript:"};
    return std::ranges::any_of(
        marks, [&](const char* mark) { return lower.find(mark) != std::string::npos; });
}

/// A picture, a film or a PDF that is also something else: read one way by us, another by whoever
/// opens it. Bytes after the end are usual (photos that move), a directory of a zip there is not.
void refuse_polyglot(const Content& content, std::string_view head, std::string_view tail)
{
    const bool is_pdf = content.type == "application/pdf";
    const auto directory = tail.rfind("PK\x05\x06");
    const bool has_zip = directory != std::string_view::npos && tail.size() - directory >= 22 &&
                         tail.find("PK\x01\x02") != std::string_view::npos;
    const bool has_pdf = !is_pdf && head.substr(0, 1024).find("%PDF-") != std::string_view::npos;
    const bool has_page =
        !is_pdf &&
        (holds_page(head) ||
         holds_page(tail.substr(tail.size() - std::min<std::size_t>(tail.size(), 4096))));
    if (has_zip || has_pdf || has_page) refuse("polyglot");
    if (is_pdf && holds_page(head.substr(0, 512))) refuse("polyglot");
}

bool is_text_byte(unsigned char byte)
{
    return byte >= 0x20 || byte == '\t' || byte == '\n' || byte == '\r' || byte == '\f';
}

void refuse_markup(std::string_view head)
{
    auto start = head;
    if (has(start, 0, "\xef\xbb\xbf"sv)) start.remove_prefix(3);
    start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
    const auto lower = base::lower_ascii(start.substr(0, 1024));
    if (lower.find("<svg") != std::string::npos) refuse("svg");
    if (start.starts_with('<') || holds_page(start)) refuse("page");
}

Content text_of(const FileBytes& bytes, std::string_view head)
{
    for (std::uint64_t at = 0; at < bytes.size(); at += text_piece_bytes) {
        const auto piece = bytes.read(at, text_piece_bytes);
        if (!std::ranges::all_of(
                piece, [](char c) { return is_text_byte(static_cast<unsigned char>(c)); }))
            refuse("type");
    }
    refuse_markup(head);
    return {"text/plain", Kind::document, {"txt", "csv", "log", "md"}};
}

} // namespace

Content content_of(const std::filesystem::path& file)
{
    const FileBytes bytes{file};
    if (bytes.size() == 0) refuse("empty");
    const auto head = bytes.read(0, head_bytes);
    if (is_program(head)) refuse("program");
    if (has(head, 0, "PK\x03\x04"sv)) return office_content(bytes);
    if (is_archive(head)) refuse("archive");

    auto found = image_of(head);
    if (!found) found = iso_media_of(head);
    if (!found) found = webm_of(head);
    if (!found && has(head, 0, "%PDF-"))
        found = Content{"application/pdf", Kind::document, {"pdf"}};
    if (!found) return text_of(bytes, head);
    const auto tail_at = bytes.size() - std::min<std::uint64_t>(bytes.size(), tail_bytes);
    refuse_polyglot(*found, head, bytes.read(tail_at, tail_bytes));
    return *std::move(found);
}

} // namespace files
