#include "kernel/documents/rich_text.hpp"

#include <doctest.h>

#include <array>
#include <random>
#include <stdexcept>

using namespace documents;

namespace
{

std::string kept(std::string_view html)
{
    return to_source_html(read_html(html));
}

std::string repeated(std::string_view part, int times)
{
    std::string all;
    for (int i = 0; i < times; ++i)
        all += part;
    return all;
}

/// Tags, words and spaces in any order, some never closed.
std::string soup(std::mt19937& random)
{
    static constexpr std::array parts{"<p>",
                                      "</p>",
                                      "<b>",
                                      "</b>",
                                      "<i>",
                                      "</i>",
                                      "<ul>",
                                      "</ul>",
                                      "<ol>",
                                      "</ol>",
                                      "<li>",
                                      "</li>",
                                      "<br>",
                                      "mur",
                                      " ",
                                      "\n",
                                      "&nbsp;",
                                      "&lt;",
                                      "\u00e9",
                                      "e\u0301",
                                      "\u0301",
                                      "\u200d",
                                      "<pre>",
                                      "</pre>",
                                      "<table>",
                                      "<td>",
                                      "</table>",
                                      "<h2>",
                                      "</h2>",
                                      "<small>",
                                      "</small>",
                                      "<a href=https://a.example/x>",
                                      "</a>",
                                      "<a href='tel:12 34'>",
                                      "<span style='font-size:30px;font-weight:700'>",
                                      "</span>",
                                      "<p style='mso-list:l0 level3 lfo1'>",
                                      "<span style='mso-list:ignore'>2.",
                                      "\u3000",
                                      "&amp;"};
    std::uniform_int_distribution<std::size_t> part{0, parts.size() - 1};
    std::uniform_int_distribution<int> count{1, 24};
    std::string all;
    for (int left = count(random); left > 0; --left)
        all += parts.at(part(random));
    return all;
}

} // namespace

TEST_CASE("bold, italic, sizes, links and lists are read, the rest leaves its words") // PRG-011
{
    CHECK(kept("<p>Un <b>mur</b> <i>droit</i>, <u>haut</u>.</p>") ==
          "<p>Un <strong>mur </strong><em>droit</em>, haut.</p>");
    CHECK(kept("<span class=size-huge>G</span><small>p</small><font size=5>m</font>") ==
          "<p><span class=\"size-huge\">G</span><span class=\"size-small\">p</span>"
          "<span class=\"size-large\">m</span></p>");
    CHECK(kept("<a href=' HTTPS://exemple.example/a b '>ici</a> ou <a href='/la'>la</a>") ==
          "<p><a href=\"https://exemple.example/a%20b\">ici</a> ou la</p>");
    CHECK(kept("<ul><li>a<ol><li>b</li></ol></li><li><p>c</p><p>d</p></li></ul><p>e") ==
          "<ul><li>a<ol><li>b</li></ol></li><li>c<br>d</li></ul><p>e</p>");
    CHECK(kept("a<br>b<br><br>c") == "<p>a<br>b</p><p>c</p>");
    CHECK(kept("<h1>Titre</h1><table><tr><td>a<td><p>b</table>") ==
          "<p><strong><span class=\"size-huge\">Titre</span></strong></p><p>a b</p>");
}

TEST_CASE("the page opens written links beside itself and gives them no credit")
{
    CHECK(to_html(read_html("<a href=http://a.example>x</a><a href=tel:+33-1>y</a>")).text() ==
          "<p><a href=\"http://a.example\" target=\"_blank\" rel=\"noopener nofollow\">x</a>"
          "<a href=\"tel:+331\" rel=\"noopener nofollow\">y</a></p>");
}

TEST_CASE("plain text has paragraphs and lines, and nothing in it is markup")
{
    CHECK(to_source_html(read_plain("a\r\nb\n \n\n<b>c</b>")) ==
          "<p>a<br>b</p><p>&lt;b&gt;c&lt;/b&gt;</p>");
    CHECK(plain_text(read_html("<p>a<p>b<ol><li>c<ul><li>d</ul><li>e</ol>f")) ==
          "a\n\nb\n\n1. c\n  - d\n2. e\n\nf");
}

