#include "kernel/html/core.hpp"

#include <array>

namespace html
{

namespace
{

constexpr std::string_view specials = "&<>\"'";
constexpr std::array<std::string_view, specials.size()> entities{"&amp;", "&lt;", "&gt;", "&quot;",
                                                                 "&#39;"};
constexpr std::array<bool, 256> is_special = [] {
    std::array<bool, 256> table{};
    for (const char special : specials)
        table[static_cast<unsigned char>(special)] = true;
    return table;
}();

} // namespace

void append_escaped(std::string& to, std::string_view text)
{
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_special[static_cast<unsigned char>(text[i])]) continue;
        to.append(text, begin, i - begin);
        to.append(entities[specials.find(text[i])]);
        begin = i + 1;
    }
    to.append(text, begin);
}

Html& Html::operator+=(const Html& next)
{
    text_ += next.text_;
    return *this;
}

namespace detail
{

std::size_t Builder::length(Children children)
{
    std::size_t all = 0;
    for (const auto& child : children)
        all += child.view_.size();
    return all;
}

Html Builder::element(std::string_view tag, Close close, Children children)
{
    constexpr std::size_t brackets = 8; // and room for an entity
    std::string out;
    out.reserve(2 * tag.size() + brackets + length(children));
    out.append("<").append(tag);
    for (const auto& child : children)
        if (child.kind_ == Child::Kind::Attribute) out += child.view_;
    out += '>';
    if (close == Close::Void) return Html{std::move(out)};
    for (const auto& child : children) {
        if (child.kind_ == Child::Kind::Markup) out += child.view_;
        if (child.kind_ == Child::Kind::Text) append_escaped(out, child.view_);
    }
    out.append("</").append(tag).append(">");
    return Html{std::move(out)};
}

Html Builder::group(Children children)
{
    std::string out;
    out.reserve(length(children));
    for (const auto& child : children) {
        if (child.kind_ == Child::Kind::Markup) out += child.view_;
        if (child.kind_ == Child::Kind::Text) append_escaped(out, child.view_);
    }
    return Html{std::move(out)};
}

Html Builder::literal(std::string_view markup)
{
    return Html{std::string{markup}};
}

Attribute Builder::attribute(std::string_view name, Children value)
{
    constexpr std::size_t quotes = 4;
    std::string out;
    out.reserve(name.size() + quotes + length(value));
    out.append(" ").append(name).append("=\"");
    for (const auto& part : value)
        append_escaped(out, part.view_);
    out += '"';
    return Attribute{std::move(out)};
}

Attribute Builder::flag(std::string_view name)
{
    return Attribute{" " + std::string{name}};
}

Attribute Builder::attributes(Children parts)
{
    std::string out;
    out.reserve(length(parts));
    for (const auto& part : parts)
        if (part.kind_ == Child::Kind::Attribute) out += part.view_;
    return Attribute{std::move(out)};
}

} // namespace detail

Html join(std::span<const Html> pieces, const Html& between)
{
    Html all;
    for (const auto& piece : pieces) {
        if (piece.empty()) continue;
        if (!all.empty()) all += between;
        all += piece;
    }
    return all;
}

} // namespace html
