#include "kernel/base/text.hpp"
#include "kernel/files/media_worker.hpp"
#include "kernel/forms/field_types.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <span>

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

using enum Variant;
constexpr std::array copies_of_picture{large, medium, thumbnail};
constexpr std::array copies_of_logo{touch_icon, icon, large_icon, full_icon};

std::span<const Variant> copies_of(Task task)
{
    if (task == Task::logo) return copies_of_logo;
    return copies_of_picture;
}

bool is_whole(const std::vector<Copy>& copies, Task task)
{
    return std::ranges::equal(copies, copies_of(task), {}, &Copy::variant);
}

bool is_of_format(std::string_view bytes, Task task, Variant variant)
{
    if (task == Task::logo) return bytes.starts_with("\x89PNG\r\n\x1a\n");
    if (variant == medium) return bytes.starts_with("\xff\xd8\xff");
    return bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP");
}

Variant variant_named(const std::string& name, Task task)
{
    for (const auto variant : copies_of(task))
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

Copy take_copy(const std::vector<std::string>& words, std::string_view& rest, Task task)
{
    const auto bytes = static_cast<std::size_t>(number(words, 4));
    if (bytes == 0 || bytes >= rest.size()) throw Malformed{};
    Copy copy{.variant = variant_named(words[1], task),
              .width = number(words, 2),
              .height = number(words, 3),
              .bytes = std::string{rest.substr(0, bytes)}};
    if (!is_of_format(copy.bytes, task, copy.variant)) throw Malformed{};
    rest.remove_prefix(bytes);
    if (!take_line(rest).empty()) throw Malformed{};
    return copy;
}

void read_line(const std::vector<std::string>& words, std::string_view& rest, Task task,
               Judgement& read)
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
        read.copies.push_back(take_copy(words, rest, task));
    } else {
        throw Malformed{};
    }
}

bool is_known(std::string_view refusal)
{
    return refusal.empty() || refusal == "long" || refusal == "pixels" || refusal == "unreadable";
}

} // namespace

Judgement read_answer(std::string_view answer, Task task)
{
    Judgement read;
    try {
        for (auto line = take_line(answer); line != "end"; line = take_line(answer))
            read_line(base::split(line, ' '), answer, task, read);
        if (!is_known(read.refusal)) throw Malformed{};
        if (read.refusal.empty() && !is_whole(read.copies, task)) throw Malformed{};
        return read;
    } catch (const Malformed&) {
        Judgement unreadable;
        unreadable.refusal = "unreadable";
        return unreadable;
    }
}

} // namespace files
