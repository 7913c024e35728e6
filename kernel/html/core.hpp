#pragma once

#include "kernel/html/url.hpp"

#include <array>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace html
{

class Attribute;
class Child;

namespace detail
{
enum class Close { Tag, Void };
struct Builder;
} // namespace detail

/// A piece of page, already escaped. Only elements, text(), raw() and the sanitiser make one.
class Html
{
  public:
    Html() = default;

    bool empty() const { return text_.empty(); }
    const std::string& text() const& { return text_; }
    std::string text() && { return std::move(text_); }
    Html& operator+=(const Html& next);
    friend bool operator==(const Html&, const Html&) = default;

  private:
    friend struct detail::Builder;
    explicit Html(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

/// ` name="value"`, or nothing at all (a flag that is off).
class Attribute
{
  public:
    Attribute() = default;
    bool empty() const { return size_ == 0; }
    /// Valid as long as the attribute.
    std::string_view text() const
    {
        return far_.empty() ? std::string_view{near_.data(), size_} : std::string_view{far_};
    }

  private:
    friend struct detail::Builder;
    void append(std::string_view piece);

    /// Bytes. Nearly every attribute is shorter, and then costs no memory of its own: a list page
    /// has 1 500.
    static constexpr std::size_t near_max = 112;
    std::array<char, near_max> near_{};
    std::size_t size_ = 0;
    std::string far_; ///< the whole text once it is longer
};

/// What an element takes: texts, whole numbers, Html, attributes. A bool, a character or a floating
/// number does not compile: the first is a forgotten `? :`, money and rates are formatted first.
class Child
{
  public:
    Child(std::string_view text) : view_(text) {}
    Child(const std::string& text) : view_(text) {}
    Child(const char* text) : view_(text) {}
    Child(const std::optional<std::string>& text) : view_(text ? *text : std::string_view{}) {}
    Child(const Html& html) : view_(html.text()), kind_(Kind::Markup) {}
    Child(const Attribute& attribute) : view_(attribute.text()), kind_(Kind::Attribute) {}
    template <std::integral T>
    requires(!std::same_as<T, bool> && !std::same_as<T, char>) Child(T number)
        : digits_(std::to_string(number)), view_(digits_)
    {
    }
    template <class Tag>
    Child(base::Id<Tag> id) : Child(id.value)
    {
    }
    Child(bool) = delete;
    Child(char) = delete;
    Child(double) = delete;
    Child(float) = delete;
    Child(std::nullptr_t) = delete;
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

  private:
    friend struct detail::Builder;
    enum class Kind { Text, Markup, Attribute };
    std::string digits_;
    std::string_view view_;
    Kind kind_ = Kind::Text;
};

using Children = std::initializer_list<Child>;

/// Appends `text` with & < > " ' replaced; right in content and in quoted attributes.
void append_escaped(std::string& to, std::string_view text);

namespace detail
{
/// The one maker of Html and Attribute. Names are literals of this folder.
struct Builder {
    static Html element(std::string_view tag, Close close, Children children);
    static Html group(Children children);
    static Html literal(std::string_view markup);
    static Attribute attribute(std::string_view name, Children value);
    static Attribute flag(std::string_view name);
    static Attribute attributes(Children parts);
    /// Before escaping.
    static std::size_t length(Children children);
};
} // namespace detail

/// Markup written in the source.
struct Literal {
    consteval Literal(const char* markup) : text(markup) {}
    std::string_view text;
};
inline Html raw(Literal markup)
{
    return detail::Builder::literal(markup.text);
}

/// Escaped text alone.
inline Html text(std::string_view words)
{
    return detail::Builder::group({words});
}
/// Several pieces side by side, without an element around.
template <class... T>
Html group(const T&... pieces)
{
    return detail::Builder::group({Child(pieces)...});
}

/// Several attributes as one, for a component's `.more`.
template <class... T>
Attribute attributes(const T&... parts)
{
    return detail::Builder::attributes({Child(parts)...});
}

inline const Html none;

/// The piece if the condition holds, else nothing. Both are computed: for a costly or unsafe piece
/// write `condition ? piece() : html::none`.
inline Html when(bool holds, const Html& piece)
{
    return holds ? piece : none;
}
inline Attribute when(bool holds, const Attribute& attribute)
{
    return holds ? attribute : Attribute{};
}

/// make(item) for every item, side by side.
template <class Range, class Make>
Html each(const Range& items, Make make)
{
    Html all;
    for (const auto& item : items)
        all += make(item);
    return all;
}

/// The pieces that are not empty, with `between` between them.
Html join(std::span<const Html> pieces, const Html& between);

} // namespace html
