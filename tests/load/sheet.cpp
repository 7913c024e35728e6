#include "tests/load/client.hpp"
#include "tests/load/figure.hpp"
#include "tests/load/measures.hpp"
#include "tests/load/member.hpp"
#include "tests/load/seed_store.hpp"

#include <stdexcept>

namespace load
{
namespace
{

constexpr SheetSize longest{.posts = 200, .comments = 2'000, .photos = 500};
constexpr int rounds = 5;
constexpr int papers = 3;
constexpr auto turn = std::chrono::milliseconds{1'000};
constexpr double first_byte_max = 20; ///< ms
constexpr double paper_max = 5;       ///< s

void measure_page(const Server& server, const std::string& request, const std::string& name)
{
    std::vector<double> first_byte_ms;
    visit({.port = server.port(), .request = request, .connections = 1, .lasts = turn});
    for (int round = 0; round < rounds; ++round) {
        const auto answers =
            visit({.port = server.port(), .request = request, .connections = 1, .lasts = turn});
        if (answers.by_status.size() != 1 || !answers.by_status.contains(200))
            throw std::runtime_error{"an unexpected answer to a sheet"};
        first_byte_ms.insert(first_byte_ms.end(), answers.first_byte_ms.begin(),
                             answers.first_byte_ms.end());
    }
    print({.name = name + ".p99",
           .value = p99(first_byte_ms),
           .unit = "ms",
           .budget = at_most(first_byte_max)});
    print({.name = name + ".median", .value = median(first_byte_ms), .unit = "ms"});
}

void measure_paper(const Server& server, const std::string& request, const std::string& name)
{
    std::vector<double> seconds;
    const auto before = server.cpu();
    for (int paper = 0; paper < papers; ++paper) {
        const auto asked = std::chrono::steady_clock::now();
        if (!ask(server, request).body.starts_with("%PDF-"))
            throw std::runtime_error{"the paper of a sheet is no PDF"};
        const std::chrono::duration<double> lasted = std::chrono::steady_clock::now() - asked;
        seconds.push_back(lasted.count());
    }
    const std::chrono::duration<double> cpu = server.cpu() - before;
    print({.name = name, .value = median(seconds), .unit = "s", .budget = at_most(paper_max)});
    print({.name = name + ".cpu", .value = cpu.count() / papers, .unit = "s"});
    print({.name = name + ".memory", .value = server.resident_mb(), .unit = "MB"});
}

} // namespace

void measure_sheet()
{
    for (const auto engine : {db::Engine::Sqlite, db::Engine::Postgres}) {
        const Member builder{engine, "chantier"};
        builder.installation().run({"reindex"}); // else the server would do it meanwhile
        const auto identifier = grow_sheet(builder.installation(), builder.slug(), longest);
        const auto server = builder.start();
        const auto path = "/fiches/" + identifier;
        const std::string on = engine == db::Engine::Sqlite ? ".sqlite" : ".postgres";
        ask(*server, builder.request(path));
        measure_page(*server, builder.request(path), "sheet.first_byte" + on);
        measure_paper(*server, builder.request(path + "/pdf"), "sheet.paper" + on);
    }
}

} // namespace load
