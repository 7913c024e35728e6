#include "kernel/http/part_header.hpp"

#include "kernel/base/text.hpp"
#include "kernel/http/field_text.hpp"
#include "kernel/http/multipart.hpp"

#include <algorithm>

namespace http
{
namespace
{

/// A quoted value up to its closing quote, which is removed from `rest`. Browsers write a quote as
/// %22 and leave backslashes alone; curl writes \".
std::string read_quoted(std::string_view& rest)
{
    std::string value;
    rest.remove_prefix(1);
    while (!rest.empty() && rest.front() != '"') {
        if (rest.starts_with("\\\"")) rest.remove_prefix(1);
        value.push_back(rest.front());
        rest.remove_prefix(1);
    }
    if (rest.empty()) throw BadRequest{400, "quote not closed"};
    rest.remove_prefix(1);
    return base::replace_all(std::move(value), "%22", "\"");
}

std::string read_value(std::string_view& rest)
{
    if (rest.starts_with('"')) return read_quoted(rest);
    const auto end = std::min(rest.find(';'), rest.size());
    const auto value = rest.substr(0, end);
    rest.remove_prefix(end);
    return std::string{without_blanks(value)};
}

bool is_continuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U;
}

std::string base_name(std::string_view file_name)
{
    const auto slash = file_name.find_last_of("/\\");
    if (slash != std::string_view::npos) file_name.remove_prefix(slash + 1);
    std::string name;
    for (const char c : file_name)
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f) name.push_back(c);
    if (name == "." || name == "..") throw BadRequest{400, "file name is a folder"};
    if (!base::is_valid_utf8(name)) throw BadRequest{400, "file name is not UTF-8"};
    auto end = std::min(name.size(), file_name_bytes_max);
    while (end < name.size() && is_continuation(name[end]))
        --end;
    name.resize(end);
    return name;
}

void read_disposition(std::string_view rest, PartHeader& header)
{
    constexpr std::string_view kind = "form-data";
    if (!base::starts_with_ignoring_case(rest, kind))
        throw BadRequest{400, "part is not form-data"};
    rest.remove_prefix(kind.size());
    while (!rest.empty()) {
        rest.remove_prefix(std::min(rest.find_first_not_of("; \t"), rest.size()));
        if (rest.empty()) return;
        const auto equals = rest.find('=');
        if (equals == std::string_view::npos) throw BadRequest{400, "part parameter without value"};
        const auto key = base::lower_ascii(without_blanks(rest.substr(0, equals)));
        rest.remove_prefix(equals + 1);
        auto value = read_value(rest);
        if (key == "name")
            header.name = std::move(value);
        else if (key == "filename")
            header.file_name = base_name(value);
    }
}

} // namespace

PartHeader parse_part_header(std::string_view text)
{
    PartHeader header;
    while (!text.empty()) {
        const auto line = text.substr(0, text.find("\r\n"));
        text.remove_prefix(std::min(line.size() + 2, text.size()));
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) throw BadRequest{400, "part header without colon"};
        const auto key = base::lower_ascii(line.substr(0, colon));
        const auto value = without_blanks(line.substr(colon + 1));
        if (key == "content-disposition") read_disposition(value, header);
        if (key == "content-type") header.type = value;
    }
    if (header.name.empty() || !base::is_valid_utf8(header.name))
        throw BadRequest{400, "part without a name"};
    return header;
}

} // namespace http
