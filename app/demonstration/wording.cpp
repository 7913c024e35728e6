#include "app/demonstration/wording.hpp"

#include "kernel/base/text.hpp"

#include <algorithm>
#include <stdexcept>

namespace demonstration
{
namespace
{

constexpr int depth_max = 4; ///< values may hold placeholders, not for ever

/// Of a, b… and the accented letters of Latin-1 ("é" is C3 A9, "É" C3 89).
std::string raised(std::string text)
{
    constexpr unsigned char latin = 0xC3;
    constexpr unsigned char divided_by = 0xB7;
    constexpr int distance = 0x20;
    if (text.empty()) return text;
    auto& first = text.front();
    if (first >= 'a' && first <= 'z') first = static_cast<char>(first - distance);
    if (text.size() < 2 || static_cast<unsigned char>(first) != latin) return text;
    const auto second = static_cast<unsigned char>(text[1]);
    if (second >= 0xA0 && second <= 0xBE && second != divided_by)
        text[1] = static_cast<char>(second - distance);
    return text;
}

/// "camera2" → "camera".
std::string pool_of(const std::string& name)
{
    const auto end = name.find_last_not_of("0123456789");
    return end == std::string::npos ? name : name.substr(0, end + 1);
}

} // namespace

Wording::Wording(const Material& material, Words known, Draw& draw)
    : material_(material), words_(std::move(known)), draw_(draw)
{
}

std::string Wording::text(std::string_view pattern)
{
    std::vector<std::string> lines;
    for (const auto& line : base::split(pattern, '\n')) {
        auto text = filled(line, 0);
        if (base::trim(text).empty() && !line.empty()) continue;
        lines.push_back(std::move(text));
    }
    return raised(base::trim(base::join(lines, "\n")));
}

std::string Wording::filled(std::string_view pattern, int depth)
{
    std::string text;
    for (std::size_t at = 0; at < pattern.size();) {
        const auto open = pattern.find('{', at);
        text += pattern.substr(at, open - at);
        if (open == std::string_view::npos) break;
        const auto close = pattern.find('}', open);
        if (close == std::string_view::npos)
            throw std::runtime_error("a placeholder is not closed: " + std::string{pattern});
        text += value(std::string{pattern.substr(open + 1, close - open - 1)}, depth);
        at = close + 1;
    }
    return text;
}

const std::string& Wording::value(const std::string& name, int depth)
{
    if (const auto known = words_.find(name); known != words_.end()) return known->second;
    if (depth > depth_max) throw std::runtime_error("placeholders go round in circles: " + name);
    auto text = filled(drawn(name), depth + 1);
    return words_[name] = std::move(text);
}

/// A value of the pool that no other placeholder of the ticket has, while there is one.
std::string Wording::drawn(const std::string& name)
{
    const auto pool = material_.pools.find(pool_of(name));
    if (pool == material_.pools.end())
        throw std::runtime_error("no pool gives the placeholder {" + name + "}");
    std::vector<std::string> left;
    for (const auto& value : pool->second)
        if (std::ranges::none_of(words_, [&](const auto& word) {
                return pool_of(word.first) == pool->first && word.second == value;
            }))
            left.push_back(value);
    return draw_.pick(left.empty() ? pool->second : left);
}

} // namespace demonstration
