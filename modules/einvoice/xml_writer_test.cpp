#include "modules/einvoice/xml_writer.hpp"

#include <doctest.h>

#include <string>

using einvoice::XmlWriter;

namespace
{

std::string written(std::string_view words)
{
    XmlWriter xml;
    xml.text("a", words);
    const auto bytes = xml.take();
    const auto from = bytes.find("<a>") + 3;
    return bytes.substr(from, bytes.find("</a>") - from);
}

} // namespace

TEST_CASE("what XML writes otherwise is escaped, in texts and in attributes")
{
    CHECK(written("a < b && c > \"d\" 'e'") == "a &lt; b &amp;&amp; c &gt; &quot;d&quot; 'e'");
    XmlWriter xml;
    xml.in("a", {{"b", "\"<&>"}}, [&] { xml.text_if("c", ""); });
    CHECK(xml.take().ends_with("<a b=\"&quot;&lt;&amp;&gt;\"></a>"));
}

TEST_CASE("what XML has no place for is replaced, and the rest stays")
{
    CHECK(written("é\t\n€😀") == "é\t\n€😀");
    for (const std::string bad : {"\x01", "\x1f", "\r", "\xff", "\x80", "\xc0", "\xf5"})
        CHECK(written("a" + bad + "b") == "a\xEF\xBF\xBD"
                                          "b");
    CHECK(written("\xED\xA0\x80").find("\xED\xA0") == std::string::npos); // a surrogate
    CHECK(written("\xEF\xBF\xBE").find("\xEF\xBF\xBE") == std::string::npos);
    CHECK(written("\xE2\x82") == "\xEF\xBF\xBD\xEF\xBF\xBD"); // cut short
    CHECK(written("\xC0\xAF").find('/') == std::string::npos);
}
