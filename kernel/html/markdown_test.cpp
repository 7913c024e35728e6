#include "kernel/html/markdown.hpp"

#include <doctest.h>

using html::markdown;

namespace
{
bool holds(std::string_view source, std::string_view part)
{
    return markdown(source).text().find(part) != std::string::npos;
}
} // namespace

TEST_CASE("markdown keeps paragraphs, line breaks, emphasis and lists")
{
    CHECK(markdown("Bonjour,\n\nla caméra est **noire**.").text() ==
          "<p>Bonjour,</p>\n<p>la caméra est <strong>noire</strong>.</p>\n");
    CHECK(holds("un\ndeux", "un<br />\ndeux"));
    CHECK(holds("- un\n- deux", "<li>un</li>"));
    CHECK(holds("voir https://aide.example/x", R"(<a href="https://aide.example/x">)"));
}

TEST_CASE("tags in markdown are shown, never obeyed")
{
    CHECK(holds("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"));
    CHECK(holds("un <img src=x onerror=alert(1)> deux", "&lt;img src=x"));
    CHECK_FALSE(holds("un <b>deux</b>", "<b>"));
    CHECK_FALSE(holds("<div\nonclick=x>\n\ntexte", "<div"));
}

TEST_CASE("a link of markdown cannot run anything")
{
    for (const char* address : {"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x",
                                "vbscript:x", "java&#115;cript:alert(1)"}) {
        CAPTURE(address);
        const auto text = markdown("[ici](" + std::string{address} + ")").text();
        CHECK(text.find("alert") == std::string::npos);
        CHECK(text.find("data:") == std::string::npos);
    }
}

TEST_CASE("an image of markdown is a link: a page loads nothing from elsewhere")
{
    CHECK_FALSE(holds("![plan](https://pixel.example/a.png)", "<img"));
    CHECK(holds("![plan](https://pixel.example/a.png)",
                R"(<a href="https://pixel.example/a.png">plan)"));
}

TEST_CASE("a heading of markdown is a bold paragraph: a page has its own headings")
{
    CHECK(markdown("# Urgent").text() == "<p><strong>Urgent</strong></p>\n");
    CHECK(holds("# <b>x</b> ![i](j)",
                "<p><strong>&lt;b&gt;x&lt;/b&gt; <a href=\"j\">i</a></strong></p>"));
}

TEST_CASE("what follows the fence of a block of code names no class of the page")
{
    CHECK(markdown("~~~ btn toast\nping 10.0.0.1\n~~~").text() ==
          "<pre><code>ping 10.0.0.1\n</code></pre>\n");
}

TEST_CASE("deep nesting in markdown ends")
{
    CHECK_FALSE(markdown(std::string(20'000, '>') + " fin").empty());
    CHECK_FALSE(markdown(std::string(20'000, '[')).empty());
}

TEST_CASE("an image whose text holds a tag, a link or another image is one link")
{
    CHECK(markdown("![![i](un)x](deux)").text() == "<p><a href=\"deux\">ix</a></p>\n");
    CHECK(markdown("![<b>gras](photo.png)").text() ==
          "<p><a href=\"photo.png\">&lt;b&gt;gras</a></p>\n");
    CHECK(markdown("![[a](b)](c)").text() == "<p><a href=\"c\">a</a></p>\n");
    CHECK(markdown("[![a](b)](c)").text() == "<p><a href=\"c\">a</a></p>\n");
    CHECK(markdown("#![![i](h)m](h)m").text().find("<a href=\"h\">im</a>m") != std::string::npos);
}
