#include "kernel/http/path_router.hpp"

#include <doctest.h>

#include <stdexcept>

using http::Method;
using http::MethodNotAllowed;
using http::NoRoute;
using http::PathRouter;
using http::RouteMatch;

namespace
{

PathRouter example()
{
    PathRouter router;
    router.add(Method::Get, "/", 1);
    router.add(Method::Get, "/e/{workspace}/tickets", 2);
    router.add(Method::Post, "/e/{workspace}/tickets", 3);
    router.add(Method::Get, "/e/{workspace}/tickets/nouveau", 4);
    router.add(Method::Get, "/e/{workspace}/tickets/{number}", 5);
    router.add(Method::Post, "/e/{slug}/tickets/{number}", 6);
    router.add(Method::Get, "/e/{workspace}/tickets/nouveau/aide/{page}", 7);
    router.add(Method::Get, "/e/{workspace}/tickets/{number}/pieces/{file}", 8);
    return router;
}

std::size_t value_of(const PathRouter& router, Method method, std::string_view path)
{
    const auto result = router.find(method, path);
    const auto* match = std::get_if<RouteMatch>(&result);
    return match == nullptr ? 0 : match->value;
}

} // namespace

TEST_CASE("a path finds its route and fills its parameters in order")
{
    const auto router = example();
    CHECK(value_of(router, Method::Get, "/") == 1);
    const auto result = router.find(Method::Post, "/e/atelier/tickets/T-2026-00042");
    const auto& match = std::get<RouteMatch>(result);
    CHECK(match.value == 6);
    CHECK(match.param("slug") == "atelier");
    CHECK(match.param("number") == "T-2026-00042");
    CHECK_THROWS_AS(match.param("workspace"), std::out_of_range);
}

TEST_CASE("a fixed segment wins over a parameter, which is tried when the fixed one leads nowhere")
{
    const auto router = example();
    CHECK(value_of(router, Method::Get, "/e/a/tickets/nouveau") == 4);
    CHECK(value_of(router, Method::Get, "/e/a/tickets/autre") == 5);
    CHECK(value_of(router, Method::Get, "/e/a/tickets/nouveau/pieces/1") == 8);
    CHECK(value_of(router, Method::Post, "/e/a/tickets/nouveau") == 6);
}

TEST_CASE("HEAD falls to GET")
{
    CHECK(value_of(example(), Method::Head, "/e/a/tickets") == 2);
}

TEST_CASE("another method is told which ones the path has")
{
    const auto result = example().find(Method::Delete, "/e/a/tickets");
    CHECK(std::get<MethodNotAllowed>(result).allow == "GET, HEAD, POST");
}

TEST_CASE("what no pattern describes has no route")
{
    const auto router = example();
    for (const auto* path : {"", "x", "//", "/e", "/e/a/tickets/", "/e//tickets", "/E/a/tickets",
                             "/e/a/tickets/1/pieces", "/e/a/tickets/1/pieces/"})
        CHECK(std::holds_alternative<NoRoute>(router.find(Method::Get, path)));
    std::string deep;
    for (int i = 0; i < 1000; ++i)
        deep += "/e";
    CHECK(std::holds_alternative<NoRoute>(router.find(Method::Get, deep)));
}

TEST_CASE("a route declared twice or malformed is refused when the server starts")
{
    auto router = example();
    CHECK_THROWS_AS(router.add(Method::Get, "/e/{other}/tickets/{name}", 9), std::invalid_argument);
    CHECK_THROWS_AS(router.add(Method::Get, "tickets", 9), std::invalid_argument);
    CHECK_THROWS_AS(router.add(Method::Get, "/t-{number}", 9), std::invalid_argument);
    CHECK_THROWS_AS(router.add(Method::Get, "/{}", 9), std::invalid_argument);
}
