#include "tests/load/client.hpp"
#include "tests/load/figure.hpp"
#include "tests/load/measures.hpp"
#include "tests/load/member.hpp"
#include "tests/load/seed_store.hpp"

#include <algorithm>
#include <atomic>
#include <stdexcept>
#include <thread>

namespace load
{
namespace
{

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

constexpr std::int64_t many = 100'000;
constexpr std::int64_t lines_of_books = 200'000;
constexpr int lines_of_quote = 200;
constexpr int issuers = 64;
constexpr int each = 32;        // invoices of an issuer
constexpr auto patience = 60s;  // for one answer
constexpr int together = 1'000; // invoices of one sending
constexpr double sending_s = 20;
constexpr auto papers_patience = 5min;
constexpr int rounds = 5;
constexpr auto turn = std::chrono::milliseconds{1'000};
constexpr auto moment = std::chrono::milliseconds{250};

std::string between(const std::string& text, const std::string& before, char end)
{
    const auto at = text.find(before);
    if (at == std::string::npos) throw std::runtime_error{"nothing after " + before};
    const auto first = at + before.size();
    return text.substr(first, text.find(end, first) - first);
}

std::string post(const std::string& path, const std::string& cookie, const std::string& body)
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie +
           "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

double seconds_since(Clock::time_point begin)
{
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

/// The demonstration leaves photos to judge and papers to make.
void await_quiet(const Installation& installation)
{
    const auto end = Clock::now() + papers_patience;
    while (jobs_due(installation) > 0) {
        if (Clock::now() > end) throw std::runtime_error{"the queue does not end"};
        std::this_thread::sleep_for(100ms);
    }
}

void measure_first_byte(const Server& server, const std::string& request, const std::string& name,
                        double most)
{
    std::vector<double> first_byte_ms;
    visit({.port = server.port(), .request = request, .connections = 1, .lasts = turn});
    for (int round = 0; round < rounds; ++round) {
        const auto answers =
            visit({.port = server.port(), .request = request, .connections = 1, .lasts = turn});
        if (answers.by_status.size() != 1 || !answers.by_status.contains(200))
            throw std::runtime_error{"an unexpected answer: " + name};
        first_byte_ms.insert(first_byte_ms.end(), answers.first_byte_ms.begin(),
                             answers.first_byte_ms.end());
    }
    print({.name = name + ".p99",
           .value = p99(first_byte_ms),
           .unit = "ms",
           .budget = at_most(most)});
    print({.name = name + ".median", .value = median(first_byte_ms), .unit = "ms"});
}

/// What the editor of a quote sends as one types, with all the lines a quote may have.
std::string totals_request(const Member& builder, const Server& server)
{
    const auto list = ask(server, builder.request("/devis?etat=draft")).body;
    const auto folder = "/e/" + builder.slug() + "/devis/";
    std::string id;
    for (auto at = list.find(folder); at != std::string::npos && id.empty();
         at = list.find(folder, at + 1))
        if (const auto first = at + folder.size(); list[first] >= '0' && list[first] <= '9')
            id = list.substr(first, list.find_first_not_of("0123456789", first) - first);
    if (id.empty()) throw std::runtime_error{"no draft of a quote"};
    const auto page = ask(server, builder.request("/devis/" + id)).body;
    const auto form = page.substr(page.find("id=\"sale-form\""));
    auto body = "_csrf=" + between(form, "name=\"_csrf\" value=\"", '"') + "&version=1&title=Long";
    for (int n = 1; n <= lines_of_quote; ++n) {
        const auto line = "&l" + std::to_string(n) + ".";
        body += line + "kind=line" + line + "name=Ligne+" + std::to_string(n) + line +
                "quantity=3%2C5" + line + "unit=m" + line + "unit_price=12%2C3456" + line +
                "discount=5" + line + "tax=" + (n % 2 == 0 ? "FR20" : "FR10");
    }
    return post(folder + id + "/totaux", builder.cookie(), body);
}

struct Issued {
    std::atomic<std::int64_t> taken{0};
    std::atomic<std::int64_t> refused{0};
};

/// One person after another invoice; the first one is number `first`.
void issue(const Server& server, const std::string& place, const std::string& cookie,
           std::int64_t first, Issued& issued)
{
    constexpr int see_other = 303;
    test_support::RawClient client{server.port()};
    client.send(get(place + std::to_string(first) + "/emission", {{"Cookie", cookie}}));
    const auto page = client.read(test_support::HasBody::Yes, patience);
    if (!page || page->status != 200) throw std::runtime_error{"no page to issue from"};
    const auto body = "_csrf=" + between(page->body, "name=\"_csrf\" value=\"", '"') +
                      "&version=1&way=hand&name=Mesure";
    for (auto id = first; id < first + each; ++id) {
        client.send(post(place + std::to_string(id) + "/emission", cookie, body));
        const auto answer = client.read(test_support::HasBody::Yes, patience);
        if (!answer) throw std::runtime_error{"an issue without an answer"};
        ++(answer->status == see_other ? issued.taken : issued.refused);
    }
}

void measure_issuers(const Member& builder, const Server& server,
                     const std::vector<std::string>& cookies, const std::string& on)
{
    const auto before = size_of_invoices(builder.installation(), builder.slug());
    const auto place = "/e/" + builder.slug() + "/factures/";
    Issued issued;
    std::atomic<int> broken{0};
    const auto begin = Clock::now();
    {
        std::vector<std::jthread> threads;
        for (int n = 0; n < issuers; ++n)
            threads.emplace_back([&, n] {
                try {
                    issue(server, place, cookies[static_cast<std::size_t>(n)],
                          many + together + 1 + n * each, issued);
                } catch (const std::exception&) {
                    ++broken;
                }
            });
    }
    const auto lasted = seconds_since(begin);
    if (broken > 0) throw std::runtime_error{"an issuer was not answered"};
    auto size = size_of_invoices(builder.installation(), builder.slug());
    if (size.numbers - before.numbers != issued.taken || size.different != size.numbers)
        throw std::runtime_error{"numbers are not what was issued"};
    print({.name = "invoices.issued.64" + on,
           .value = static_cast<double>(issued.taken) / lasted,
           .unit = "1/s",
           .budget = at_least(1'000),
           .target = at_least(3'000)});
    print({.name = "invoices.refused.64" + on,
           .value = static_cast<double>(issued.refused),
           .unit = "invoices",
           .budget = at_most(0)});
    while (size.papers < before.papers + issued.taken && Clock::now() < begin + papers_patience) {
        std::this_thread::sleep_for(100ms);
        size = size_of_invoices(builder.installation(), builder.slug());
    }
    print({.name = "invoices.papers" + on,
           .value = static_cast<double>(size.papers - before.papers) / seconds_since(begin),
           .unit = "1/s",
           .budget = at_least(50)});
}

/// From the button to the last paper and its mail, with somebody who reads the list meanwhile.
void measure_sending(const Member& builder, const Server& server, const std::string& on)
{
    constexpr int see_other = 303;
    const auto& installation = builder.installation();
    const auto before = size_of_invoices(installation, builder.slug());
    const auto page = ask(server, builder.request("/factures-en-attente")).body;
    const auto form = page.substr(page.find("action=\"/e/" + builder.slug() + "/factures-en"));
    test_support::RawClient client{server.port()};
    const auto begin = Clock::now();
    client.send(post("/e/" + builder.slug() + "/factures-en-attente", builder.cookie(),
                     "_csrf=" + between(form, "name=\"_csrf\" value=\"", '"') + "&everything=on"));
    const auto answer = client.read(test_support::HasBody::Yes, patience);
    if (!answer || answer->status != see_other) throw std::runtime_error{"nothing was sent"};
    std::vector<double> first_byte_ms;
    while (invoices_leaving(installation) > 0) {
        if (Clock::now() > begin + papers_patience) throw std::runtime_error{"a sending lasts"};
        const auto answers = visit({.port = server.port(),
                                    .request = builder.request("/factures"),
                                    .connections = 1,
                                    .lasts = moment});
        first_byte_ms.insert(first_byte_ms.end(), answers.first_byte_ms.begin(),
                             answers.first_byte_ms.end());
    }
    const auto lasted = seconds_since(begin);
    const auto after = size_of_invoices(installation, builder.slug());
    print({.name = "invoices.sending.left_behind" + on,
           .value = static_cast<double>(together - (after.papers - before.papers)),
           .unit = "invoices",
           .budget = at_most(0)});
    print({.name = "invoices.sending.1000" + on,
           .value = lasted,
           .unit = "s",
           .budget = at_most(sending_s)});
    print({.name = "invoices.sending.list_meanwhile.p99" + on,
           .value = p99(first_byte_ms),
           .unit = "ms"});
    print({.name = "invoices.sending.list_meanwhile.median" + on,
           .value = median(first_byte_ms),
           .unit = "ms"});
}

test_support::RawAnswer answered(const Server& server, const std::string& request)
{
    test_support::RawClient client{server.port()};
    client.send(request);
    auto answer = client.read(test_support::HasBody::Yes, patience);
    if (!answer || answer->status != 200)
        throw std::runtime_error{"an unexpected answer to " + request.substr(0, 100)};
    return std::move(*answer);
}

void measure_books(const Member& builder, const Server& server, const std::string& on)
{
    const auto page = answered(server, builder.request("/comptabilite/fec"));
    const auto year = between(page.body, "/comptabilite/fec.txt?periode=", '"').substr(0, 4);
    const auto memory = server.resident_mb();
    const auto begin = Clock::now();
    const auto file = answered(server, builder.request("/comptabilite/fec.txt?periode=" + year));
    print({.name = "invoices.fec.200k" + on,
           .value = seconds_since(begin),
           .unit = "s",
           .budget = at_most(5)});
    if (std::ranges::count(file.body, '\n') < lines_of_books)
        throw std::runtime_error{"the FEC is short"};
    print({.name = "invoices.fec.200k.memory" + on,
           .value = server.resident_mb() - memory,
           .unit = "MB"});
}

} // namespace

void measure_invoices()
{
    for (const auto engine : {db::Engine::Sqlite, db::Engine::Postgres}) {
        const Member builder{engine, "chantier"};
        const auto& installation = builder.installation();
        installation.run({"reindex"}); // else the server would do it meanwhile
        const auto cookies = builder.more_sessions(issuers);
        grow_invoices(installation, builder.slug(), many);
        draft_invoices(installation, builder.slug(), many + 1, many + together + issuers * each);
        grow_entries(installation, builder.slug(), lines_of_books);
        const auto server = builder.start();
        await_quiet(installation);
        const std::string on = engine == db::Engine::Sqlite ? ".sqlite" : ".postgres";
        for (const std::string view : {"all", "unpaid", "late"})
            measure_first_byte(*server, builder.request("/factures?etat=" + view),
                               "invoices.list_" + view + ".100k" + on, 10);
        measure_first_byte(*server, builder.request("/journee"), "invoices.day.100k" + on, 50);
        measure_first_byte(*server, totals_request(builder, *server), "quotes.totals.200" + on, 30);
        measure_books(builder, *server, on);
        measure_sending(builder, *server, on);
        measure_issuers(builder, *server, cookies, on);
    }
}

} // namespace load
