#include "kernel/html/core.hpp"

#include <algorithm>
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

template <class Append>
void escape(std::string_view text, const Append& append)
{
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!is_special[static_cast<unsigned char>(text[i])]) continue;
        append(text.substr(begin, i - begin));
        append(entities[specials.find(text[i])]);
        begin = i + 1;
    }
    append(text.substr(begin));
}

} // namespace

void append_escaped(std::string& to, std::string_view text)
{
    escape(text, [&](std::string_view piece) { to.append(piece); });
}

void Attribute::append(std::string_view piece)
{
    if (far_.empty() && size_ + piece.size() <= near_max) {
        std::copy(piece.begin(), piece.end(), near_.begin() + size_);
    } else {
        if (far_.empty()) far_.assign(near_.data(), size_);
        far_.append(piece);
    }
    size_ += piece.size();
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
    Attribute out;
    out.append(" ");
    out.append(name);
    out.append("=\"");
    for (const auto& part : value)
        escape(part.view_, [&](std::string_view piece) { out.append(piece); });
    out.append("\"");
    return out;
}

Attribute Builder::flag(std::string_view name)
{
    Attribute out;
    out.append(" ");
    out.append(name);
    return out;
}

Attribute Builder::attributes(Children parts)
{
    Attribute out;
    for (const auto& part : parts)
        if (part.kind_ == Child::Kind::Attribute) out.append(part.view_);
    return out;
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
