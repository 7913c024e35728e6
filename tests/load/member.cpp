#include "tests/load/member.hpp"

#include "tests/load/client.hpp"

#include <boost/json/parse.hpp>

#include <sstream>
#include <stdexcept>

namespace load
{
namespace
{

constexpr std::string_view role = "admin";

struct Account {
    std::string slug;
    std::string email;
};

Account account_in(const std::string& demonstration, std::string_view preset)
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

} // namespace

Member::Member(db::Engine engine, std::string_view preset) : installation_(engine)
{
    const auto account = account_in(installation_.run({"demo", "--json"}), preset);
    slug_ = account.slug;
    email_ = account.email;
    cookie_ = first_line(
        installation_.run({"user", "sessions", "--account", account.email, "--count", "1"}));
}

std::string Member::request(const std::string& path) const
{
    return get("/e/" + slug_ + path, {{"Cookie", cookie_}});
}

std::vector<std::string> Member::more_sessions(int count) const
{
    std::istringstream lines{installation_.run(
        {"user", "sessions", "--account", email_, "--count", std::to_string(count)})};
    std::vector<std::string> cookies;
    for (std::string line; std::getline(lines, line);)
        cookies.push_back(line);
    return cookies;
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

} // namespace load
