#include "kernel/sms/ovh.hpp"

#include "kernel/base/text.hpp"
#include "kernel/http/message.hpp"
#include "kernel/i18n/translate.hpp"

#include <boost/json.hpp>
#include <openssl/evp.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace sms
{
namespace
{

namespace json = boost::json;

constexpr int least_server_error = 500;

std::string sha1_hex(std::string_view text)
{
    std::string digest(EVP_MAX_MD_SIZE, '\0');
    unsigned int length = 0;
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): OpenSSL writes unsigned bytes
    if (EVP_Digest(text.data(), text.size(), reinterpret_cast<unsigned char*>(digest.data()),
                   &length, EVP_sha1(), nullptr) != 1)
        throw std::runtime_error("no SHA-1");
    digest.resize(length);
    return base::hex(digest);
}

json::value value_in(std::string_view body)
{
    boost::system::error_code error;
    auto value = json::parse(body, error);
    return error ? json::value{} : value;
}

bool names(const json::value& report, std::string_view list, std::string_view number)
{
    const auto* const object = report.if_object();
    const auto* const found = object != nullptr ? object->if_contains(list) : nullptr;
    if (found == nullptr || !found->is_array()) return false;
    return std::ranges::any_of(found->as_array(), [&](const json::value& one) {
        return one.is_string() && std::string_view{one.as_string()} == number;
    });
}

std::string message_in(const json::value& value)
{
    const auto* const object = value.if_object();
    const auto* const message = object != nullptr ? object->if_contains("message") : nullptr;
    return message != nullptr && message->is_string() ? std::string{message->as_string()}
                                                      : std::string{};
}

Outcome outcome_of_failure(int status)
{
    if (status == 401 || status == 403) return Outcome::bad_credentials;
    if (status == 402 || status == 429) return Outcome::later;
    return status >= least_server_error || status == 0 ? Outcome::unknown : Outcome::refused;
}

} // namespace

Ovh::Ovh(Account account, std::string address)
    : account_(std::move(account)), address_(std::move(address))
{
}

std::string Ovh::signature(const Account& account, const http::ClientRequest& request,
                           std::int64_t time)
{
    return "$1$" +
           sha1_hex(account.secret + "+" + account.consumer_key + "+" + request.method + "+" +
                    request.address + "+" + request.body + "+" + std::to_string(time));
}

std::string Ovh::service() const
{
    return address_ + "/sms/" + http::encode_component(account_.account);
}

http::ClientAnswer Ovh::ask(http::ClientRequest request) const
{
    request.reach = http::Reach::loopback_too;
    auto clock = http::send({.address = address_ + "/auth/time", .reach = request.reach});
    std::int64_t time = 0;
    const auto& digits = clock.body;
    const bool is_time =
        clock.status == 200 &&
        std::from_chars(digits.data(), digits.data() + digits.size(), time).ec == std::errc{};
    if (!is_time)
        return {.status = 0, .body = {}, .has_left = false, .failure = std::move(clock.failure)};
    request.headers = {{"X-Ovh-Application", account_.application_key},
                       {"X-Ovh-Consumer", account_.consumer_key},
                       {"X-Ovh-Timestamp", std::to_string(time)},
                       {"X-Ovh-Signature", signature(account_, request, time)}};
    if (!request.body.empty())
        request.headers.emplace_back("Content-Type", "application/json; charset=utf-8");
    return http::send(request);
}

Reply Ovh::read(const Outgoing& message, int status, std::string_view body)
{
    const auto report = value_in(body);
    if (status != 200)
        return {.outcome = outcome_of_failure(status), .code = status, .words = message_in(report)};
    if (names(report, "validReceivers", message.to))
        return {.outcome = Outcome::accepted, .code = status, .words = {}};
    if (names(report, "invalidReceivers", message.to))
        return {.outcome = Outcome::refused,
                .code = status,
                .words = i18n::t("sms.error.not_receiver")};
    return {.outcome = Outcome::unknown, .code = status, .words = {}};
}

Reply Ovh::send(const Outgoing& message) const
{
    json::object body{
        {"message", message.words}, {"receivers", json::array{json::string{message.to}}},
        {"noStopClause", false},    {"tag", message.reference},
        {"coding", "7bit"},         {"charset", "UTF-8"},
        {"priority", "high"}};
    if (account_.sender.empty())
        body["senderForResponse"] = true;
    else
        body["sender"] = account_.sender;
    const auto answer =
        ask({.method = "POST", .address = service() + "/jobs", .body = json::serialize(body)});
    if (answer.status != 0) return read(message, answer.status, answer.body);
    return {.outcome = answer.has_left ? Outcome::unknown : Outcome::later,
            .code = 0,
            .words = answer.failure};
}

std::optional<bool> Ovh::has_taken(const Outgoing& message) const
{
    const auto answer =
        ask({.address = service() + "/outgoing?tag=" + http::encode_component(message.reference)});
    const auto ids = value_in(answer.body);
    if (answer.status != 200 || !ids.is_array()) return {};
    return !ids.as_array().empty();
}

} // namespace sms
