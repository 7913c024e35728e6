#include "kernel/http/form_fields.hpp"
#include "kernel/http/message.hpp"
#include "kernel/http/target.hpp"

#include <doctest.h>

#include <stdexcept>

using http::BadRequest;
using http::Response;

TEST_CASE("header names compare without case and the first value is given")
{
    http::Headers headers;
    headers.add("X-Colour", "red");
    headers.add("x-colour", "blue");
    CHECK(headers.get("X-COLOUR") == "red");
    CHECK(headers.all().size() == 2);
    headers.set("X-colour", "green");
    CHECK(headers.all().size() == 1);
    CHECK(headers.get("x-colour") == "green");
    headers.remove("X-COLOUR");
    CHECK_FALSE(headers.has("x-colour"));
}

TEST_CASE("a header that would start a second line is refused")
{
    using namespace std::string_view_literals;
    http::Headers headers;
    CHECK_THROWS_AS(headers.add("X", "a\r\nSet-Cookie: b"), std::invalid_argument);
    CHECK_THROWS_AS(headers.add("X", "a\nb"), std::invalid_argument);
    CHECK_THROWS_AS(headers.set("X", "a\0b"sv), std::invalid_argument);
    CHECK_THROWS_AS(headers.add("X: y", "a"), std::invalid_argument);
    CHECK_THROWS_AS(headers.add("", "a"), std::invalid_argument);
    CHECK(headers.all().empty());
}

TEST_CASE("urlencoded fields keep order and repetition, and decode once")
{
    const auto fields = http::parse_urlencoded("a=1&b=caf%C3%A9+noir&a=2&&vide=&seul&p=%2541");
    CHECK(fields.get("a") == "1");
    CHECK(fields.every("a") == std::vector<std::string_view>{"1", "2"});
    CHECK(fields.get("b") == "café noir");
    CHECK(fields.find("vide") == "");
    CHECK(fields.has("seul"));
    CHECK_FALSE(fields.has("absent"));
    CHECK(fields.get("p") == "%41");
}

TEST_CASE("what encode_urlencoded writes is read back the same")
{
    http::Fields fields;
    fields.add("a&b", "c=d e+f%é€");
    fields.add("a&b", "");
    const auto again = http::parse_urlencoded(http::encode_urlencoded(fields));
    CHECK(again.all() == fields.all());
}

TEST_CASE("urlencoded text that cannot be decoded is a bad request")
{
    for (const auto* text : {"a=%", "a=%4", "a=%zz", "a=%ff", "%c3=1", "a=%00"})
        CHECK_THROWS_AS(http::parse_urlencoded(text), BadRequest);
}

TEST_CASE("fields beyond the limit are a bad request")
{
    std::string text;
    for (std::size_t i = 0; i < http::fields_max; ++i)
        text += "a=1&";
    CHECK(http::parse_urlencoded(text).all().size() == http::fields_max);
    CHECK_THROWS_AS(http::parse_urlencoded(text + "a=1"), BadRequest);
    CHECK(http::parse_form(text + "a=1").all().size() == http::fields_max + 1);
    for (std::size_t i = http::fields_max; i < http::form_fields_max; ++i)
        text += "a=1&";
    CHECK(http::parse_form(text).all().size() == http::form_fields_max);
    CHECK_THROWS_AS(http::parse_form(text + "a=1"), BadRequest);
}

TEST_CASE("a cookie is found by its whole name")
{
    http::Request request;
    request.headers.add("Cookie", "__Host-s=abc=; s=other; vide=");
    CHECK(request.cookie("__Host-s") == "abc=");
    CHECK(request.cookie("s") == "other");
    CHECK(request.cookie("vide").empty());
    CHECK(request.cookie("Host-s").empty());
}

TEST_CASE("a cookie is written with its protections")
{
    Response response;
    response.set_cookie({.name = "__Host-s", .value = "abc", .max_age_seconds = 60});
    response.set_cookie({.name = "p",
                         .value = "",
                         .max_age_seconds = 0,
                         .secure = false,
                         .http_only = false,
                         .same_site = http::SameSite::Strict});
    CHECK(response.headers.all()[0].second ==
          "__Host-s=abc; Path=/; Max-Age=60; Secure; HttpOnly; SameSite=Lax");
    CHECK(response.headers.all()[1].second == "p=; Path=/; Max-Age=0; SameSite=Strict");
    CHECK_THROWS_AS(
        response.set_cookie({.name = "a", .value = "b; Domain=x", .max_age_seconds = {}}),
        std::invalid_argument);
}

TEST_CASE("a redirect stays on the site")
{
    const auto response = Response::see_other("/tickets/T-1");
    CHECK(response.status == 303);
    CHECK(response.headers.get("Location") == "/tickets/T-1");
    CHECK_THROWS_AS(Response::see_other("//evil.example"), std::invalid_argument);
    CHECK_THROWS_AS(Response::see_other("/\\evil.example"), std::invalid_argument);
    CHECK_THROWS_AS(Response::see_other("https://evil.example"), std::invalid_argument);
}

TEST_CASE("a target is decoded once, segment by segment")
{
    const auto target = http::parse_target("/clients/%C3%89lo%C3%AFse%20B/%2541?page=2&q=a+b");
    CHECK(target.path == "/clients/Éloïse B/%41");
    CHECK(target.query.get("page") == "2");
    CHECK(target.query.get("q") == "a b");
    CHECK(http::parse_target("/").path == "/");
    CHECK(http::parse_target("/a/").path == "/a/");
    CHECK(http::parse_target("/a+b").path == "/a+b");
    CHECK(http::parse_target("/.well-known/x").path == "/.well-known/x");
}

TEST_CASE("a target that two readers could understand differently is refused")
{
    for (const auto* target :
         {"", "a", "*", "http://x/", "/a/../b", "/a/.", "/%2e%2e/b", "/.%2E", "/a%2fb", "/a%5Cb",
          "/a\\b", "/%00", "/%ff", "/%4", "/é", "/a#b", "/a b", "/a?q=%zz"})
        CHECK_THROWS_AS(http::parse_target(target), BadRequest);
}
