#include "app/bare_answer.hpp"

#include <doctest.h>

namespace
{

base::Configuration in_mode(base::Configuration::Mode mode)
{
    base::Configuration configuration;
    configuration.mode = mode;
    return configuration;
}

http::Request request_for(std::string path)
{
    http::Request request;
    request.path = std::move(path);
    return request;
}

} // namespace

TEST_CASE("a bare answer has the number of bytes its address says")
{
    const app::BareAnswer bare{in_mode(base::Configuration::Mode::Test)};
    CHECK(bare.owns("/bare/1200"));
    CHECK(bare.answer(request_for("/bare/1200")).body.size() == 1200);
    CHECK(bare.answer(request_for("/bare/0")).status == 200);
}

TEST_CASE("a bare answer refuses what is not a number of bytes it may make")
{
    const app::BareAnswer bare{in_mode(base::Configuration::Mode::Test)};
    for (const auto* path : {"/bare/", "/bare/x", "/bare/-1", "/bare/12x", "/bare/4000001"})
        CHECK_MESSAGE(bare.answer(request_for(path)).status == 404, path);
}

TEST_CASE("outside test mode there is no bare answer")
{
    const app::BareAnswer bare{in_mode(base::Configuration::Mode::Production)};
    CHECK_FALSE(bare.owns("/bare/1200"));
}
