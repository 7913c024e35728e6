#include "kernel/sms/twilio.hpp"

#include "kernel/base/text.hpp"
#include "kernel/http/client.hpp"
#include "kernel/http/message.hpp"

#include <boost/json.hpp>
#include <curl/curl.h>

#include <algorithm>
#include <array>

namespace sms
{
namespace
{

namespace json = boost::json;

constexpr int stopped_code = 21610; // « Attempt to send to unsubscribed recipient »
/// The number is none, or none that may be reached (twilio.com/docs/api/errors).
constexpr std::array<std::int64_t, 5> dead_numbers{21211, 21214, 21217, 21614, 21612};
constexpr std::string_view listed_messages = "50";
constexpr auto clocks_apart_max = std::chrono::minutes{5};
constexpr int least_server_error = 500;

struct Said {
    std::int64_t code = 0;
    std::string message;
};

json::object object_in(std::string_view body)
{
    boost::system::error_code error;
    const auto value = json::parse(body, error);
    return error || !value.is_object() ? json::object{} : value.as_object();
}

std::string text_in(const json::object& object, std::string_view name)
{
    const auto* const value = object.if_contains(name);
    return value != nullptr && value->is_string() ? std::string{value->as_string()} : std::string{};
}

Said said_in(std::string_view body)
{
    const auto object = object_in(body);
    const auto* const code = object.if_contains("code");
    return {.code = code != nullptr && code->is_int64() ? code->as_int64() : 0,
            .message = text_in(object, "message")};
}

Outcome outcome_of(int status, std::int64_t code)
{
    if (status == 201 || status == 200) return Outcome::accepted;
    if (code == stopped_code) return Outcome::stopped;
    if (std::ranges::find(dead_numbers, code) != dead_numbers.end()) return Outcome::refused;
    if (status == 401 || status == 403) return Outcome::bad_credentials;
    if (status == 429 || status == 402) return Outcome::later;
    if (status >= least_server_error || status == 0) return Outcome::unknown;
    return Outcome::refused;
}

std::optional<base::Instant> date_in(const json::object& message)
{
    const auto seconds = curl_getdate(text_in(message, "date_created").c_str(), nullptr);
    if (seconds < 0) return {};
    return base::Instant{seconds * std::int64_t{1'000'000}};
}

bool is_this_one(const json::object& listed, const Outgoing& message)
{
    if (text_in(listed, "body") != message.words || text_in(listed, "to") != message.to)
        return false;
    const auto status = text_in(listed, "status");
    if (status == "failed" || status == "canceled") return false;
    const auto made = date_in(listed);
    return !made || *made > message.begun_at - clocks_apart_max;
}

} // namespace

Twilio::Twilio(Account account, std::string address)
    : account_(std::move(account)), address_(std::move(address))
{
}

std::string Twilio::url() const
{
    return address_ + "/2010-04-01/Accounts/" + http::encode_component(account_.account) +
           "/Messages.json";
}

std::string Twilio::authorization() const
{
    return "Basic " + base::base64(account_.account + ":" + account_.secret);
}

Reply Twilio::read(int status, std::string_view body)
{
    const auto said = said_in(body);
    return {.outcome = outcome_of(status, said.code), .code = status, .words = said.message};
}

Reply Twilio::send(const Outgoing& message) const
{
    http::Fields form;
    form.add("To", message.to);
    form.add("From", account_.sender);
    form.add("Body", message.words);
    const auto answer =
        http::send({.method = "POST",
                    .address = url(),
                    .headers = {{"Authorization", authorization()},
                                {"Content-Type", "application/x-www-form-urlencoded"}},
                    .body = http::encode_urlencoded(form),
                    .reach = http::Reach::loopback_too});
    if (answer.status != 0) return read(answer.status, answer.body);
    return {.outcome = answer.has_left ? Outcome::unknown : Outcome::later,
            .code = 0,
            .words = answer.failure};
}

std::optional<bool> Twilio::has_taken(const Outgoing& message) const
{
    http::Fields query;
    query.add("To", message.to);
    query.add("PageSize", std::string{listed_messages});
    const auto answer = http::send({.address = url() + "?" + http::encode_urlencoded(query),
                                    .headers = {{"Authorization", authorization()}},
                                    .reach = http::Reach::loopback_too});
    if (answer.status != 200) return {};
    const auto object = object_in(answer.body);
    const auto* const list = object.if_contains("messages");
    if (list == nullptr || !list->is_array()) return {};
    return std::ranges::any_of(list->as_array(), [&](const json::value& one) {
        return one.is_object() && is_this_one(one.as_object(), message);
    });
}

} // namespace sms
