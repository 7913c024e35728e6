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

constexpr std::int64_t tickets = 100'000;
constexpr int rounds = 5;
constexpr auto turn = std::chrono::milliseconds{1'000};

/// A page, and the milliseconds its 99th percentile and its CPU must not cross.
struct Asked {
    const char* name;
    const char* path;
    std::optional<double> first_byte;
    std::optional<double> cpu;
};
constexpr std::array pages{
    Asked{"list", "/tickets?vue=all", 10, {}},
    Asked{"list_open", "/tickets", 10, {}},
    Asked{"board", "/tickets/tableau", 10, {}},
    Asked{"dashboard_month", "/tableau-de-bord?periode=month", {}, 50},
    Asked{"dashboard_year", "/tableau-de-bord?periode=year", {}, 50},
};

std::optional<Bound> bound_of(const std::optional<double>& most)
{
    if (!most) return {};
    return at_most(*most);
}

void measure_page(const TicketDesk& desk, const Server& server, const Asked& asked,
                  const std::string& engine)
{
    const auto request = desk.request(asked.path);
    std::vector<double> first_byte_ms;
    std::vector<double> cpu_ms;
    visit({.port = server.port(), .request = request, .connections = 1, .lasts = turn});
    for (int round = 0; round < rounds; ++round) {
        const auto before = server.cpu();
        const auto answers =
            visit({.port = server.port(), .request = request, .connections = 1, .lasts = turn});
        const std::chrono::duration<double, std::milli> used = server.cpu() - before;
        if (answers.by_status.size() != 1 || !answers.by_status.contains(200))
            throw std::runtime_error{std::string{"an unexpected answer to "} + asked.path};
        cpu_ms.push_back(used.count() / static_cast<double>(answers.count));
        first_byte_ms.insert(first_byte_ms.end(), answers.first_byte_ms.begin(),
                             answers.first_byte_ms.end());
    }
    const auto name = std::string{"desk."} + asked.name + ".100k." + engine;
    print({.name = name + ".p99",
           .value = p99(first_byte_ms),
           .unit = "ms",
           .budget = bound_of(asked.first_byte)});
    print({.name = name + ".median", .value = median(first_byte_ms), .unit = "ms"});
    print({.name = name + ".cpu",
           .value = median(cpu_ms),
           .unit = "ms",
           .budget = bound_of(asked.cpu)});
}

} // namespace

void measure_desk()
{
    for (const auto engine : {db::Engine::Sqlite, db::Engine::Postgres}) {
        TicketDesk desk{engine};
        desk.installation().run({"reindex"}); // else the server would do it meanwhile
        desk.grow(tickets);
        const auto server = desk.start();
        desk.open_list(*server);
        for (const auto& asked : pages)
            measure_page(desk, *server, asked,
                         engine == db::Engine::Sqlite ? "sqlite" : "postgres");
    }
}

} // namespace load
