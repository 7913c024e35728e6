#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace presets
{

struct Node;
using Table = std::map<std::string, Node, std::less<>>;

/// A TOML document as plain values.
struct Node {
    std::variant<std::string, std::int64_t, bool, std::vector<Node>, Table> value;
};

/// Throws std::runtime_error "path:line: …".
Table parse_toml(std::string_view bytes, const std::string& path);

/// A table of a preset and the way to it ("presets/x/roles.toml role technicien"). Every reader
/// throws std::runtime_error that starts with that way; the table outlives the section.
class Section
{
  public:
    Section(const Table& table, std::string where) : table_(&table), where_(std::move(where)) {}

    const Table& table() const { return *table_; }
    [[noreturn]] void wrong(const std::string& why) const;
    bool has(std::string_view key) const { return table_->contains(key); }

    /// A text that is there and not empty.
    std::string text(std::string_view key) const;
    std::string text_or(std::string_view key, std::string otherwise) const;
    /// 0 to `most`, or nothing when absent.
    std::optional<int> number(std::string_view key, int most) const;
    bool is_true(std::string_view key) const;
    /// A list of texts; absent is empty.
    std::vector<std::string> codes(std::string_view key) const;
    Section inner(std::string_view key) const;
    /// A table found below this one by other means, named for its errors.
    Section below(const Table& table, const std::string& name) const
    {
        return {table, where_ + ' ' + name};
    }
    /// The tables of [[key]], at least one, each named by its "code".
    std::vector<Section> each(std::string_view key) const;
    /// Refuses any other key: a typing mistake must not be silence.
    void only(std::initializer_list<std::string_view> known) const;

    /// The position of `text(key)` among the words, as the enumeration has them.
    template <class Enum>
    Enum one_of(std::string_view key, std::initializer_list<std::string_view> words) const
    {
        return static_cast<Enum>(position(key, words));
    }

  private:
    int position(std::string_view key, std::initializer_list<std::string_view> words) const;

    const Table* table_;
    std::string where_;
};

} // namespace presets
