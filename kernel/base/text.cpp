#include "kernel/base/text.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

namespace base
{

namespace
{

char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

bool starts_code_point(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

/// The byte at which code point number `limit` starts; the size when there are not that many.
std::size_t offset_of(std::string_view text, std::size_t limit)
{
    std::size_t seen = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (starts_code_point(text[i]) && seen++ == limit) return i;
    return text.size();
}

/// Where `what` begins, from left to right, without overlap; none for an empty one. Not by find():
/// it stops at each first letter, in a page of 70 kB a thousand times.
std::vector<std::size_t> places_of(std::string_view what, std::string_view text)
{
    std::vector<std::size_t> places;
    for (std::size_t from = 0; !what.empty();) {
        const auto* found =
            ::memmem(text.data() + from, text.size() - from, what.data(), what.size());
        if (found == nullptr) break;
        places.push_back(static_cast<std::size_t>(static_cast<const char*>(found) - text.data()));
        from = places.back() + what.size();
    }
    return places;
}

} // namespace

std::size_t code_points(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), starts_code_point));
}

std::string shorten(std::string_view text, std::size_t limit)
{
    const auto end = offset_of(text, limit);
    return end == text.size() ? std::string{text} : std::string{text.substr(0, end)} + "…";
}

std::string lower_ascii(std::string_view text)
{
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

std::vector<std::string> split(std::string_view text, char separator)
{
    std::vector<std::string> parts;
    std::size_t start = 0;
    for (auto end = text.find(separator); end != text.npos; end = text.find(separator, start)) {
        parts.emplace_back(text.substr(start, end - start));
        start = end + 1;
    }
    parts.emplace_back(text.substr(start));
    return parts;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator)
{
    std::string result;
    for (const auto& part : parts) {
        if (&part != &parts.front()) result += separator;
        result += part;
    }
    return result;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix)
{
    return text.size() >= prefix.size() &&
           std::equal(prefix.begin(), prefix.end(), text.begin(),
                      [](char a, char b) { return lower(a) == lower(b); });
}

std::string replace_all(std::string text, std::string_view from, std::string_view to)
{
    const auto places = places_of(from, text);
    if (places.empty()) return text;
    if (from.size() == to.size()) {
        for (const auto at : places)
            text.replace(at, to.size(), to);
        return text;
    }
    std::string out;
    out.reserve(text.size() - places.size() * from.size() + places.size() * to.size());
    std::size_t copied = 0;
    for (const auto at : places) {
        out.append(text, copied, at - copied).append(to);
        copied = at + from.size();
    }
    return out.append(text, copied);
}

std::uint64_t stable_hash(std::string_view bytes)
{
    constexpr std::uint64_t offset_basis = 14695981039346656037ULL;
    constexpr std::uint64_t prime = 1099511628211ULL;
    std::uint64_t hash = offset_basis;
    for (const char byte : bytes)
        hash = (hash ^ static_cast<unsigned char>(byte)) * prime;
    return hash;
}

std::uint64_t quick_hash(std::string_view bytes)
{
    constexpr std::uint64_t odd = 0x9e3779b97f4a7c15ULL; // 2^64 / golden ratio
    constexpr std::size_t lanes_count = 4; // independent, so that one multiplication hides another
    constexpr std::size_t word = sizeof(std::uint64_t);
    std::array<std::uint64_t, lanes_count> lanes{odd, odd << 1, odd << 2, odd << 3};
    const auto stir = [](std::uint64_t lane, std::uint64_t next) {
        return std::rotl((lane ^ next) * odd, 29);
    };
    const auto word_at = [&](std::size_t at) {
        std::uint64_t next = 0;
        std::memcpy(&next, bytes.data() + at, word);
        return next;
    };
    const auto last_word_at = [&](std::size_t at) {
        std::uint64_t next = 0;
        std::memcpy(&next, bytes.data() + at, std::min(word, bytes.size() - at));
        return next;
    };
    std::size_t at = 0;
    for (; at + lanes_count * word <= bytes.size(); at += lanes_count * word)
        for (std::size_t lane = 0; lane < lanes_count; ++lane)
            lanes[lane] = stir(lanes[lane], word_at(at + lane * word));
    for (; at < bytes.size(); at += word)
        lanes[0] = stir(lanes[0], last_word_at(at));
    auto hash = stir(bytes.size(), odd);
    for (const auto lane : lanes)
        hash = stir(hash, lane);
    return hash;
}

} // namespace base
