#include "kernel/http/static_assets.hpp"

#include <doctest.h>

#include <array>

using http::Method;

namespace
{

constexpr std::array<base::EmbeddedFile, 5> files{{
    {"web/dist/app.0123456789abcdef.css", "a{}"},
    {"web/dist/app.0123456789abcdef.css.br", "BR"},
    {"web/dist/app.0123456789abcdef.css.gz", "GZ"},
    {"web/dist/inter.fedcba9876543210.woff2", "font"},
    {"web/dist/manifest.json", "{}"},
}};

std::optional<http::Response> ask(std::string path, std::string_view accept_encoding = "",
                                  Method method = Method::Get)
{
    http::Request request;
    request.method = method;
    request.path = std::move(path);
    request.headers.add("Accept-Encoding", accept_encoding);
    return http::StaticAssets{files, "web/dist/"}.answer(request);
}

} // namespace

TEST_CASE("an asset is sent in the best coding that exists, for ever")
{
    const std::string css = "/assets/app.0123456789abcdef.css";
    CHECK(ask(css)->body == "a{}");
    CHECK(ask(css, "gzip")->body == "GZ");
    const auto packed = ask(css, "gzip, br");
    CHECK(packed->body == "BR");
    CHECK(packed->headers.get("Content-Encoding") == "br");
    CHECK(packed->headers.get("Content-Type") == "text/css; charset=utf-8");
    CHECK(packed->headers.get("Cache-Control") == "public, max-age=31536000, immutable");
    CHECK(packed->etag == "0123456789abcdef");
    const auto font = ask("/assets/inter.fedcba9876543210.woff2", "br");
    CHECK(font->body == "font");
    CHECK_FALSE(font->headers.has("Content-Encoding"));
}

TEST_CASE("only hashed names below /assets/ are served")
{
    CHECK_FALSE(ask("/tickets"));
    CHECK(ask("/assets/manifest.json")->status == 404);
    CHECK(ask("/assets/app.css")->status == 404);
    CHECK(ask("/assets/app.0123456789abcdef.css.br")->status == 404);
    CHECK(ask("/assets/app.0123456789abcdef.css", "", Method::Post)->status == 405);
}
