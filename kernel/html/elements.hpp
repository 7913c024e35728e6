#pragma once

#include "kernel/html/attributes.hpp"
#include "kernel/html/core.hpp"

#include <concepts>

namespace html
{

/// Void elements have no content.
template <class T>
concept OnlyAttributes = std::same_as<T, Attribute>;

// clang-format off
template <class... T> Html html_(const T&... x) { return detail::Builder::element("html", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html head(const T&... x) { return detail::Builder::element("head", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html body(const T&... x) { return detail::Builder::element("body", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html header(const T&... x) { return detail::Builder::element("header", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html footer(const T&... x) { return detail::Builder::element("footer", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html main_(const T&... x) { return detail::Builder::element("main", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html nav(const T&... x) { return detail::Builder::element("nav", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html aside(const T&... x) { return detail::Builder::element("aside", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html section(const T&... x) { return detail::Builder::element("section", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html article(const T&... x) { return detail::Builder::element("article", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html div(const T&... x) { return detail::Builder::element("div", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html span(const T&... x) { return detail::Builder::element("span", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html p(const T&... x) { return detail::Builder::element("p", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html h1(const T&... x) { return detail::Builder::element("h1", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html h2(const T&... x) { return detail::Builder::element("h2", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html h3(const T&... x) { return detail::Builder::element("h3", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html h4(const T&... x) { return detail::Builder::element("h4", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html a(const T&... x) { return detail::Builder::element("a", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html b(const T&... x) { return detail::Builder::element("b", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html strong(const T&... x) { return detail::Builder::element("strong", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html em(const T&... x) { return detail::Builder::element("em", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html small(const T&... x) { return detail::Builder::element("small", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html mark(const T&... x) { return detail::Builder::element("mark", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html time(const T&... x) { return detail::Builder::element("time", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html code(const T&... x) { return detail::Builder::element("code", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html pre(const T&... x) { return detail::Builder::element("pre", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html kbd(const T&... x) { return detail::Builder::element("kbd", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html blockquote(const T&... x) { return detail::Builder::element("blockquote", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html ul(const T&... x) { return detail::Builder::element("ul", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html ol(const T&... x) { return detail::Builder::element("ol", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html li(const T&... x) { return detail::Builder::element("li", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html dl(const T&... x) { return detail::Builder::element("dl", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html dt(const T&... x) { return detail::Builder::element("dt", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html dd(const T&... x) { return detail::Builder::element("dd", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html table(const T&... x) { return detail::Builder::element("table", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html caption(const T&... x) { return detail::Builder::element("caption", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html thead(const T&... x) { return detail::Builder::element("thead", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html tbody(const T&... x) { return detail::Builder::element("tbody", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html tfoot(const T&... x) { return detail::Builder::element("tfoot", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html tr(const T&... x) { return detail::Builder::element("tr", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html th(const T&... x) { return detail::Builder::element("th", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html td(const T&... x) { return detail::Builder::element("td", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html form(const T&... x) { return detail::Builder::element("form", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html fieldset(const T&... x) { return detail::Builder::element("fieldset", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html legend(const T&... x) { return detail::Builder::element("legend", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html label(const T&... x) { return detail::Builder::element("label", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html button(const T&... x) { return detail::Builder::element("button", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html select(const T&... x) { return detail::Builder::element("select", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html option(const T&... x) { return detail::Builder::element("option", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html optgroup(const T&... x) { return detail::Builder::element("optgroup", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html textarea(const T&... x) { return detail::Builder::element("textarea", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html datalist(const T&... x) { return detail::Builder::element("datalist", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html output(const T&... x) { return detail::Builder::element("output", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html progress(const T&... x) { return detail::Builder::element("progress", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html details(const T&... x) { return detail::Builder::element("details", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html summary(const T&... x) { return detail::Builder::element("summary", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html dialog(const T&... x) { return detail::Builder::element("dialog", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html figure(const T&... x) { return detail::Builder::element("figure", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html figcaption(const T&... x) { return detail::Builder::element("figcaption", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html template_(const T&... x) { return detail::Builder::element("template", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html document_title(const T&... x) { return detail::Builder::element("title", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html i(const T&... x) { return detail::Builder::element("i", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html sub(const T&... x) { return detail::Builder::element("sub", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html sup(const T&... x) { return detail::Builder::element("sup", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html abbr(const T&... x) { return detail::Builder::element("abbr", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html del(const T&... x) { return detail::Builder::element("del", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html ins(const T&... x) { return detail::Builder::element("ins", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html picture(const T&... x) { return detail::Builder::element("picture", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html video(const T&... x) { return detail::Builder::element("video", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html turbo_frame(const T&... x) { return detail::Builder::element("turbo-frame", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html svg(const T&... x) { return detail::Builder::element("svg", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html use(const T&... x) { return detail::Builder::element("use", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html g(const T&... x) { return detail::Builder::element("g", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html path(const T&... x) { return detail::Builder::element("path", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html rect(const T&... x) { return detail::Builder::element("rect", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html circle(const T&... x) { return detail::Builder::element("circle", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html line(const T&... x) { return detail::Builder::element("line", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html polyline(const T&... x) { return detail::Builder::element("polyline", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html svg_text(const T&... x) { return detail::Builder::element("text", detail::Close::Tag, {Child(x)...}); }
template <class... T> Html svg_title(const T&... x) { return detail::Builder::element("title", detail::Close::Tag, {Child(x)...}); }

template <OnlyAttributes... T> Html input(const T&... x) { return detail::Builder::element("input", detail::Close::Void, {Child(x)...}); }
template <OnlyAttributes... T> Html img(const T&... x) { return detail::Builder::element("img", detail::Close::Void, {Child(x)...}); }
template <OnlyAttributes... T> Html br(const T&... x) { return detail::Builder::element("br", detail::Close::Void, {Child(x)...}); }
template <OnlyAttributes... T> Html hr(const T&... x) { return detail::Builder::element("hr", detail::Close::Void, {Child(x)...}); }
template <OnlyAttributes... T> Html meta(const T&... x) { return detail::Builder::element("meta", detail::Close::Void, {Child(x)...}); }
template <OnlyAttributes... T> Html link(const T&... x) { return detail::Builder::element("link", detail::Close::Void, {Child(x)...}); }
template <OnlyAttributes... T> Html source(const T&... x) { return detail::Builder::element("source", detail::Close::Void, {Child(x)...}); }
template <OnlyAttributes... T> Html col(const T&... x) { return detail::Builder::element("col", detail::Close::Void, {Child(x)...}); }
template <OnlyAttributes... T> Html wbr(const T&... x) { return detail::Builder::element("wbr", detail::Close::Void, {Child(x)...}); }
// clang-format on

/// A script of ours, run after the page is parsed. There is no element for a script with a body.
inline Html script_module(const Url& url)
{
    return detail::Builder::element("script", detail::Close::Tag, {type("module"), src(url)});
}

/// The whole page: doctype and root element.
template <class... T>
Html document(const T&... x)
{
    return group(raw("<!doctype html>"), html_(x...));
}

} // namespace html
