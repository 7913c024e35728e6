#include "kernel/html/core.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace html
{

namespace
{

/// Bytes of an element that is made in room measured beforehand; longer ones hold few, long pieces,
/// and clearing the room first would cost more than it saves.
constexpr std::size_t measured_max = 1'024;

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
void escape(std::string_view text, Append& append)
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

/// Of a text once it is escaped.
std::size_t escaped_size(std::string_view text)
{
    std::size_t size = text.size();
    for (const char each : text)
        if (is_special[static_cast<unsigned char>(each)])
            size += entities[specials.find(each)].size() - 1;
    return size;
}

/// Writes into room that was measured before. Most pieces of a page are shorter than 16 bytes,
/// which two words that overlap copy without a call.
class Pen
{
  public:
    explicit Pen(char* at) : at_(at) {}

    void operator()(std::string_view piece)
    {
        if (piece.empty()) return; // its address may be null
        const auto size = piece.size();
        if (size > 2 * sizeof(std::uint64_t) || size < sizeof(std::uint32_t))
            std::memcpy(at_, piece.data(), size);
        else if (size >= sizeof(std::uint64_t))
            copy_ends<std::uint64_t>(piece);
        else
            copy_ends<std::uint32_t>(piece);
        at_ += size;
    }

  private:
    template <class Word>
    void copy_ends(std::string_view piece)
    {
        const auto last = piece.size() - sizeof(Word);
        Word begin;
        Word end;
        std::memcpy(&begin, piece.data(), sizeof begin);
        std::memcpy(&end, piece.data() + last, sizeof end);
        std::memcpy(at_, &begin, sizeof begin);
        std::memcpy(at_ + last, &end, sizeof end);
    }

    char* at_;
};

} // namespace

void append_escaped(std::string& to, std::string_view text)
{
    const auto append = [&](std::string_view piece) { to.append(piece); };
    escape(text, append);
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
    const auto put_all = [&](auto&& put) {
        put("<");
        put(tag);
        for (const auto& child : children)
            if (child.kind_ == Child::Kind::Attribute) put(child.view_);
        put(">");
        if (close == Close::Void) return;
        for (const auto& child : children) {
            if (child.kind_ == Child::Kind::Markup) put(child.view_);
            if (child.kind_ == Child::Kind::Text) escape(child.view_, put);
        }
        put("</");
        put(tag);
        put(">");
    };
    constexpr std::size_t brackets_of_void = 2;
    constexpr std::size_t brackets = 5;
    auto size = close == Close::Void ? tag.size() + brackets_of_void : 2 * tag.size() + brackets;
    for (const auto& child : children)
        size += child.kind_ == Child::Kind::Text ? escaped_size(child.view_) : child.view_.size();
    std::string out;
    if (size <= measured_max) {
        out.resize(size);
        put_all(Pen{out.data()});
    } else {
        out.reserve(size);
        put_all([&](std::string_view piece) { out.append(piece); });
    }
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
    constexpr std::size_t signs = 4; // the space, the equals sign and the quotes
    const auto put_all = [&](auto&& put) {
        put(" ");
        put(name);
        put("=\"");
        for (const auto& part : value)
            escape(part.view_, put);
        put("\"");
    };
    Attribute out;
    std::size_t size = name.size() + signs;
    for (const auto& part : value)
        size += escaped_size(part.view_);
    if (size <= Attribute::near_max) {
        put_all(Pen{out.near_.data()});
        out.size_ = size;
    } else {
        put_all([&](std::string_view piece) { out.append(piece); });
    }
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
