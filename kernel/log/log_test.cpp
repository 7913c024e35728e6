#include "kernel/log/json_text.hpp"
#include "kernel/log/log.hpp"

#include <doctest.h>
#include <unistd.h>

#include <cstdio>
#include <thread>

using namespace logs;

namespace
{

bool contains(const std::string& line, const char* part)
{
    return line.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("a line is one JSON object with its level, event and typed fields")
{
    const Capture capture;
    warn("mail.delayed", {{"host", "smtp.example"}, {"attempt", 3}});
    REQUIRE(capture.lines().size() == 1);
    const auto line = capture.lines().front();
    CHECK(line.starts_with("{\"at\":\"20"));
    CHECK(line.ends_with("Z\",\"level\":\"warn\",\"event\":\"mail.delayed\","
                         "\"host\":\"smtp.example\",\"attempt\":3}"));
}

TEST_CASE("a text can neither start a line, nor colour it, nor leave its quotes")
{
    CHECK(json_text("a\r\n{\"x\"}\\") == "a\\r\\n{\\\"x\\\"}\\\\");
    CHECK(json_text("\x1B[31m\x7F") == "\\u001b[31m\\u007f");
    CHECK(json_text("\u009B31m \u2028\u2029") == "\\u009b31m \\u2028\\u2029");
    CHECK(json_text("été €") == "été €");
    CHECK(json_text("\xC3(") == "\\u00c3(");
}

TEST_CASE("an address is hashed except at debug level")
{
    const Capture capture;
    set_level(Level::Debug);
    info("identity.signed_in", {{"email", "Anne@Client.example "}});
    info("identity.signed_in", {{"email", "anne@client.example"}});
    debug("identity.signed_in", {{"email", "anne@client.example"}});
    set_level(Level::Info);
    const auto lines = capture.lines();
    const auto hash = [](const std::string& line) { return line.substr(line.find("\"email\"")); };
    CHECK_FALSE(contains(lines.at(0), "client"));
    CHECK(hash(lines.at(0)) == hash(lines.at(1)));
    CHECK(contains(lines.at(2), "anne@client.example"));
}

TEST_CASE("lines below the level are dropped")
{
    const Capture capture;
    debug("a.b");
    set_level(parse_level("error"));
    warn("a.b");
    error("a.c");
    set_level(Level::Info);
    REQUIRE(capture.lines().size() == 1);
    CHECK(contains(capture.lines().front(), "a.c"));
}

TEST_CASE("the request context belongs to its thread and its scope")
{
    const Capture capture;
    {
        RequestScope scope{{.request = "r1", .workspace = 0, .membership = 0}};
        scope.identify(7, 12);
        info("a.inside");
        std::thread{[] { info("a.elsewhere"); }}.join();
    }
    info("a.after");
    const auto lines = capture.lines();
    CHECK(contains(lines.at(0), "\"request\":\"r1\",\"workspace\":\"7\",\"membership\":\"12\""));
    CHECK_FALSE(contains(lines.at(1), "request"));
    CHECK_FALSE(contains(lines.at(2), "request"));
}

TEST_CASE("lines go to the standard error, each ended by one line feed")
{
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const int saved = dup(STDERR_FILENO);
    dup2(ends[1], STDERR_FILENO);
    info("a.real", {{"text", "{} %v"}});
    dup2(saved, STDERR_FILENO);
    close(saved);
    close(ends[1]);
    char buffer[512];
    const auto length = read(ends[0], buffer, sizeof buffer);
    close(ends[0]);
    REQUIRE(length > 0);
    const std::string written{buffer, static_cast<std::size_t>(length)};
    CHECK(written.ends_with("\"event\":\"a.real\",\"text\":\"{} %v\"}\n"));
    CHECK(written.find('\n') == written.size() - 1);
}
