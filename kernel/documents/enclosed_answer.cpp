#include "kernel/base/text.hpp"
#include "kernel/documents/enclosed.hpp"

#include <charconv>

namespace documents
{
namespace
{

std::optional<std::string_view> take_line(std::string_view& rest)
{
    const auto end = rest.find('\n');
    if (end == std::string_view::npos) return {};
    const auto line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return line;
}

std::optional<std::size_t> size_of(std::string_view text, std::size_t most)
{
    std::size_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value > most) return {};
    return value;
}

std::optional<Enclosed> take_one(std::string_view line, std::string_view& rest)
{
    const auto words = base::split(line, ' ');
    if (words.size() != 3 || words[0] != "enclosed") return {};
    const auto name = size_of(words[1], enclosed_name_bytes_max);
    const auto bytes = size_of(words[2], enclosed_bytes_max);
    if (!name || !bytes || *name + *bytes >= rest.size()) return {};
    Enclosed one{.name = std::string{rest.substr(0, *name)},
                 .bytes = std::string{rest.substr(*name, *bytes)}};
    rest.remove_prefix(*name + *bytes);
    if (const auto end = take_line(rest); !end || !end->empty()) return {};
    return one;
}

} // namespace

std::optional<std::vector<Enclosed>> read_enclosed(std::string_view answer)
{
    std::vector<Enclosed> found;
    while (const auto line = take_line(answer)) {
        if (*line == "end") return found;
        auto one = take_one(*line, answer);
        if (!one || found.size() == enclosed_max) return {};
        found.push_back(*std::move(one));
    }
    return {};
}

} // namespace documents
