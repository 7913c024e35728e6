#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/http/server.hpp"
#include "tests/support/database.hpp"

#include <boost/json.hpp>

#include <algorithm>
#include <deque>
#include <functional>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

/// Pennylane on one free loopback port, as far as its public pages say (docs « Rate Limiting in API
/// v2 », « Create Ledger Entries via API », reference of journals, ledger_accounts and
/// ledger_entries, read in November 2026): a wrong token is 401, an unbalanced entry 422, the 26th
/// request of five seconds 429. Nobody but Pennylane can say that it answers so.
namespace test_support
{

class SimulatedPennylane
{
  public:
    static constexpr const char* token = "jeton-de-l-entreprise";
    static constexpr std::size_t requests_max = 25; ///< in five seconds

    struct Line {
        std::int64_t account = 0;
        std::int64_t debit = 0; ///< cents
        std::int64_t credit = 0;
    };
    struct Held {
        std::int64_t id = 0;
        std::string date, label;
        std::int64_t journal = 0;
        std::vector<Line> lines{};
    };

    SimulatedPennylane()
        : server_({.listen = "127.0.0.1:0", .workers = 2, .temporary_folder = folder_.path()},
                  [this](http::Request& request) { return answer(request); })
    {
        server_.start();
    }
    std::string address() const { return "http://127.0.0.1:" + std::to_string(server_.port()); }

    // Set before, read after a call: the requests come one by one.
    std::vector<std::pair<std::string, std::int64_t>> journals{
        {"VT", 11}, {"BQ", 12}, {"CA", 13}, {"OD", 14}};
    std::vector<std::pair<std::string, std::int64_t>> accounts{
        {"411000", 101}, {"419100", 102}, {"512000", 103}, {"706000", 104},
        {"445710", 105}, {"445800", 106}, {"511200", 107}};
    std::vector<Held> entries;
    std::string company = "4242";
    bool knows_token = true;
    bool is_limited = false;   ///< counts requests
    int down_for = 0;          ///< requests answered 503 from now on
    int lost_answers = 0;      ///< entries taken, then answered 502
    bool counts_pages = false; ///< of entries, as older lists do, instead of a cursor
    std::size_t page_length = 2;
    std::size_t label_max = std::string::npos; ///< longer labels are cut
    std::string odd_account;             ///< whoever looks for it is answered 422; empty: none
    int searches = 0;                    ///< of entries
    std::function<void()> before_answer; ///< an entry was taken

  private:
    using Json = boost::json::object;

    static http::Response error(int status, const std::string& words)
    {
        return http::Response::json(
            boost::json::serialize(Json{{"error", words}, {"status", status}}), status);
    }
    bool is_too_fast()
    {
        if (!is_limited) return false;
        const auto now = base::real_now();
        while (!times_.empty() && times_.front() < now - std::chrono::seconds{5})
            times_.pop_front();
        if (times_.size() >= requests_max) return true;
        times_.push_back(now);
        return false;
    }
    http::Response answer(http::Request& request)
    {
        const std::scoped_lock lock{mutex_};
        if (down_for > 0) {
            --down_for;
            return error(503, "unavailable");
        }
        if (!knows_token || request.headers.get("Authorization") != std::string{"Bearer "} + token)
            return error(401, "Access token is missing or invalid");
        if (is_too_fast())
            return http::Response::text("Rate limit exceeded. Please retry in 5 seconds.", 429)
                .with("Retry-After", "5");
        const std::string root = "/api/external/v2";
        if (!request.path.starts_with(root)) return error(404, "not found");
        return serve(request, request.path.substr(root.size()));
    }
    http::Response serve(const http::Request& request, const std::string& path)
    {
        if (path == "/me")
            return http::Response::json(
                boost::json::serialize(Json{{"user", nullptr},
                                            {"company", Json{{"id", std::stoll(company)},
                                                             {"name", "Charpentes du Ponant"},
                                                             {"reg_no", "732829320"}}}}));
        if (path == "/journals") return listed(request, named(journals, "code"));
        if (path == "/ledger_accounts" && !odd_account.empty() &&
            std::string{request.query.get("filter")}.find(odd_account) != std::string::npos)
            return error(422, "filter is invalid");
        if (path == "/ledger_accounts")
            return listed(request, filtered(request, named(accounts, "number")));
        if (path != "/ledger_entries") return error(404, "not found");
        if (request.method == http::Method::Post) return create(request);
        ++searches;
        boost::json::array all;
        for (const auto& one : entries)
            all.push_back(object_of(one));
        const auto found = filtered(request, all);
        return counts_pages ? counted(request, found) : listed(request, found);
    }
    static boost::json::array named(const std::vector<std::pair<std::string, std::int64_t>>& all,
                                    const char* name)
    {
        boost::json::array items;
        for (const auto& [text, id] : all)
            items.push_back(Json{{name, text}, {"id", id}, {"label", text}});
        return items;
    }
    static Json object_of(const Held& one)
    {
        return {
            {"id", one.id}, {"label", one.label}, {"date", one.date}, {"journal_id", one.journal}};
    }
    static std::string plain(const boost::json::value& value)
    {
        return value.is_string() ? std::string{value.as_string()} : boost::json::serialize(value);
    }
    static boost::json::array filtered(const http::Request& request, boost::json::array items)
    {
        const auto typed = request.query.get("filter");
        if (typed.empty()) return items;
        const auto filters = boost::json::parse(std::string{typed});
        for (const auto& one : filters.as_array()) {
            const auto& filter = one.as_object();
            if (filter.at("operator").as_string() != "eq") continue;
            boost::json::array kept;
            for (auto& item : items)
                if (plain(item.as_object().at(filter.at("field").as_string())) ==
                    plain(filter.at("value")))
                    kept.push_back(std::move(item));
            items = std::move(kept);
        }
        return items;
    }
    http::Response counted(const http::Request& request, const boost::json::array& items) const
    {
        const auto asked = request.query.get("page");
        const auto page = asked.empty() ? std::size_t{1} : std::stoul(std::string{asked});
        boost::json::array some;
        for (auto at = (page - 1) * page_length; at < items.size() && some.size() < page_length;
             ++at)
            some.push_back(items[at]);
        return http::Response::json(boost::json::serialize(
            Json{{"items", std::move(some)},
                 {"current_page", page},
                 {"total_pages", (items.size() + page_length - 1) / page_length}}));
    }
    http::Response listed(const http::Request& request, const boost::json::array& items) const
    {
        const auto cursor = request.query.get("cursor");
        const auto first = cursor.empty() ? std::size_t{0} : std::stoul(std::string{cursor});
        boost::json::array page;
        for (auto at = first; at < items.size() && page.size() < page_length; ++at)
            page.push_back(items[at]);
        const auto next = first + page.size();
        const bool has_more = next < items.size();
        Json body{{"items", std::move(page)}, {"has_more", has_more}};
        body["next_cursor"] =
            has_more ? boost::json::value(std::to_string(next)) : boost::json::value(nullptr);
        return http::Response::json(boost::json::serialize(body));
    }

