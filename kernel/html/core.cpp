#include "kernel/html/core.hpp"

#include <array>

namespace html
{

namespace
{

constexpr std::array<std::string_view, 256> entities = [] {
    std::array<std::string_view, 256> table{};
    table['&'] = "&amp;";
    table['<'] = "&lt;";
    table['>'] = "&gt;";
    table['"'] = "&quot;";
    table['\''] = "&#39;";
    return table;
}();

} // namespace

void append_escaped(std::string& to, std::string_view text)
{
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto entity = entities[static_cast<unsigned char>(text[i])];
        if (entity.empty()) continue;
        to.append(text, begin, i - begin);
        to.append(entity);
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

Html Builder::element(std::string_view tag, Close close, Children children)
{
    std::size_t size = 2 * tag.size() + 8;
    for (const auto& child : children)
        size += child.view_.size();
    std::string out;
    out.reserve(size);
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
    std::string out = " ";
    out.append(name).append("=\"");
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
