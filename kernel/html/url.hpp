#pragma once

#include "kernel/base/ids.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

namespace html
{

namespace detail
{
/// "/a" or "#a": not "//host", no backslash, no control character, space, quote or angle bracket.
constexpr bool is_local(std::string_view path)
{
    if (path.empty() || (path[0] != '/' && path[0] != '#')) return false;
    if (path.starts_with("//")) return false;
    for (const char c : path)
        if (c <= ' ' || c == '\\' || c == '"' || c == '\'' || c == '<' || c == '>' || c == 127)
            return false;
    return true;
}
} // namespace detail

/// A path written in the source, checked when compiled.
struct LocalPath {
    consteval LocalPath(const char* path) : text(path)
    {
        if (!detail::is_local(text)) throw "a local path starts with one slash";
    }
    std::string_view text;
};

/// Where a link or a form may lead: nothing else goes into href, src and action. Comes from a
/// literal, a typed route function, or a check at run time; never "javascript:", never another site
/// by accident.
class Url
{
  public:
    static Url local(LocalPath path) { return Url{std::string{path.text}}; }
    /// "#id" of the same page.
    static Url here(std::string_view id) { return Url{}.at(id); }

    /// With "name=value" added to the query, both percent-encoded.
    Url with(std::string_view name, std::string_view value) const;
    /// With "#id" at the end.
    Url at(std::string_view id) const;
    const std::string& text() const { return text_; }

    friend bool operator==(const Url&, const Url&) = default;

  private:
    friend Url checked_local(std::string_view path);
    friend Url build_route(std::string_view pattern, std::initializer_list<std::string> segments);
    friend std::optional<Url> external(std::string_view address);
    friend std::optional<Url> mail_to(std::string_view email);
    friend std::optional<Url> telephone(std::string_view number);

    Url() = default;
    explicit Url(std::string text) : text_(std::move(text)) {}
    std::string text_;
};

/// A path computed at run time by this program (call.in_workspace("/tickets")). Throws
/// std::invalid_argument when it would leave this site.
Url checked_local(std::string_view path);
/// Another site: "https://…" only, at most 2 000 bytes. Nothing otherwise; the link is then not
/// made.
std::optional<Url> external(std::string_view address);
/// "mailto:" of a plain address.
std::optional<Url> mail_to(std::string_view email);
/// "tel:" of the digits and a leading +.
std::optional<Url> telephone(std::string_view number);

/// Unreserved characters stay, everything else becomes %XX.
std::string percent_encode(std::string_view text);

/// Puts the encoded segments in the place of each {}. Throws std::invalid_argument for an empty,
/// "." or ".." segment: browsers would walk to another page. Called by route().
Url build_route(std::string_view pattern, std::initializer_list<std::string> segments);

/// A pattern with as many {} as there are arguments, checked when compiled.
template <class... Segments>
struct RoutePattern {
    consteval RoutePattern(const char* pattern) : text(pattern)
    {
        if (!detail::is_local(text)) throw "a route starts with one slash";
        std::size_t holes = 0;
        for (std::size_t at = text.find("{}"); at != text.npos; at = text.find("{}", at + 2))
            ++holes;
        if (holes != sizeof...(Segments)) throw "as many {} as arguments";
    }
    std::string_view text;
};

namespace detail
{
inline std::string segment(std::string_view text)
{
    return std::string{text};
}
template <std::integral T>
requires(!std::same_as<T, bool>) std::string segment(T number)
{
    return std::to_string(number);
}
template <class Tag>
std::string segment(base::Id<Tag> id)
{
    return id.text();
}
} // namespace detail

/// route("/e/{}/tickets/{}", workspace.slug, ticket.number): the body of a module's typed route
/// functions. Segments are texts, whole numbers or ids.
template <class... Segments>
Url route(std::type_identity_t<RoutePattern<Segments...>> pattern, const Segments&... segments)
{
    return build_route(pattern.text, {detail::segment(segments)...});
}

} // namespace html
