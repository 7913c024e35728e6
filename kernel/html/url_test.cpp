#include "kernel/html/url.hpp"

#include <doctest.h>

#include <stdexcept>
#include <string>

namespace
{

struct TicketTag;
using TicketId = base::Id<TicketTag>;

} // namespace

TEST_CASE("a route keeps each argument inside its own segment")
{
    CHECK(html::route("/e/{}/tickets/{}", "vigie", "T-2026-00042").text() ==
          "/e/vigie/tickets/T-2026-00042");
    CHECK(html::route("/e/{}/x", "a/../b?c#d").text() == "/e/a%2F..%2Fb%3Fc%23d/x");
    CHECK(html::route("/f/{}/{}", TicketId{12}, 7).text() == "/f/12/7");
    CHECK(html::route("/f/{}", "é\"<").text() == "/f/%C3%A9%22%3C");
}

TEST_CASE("a segment that would walk elsewhere is refused")
{
    CHECK_THROWS_AS(html::route("/{}/x", ""), std::invalid_argument);
    CHECK_THROWS_AS(html::route("/e/{}", ".."), std::invalid_argument);
    CHECK_THROWS_AS(html::route("/e/{}", "."), std::invalid_argument);
}

TEST_CASE("a path made at run time stays on this site")
{
    CHECK(html::checked_local("/e/vigie/tickets?page=2#t").text() == "/e/vigie/tickets?page=2#t");
    for (const auto* elsewhere :
         {"//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "",
          "tickets", "/a b", "/a\nb", "/\"", "/a\tb"})
        CHECK_THROWS_AS(html::checked_local(elsewhere), std::invalid_argument);
}

TEST_CASE("an external address is https and nothing else")
{
    CHECK(html::external("https://ponant.example/a?b=c")->text() == "https://ponant.example/a?b=c");
    for (const auto* refused :
         {"http://ponant.example", "javascript:alert(1)", "https://", "https:///x", "HTTPS:x",
          "data:text/html,x", "https://a b", "https://a\"b", "", " https://a.example"})
        CHECK_FALSE(html::external(refused));
    CHECK_FALSE(html::external("https://a.example/" + std::string(2000, 'x')));
}

TEST_CASE("mail and telephone links hold only an address or digits")
{
    CHECK(html::mail_to("anne@ti-avel.example")->text() == "mailto:anne@ti-avel.example");
    CHECK(html::mail_to("a?cc=b@c.example")->text() == "mailto:a%3Fcc%3Db@c.example");
    CHECK_FALSE(html::mail_to("anne"));
    CHECK(html::telephone("+33 2 97 00 00 00")->text() == "tel:+33297000000");
    CHECK_FALSE(html::telephone("appelez-nous"));
}

TEST_CASE("query and fragment are encoded")
{
    const auto url = html::Url::local("/tickets").with("q", "a&b=c").with("page", "2").at("t 1");
    CHECK(url.text() == "/tickets?q=a%26b%3Dc&page=2#t%201");
}
