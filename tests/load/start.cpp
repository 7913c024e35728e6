#include "tests/load/client.hpp"
#include "tests/load/figure.hpp"
#include "tests/load/measures.hpp"
#include "tests/load/seed_store.hpp"
#include "tests/load/ticket_desk.hpp"

#include <chrono>
#include <stdexcept>
#include <thread>

namespace load
{
namespace
{

using Clock = std::chrono::steady_clock;

constexpr std::int64_t workspaces = 1'000;
constexpr int starts = 9;
constexpr auto patience = std::chrono::seconds{10};
constexpr auto between_attempts = std::chrono::microseconds{500};

bool answers(const Server& server, const std::string& request)
{
    try {
        test_support::RawClient client{server.port()};
        client.send(request);
        const auto answer = client.read();
        if (answer && answer->status != 200) throw std::logic_error{"not the first page"};
        return answer.has_value();
    } catch (const std::runtime_error&) { // nobody listens yet
        return false;
    }
}

/// Milliseconds from the start of the process to the whole first page.
double first_page_ms(const TicketDesk& desk)
{
    const auto started = Clock::now();
    const auto server = desk.installation().launch();
    while (!answers(*server, desk.list_request())) {
        if (Clock::now() - started > patience) throw std::runtime_error{"no first page"};
        std::this_thread::sleep_for(between_attempts);
    }
    return std::chrono::duration<double, std::milli>(Clock::now() - started).count();
}

} // namespace

void measure_start()
{
    TicketDesk desk;
    grow_workspaces(desk.installation().database(), desk.slug(), workspaces);
    std::vector<double> times;
    for (int n = 0; n < starts; ++n)
        times.push_back(first_page_ms(desk));
    print({.name = "start.first_page",
           .value = median(times),
           .unit = "ms",
           .budget = at_most(300),
           .target = at_most(100)});
    const auto server = desk.start();
    print({.name = "memory.idle",
           .value = server->resident_mb(),
           .unit = "MB",
           .budget = at_most(60),
           .target = at_most(30)});
}

} // namespace load
