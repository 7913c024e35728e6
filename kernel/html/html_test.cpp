#include "kernel/html/html.hpp"

#include <doctest.h>

#include <array>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <vector>

namespace
{

constexpr std::string_view hostile = R"("><script>alert('1')</script>&)";
constexpr std::string_view harmless =
    "&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;";

} // namespace

TEST_CASE("text is escaped in content, in attributes and in lists")
{
    const std::string text{hostile};
    CHECK(html::p(text).text() == "<p>" + std::string{harmless} + "</p>");
    CHECK(html::p(html::title(hostile)).text() ==
          "<p title=\"" + std::string{harmless} + "\"></p>");
    CHECK(
        html::each(std::vector<std::string>{text, text}, [](const auto& t) { return html::li(t); })
            .text() ==
        "<li>" + std::string{harmless} + "</li><li>" + std::string{harmless} + "</li>");
    CHECK(html::text(hostile).text() == harmless);
    CHECK(html::p(std::optional<std::string>{text}).text() == html::p(text).text());
}

TEST_CASE("attributes and children come in any order, void elements are not closed")
{
    CHECK(html::a("x", html::cls("b-", 2), html::href(html::Url::local("/t"))).text() ==
          R"(<a class="b-2" href="/t">x</a>)");
    CHECK(html::input(html::name("n"), html::required()).text() == R"(<input name="n" required>)");
    CHECK(html::div(html::b(7), std::optional<std::string>{}, "é").text() ==
          "<div><b>7</b>é</div>");
}

TEST_CASE("a flag that does not hold leaves nothing, a piece neither")
{
    CHECK(html::input(html::when(false, html::checked())).text() == "<input>");
    CHECK(html::input(html::when(true, html::checked())).text() == "<input checked>");
    CHECK(html::div(html::when(false, html::b("x")), html::none).text() == "<div></div>");
    CHECK(html::attribute<"data-x">(html::when(false, html::b("x"))).text() == R"( data-x="")");
}

TEST_CASE("elements and attributes are whole whatever their length, escaped or not")
{
    constexpr std::size_t longest = 1'200;
    std::string plain;
    std::string escaped;
    for (std::size_t length = 0; length <= longest; ++length) {
        CHECK(html::b(html::title(plain), plain, html::i(plain)).text() ==
              "<b title=\"" + escaped + "\">" + escaped + "<i>" + escaped + "</i></b>");
        const bool is_special = length % 7 == 3;
        plain += is_special ? '<' : static_cast<char>('a' + length % 26);
        escaped += is_special ? "&lt;" : std::string(1, plain.back());
    }
}

TEST_CASE("join puts the separator between pieces that are not empty")
{
    const std::array pieces{html::text("a"), html::Html{}, html::text("b")};
    CHECK(html::join(pieces, html::text(" · ")).text() == "a · b");
    CHECK(html::join({}, html::text("x")).empty());
}

TEST_CASE("what must not become a page does not compile")
{
    CHECK_FALSE(std::is_constructible_v<html::Child, bool>);
    CHECK_FALSE(std::is_constructible_v<html::Child, double>);
    CHECK_FALSE(std::is_constructible_v<html::Child, char>);
    CHECK_FALSE(std::is_constructible_v<html::Child, void*>);
    CHECK_FALSE(std::is_constructible_v<html::Html, std::string>);
    CHECK_FALSE(std::is_constructible_v<html::Attribute, std::string>);
    CHECK_FALSE(std::is_constructible_v<html::Url, std::string>);
    CHECK_FALSE(std::is_invocable_v<decltype(html::href), std::string>);
}

TEST_CASE("Html put into an attribute is text")
{
    CHECK(html::p(html::title(html::b("<"))).text() ==
          "<p title=\"&lt;b&gt;&amp;lt;&lt;/b&gt;\"></p>");
}

TEST_CASE("an attribute is written whole and escaped whatever its length")
{
    using namespace html;
    for (const std::size_t length : {0U, 1U, 46U, 47U, 48U, 49U, 90U, 103U, 104U, 200U, 5'000U}) {
        const std::string words(length, 'a');
        CHECK(div(cls(words, "\"", words)).text() ==
              "<div class=\"" + words + "&quot;" + words + "\"></div>");
        CHECK(div(attributes(cls(words), title(words), hidden())).text() ==
              "<div class=\"" + words + "\" title=\"" + words + "\" hidden></div>");
    }
    const auto copied = [](Attribute attribute) { return attribute; }(cls(std::string(300, 'b')));
    CHECK(div(copied).text() == "<div class=\"" + std::string(300, 'b') + "\"></div>");
}