TEST_CASE("a text is empty when nothing in it can be seen, and its length counts characters")
{
    CHECK(is_empty(read_html("<p> &nbsp;<br></p><img src=x><ul><li>\u200b&emsp;</ul>"))); // PRG-011
    CHECK(is_empty(read_plain(" \n\u2003\n")));
    CHECK(length(read_plain("\u00e9t\u00e9\n\nb")) == 5);
    CHECK(length({}) == 0);
}

TEST_CASE("what Word and offices on the web copy becomes clean text")
{
    CHECK(kept("<html xmlns:o='urn:x'><head><style>p{color:red}</style></head><body>"
               "<!--StartFragment--><p class=MsoListParagraph style='margin-left:1cm;mso-list:l0 "
               "level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp; "
               "</span></span><![endif]>Murs<o:p></o:p></p><p style='mso-list:l0 level2 lfo1'>"
               "<span style='mso-list:Ignore'>o</span>Enduit</p><p class=MsoNormal>"
               "<b style='mso-bidi-font-weight:normal'><span style='font-size:16.0pt'>Fin</span>"
               "</b></p>") == "<ol><li>Murs<ul><li>Enduit</li></ul></li></ol>"
                              "<p><strong><span class=\"size-large\">Fin</span></strong></p>");
    CHECK(kept("<b style='font-weight:normal' id=docs-internal><p><span "
               "style='font-weight:700;font-size:11pt'>a</span> b</p></b>") ==
          "<p><strong>a </strong>b</p>");
}

TEST_CASE("what is inside a drawing is not read, also after an end that names nothing")
{
    CHECK(kept("a<foreignObject>b</foreignObject>") == "<p>a</p>");
    CHECK(kept("a</><foreignObject>b</foreignObject>") == "<p>a</p>");
    CHECK(kept("a</></><foreignObject>b</></foreignObject>c") == "<p>ac</p>");
}

TEST_CASE("no HTML makes reading fail or last")
{
    CHECK(plain_text(read_html(repeated("<div><b>", 40'000) + "fond")) == "fond");
    CHECK(plain_text(read_html(repeated("<div><b>", 5'900) + "fond")) == "fond");
    std::string many;
    for (int i = 0; i < 6'000; ++i)
        many += "<b a=" + std::to_string(i) + ">";
    CHECK(!is_empty(read_html(many + repeated("<p>x", 5'900))));
    CHECK(!is_empty(read_html(repeated("<div>", 6'000) + repeated("</p>", 5'900) + "x")));
    CHECK(!is_empty(read_html(repeated("<table><tr><td>", 3'900) + "x")));
    CHECK(!is_empty(read_html(std::string(2 * html_bytes_max, 'x'))));
    CHECK(length(read_html("a\xff\xfe\0b")) > 0);
}

TEST_CASE("page, editor and stored form give the same text back, whatever was pasted")
{
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random{seed};
    for (int i = 0; i < 2'000; ++i) {
        const auto html = soup(random);
        CAPTURE(html);
        const auto text = read_html(html);
        REQUIRE(read_html(to_html(text).text()) == text);
        REQUIRE(read_html(to_source_html(text)) == text);
        REQUIRE(from_json(to_json(text)) == text);
        REQUIRE(read_plain(plain_text(text)) ==
                read_plain(plain_text(read_plain(plain_text(text)))));
    }
}

TEST_CASE("the stored form gives the text back, and nothing else is read")
{
    const auto text = read_html("<p>a <b>b</b><ul><li><a href=mailto:a@b.example>c</a></ul>");
    CHECK(to_json(text) == R"({"version":1,"blocks":[{"kind":"paragraph","runs":[{"words":"a "},)"
                           R"({"words":"b","bold":true}]},{"kind":"bullet","level":1,"runs":[)"
                           R"({"words":"c","link":"mailto:a@b.example"}]}]})");
    CHECK(from_json(to_json(text)) == text);
    CHECK(from_json(to_json({})).blocks.empty());
    for (const char* other :
         {"", "[]", "{}", R"({"version":2,"blocks":[]})", R"({"version":1,"blocks":[{}]})",
          R"({"version":1,"blocks":[{"kind":"x","runs":[]}]})",
          R"({"version":1,"blocks":[{"kind":"paragraph","runs":[{"words":1}]}]})"})
        CHECK_THROWS_AS(from_json(other), std::invalid_argument);
    const auto hostile = from_json(
        R"({"version":1,"blocks":[{"kind":"paragraph","runs":[{"words":"x","link":"javascript:a"}]}]})");
    CHECK(to_source_html(hostile) == "<p>x</p>");
}
