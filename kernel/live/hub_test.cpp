#include "kernel/http/stream_writer.hpp"
#include "kernel/live/hub.hpp"

#include <doctest.h>

#include <atomic>
#include <thread>

using namespace std::chrono_literals;
using events::board;
using guard::TopicToken;
using live::Hub;
using live::Reader;
using live::Standing;

namespace
{

const Reader malo{.session = {1}, .person = {1}};
const Reader rose{.session = {2}, .person = {2}};

/// A hub that hears the process's board and whose readers stand as the test says.
struct Desk {
    static constexpr auto calm = 2'000ms;
    std::atomic<bool> is_signed_in = true;
    std::atomic<bool> has_rights = true;
    Hub hub{[this](const Reader&, const std::vector<TopicToken>& tokens) {
                return Standing{is_signed_in, has_rights ? tokens : std::vector<TopicToken>{}};
            },
            [](const events::Moment& moment) { return std::to_string(moment.sequence); }, calm};

    Desk()
    {
        board().tell([this](const events::Publication& said) { hub.publish(said); });
    }
    ~Desk() { board().tell({}); }
};

TopicToken token(std::vector<std::string> topics, const events::Moment& since = board().now())
{
    TopicToken made;
    made.workspace = {7};
    made.membership = {31};
    made.person = {1};
    made.since = since;
    made.topics = std::move(topics);
    return made;
}

/// Everything the stream was sent so far, taken away.
std::string taken(const std::shared_ptr<http::Stream>& stream)
{
    http::StreamWriter writer{stream, [] {}, http::StreamWriter::AtEnd::Leave};
    return writer.take();
}

/// What a busy machine tells a little later.
std::string told_soon(const std::shared_ptr<http::Stream>& stream)
{
    auto told = taken(stream);
    for (int waited = 0; waited < 50 && told.find("event: change") == told.npos; ++waited) {
        std::this_thread::sleep_for(100ms);
        told += taken(stream);
    }
    return told;
}

int count(std::string_view text, std::string_view word)
{
    int found = 0;
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1))
        ++found;
    return found;
}

} // namespace

TEST_CASE("a first change is told at once, a burst as one message more") // PLT-057
{
    Desk desk;
    const auto stream = desk.hub.open(malo, {token({"w:7/tickets"})}, {});
    CHECK(taken(stream).find("event: hello") != std::string::npos);
    for (int n = 0; n < 50; ++n)
        board().publish({"w:7/tickets", "ab-1"});
    std::this_thread::sleep_for(150ms);
    const auto first = taken(stream);
    CHECK(count(first, "event: change") == 1);
    CHECK(first.find(R"("topics":["w:7/tickets"],"request":"ab-1")") != std::string::npos);
    std::this_thread::sleep_for(300ms);
    CHECK(count(taken(stream), "event: change") <= 1);
    board().publish({"w:7/devis", {}});
    board().publish({"w:8/tickets", {}});
    std::this_thread::sleep_for(300ms);
    CHECK(taken(stream).empty());
}

