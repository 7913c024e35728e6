#include "tests/load/client.hpp"
#include "tests/load/figure.hpp"
#include "tests/load/measures.hpp"
#include "tests/load/ticket_desk.hpp"

#include <array>
#include <stdexcept>

namespace load
{
namespace
{

constexpr std::int64_t few_tickets = 10'000;
constexpr std::int64_t many_tickets = 1'000'000;
constexpr int rounds = 5; // each kind of request takes its turn in each
constexpr int crowd = 16; // connections that keep both cores busy
constexpr auto turn = std::chrono::milliseconds{1'000};

/// What one kind of request cost, a figure a round.
struct Cost {
    std::vector<double> per_second;
    std::vector<double> cpu_us;
    std::vector<double> first_byte_ms;
    std::vector<double> bytes; ///< of an answer, its head included

    void add(const Server& server, const Visits& visits, int expected_status)
    {
        const auto before = server.cpu();
        const auto answers = visit(visits);
        const std::chrono::duration<double, std::micro> used = server.cpu() - before;
        if (answers.by_status.size() != 1 || !answers.by_status.contains(expected_status))
            throw std::runtime_error{"an unexpected answer during " +
                                     visits.request.substr(0, visits.request.find('\r'))};
        per_second.push_back(answers.per_second());
        cpu_us.push_back(used.count() / static_cast<double>(answers.count));
        bytes.push_back(static_cast<double>(answers.bytes) / static_cast<double>(answers.count));
        first_byte_ms.insert(first_byte_ms.end(), answers.first_byte_ms.begin(),
                             answers.first_byte_ms.end());
    }
};

std::vector<double> quotients(const std::vector<double>& upper, const std::vector<double>& lower)
{
    std::vector<double> all;
    for (std::size_t n = 0; n < upper.size(); ++n)
        all.push_back(upper[n] / lower[n]);
    return all;
}

/// The requests that are compared.
struct Requests {
    std::string list;
    std::string compressed;
    std::string bare; ///< an answer as long as the list, made of nothing
    std::size_t list_bytes = 0;
};

Requests requests_for(const TicketDesk& desk, const Server& server)
{
    const auto page = desk.open_list(server);
    return {.list = desk.list_request(),
            .compressed = get(desk.list_path(), {{"Cookie", desk.cookie()}}, "br, gzip"),
            .bare = get("/bare/" + std::to_string(page.body.size())),
            .list_bytes = page.body.size()};
}

/// The list again, with the ETag it has now: « il y a 3 min » makes another page of it.
std::string unchanged_request(const TicketDesk& desk, const Server& server)
{
    const auto page = desk.open_list(server);
    return get(desk.list_path(),
               {{"Cookie", desk.cookie()}, {"If-None-Match", page.header("ETag")}});
}

Visits visits_of(const Server& server, const std::string& request, int connections)
{
    return {.port = server.port(), .request = request, .connections = connections, .lasts = turn};
}

void print_costs(const Cost& list, const Cost& bare, const Cost& unchanged)
{
    print({.name = "http.bare", .value = median(bare.per_second), .unit = "requests/s"});
    print({.name = "http.bare.cpu", .value = median(bare.cpu_us), .unit = "us"});
    print({.name = "http.list",
           .value = median(list.per_second),
           .unit = "requests/s",
           .ratio = median(quotients(list.per_second, bare.per_second)),
           .ratio_to = "http.bare",
           .budget = at_least(0.10)});
    print({.name = "http.list.cpu",
           .value = median(list.cpu_us),
           .unit = "us",
           .target = at_most(80)});
    print({.name = "http.list.unchanged",
           .value = median(unchanged.per_second),
           .unit = "requests/s",
           .ratio = median(quotients(unchanged.per_second, list.per_second)),
           .ratio_to = "http.list"});
    print({.name = "http.list.unchanged.cpu",
           .value = median(unchanged.cpu_us),
           .unit = "us",
           .target = at_most(20)});
}

/// As browsers ask for it, reported apart from the budget.
void print_compressed(const Cost& compressed)
{
    print({.name = "http.list.compressed.cpu", .value = median(compressed.cpu_us), .unit = "us"});
    print(
        {.name = "http.list.compressed.bytes", .value = median(compressed.bytes), .unit = "bytes"});
}

/// One person alone, who reads the same page again and again.
void print_first_byte(const std::string& name, const Server& server, const std::string& request)
{
    Cost alone;
    for (int round = 0; round < rounds; ++round)
        alone.add(server, visits_of(server, request, 1), 200);
    print({.name = name + ".p99",
           .value = p99(alone.first_byte_ms),
           .unit = "ms",
           .budget = at_most(10),
           .target = at_most(3)});
    print({.name = name + ".median", .value = median(alone.first_byte_ms), .unit = "ms"});
    print({.name = name + ".cpu", .value = median(alone.cpu_us), .unit = "us"});
}

void print_first_bytes(const TicketDesk& desk, const Server& server, const std::string& of_tickets)
{
    const auto name = [&](const char* page) {
        return std::string{"first_byte."} + page + of_tickets;
    };
    print_first_byte(name("home"), server, desk.request("/journee"));
    print_first_byte(name("list"), server, desk.list_request());
    print_first_byte(name("ticket"), server, desk.ticket_request(server));
    print_first_byte(name("projects"), server, desk.request("/projets"));
    print_first_byte(name("clients"), server, desk.request("/clients"));
}

} // namespace

void measure_list()
{
    TicketDesk desk;
    desk.grow(few_tickets);
    const auto server = desk.start();
    const auto requests = requests_for(desk, *server);
    print({.name = "http.list.body",
           .value = static_cast<double>(requests.list_bytes),
           .unit = "bytes"});
    Cost list;
    Cost bare;
    Cost unchanged;
    Cost compressed;
    visit(visits_of(*server, requests.list, crowd)); // fills caches and opens readers
    for (int round = 0; round < rounds; ++round) {
        bare.add(*server, visits_of(*server, requests.bare, crowd), 200);
        list.add(*server, visits_of(*server, requests.list, crowd), 200);
        unchanged.add(*server, visits_of(*server, unchanged_request(desk, *server), crowd), 304);
        compressed.add(*server, visits_of(*server, requests.compressed, crowd), 200);
    }
    print_costs(list, bare, unchanged);
    print_compressed(compressed);
    print({.name = "memory.loaded", .value = server->resident_mb(), .unit = "MB"});
    print_first_bytes(desk, *server, ".10k");
}

/// Two installations side by side, asked in turn.
void measure_large_list()
{
    TicketDesk few;
    few.grow(few_tickets);
    TicketDesk many;
    many.grow(many_tickets);
    const auto few_server = few.start();
    const auto many_server = many.start();
    few.open_list(*few_server);
    many.open_list(*many_server);
    Cost of_few;
    Cost of_many;
    visit(visits_of(*few_server, few.list_request(), crowd));
    visit(visits_of(*many_server, many.list_request(), crowd));
    for (int round = 0; round < rounds; ++round) {
        of_few.add(*few_server, visits_of(*few_server, few.list_request(), crowd), 200);
        of_many.add(*many_server, visits_of(*many_server, many.list_request(), crowd), 200);
    }
    print({.name = "http.list.10k.cpu", .value = median(of_few.cpu_us), .unit = "us"});
    print({.name = "http.list.1m.cpu",
           .value = median(of_many.cpu_us),
           .unit = "us",
           .ratio = median(quotients(of_many.cpu_us, of_few.cpu_us)),
           .ratio_to = "http.list.10k.cpu",
           .budget = at_most(1.3),
           .target = at_most(1.15)});
    print_first_bytes(many, *many_server, ".1m");
}

} // namespace load
