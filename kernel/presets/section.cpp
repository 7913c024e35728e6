#include "kernel/presets/section.hpp"

#include <algorithm>
#include <stdexcept>

namespace presets
{

namespace
{

/// The value of that key and type, or nullptr.
template <class Value>
const Value* find(const Table& table, std::string_view key)
{
    const auto found = table.find(key);
    return found == table.end() ? nullptr : std::get_if<Value>(&found->second.value);
}

} // namespace

void Section::wrong(const std::string& why) const
{
    throw std::runtime_error(where_ + ": " + why);
}

std::string Section::text(std::string_view key) const
{
    const auto* found = find<std::string>(*table_, key);
    if (found == nullptr || found->empty()) wrong(std::string{key} + " is missing or not a text");
    return *found;
}

std::string Section::text_or(std::string_view key, std::string otherwise) const
{
    return has(key) ? text(key) : std::move(otherwise);
}

std::optional<int> Section::number(std::string_view key, int most) const
{
    if (!has(key)) return {};
    const auto* found = find<std::int64_t>(*table_, key);
    if (found == nullptr || *found < 0 || *found > most)
        wrong(std::string{key} + " is not a number from 0 to " + std::to_string(most));
    return static_cast<int>(*found);
}

bool Section::is_true(std::string_view key) const
{
    if (!has(key)) return false;
    const auto* found = find<bool>(*table_, key);
    if (found == nullptr) wrong(std::string{key} + " is neither true nor false");
    return *found;
}

std::vector<std::string> Section::codes(std::string_view key) const
{
    if (!has(key)) return {};
    const auto* items = find<std::vector<Node>>(*table_, key);
    if (items == nullptr) wrong(std::string{key} + " is not a list");
    std::vector<std::string> list;
    for (const auto& item : *items) {
        const auto* text = std::get_if<std::string>(&item.value);
        if (text == nullptr) wrong(std::string{key} + " is not a list of texts");
        list.push_back(*text);
    }
    return list;
}

Section Section::inner(std::string_view key) const
{
    const auto* found = find<Table>(*table_, key);
    if (found == nullptr) wrong(std::string{key} + " is missing or not a table");
    return {*found, where_ + ' ' + std::string{key}};
}

std::vector<Section> Section::each(std::string_view key) const
{
    const auto* items = find<std::vector<Node>>(*table_, key);
    if (items == nullptr || items->empty()) wrong("[[" + std::string{key} + "]] is missing");
    std::vector<Section> list;
    for (const auto& item : *items) {
        const auto* table = std::get_if<Table>(&item.value);
        if (table == nullptr) wrong(std::string{key} + " is not a list of tables");
        const Section unnamed{*table, where_ + ' ' + std::string{key}};
        list.emplace_back(*table, unnamed.where_ + ' ' + unnamed.text("code"));
    }
    return list;
}

void Section::only(std::initializer_list<std::string_view> known) const
{
    for (const auto& [key, node] : *table_)
        if (std::ranges::find(known, key) == known.end()) wrong("unknown key " + key);
}

int Section::position(std::string_view key, std::initializer_list<std::string_view> words) const
{
    const auto word = text(key);
    const auto* found = std::ranges::find(words, word);
    if (found == words.end()) wrong(std::string{key} + " is unknown: " + word);
    return static_cast<int>(found - words.begin());
}

} // namespace presets
