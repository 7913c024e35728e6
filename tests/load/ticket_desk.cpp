#include "tests/load/ticket_desk.hpp"

#include "tests/load/client.hpp"
#include "tests/load/seed_store.hpp"

#include <set>
#include <stdexcept>

namespace load
{
namespace
{

constexpr std::size_t rows_of_a_page = 50;

/// The different addresses of tickets a page links to.
std::set<std::string> tickets_in(const std::string& page, const std::string& folder)
{
    std::set<std::string> found;
    for (auto at = page.find(folder); at != std::string::npos; at = page.find(folder, at + 1)) {
        const auto end = page.find_first_of("\"?#/", at + folder.size());
        found.insert(page.substr(at, end - at));
    }
    return found;
}

} // namespace

TicketDesk::TicketDesk(db::Engine engine) : member_(engine, "support-technique") {}

void TicketDesk::grow(std::int64_t total)
{
    const auto& installation = member_.installation();
    if (installation.engine() == db::Engine::Postgres)
        grow_postgres_tickets(installation.postgres_url(), slug(), total);
    else
        grow_tickets(installation.database(), slug(), total);
}

std::string TicketDesk::list_path() const
{
    return "/e/" + slug() + "/tickets?vue=all";
}

std::string TicketDesk::list_request() const
{
    return get(list_path(), {{"Cookie", cookie()}});
}

test_support::RawAnswer TicketDesk::open_list(const Server& server) const
{
    auto page = ask(server, list_request());
    if (tickets_in(page.body, "/e/" + slug() + "/tickets/T-").size() != rows_of_a_page)
        throw std::runtime_error{"the list does not show 50 tickets"};
    return page;
}

std::string TicketDesk::ticket_request(const Server& server) const
{
    const auto page = open_list(server);
    const auto newest = tickets_in(page.body, "/e/" + slug() + "/tickets/T-");
    return get(*newest.rbegin(), {{"Cookie", cookie()}});
}

} // namespace load