TEST_CASE("a calm page stays calm beside a list of the same browser")
{
    Desk desk;
    const auto stream = desk.hub.open(malo, {token({"w:7/tickets", "w:7/tickets/calm"})}, {});
    taken(stream);
    std::string told;
    for (int n = 0; n < 12; ++n) {
        board().publish({"w:7/tickets", {}});
        std::this_thread::sleep_for(50ms);
        told += taken(stream);
    }
    CHECK(count(told, R"(w:7/tickets")") >= 3);
    CHECK(count(told, R"(w:7/tickets/calm")") == 1);
    std::this_thread::sleep_for(Desk::calm);
    CHECK(count(taken(stream), R"(w:7/tickets/calm")") == 1);
}

TEST_CASE("a calm page is told the first change at once and the others together, later")
{
    Desk desk;
    const auto before = board().now();
    const auto stream = desk.hub.open(malo, {token({"w:7/tickets/calm"})}, {});
    taken(stream);
    int told = 0;
    for (int n = 0; n < 12; ++n) {
        board().publish({"w:7/tickets", {}});
        std::this_thread::sleep_for(20ms);
        told += count(taken(stream), R"("topics":["w:7/tickets/calm"])");
    }
    CHECK(told == 1);
    // The page read again brings a token of before the last changes: that is no reason to hurry.
    const auto again = desk.hub.open(malo, {token({"w:7/tickets/calm"}, before)}, {});
    std::this_thread::sleep_for(100ms);
    CHECK(count(taken(again), "event: change") == 0);
    std::this_thread::sleep_for(Desk::calm);
    CHECK(count(told_soon(again), "event: change") == 1);
    CHECK(count(told_soon(stream), "event: change") == 1);
}

TEST_CASE("the change of two people is nobody's own")
{
    Desk desk;
    const auto stream = desk.hub.open(malo, {token({"w:7/tickets"})}, {});
    board().publish({"w:7/tickets", "ab-0"});
    std::this_thread::sleep_for(50ms);
    taken(stream);
    board().publish({"w:7/tickets", "ab-1"});
    board().publish({"w:7/tickets", "ab-2"});
    std::this_thread::sleep_for(350ms);
    CHECK(taken(stream).find(R"("request":"")") != std::string::npos);
}

TEST_CASE("what changed between the reading of a page and its stream is caught up with")
{
    Desk desk;
    const auto before = board().now();
    board().publish({"w:7/ticket:1", {}});
    const auto stream =
        desk.hub.open(malo, {token({"w:7/ticket:1"}, before), token({"w:7/ticket:2"}, before)}, {});
    std::this_thread::sleep_for(100ms);
    const auto told = taken(stream);
    CHECK(told.find("w:7/ticket:1") != std::string::npos);
    CHECK(told.find("w:7/ticket:2") == std::string::npos);

    const auto told_already = desk.hub.open(malo, {token({"w:7/ticket:1"}, before)}, board().now());
    std::this_thread::sleep_for(100ms);
    CHECK(taken(told_already).find("event: change") == std::string::npos);
}

TEST_CASE("after a restart every page is refreshed once, within five seconds")
{
    Desk desk;
    const auto other_process = events::Moment{.epoch = 1, .sequence = 12};
    const auto stream = desk.hub.open(malo, {token({"w:7/tickets"}, other_process)}, {});
    std::this_thread::sleep_for(5'200ms);
    CHECK(count(taken(stream), "event: change") == 1);
}

TEST_CASE("topics are replaced for the reader who holds the stream, and for nobody else")
{
    Desk desk;
    const auto stream = desk.hub.open(malo, {token({"w:7/ticket:1"})}, {});
    const auto hello = taken(stream);
    const auto begin = hello.find("\":\"") + 3;
    const auto id = hello.substr(begin, hello.find('"', begin) - begin);
    CHECK_FALSE(desk.hub.set_topics(id, rose, {token({"w:7/ticket:2"})}));
    CHECK_FALSE(desk.hub.set_topics("unknown", malo, {}));
    CHECK(desk.hub.set_topics(id, malo, {token({"w:7/ticket:2"})}));
    board().publish({"w:7/ticket:1", {}});
    std::this_thread::sleep_for(50ms);
    CHECK(taken(stream).empty());
    board().publish({"w:7/ticket:2", {}});
    std::this_thread::sleep_for(50ms);
    CHECK(taken(stream).find("w:7/ticket:2") != std::string::npos);
}

TEST_CASE("a stream ends when its rights or its session have gone")
{
    Desk desk;
    const auto of_role = desk.hub.open(malo, {token({"w:7/tickets"})}, {});
    board().publish({"w:7/rights", {}});
    std::this_thread::sleep_for(100ms);
    CHECK_FALSE(of_role->is_over());
    desk.has_rights = false;
    board().publish({"w:8/rights", {}});
    std::this_thread::sleep_for(100ms);
    CHECK_FALSE(of_role->is_over());
    board().publish({"w:7/rights", {}});
    std::this_thread::sleep_for(100ms);
    CHECK(of_role->is_over());
    CHECK(taken(of_role).find("event: over") != std::string::npos);

    desk.has_rights = true;
    const auto of_session = desk.hub.open(malo, {token({"w:7/tickets"})}, {});
    desk.is_signed_in = false;
    board().publish({"p:1/sessions", {}});
    std::this_thread::sleep_for(100ms);
    CHECK(of_session->is_over());
    CHECK(desk.hub.stream_count() == 0);
}

TEST_CASE("who is on a record is told to the others, never to himself, and forgotten")
{
    Desk desk;
    auto of_rose = token({"w:7/ticket:1"});
    of_rose.membership = {32};
    const auto stream = desk.hub.open(malo, {token({"w:7/ticket:1"})}, {});
    const auto other = desk.hub.open(rose, {of_rose}, {});
    taken(stream), taken(other);
    desk.hub.be_present("w:7/ticket:1",
                        {.id = "32", .name = "Rose", .state = live::Present::State::Typing});
    CHECK(taken(stream).find(R"("people":[{"name":"Rose","typing":true}])") != std::string::npos);
    CHECK(taken(other).find(R"("people":[])") != std::string::npos);
    desk.hub.be_present("w:7/ticket:1",
                        {.id = "32", .name = "Rose", .state = live::Present::State::Away});
    CHECK(taken(stream).find(R"("people":[])") != std::string::npos);
}
