#include "tests/load/client.hpp"
#include "tests/load/figure.hpp"
#include "tests/load/measures.hpp"
#include "tests/load/seed_store.hpp"
#include "tests/load/ticket_desk.hpp"

#include <array>
#include <stdexcept>

namespace load
{
namespace
{

constexpr std::int64_t messages_wanted = 1'000'000;
constexpr std::int64_t workspaces_min = 1'000;
constexpr int rounds = 5;
constexpr auto turn = std::chrono::milliseconds{400};

/// What somebody types, encoded; each is a request of the palette.
struct Typed {
    const char* name;
    const char* text;
};
constexpr std::array all_typed{Typed{"one_letter", "c"},
                               Typed{"two_letters", "ca"},
                               Typed{"word", "camera"},
                               Typed{"two_words", "camera%20no"},
                               Typed{"four_words", "la%20camera%20est%20no"},
                               Typed{"number", "T-2026-0000"},
                               Typed{"nothing", "zzzz"}};

struct Times {
    std::vector<double> first_byte_ms;
    std::vector<double> cpu_us;
};

Times ask(const TicketDesk& desk, const Server& server, const Typed& typed)
{
    const auto request = desk.request(std::string{"/recherche/suggestions?q="} + typed.text);
    Times times;
    for (int round = 0; round < rounds; ++round) {
        const auto before = server.cpu();
        auto answers = visit({.port = server.port(), .request = request, .lasts = turn});
        if (answers.by_status.size() != 1 || !answers.by_status.contains(200))
            throw std::runtime_error{"the search answers with an error"};
        const std::chrono::duration<double, std::micro> spent = server.cpu() - before;
        times.cpu_us.push_back(spent.count() / static_cast<double>(answers.count));
        times.first_byte_ms.insert(times.first_byte_ms.end(), answers.first_byte_ms.begin(),
                                   answers.first_byte_ms.end());
    }
    return times;
}

} // namespace

void measure_search()
{
    TicketDesk desk;
    desk.installation().run({"reindex"});
    const auto grown =
        grow_search(desk.installation().database(), desk.slug(),
                    {.workspaces_min = workspaces_min, .messages_min = messages_wanted});
    print({.name = "search.messages",
           .value = static_cast<double>(grown.messages),
           .unit = "messages"});
    print({.name = "search.workspaces",
           .value = static_cast<double>(grown.workspaces),
           .unit = "workspaces"});
    print({.name = "search.terms", .value = static_cast<double>(grown.terms), .unit = "rows"});
    print({.name = "search.bytes_a_term", .value = grown.bytes_a_term, .unit = "bytes"});
    const auto server = desk.start();
    for (const auto& typed : all_typed) {
        ask(desk, *server, typed); // fills the page cache
        const auto times = ask(desk, *server, typed);
        const auto name = std::string{"search."} + typed.name;
        print({.name = name + ".p99",
               .value = p99(times.first_byte_ms),
               .unit = "ms",
               .budget = at_most(20),
               .target = at_most(2)});
        print({.name = name + ".median", .value = median(times.first_byte_ms), .unit = "ms"});
        print({.name = name + ".cpu", .value = median(times.cpu_us), .unit = "us"});
    }
}

} // namespace load