    /// « 100.00 »; -1 for anything else.
    static std::int64_t cents_of(const boost::json::value* value)
    {
        if (value == nullptr || !value->is_string()) return -1;
        const std::string text{value->as_string()};
        const auto point = text.find('.');
        if (point == std::string::npos || text.size() != point + 3) return -1;
        return std::stoll(text.substr(0, point)) * 100 + std::stoll(text.substr(point + 1));
    }
    template <class Pairs>
    static bool has(const Pairs& all, std::int64_t id)
    {
        return std::ranges::any_of(all, [&](const auto& one) { return one.second == id; });
    }
    http::Response create(const http::Request& request)
    {
        boost::system::error_code bad;
        const auto value = boost::json::parse(request.body, bad);
        if (bad || !value.is_object()) return error(400, "not JSON");
        const auto& body = value.as_object();
        for (const auto* name : {"date", "label", "journal_id", "ledger_entry_lines"})
            if (!body.contains(name)) return error(422, std::string{name} + " is missing");
        Held held{.id = 9'000 + static_cast<std::int64_t>(entries.size()),
                  .date = std::string{body.at("date").as_string()},
                  .label = std::string{body.at("label").as_string()},
                  .journal = body.at("journal_id").to_number<std::int64_t>()};
        held.label = held.label.substr(0, label_max);
        if (!base::Date::parse(held.date)) return error(422, "date is invalid");
        if (!has(journals, held.journal)) return error(422, "journal_id is unknown");
        std::int64_t balance = 0;
        for (const auto& one : body.at("ledger_entry_lines").as_array()) {
            const auto& line = one.as_object();
            const Line read{.account = line.at("ledger_account_id").to_number<std::int64_t>(),
                            .debit = cents_of(line.if_contains("debit")),
                            .credit = cents_of(line.if_contains("credit"))};
            if (read.debit < 0 || read.credit < 0) return error(422, "an amount is invalid");
            if (!has(accounts, read.account)) return error(422, "ledger_account_id is unknown");
            balance += read.debit - read.credit;
            held.lines.push_back(read);
        }
        if (held.lines.size() < 2 || balance != 0) return error(422, "The entry is not balanced");
        entries.push_back(held);
        if (before_answer) before_answer();
        if (lost_answers > 0) {
            --lost_answers;
            return error(502, "bad gateway");
        }
        return http::Response::json(boost::json::serialize(object_of(held)), 201);
    }

    TemporaryFolder folder_;
    std::mutex mutex_;
    std::deque<base::Instant> times_;
    http::Server server_;
};

} // namespace test_support
