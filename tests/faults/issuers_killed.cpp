// Kills the server again and again while people issue invoices through it, two of them the same
// ones: no number is missing or given twice, what was acknowledged is issued, chained, booked and
// drawn, and nobody is written to about an invoice that does not exist.

#include "tests/faults/checks.hpp"
#include "tests/load/client.hpp"
#include "tests/load/member.hpp"
#include "tests/load/on_database.hpp"
#include "tests/load/seed_store.hpp"
#include "tests/support/raw_client.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <chrono>
#include <csignal>
#include <iostream>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <stdexcept>
#include <string_view>
#include <thread>
#include <vector>

namespace
{

using namespace std::chrono_literals;

constexpr int kills_of_a_run = 12;
constexpr int kills_max = 10'000;
constexpr std::int64_t piles = 4;
constexpr std::int64_t people_at_a_pile = 2;
constexpr std::int64_t drafts_of_a_pile = 800;
constexpr auto life_min = 0ms; // from the first issue that was told
constexpr auto life_max = 250ms;
constexpr auto patience = 20s; // for one answer
constexpr auto drawing_max = 4min;
constexpr auto moment = 20ms;
constexpr auto look_every = 1ms;

constexpr db::Query expire_leases{"faults.expire_leases", R"sql(
    -- all workspaces: a dead process is believed dead at once, instead of after a minute
    UPDATE job SET lease_until = 0 WHERE state = 'running'
)sql"};
constexpr db::Query list_issued{"faults.issued", R"sql(
    SELECT i.id, i.number FROM invoices_invoice i
     WHERE i.workspace_id = (SELECT id FROM workspace WHERE slug = :slug) AND i.number <> ''
     ORDER BY i.id
)sql"};
constexpr db::Query count_halves{"faults.half_issued", R"sql(
    SELECT count(*) FROM invoices_invoice i
     WHERE i.workspace_id = (SELECT id FROM workspace WHERE slug = :slug)
       AND (SELECT count(*) FROM invoices_issue s
             WHERE s.workspace_id = i.workspace_id AND s.invoice_id = i.id
               AND s.paper IS NOT NULL)
           + (SELECT count(*) FROM invoices_balance b
               WHERE b.workspace_id = i.workspace_id AND b.invoice_id = i.id)
           + (SELECT count(*) FROM accounting_sale a
               WHERE a.workspace_id = i.workspace_id AND a.id = i.id AND a.number = i.number)
           <> CASE WHEN i.number = '' THEN 0 ELSE 3 END
)sql"};
constexpr db::Query list_chained{"faults.chained", R"sql(
    SELECT e.payload FROM ledger_event e
     WHERE e.workspace_id = (SELECT id FROM workspace WHERE slug = :slug)
       AND e.kind IN ('invoice_issued', 'credit_note_issued')
)sql"};
constexpr db::Query count_letters{"faults.letters", R"sql(
    SELECT count(*), count(DISTINCT i.id)
      FROM outbox o
      LEFT JOIN outbox_attachment a ON a.workspace_id = o.workspace_id AND a.message = o.id
      LEFT JOIN invoices_issue s ON s.workspace_id = o.workspace_id AND s.paper = a.file_id
      LEFT JOIN invoices_invoice i ON i.workspace_id = s.workspace_id AND i.id = s.invoice_id
                                  AND i.number <> ''
     WHERE o.workspace_id = (SELECT id FROM workspace WHERE slug = :slug)
       AND o.template_name = 'invoices.issued'
)sql"};

/// What the people saw.
class Acknowledged
{
  public:
    void add(std::int64_t id)
    {
        const std::scoped_lock lock{mutex_};
        ids_.insert(id);
    }
    void note(int status)
    {
        const std::scoped_lock lock{mutex_};
        ++refused_[status];
    }
    std::size_t size() const
    {
        const std::scoped_lock lock{mutex_};
        return ids_.size();
    }
    /// Once the people are gone.
    const std::set<std::int64_t>& ids() const { return ids_; }
    const std::map<int, int>& refused() const { return refused_; }

