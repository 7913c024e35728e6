#pragma once

#include "kernel/html/core.hpp"

#include <algorithm>
#include <array>

namespace html
{

/// The name of an attribute that has no function of its own here, checked when compiled: data-…,
/// aria-… and the like, but no style, no on…, and nothing that holds an address.
template <std::size_t N>
struct AttributeName {
    consteval AttributeName(const char (&name)[N])
    {
        std::copy_n(name, N, text.begin());
        const std::string_view view = this->view();
        const auto is_allowed = [](char c) {
            return (c >= 'a' && c <= 'z') || c == '-' || c == ':' || c == 'B';
        };
        if (view.empty() || !std::all_of(view.begin(), view.end(), is_allowed))
            throw "attribute names are lower-case letters and hyphens";
        if (view == "style" || view.starts_with("on") || view == "href" ||
            view.ends_with(":href") || view == "src" || view == "srcdoc" || view == "srcset" ||
            view == "action" || view == "formaction" || view == "data" || view == "ping" ||
            view == "poster" || view == "http-equiv")
            throw "refused: not under a strict content security policy, or an address";
    }
    constexpr std::string_view view() const { return {text.data(), N - 1}; }
    std::array<char, N> text{};
};

/// attribute<"data-turbo-frame">("_top"); the parts of the value are put side by side.
template <AttributeName name, class... T>
Attribute attribute(const T&... value)
{
    return detail::Builder::attribute(name.view(), {Child(value)...});
}
/// flag<"data-unread">().
template <AttributeName name>
Attribute flag()
{
    return detail::Builder::flag(name.view());
}

// clang-format off
template <class... T> Attribute id(const T&... value) { return attribute<"id">(value...); }
template <class... T> Attribute cls(const T&... value) { return attribute<"class">(value...); }
template <class... T> Attribute name(const T&... value) { return attribute<"name">(value...); }
template <class... T> Attribute value(const T&... value) { return attribute<"value">(value...); }
template <class... T> Attribute type(const T&... value) { return attribute<"type">(value...); }
template <class... T> Attribute for_(const T&... value) { return attribute<"for">(value...); }
template <class... T> Attribute title(const T&... value) { return attribute<"title">(value...); }
template <class... T> Attribute lang(const T&... value) { return attribute<"lang">(value...); }
template <class... T> Attribute role(const T&... value) { return attribute<"role">(value...); }
template <class... T> Attribute placeholder(const T&... value) { return attribute<"placeholder">(value...); }
template <class... T> Attribute autocomplete(const T&... value) { return attribute<"autocomplete">(value...); }
template <class... T> Attribute inputmode(const T&... value) { return attribute<"inputmode">(value...); }
template <class... T> Attribute pattern(const T&... value) { return attribute<"pattern">(value...); }
template <class... T> Attribute min(const T&... value) { return attribute<"min">(value...); }
template <class... T> Attribute max(const T&... value) { return attribute<"max">(value...); }
template <class... T> Attribute step(const T&... value) { return attribute<"step">(value...); }
template <class... T> Attribute minlength(const T&... value) { return attribute<"minlength">(value...); }
template <class... T> Attribute maxlength(const T&... value) { return attribute<"maxlength">(value...); }
template <class... T> Attribute rows(const T&... value) { return attribute<"rows">(value...); }
template <class... T> Attribute cols(const T&... value) { return attribute<"cols">(value...); }
template <class... T> Attribute size(const T&... value) { return attribute<"size">(value...); }
template <class... T> Attribute colspan(const T&... value) { return attribute<"colspan">(value...); }
template <class... T> Attribute rowspan(const T&... value) { return attribute<"rowspan">(value...); }
template <class... T> Attribute scope(const T&... value) { return attribute<"scope">(value...); }
template <class... T> Attribute alt(const T&... value) { return attribute<"alt">(value...); }
template <class... T> Attribute width(const T&... value) { return attribute<"width">(value...); }
template <class... T> Attribute height(const T&... value) { return attribute<"height">(value...); }
template <class... T> Attribute datetime(const T&... value) { return attribute<"datetime">(value...); }
template <class... T> Attribute method(const T&... value) { return attribute<"method">(value...); }
template <class... T> Attribute enctype(const T&... value) { return attribute<"enctype">(value...); }
template <class... T> Attribute accept(const T&... value) { return attribute<"accept">(value...); }
template <class... T> Attribute target(const T&... value) { return attribute<"target">(value...); }
template <class... T> Attribute rel(const T&... value) { return attribute<"rel">(value...); }
template <class... T> Attribute tabindex(const T&... value) { return attribute<"tabindex">(value...); }
template <class... T> Attribute form_id(const T&... value) { return attribute<"form">(value...); }
template <class... T> Attribute list_id(const T&... value) { return attribute<"list">(value...); }
template <class... T> Attribute popovertarget(const T&... value) { return attribute<"popovertarget">(value...); }
template <class... T> Attribute content(const T&... value) { return attribute<"content">(value...); }
template <class... T> Attribute loading(const T&... value) { return attribute<"loading">(value...); }

inline Attribute required() { return flag<"required">(); }
inline Attribute disabled() { return flag<"disabled">(); }
inline Attribute checked() { return flag<"checked">(); }
inline Attribute selected() { return flag<"selected">(); }
inline Attribute readonly() { return flag<"readonly">(); }
inline Attribute multiple() { return flag<"multiple">(); }
inline Attribute hidden() { return flag<"hidden">(); }
inline Attribute autofocus() { return flag<"autofocus">(); }
inline Attribute open() { return flag<"open">(); }
inline Attribute novalidate() { return flag<"novalidate">(); }
inline Attribute popover() { return flag<"popover">(); }
inline Attribute defer() { return flag<"defer">(); }
inline Attribute autoplay() { return flag<"autoplay">(); }
inline Attribute muted() { return flag<"muted">(); }
inline Attribute controls() { return flag<"controls">(); }
// clang-format on

inline Attribute href(const Url& url)
{
    return detail::Builder::attribute("href", {url.text()});
}
inline Attribute src(const Url& url)
{
    return detail::Builder::attribute("src", {url.text()});
}
inline Attribute action(const Url& url)
{
    return detail::Builder::attribute("action", {url.text()});
}
inline Attribute formaction(const Url& url)
{
    return detail::Builder::attribute("formaction", {url.text()});
}

} // namespace html
