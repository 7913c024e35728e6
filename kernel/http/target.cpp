#include "kernel/http/target.hpp"

#include "kernel/http/percent.hpp"

#include <algorithm>

namespace http
{
namespace
{

std::string decode_segment(std::string_view segment)
{
    auto decoded = percent_decode(segment);
    if (!decoded) throw BadRequest{400, "path not decodable"};
    if (decoded->find_first_of("/\\") != std::string::npos)
        throw BadRequest{400, "slash inside a path segment"};
    if (*decoded == "." || *decoded == "..") throw BadRequest{400, "dot segment"};
    return std::move(*decoded);
}

} // namespace

Target parse_target(std::string_view target)
{
    const auto is_visible = [](char c) { return c > 0x20 && c < 0x7f && c != '#'; };
    if (!target.starts_with('/') || !std::ranges::all_of(target, is_visible))
        throw BadRequest{400, "target is not a path"};

    const auto question = std::min(target.find('?'), target.size());
    Target parsed;
    auto rest = target.substr(0, question);
    while (!rest.empty()) {
        rest.remove_prefix(1);
        const auto segment = rest.substr(0, rest.find('/'));
        parsed.path += '/';
        parsed.path += decode_segment(segment);
        rest.remove_prefix(segment.size());
    }
    if (question < target.size()) parsed.query = parse_urlencoded(target.substr(question + 1));
    return parsed;
}

} // namespace http
