#include "kernel/base/text.hpp"
#include "kernel/base/typed_number.hpp"
#include "kernel/http/client.hpp"
#include "kernel/http/message.hpp"
#include "modules/accounting/books_connector.hpp"
#include "modules/accounting/services.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <thread>

namespace accounting
{
namespace
{

namespace json = boost::json;
using Item = const json::object&;

constexpr const char* live_address = "https://app.pennylane.com";
constexpr const char* root = "/api/external/v2";
constexpr int page_length = 100;
constexpr int pages_max = 50;
constexpr std::size_t words_length_max = 300;
constexpr std::size_t answer_bytes_max = 1'000'000;

json::object read_object(const std::string& body)
{
    boost::system::error_code bad;
    auto value = json::parse(body, bad);
    return !bad && value.is_object() ? std::move(value.as_object()) : json::object{};
}

std::string text_of(Item item, std::string_view name)
{
    const auto* const value = item.if_contains(name);
    if (value == nullptr) return {};
    if (value->is_string()) return std::string{value->as_string()};
    return value->is_int64() || value->is_uint64() ? json::serialize(*value) : std::string{};
}

std::int64_t number_of(Item item, std::string_view name)
{
    const auto* const value = item.if_contains(name);
    boost::system::error_code bad;
    const auto number = value != nullptr && value->is_number() ? value->to_number<std::int64_t>(bad)
                                                               : std::int64_t{0};
    return bad ? 0 : number;
}

/// « message » where there is one, else « error ».
std::string words_in(const std::string& body)
{
    const auto answer = read_object(body);
    auto words = text_of(answer, "message");
    if (words.empty()) words = text_of(answer, "error");
    return base::shorten(words, words_length_max);
}

BooksFailure failure_of(const http::ClientAnswer& answer)
{
    constexpr int unauthorised = 401;
    constexpr int forbidden = 403;
    constexpr int least_refusal = 400;
    constexpr int least_fault = 500;
    constexpr std::array busy{408, 425, 429};
    BooksFailure failure{.code = answer.status, .words = words_in(answer.body)};
    if (answer.status == unauthorised || answer.status == forbidden)
        failure.trouble = BooksTrouble::bad_token;
    else if (answer.status >= least_refusal && answer.status < least_fault &&
             std::ranges::find(busy, answer.status) == busy.end())
        failure.trouble = BooksTrouble::refused;
    return failure;
}

std::string amount_of(base::Cents amount)
{
    constexpr std::int64_t hundred = 100;
    const auto cents = amount.value % hundred;
    return std::to_string(amount.value / hundred) + (cents < 10 ? ".0" : ".") +
           std::to_string(cents);
}

json::object filter(std::string_view field, const std::string& value)
{
    return {{"field", field}, {"operator", "eq"}, {"value", value}};
}

/// Its lists go on by a cursor, or by counted pages: which list does which changed over the years,
/// so that the answer says. Empty: that was the last page; nothing: it does not say.
std::optional<std::string> page_after(const json::object& body)
{
    const auto cursor = text_of(body, "next_cursor");
    if (!cursor.empty()) return "&cursor=" + http::encode_component(cursor);
    if (const auto* const more = body.if_contains("has_more"))
        return more->is_bool() && !more->as_bool() ? std::optional{std::string{}} : std::nullopt;
    const auto page = number_of(body, "current_page");
    if (page == 0) return std::nullopt;
    return page < number_of(body, "total_pages") ? "&page=" + std::to_string(page + 1)
                                                 : std::string{};
}

/// Of a label: our number. The rest may be cut or written otherwise there.
std::string first_word(const std::string& label)
{
    const auto trimmed = base::trim(label);
    return std::string{trimmed.substr(0, trimmed.find(' '))};
}

class Pennylane final : public BooksConnector
{
  public:
    explicit Pennylane(std::string token) : token_(std::move(token)) {}

