#include "kernel/base/text.hpp"
#include "kernel/mail/incoming_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace mail
{
namespace
{

constexpr std::size_t entity_bytes_max = 12;
constexpr int quotation_depth_max = 5;

constexpr std::array<std::string_view, 6> hidden{"script", "style",  "head",
                                                 "title",  "object", "template"};
constexpr std::array<std::string_view, 18> blocks{
    "p",  "div", "br", "tr", "li", "ul",    "ol",      "h1",  "h2",
    "h3", "h4",  "h5", "h6", "hr", "table", "section", "pre", "blockquote"};

struct Entity {
    std::string_view name;
    std::string_view text;
};
constexpr std::array<Entity, 14> entities{{{"amp", "&"},
                                           {"lt", "<"},
                                           {"gt", ">"},
                                           {"quot", "\""},
                                           {"apos", "'"},
                                           {"nbsp", " "},
                                           {"eacute", "\u00e9"},
                                           {"egrave", "\u00e8"},
                                           {"agrave", "\u00e0"},
                                           {"ccedil", "\u00e7"},
                                           {"rsquo", "\u2019"},
                                           {"laquo", "\u00ab"},
                                           {"raquo", "\u00bb"},
                                           {"euro", "\u20ac"}}};

template <std::size_t Count>
bool is_one_of(std::string_view name, const std::array<std::string_view, Count>& names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string utf8_of(std::uint32_t code)
{
    const bool is_shown = code >= 0x20 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
    if (!is_shown) return " ";
    const auto byte = [](std::uint32_t value) { return static_cast<char>(value); };
    if (code < 0x80) return {byte(code)};
    if (code < 0x800) return {byte(0xC0U | code >> 6U), byte(0x80U | (code & 0x3FU))};
    if (code < 0x10000)
        return {byte(0xE0U | code >> 12U), byte(0x80U | (code >> 6U & 0x3FU)),
                byte(0x80U | (code & 0x3FU))};
    return {byte(0xF0U | code >> 18U), byte(0x80U | (code >> 12U & 0x3FU)),
            byte(0x80U | (code >> 6U & 0x3FU)), byte(0x80U | (code & 0x3FU))};
}

/// The text of « &name; »; nothing for what is none.
std::string entity_text(std::string_view name)
{
    for (const auto& [known, text] : entities)
        if (name == known) return std::string{text};
    if (!name.starts_with('#')) return {};
    name.remove_prefix(1);
    const bool is_hex = name.starts_with('x') || name.starts_with('X');
    if (is_hex) name.remove_prefix(1);
    std::uint32_t code = 0;
    const auto [end, error] =
        std::from_chars(name.data(), name.data() + name.size(), code, is_hex ? 16 : 10);
    if (error != std::errc{} || end != name.data() + name.size()) return {};
    return utf8_of(code);
}

/// Reads a page once, from its start to its end.
class Reader
{
  public:
    explicit Reader(std::string_view html) : rest_(html) {}

    std::string text()
    {
        while (!rest_.empty()) {
            if (rest_.front() == '<')
                tag();
            else if (rest_.front() == '&')
                entity();
            else
                words();
        }
        return std::move(text_);
    }

  private:
    void words()
    {
        const auto end = std::min(rest_.find_first_of("<&"), rest_.size());
        for (const char c : rest_.substr(0, end))
            add(c == '\n' || c == '\r' || c == '\t' ? std::string_view{" "}
                                                    : std::string_view{&c, 1});
        rest_.remove_prefix(end);
    }
    void entity()
    {
        const auto end = rest_.substr(0, entity_bytes_max).find(';');
        const auto known =
            end == rest_.npos ? std::string{} : entity_text(rest_.substr(1, end - 1));
        add(known.empty() ? "&" : std::string_view{known});
        rest_.remove_prefix(known.empty() ? 1 : end + 1);
    }
    void tag()
    {
        if (rest_.starts_with("<!--")) return skip_past("-->");
        const bool is_end = rest_.starts_with("</");
        const auto start = is_end ? std::size_t{2} : std::size_t{1};
        const auto stop = std::min(rest_.find_first_of(" \t\r\n/>", start), rest_.size());
        const auto name = base::lower_ascii(rest_.substr(start, stop - start));
        const bool is_tag = !name.empty() && name.front() >= 'a' && name.front() <= 'z';
        if (!is_tag && rest_.size() > 1 && rest_[1] != '!' && rest_[1] != '/' && rest_[1] != '?') {
            add("<");
            return rest_.remove_prefix(1);
        }
        skip_past(">");
        if (!is_end && is_one_of(name, hidden)) return skip_element(name);
        if (name == "blockquote")
            depth_ = std::clamp(depth_ + (is_end ? -1 : 1), 0, quotation_depth_max);
        if (is_one_of(name, blocks)) new_line(name == "p" || name == "blockquote" ? 2 : 1);
        if (name == "li" && !is_end) add("- ");
        if (name == "td" || name == "th") add(" ");
    }
    void skip_past(std::string_view what)
    {
        const auto at = rest_.find(what);
        rest_.remove_prefix(at == rest_.npos ? rest_.size() : at + what.size());
    }
    /// To its end tag, or the end of everything.
    void skip_element(const std::string& name)
    {
        while (!rest_.empty()) {
            skip_past("</");
            if (base::starts_with_ignoring_case(rest_, name)) return skip_past(">");
        }
    }
    void new_line(int wanted)
    {
        if (text_.empty()) return;
        lines_ = std::max(lines_, wanted);
    }
    void add(std::string_view piece)
    {
        const bool is_space = piece == " ";
        if (is_space && (lines_ > 0 || text_.empty() || text_.back() == ' ')) return;
        if (lines_ > 0 || text_.empty()) start_line();
        text_ += piece;
    }
    void start_line()
    {
        text_.append(static_cast<std::size_t>(lines_), '\n');
        lines_ = 0;
        for (int i = 0; i < depth_; ++i)
            text_ += "> ";
    }

    std::string_view rest_;
    std::string text_;
    int lines_ = 0; ///< line ends still to write before the next word
    int depth_ = 0;
};

} // namespace

std::string text_of_html(std::string_view html)
{
    return base::trim(Reader{html}.text());
}

} // namespace mail
