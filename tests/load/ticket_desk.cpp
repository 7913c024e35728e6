#include "tests/load/ticket_desk.hpp"

#include "tests/load/client.hpp"
#include "tests/load/seed_store.hpp"

#include <boost/json/parse.hpp>

#include <set>
#include <sstream>
#include <stdexcept>

namespace load
{
namespace
{

constexpr std::string_view preset = "support-technique";
constexpr std::string_view role = "admin";
constexpr std::size_t rows_of_a_page = 50;

struct Account {
    std::string slug;
    std::string email;
};

Account account_in(const std::string& demonstration)
{
    const auto all = boost::json::parse(demonstration);
    for (const auto& workspace : all.at("workspaces").as_array()) {
        if (workspace.at("preset").as_string() != preset) continue;
        for (const auto& account : workspace.at("accounts").as_array())
            if (account.at("role").as_string() == role)
                return {std::string{workspace.at("slug").as_string()},
                        std::string{account.at("email").as_string()}};
    }
    throw std::runtime_error{"the demonstration has no account for the measures"};
}

std::string first_line(const std::string& text)
{
    return text.substr(0, text.find('\n'));
}

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

test_support::RawAnswer ask(const Server& server, const std::string& request)
{
    test_support::RawClient client{server.port()};
    client.send(request);
    auto answer = client.read();
    if (!answer || answer->status != 200)
        throw std::runtime_error{"an unexpected answer to " + first_line(request)};
    return std::move(*answer);
}

} // namespace

TicketDesk::TicketDesk(db::Engine engine) : installation_(engine)
{
    const auto account = account_in(installation_.run({"demo", "--json"}));
    slug_ = account.slug;
    email_ = account.email;
    cookie_ = first_line(
        installation_.run({"user", "sessions", "--account", account.email, "--count", "1"}));
}

void TicketDesk::grow(std::int64_t total)
{
    if (installation_.engine() == db::Engine::Postgres)
        grow_postgres_tickets(installation_.postgres_url(), slug_, total);
    else
        grow_tickets(installation_.database(), slug_, total);
}

std::vector<std::string> TicketDesk::more_sessions(int count) const
{
    std::istringstream lines{installation_.run(
        {"user", "sessions", "--account", email_, "--count", std::to_string(count)})};
    std::vector<std::string> cookies;
    for (std::string line; std::getline(lines, line);)
        cookies.push_back(line);
    return cookies;
}

std::string TicketDesk::list_path() const
{
    return "/e/" + slug_ + "/tickets?vue=all";
}

std::string TicketDesk::list_request() const
{
    return get(list_path(), {{"Cookie", cookie_}});
}

std::string TicketDesk::request(const std::string& path) const
{
    return get("/e/" + slug_ + path, {{"Cookie", cookie_}});
}

test_support::RawAnswer TicketDesk::open_list(const Server& server) const
{
    auto page = ask(server, list_request());
    if (tickets_in(page.body, "/e/" + slug_ + "/tickets/T-").size() != rows_of_a_page)
        throw std::runtime_error{"the list does not show 50 tickets"};
    return page;
}

std::string TicketDesk::ticket_request(const Server& server) const
{
    const auto page = open_list(server);
    const auto newest = tickets_in(page.body, "/e/" + slug_ + "/tickets/T-");
    return get(*newest.rbegin(), {{"Cookie", cookie_}});
}

} // namespace load
