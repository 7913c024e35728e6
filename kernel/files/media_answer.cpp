#include "kernel/base/text.hpp"
#include "kernel/files/media_worker.hpp"
#include "kernel/forms/field_types.hpp"

#include <charconv>
#include <optional>

namespace files
{
namespace
{

/// The program decodes what strangers send: its words are checked like theirs.
struct Malformed {
};

std::int64_t number(const std::vector<std::string>& words, std::size_t at)
{
    if (at >= words.size()) throw Malformed{};
    std::int64_t value = 0;
    const auto& text = words[at];
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < 0) throw Malformed{};
    return value;
}

Variant variant_named(const std::string& name)
{
    for (const auto variant : {Variant::thumbnail, Variant::medium, Variant::large})
        if (forms::enum_name(variant) == name) return variant;
    throw Malformed{};
}

std::string_view take_line(std::string_view& rest)
{
    const auto end = rest.find('\n');
    if (end == std::string_view::npos) throw Malformed{};
    const auto line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return line;
}

Copy take_copy(const std::vector<std::string>& words, std::string_view& rest)
{
    const auto bytes = static_cast<std::size_t>(number(words, 4));
    if (bytes == 0 || bytes >= rest.size()) throw Malformed{};
    Copy copy{.variant = variant_named(words[1]),
              .width = number(words, 2),
              .height = number(words, 3),
              .bytes = std::string{rest.substr(0, bytes)}};
    if (!copy.bytes.starts_with("RIFF") || copy.bytes.compare(8, 4, "WEBP") != 0) throw Malformed{};
    rest.remove_prefix(bytes);
    if (!take_line(rest).empty()) throw Malformed{};
    return copy;
}

void read_line(const std::vector<std::string>& words, std::string_view& rest, Judgement& read)
{
    if (words[0] == "size") {
        read.width = number(words, 1);
        read.height = number(words, 2);
    } else if (words[0] == "duration") {
        read.duration_ms = number(words, 1);
    } else if (words[0] == "refused" && words.size() == 3) {
        read.refusal = words[1];
        read.value = number(words, 2);
    } else if (words[0] == "copy" && words.size() == 5) {
        read.copies.push_back(take_copy(words, rest));
    } else {
        throw Malformed{};
    }
}

bool is_known(std::string_view refusal)
{
    return refusal.empty() || refusal == "long" || refusal == "pixels" || refusal == "unreadable";
}

} // namespace

Judgement read_answer(std::string_view answer)
{
    Judgement read;
    try {
        for (auto line = take_line(answer); line != "end"; line = take_line(answer))
            read_line(base::split(line, ' '), answer, read);
        if (!is_known(read.refusal)) throw Malformed{};
        if (read.refusal.empty() && read.copies.size() != 3) throw Malformed{};
        return read;
    } catch (const Malformed&) {
        Judgement unreadable;
        unreadable.refusal = "unreadable";
        return unreadable;
    }
}

} // namespace files
