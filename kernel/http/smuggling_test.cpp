#include "kernel/base/text.hpp"
#include "kernel/http/server.hpp"
#include "tests/support/raw_client.hpp"

#include <boost/json.hpp>
#include <doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace std::chrono_literals;
using test_support::RawClient;

namespace
{

constexpr std::size_t cases_count = 57;

struct Judgement {
    std::vector<int> answers;
    bool closed = false;

    /// One 4xx, then the end.
    bool is_rejection() const
    {
        return closed && answers.size() == 1 && answers.front() >= 400 && answers.front() < 500;
    }
};

std::size_t requests_in(std::string_view bytes)
{
    std::size_t count = 0;
    for (auto at = bytes.find(" HTTP/1.1\r\n"); at != std::string_view::npos;
         at = bytes.find(" HTTP/1.1\r\n", at + 1))
        ++count;
    return count;
}

Judgement judge(std::uint16_t port, std::string_view bytes)
{
    RawClient client{port};
    client.send(bytes);
    Judgement judgement;
    const auto expected = std::max<std::size_t>(requests_in(bytes), 1);
    const auto patience = [&] { return judgement.answers.size() < expected ? 5000ms : 200ms; };
    while (const auto answer = client.read(test_support::HasBody::Yes, patience()))
        if (answer->status >= 200) judgement.answers.push_back(answer->status);
    const bool is_good = !judgement.answers.empty() && judgement.answers.back() < 400;
    judgement.closed = client.is_closed_within(is_good ? 1ms : 5000ms);
    return judgement;
}

boost::json::array read_cases()
{
    std::ifstream file{"tests/contracts/http-smuggling/cases.json"};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    return boost::json::parse(text).as_array();
}

http::Server example_server()
{
    return http::Server{{.listen = "127.0.0.1:0", .workers = 2},
                        [](http::Request&) { return http::Response::text("ok"); }};
}

} // namespace

TEST_CASE("the judge tells a refusal from an answer")
{
    auto server = example_server();
    server.start();
    // The canaries: a request every server must refuse, and one it must answer.
    CHECK(judge(server.port(), "NONSENSE\r\n\r\n").is_rejection());
    const auto good = judge(server.port(), "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK_FALSE(good.is_rejection());
    CHECK(good.answers == std::vector{200});
    CHECK_FALSE(good.closed);
}

TEST_CASE("each of the 57 ambiguous requests gets one refusal, or one answer per request")
{
    auto server = example_server();
    server.start();
    REQUIRE(judge(server.port(), "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n"
                                 "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n")
                .is_rejection());

    const auto cases = read_cases();
    CHECK(cases.size() == cases_count);
    for (const auto& entry : cases) {
        const auto& object = entry.as_object();
        CAPTURE(object.at("name").as_string().c_str());
        const auto bytes = base::unbase64(object.at("raw_base64").as_string());
        REQUIRE(bytes);
        const auto judgement = judge(server.port(), *bytes);
        CAPTURE(judgement.answers);
        if (object.at("expect").as_string() == "reject")
            CHECK(judgement.is_rejection());
        else
            CHECK(judgement.answers.size() == requests_in(*bytes));
    }
}