  private:
    mutable std::mutex mutex_;
    std::set<std::int64_t> ids_;
    std::map<int, int> refused_; ///< answers that issued nothing, by status
};

struct Pile {
    std::int64_t first = 0;
    std::atomic<std::int64_t> next{0}; ///< below it everything was answered
};

std::string token_in(const std::string& page)
{
    constexpr std::string_view before = "name=\"_csrf\" value=\"";
    const auto at = page.find(before);
    if (at == std::string::npos) return {};
    return page.substr(at + before.size(), page.find('"', at + before.size()) - at - before.size());
}

std::string post(const std::string& path, const std::string& cookie, const std::string& body)
{
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie +
           "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
           std::to_string(body.size()) + "\r\n\r\n" + body;
}

struct Person {
    std::uint16_t port = 0;
    std::string place; ///< "/e/…/factures/"
    std::string cookie;
};

/// Until the pile or the server ends.
void issue(const Person& person, Pile& pile, Acknowledged& acknowledged)
{
    constexpr int see_other = 303;
    test_support::RawClient client{person.port};
    std::string token;
    for (auto at = pile.next.load(); at < drafts_of_a_pile; ++at) {
        const auto path = person.place + std::to_string(pile.first + at) + "/emission";
        if (token.empty()) {
            client.send(load::get(path, {{"Cookie", person.cookie}}));
            const auto page = client.read(test_support::HasBody::Yes, patience);
            if (!page) return;
            token = token_in(page->body);
            if (page->status != 200) continue; // issued by the one who was not answered
        }
        client.send(
            post(path, person.cookie,
                 "_csrf=" + token + "&version=1&way=mail&name=Rose&email=rose%40client.example"));
        const auto answer = client.read(test_support::HasBody::Yes, patience);
        if (!answer) return;
        if (answer->status == see_other)
            acknowledged.add(pile.first + at);
        else
            acknowledged.note(answer->status);
        auto seen = pile.next.load();
        while (seen < at + 1 && !pile.next.compare_exchange_weak(seen, at + 1)) {
        }
    }
}

/// How many were issued and told in that life.
std::size_t live_and_be_killed(const load::Member& builder, const std::vector<std::string>& cookies,
                               std::array<Pile, piles>& all, std::chrono::milliseconds life,
                               Acknowledged& acknowledged)
{
    const auto before = acknowledged.size();
    const auto server = builder.start();
    std::vector<std::jthread> people;
    for (std::size_t n = 0; n < cookies.size(); ++n)
        people.emplace_back([&, n] {
            const Person person{.port = server->port(),
                                .place = "/e/" + builder.slug() + "/factures/",
                                .cookie = cookies[n]};
            try {
                issue(person, all[n % piles], acknowledged);
            } catch (const std::exception&) {
                return; // the server died as he connected
            }
        });
    const auto end = std::chrono::steady_clock::now() + patience;
    while (acknowledged.size() == before && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(look_every);
    std::this_thread::sleep_for(life);
    ::kill(server->process(), SIGKILL);
    people.clear();
    return acknowledged.size() - before;
}

void draw_what_is_left(const load::Member& builder)
{
    const auto& installation = builder.installation();
    load::on_database(installation,
                      [](auto& connection) { connection.execute(expire_leases, {}); });
    const auto server = builder.start();
    const auto end = std::chrono::steady_clock::now() + drawing_max;
    while (load::invoices_leaving(installation) > 0 && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(moment);
}

struct Found {
    std::map<std::int64_t, std::string> issued; ///< numbers by id
    std::vector<std::string> chained;
    std::int64_t halves = 0;
    std::int64_t letters = 0;
    std::int64_t invoices_written_about = 0;
};

Found find_all(const load::Member& builder)
{
    Found found;
    load::on_database(builder.installation(), [&](auto& connection) {
        const db::Binds here{{"slug", builder.slug()}};
        {
            const auto rows = connection.open(list_issued, here);
            while (rows->next())
                found.issued.emplace(rows->integer(0), rows->text(1));
        }
        {
            const auto rows = connection.open(list_chained, here);
            while (rows->next())
                found.chained.emplace_back(rows->text(0));
        }
        {
            const auto rows = connection.open(count_halves, here);
            if (rows->next()) found.halves = rows->integer(0);
        }
        const auto rows = connection.open(count_letters, here);
        if (!rows->next()) return;
        found.letters = rows->integer(0);
        found.invoices_written_about = rows->integer(1);
    });
    return found;
}

/// "FACT-2026-0012": the series is all before the digits at its end.
void check_numbers(const Found& found, faults::Checks& checks)
{
    std::map<std::string, std::vector<std::int64_t>> series;
    for (const auto& [id, number] : found.issued) {
        const auto digits = number.rfind('-') + 1;
        std::int64_t place = 0;
        std::from_chars(number.data() + digits, number.data() + number.size(), place);
        series[number.substr(0, digits)].push_back(place);
    }
    checks.that(!series.empty(), "no number was given");
    for (auto& [name, places] : series) {
        std::ranges::sort(places);
        for (std::size_t i = 0; i < places.size(); ++i)
            if (places[i] != static_cast<std::int64_t>(i) + 1) {
                checks.that(false, name + " has a gap or a twin at " + std::to_string(i + 1));
                break;
            }
    }
}

void check_chain(const Found& found, faults::Checks& checks)
{
    std::multiset<std::string> numbers;
    constexpr std::string_view before = "\"number\":\"";
    for (const auto& payload : found.chained) {
        const auto at = payload.find(before) + before.size();
        numbers.insert(payload.substr(at, payload.find('"', at) - at));
    }
    checks.that(numbers.size() == found.issued.size(),
                "the chain has more or less than was issued");
    for (const auto& [id, number] : found.issued)
        if (numbers.count(number) != 1) checks.that(false, number + " is not chained once");
}

void kill_on(db::Engine engine, int kills, faults::Checks& checks)
{
    const load::Member builder{engine, "chantier"};
    const auto cookies = builder.more_sessions(piles * people_at_a_pile);
    std::array<Pile, piles> all;
    for (std::size_t n = 0; n < all.size(); ++n)
        all[n].first = 1 + static_cast<std::int64_t>(n) * drafts_of_a_pile;
    load::draft_invoices(builder.installation(), builder.slug(), 1, piles * drafts_of_a_pile);
    draw_what_is_left(builder); // the demonstration leaves papers to draw
    const auto before = find_all(builder);

    std::mt19937 chance{std::random_device{}()};
    std::uniform_int_distribution<int> life{static_cast<int>(life_min.count()),
                                            static_cast<int>(life_max.count())};
    Acknowledged acknowledged;
    int interrupted = 0;
    for (int round = 0; round < kills; ++round)
        interrupted += live_and_be_killed(builder, cookies, all,
                                          std::chrono::milliseconds{life(chance)}, acknowledged) > 0
                           ? 1
                           : 0;
    draw_what_is_left(builder);

    const auto found = find_all(builder);
    const auto issued = found.issued.size() - before.issued.size();
    std::size_t lost = 0;
    for (const auto id : acknowledged.ids())
        lost += found.issued.contains(id) ? 0U : 1U;
    checks.that(interrupted == kills, "a server was killed before anybody issued");
    checks.that(lost == 0, std::to_string(lost) + " acknowledged invoices were lost");
    checks.that(issued >= acknowledged.ids().size(), "fewer were issued than acknowledged");
    for (const auto& [status, times] : acknowledged.refused())
        checks.that(status < 500, std::to_string(times) + " answers of " + std::to_string(status));
    checks.that(found.halves == 0, std::to_string(found.halves) + " invoices are issued by half");
    check_numbers(found, checks);
    check_chain(found, checks);
    const auto letters = static_cast<std::size_t>(found.letters - before.letters);
    checks.that(found.letters == found.invoices_written_about,
                "somebody was written to about no invoice, or twice");
    checks.that(letters == issued,
                std::to_string(letters) + " letters of " + std::to_string(issued) + " invoices");
    builder.installation().run({"verify"}); // throws when a chain is broken
    checks.that(true, "");
    std::cout << (engine == db::Engine::Sqlite ? "sqlite" : "postgres") << ": " << kills
              << " kills (" << interrupted << " while somebody issued), " << issued
              << " invoices issued, " << acknowledged.ids().size() << " acknowledged, " << lost
              << " lost, " << found.halves << " by half, " << letters << " letters\n";
}

int kills_from(int count, char** words)
{
    if (count == 1) return kills_of_a_run;
    int kills = 0;
    if (count == 3 && std::string_view{words[1]} == "--kills") {
        const std::string_view digits = words[2];
        std::from_chars(digits.data(), digits.data() + digits.size(), kills);
    }
    return kills <= kills_max ? kills : 0;
}

} // namespace

int main(int count, char** words)
{
    const int kills = kills_from(count, words);
    if (kills < 1) {
        std::cerr << "Usage: issuers_killed [--kills N], N from 1 to " << kills_max << "\n";
        return 2;
    }
    faults::Checks checks;
    kill_on(db::Engine::Sqlite, kills, checks);
    kill_on(db::Engine::Postgres, kills, checks);
    return checks.report();
}