    Answered<Company> company() override
    {
        const auto answer = send({.address = "/me"});
        if (answer.status != 200) return failure_of(answer);
        const auto me = read_object(answer.body);
        const auto* const company = me.if_contains("company");
        if (company == nullptr || !company->is_object()) return BooksFailure{.code = 200};
        Company found{.id = text_of(company->as_object(), "id"),
                      .name = text_of(company->as_object(), "name")};
        if (found.id.empty()) return BooksFailure{.code = 200};
        return found;
    }

    Answered<std::optional<std::int64_t>> journal(const std::string& code) override
    {
        return first_id("/journals", {}, [&](Item item) { return text_of(item, "code") == code; });
    }

    Answered<std::optional<std::int64_t>> account(const std::string& number) override
    {
        return first_id("/ledger_accounts", {filter("number", number)},
                        [&](Item item) { return text_of(item, "number") == number; });
    }

    Answered<std::optional<std::string>> find(const OutsideEntry& entry) override
    {
        const auto number = first_word(entry.label);
        const auto found =
            first_id("/ledger_entries", {filter("date", entry.day.text())},
                     [&](Item item) { return first_word(text_of(item, "label")) == number; });
        if (const auto* failure = std::get_if<BooksFailure>(&found)) return *failure;
        const auto& id = std::get<std::optional<std::int64_t>>(found);
        return id ? std::optional{std::to_string(*id)} : std::nullopt;
    }

    Answered<std::string> add(const OutsideEntry& entry) override
    {
        json::array lines;
        for (const auto& line : entry.lines)
            lines.push_back(json::object{{"debit", amount_of(line.debit)},
                                         {"credit", amount_of(line.credit)},
                                         {"ledger_account_id", line.account},
                                         {"label", line.label}});
        const json::object body{{"date", entry.day.text()},
                                {"label", entry.label},
                                {"journal_id", entry.journal},
                                {"currency", base::currency_code(entry.currency)},
                                {"ledger_entry_lines", std::move(lines)}};
        const auto answer = send({.method = "POST",
                                  .address = "/ledger_entries",
                                  .headers = {{"Content-Type", "application/json"}},
                                  .body = json::serialize(body)});
        if (answer.status != 201 && answer.status != 200) return failure_of(answer);
        auto id = text_of(read_object(answer.body), "id");
        if (id.empty()) return BooksFailure{.code = answer.status};
        return id;
    }

  private:
    /// `address` is what follows the root.
    http::ClientAnswer send(http::ClientRequest request) const
    {
        const auto& options = services();
        std::this_thread::sleep_for(options.pennylane_pause);
        const auto origin = options.pennylane_address.empty() ? std::string{live_address}
                                                              : options.pennylane_address;
        request.address = origin + root + request.address;
        request.headers.emplace_back("Authorization", "Bearer " + token_);
        request.reach = options.reach == ServiceReach::loopback_too ? http::Reach::loopback_too
                                                                    : http::Reach::https_only;
        request.answer_bytes_max = answer_bytes_max;
        return http::send(request);
    }

    /// Page after page, until one is as wished. None only when the last page was read.
    template <class Wish>
    Answered<std::optional<std::int64_t>> first_id(const std::string& list,
                                                   const json::array& filters, Wish wish) const
    {
        auto address = list + "?limit=" + std::to_string(page_length);
        if (!filters.empty())
            address += "&filter=" + http::encode_component(json::serialize(filters));
        std::string page;
        for (int pages = 0; pages < pages_max; ++pages) {
            const auto answer = send({.address = address + page});
            if (answer.status != 200) return failure_of(answer);
            const auto body = read_object(answer.body);
            const auto* const items = body.if_contains("items");
            if (items == nullptr || !items->is_array()) break;
            for (const auto& item : items->as_array())
                if (item.is_object() && wish(item.as_object()))
                    return std::optional{number_of(item.as_object(), "id")};
            const auto next = page_after(body);
            if (!next) break;
            if (next->empty()) return std::optional<std::int64_t>{};
            page = *next;
        }
        return BooksFailure{.code = 200};
    }

    std::string token_;
};

} // namespace

std::unique_ptr<BooksConnector> pennylane(std::string token)
{
    return std::make_unique<Pennylane>(std::move(token));
}

} // namespace accounting
