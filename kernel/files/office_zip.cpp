#include "kernel/files/office_zip.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"

#include <algorithm>

namespace files
{
namespace
{

using namespace std::string_view_literals;

constexpr std::size_t end_bytes = 22;
constexpr std::size_t end_search_bytes = 66'000;
constexpr std::size_t entry_bytes = 46;
constexpr std::size_t directory_bytes_max = 2'000'000;

[[noreturn]] void refuse(const char* why)
{
    throw base::Refusal{std::string{"files.refusal."} + why};
}

std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t count)
{
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value |= std::uint64_t{static_cast<unsigned char>(bytes.at(at + i))} << (8 * i);
    return value;
}

struct Directory {
    std::vector<std::string> names;
    std::uint64_t unpacked_bytes = 0;
};

std::string directory_bytes(const FileBytes& zip)
{
    const auto tail_at = zip.size() - std::min<std::uint64_t>(zip.size(), end_search_bytes);
    const auto tail = zip.read(tail_at, end_search_bytes);
    const auto end = tail.rfind("PK\x05\x06");
    if (end == std::string::npos || tail.size() - end < end_bytes) refuse("archive");
    const auto size = little_endian(tail, end + 12, 4);
    const auto at = little_endian(tail, end + 16, 4);
    if (size > directory_bytes_max || at + size > zip.size()) refuse("archive");
    return zip.read(at, size);
}

Directory read_directory(const FileBytes& zip)
{
    const auto bytes = directory_bytes(zip);
    Directory directory;
    for (std::size_t at = 0; at + entry_bytes <= bytes.size();) {
        if (std::string_view{bytes}.substr(at, 4) != "PK\x01\x02"sv) refuse("archive");
        const auto name_bytes = little_endian(bytes, at + 28, 2);
        directory.unpacked_bytes += little_endian(bytes, at + 24, 4);
        directory.names.push_back(bytes.substr(at + entry_bytes, name_bytes));
        if (directory.names.size() > zip_entries_max) refuse("bomb");
        at += entry_bytes + name_bytes + little_endian(bytes, at + 30, 2) +
              little_endian(bytes, at + 32, 2);
    }
    if (directory.unpacked_bytes > zip_unpacked_bytes_max) refuse("bomb");
    return directory;
}

/// ODF packages begin with their type, stored as it is.
std::string open_document_type(const FileBytes& zip)
{
    const auto head = zip.read(0, 200);
    if (head.size() < 38 || head.substr(30, 8) != "mimetype") return {};
    const auto type = head.substr(38);
    return type.substr(0, type.find_first_not_of("abcdefghijklmnopqrstuvwxyz.-/"));
}

constexpr auto ooxml = "application/vnd.openxmlformats-officedocument."sv;
constexpr auto odf = "application/vnd.oasis.opendocument."sv;

Content document(std::string_view family, std::string_view what, const char* extension)
{
    return {std::string{family} + std::string{what}, Kind::document, {extension}};
}

} // namespace

Content office_content(const FileBytes& zip)
{
    const auto directory = read_directory(zip);
    const auto any = [&](auto&& test) { return std::ranges::any_of(directory.names, test); };
    const auto below = [&](std::string_view folder) {
        return any([&](const std::string& name) { return name.starts_with(folder); });
    };
    if (any([](const std::string& name) { return name.ends_with("vbaProject.bin"); }) ||
        below("Basic/"))
        refuse("macros");

    const auto type = open_document_type(zip);
    if (type.starts_with(std::string{odf} + "text")) return document(odf, "text", "odt");
    if (type.starts_with(std::string{odf} + "spreadsheet"))
        return document(odf, "spreadsheet", "ods");
    if (type.starts_with(std::string{odf} + "presentation"))
        return document(odf, "presentation", "odp");
    if (!below("[Content_Types].xml")) refuse("archive");
    if (below("word/")) return document(ooxml, "wordprocessingml.document", "docx");
    if (below("xl/")) return document(ooxml, "spreadsheetml.sheet", "xlsx");
    if (below("ppt/")) return document(ooxml, "presentationml.presentation", "pptx");
    refuse("archive");
}

} // namespace files
