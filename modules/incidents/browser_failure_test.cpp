#include "kernel/log/log.hpp"
#include "modules/incidents/browser_failure.hpp"
#include "modules/incidents/incidents.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <algorithm>

namespace
{

constexpr auto address = "/incidents-du-navigateur";

test_world::Typed failure()
{
    return {{"message", "TypeError: malo@client.example is not a function"},
            {"script", "/assets/app.js"},
            {"line", "12"},
            {"page", "/e/vigie/tickets/T-2026-00042?q=Malo"}};
}

std::ptrdiff_t told(const logs::Capture& capture)
{
    const auto lines = capture.lines();
    return std::ranges::count_if(lines, [](const std::string& line) {
        return line.find("browser.failed") != std::string::npos;
    });
}

} // namespace

TEST_CASE("what a script says loses addresses and long numbers, a page its objects and its query")
{
    using incidents::page_without_objects; // PLT-110, AUD-035
    using incidents::without_people;
    CHECK(without_people("x of undefined") == "x of undefined");
    CHECK(without_people("no malo@client.example in 0612345678") == "no {} in {}");
    CHECK(page_without_objects("/e/vigie/tickets") == "/e/vigie/tickets");
    CHECK(page_without_objects("/e/vigie/tickets/T-2026-00042?q=Malo#bas") ==
          "/e/vigie/tickets/{}");
    CHECK(page_without_objects("/invitations/abcdefghijklmnopqrstuvwxyz") == "/invitations/{}");
}

TEST_CASE("a failure of a browser is a line of the log, without who it happened to")
{
    test_world::World world{db::Engine::Sqlite, {{"incidents", incidents::describe}}}; // PLT-110
    auto visitor = world.visitor();
    const logs::Capture capture;
    CHECK(visitor.post(address, failure()).status == 204);
    CHECK(told(capture) == 1);
    const auto lines = capture.lines();
    for (const auto& line : lines) {
        CHECK(line.find("malo@") == std::string::npos);
        CHECK(line.find("00042") == std::string::npos);
    }
    CHECK(visitor.post(address, {{"page", "/"}}).status == 204);
    CHECK(told(capture) == 1);
}

TEST_CASE("a browser is heard ten times a minute")
{
    test_world::World world{db::Engine::Sqlite, {{"incidents", incidents::describe}}}; // PLT-110
    auto visitor = world.visitor();
    visitor.address = "203.0.113.77";
    const logs::Capture capture;
    for (int i = 0; i < 12; ++i)
        visitor.post(address, failure());
    CHECK(told(capture) == 10);
}
