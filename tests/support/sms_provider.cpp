#include "tests/support/sms_provider.hpp"

#include "kernel/base/clock.hpp"
#include "kernel/base/text.hpp"
#include "kernel/http/server.hpp"

#include <boost/json.hpp>
#include <openssl/evp.h>

#include <cmath>
#include <cstdlib>
#include <deque>
#include <fstream>
#include <mutex>
#include <regex>
#include <sstream>

namespace test_support
{
namespace
{

namespace json = boost::json;
using http::Request;
using http::Response;

constexpr std::int64_t ahead_seconds = 3600; // the clock of OVHcloud
constexpr std::int64_t apart_max = 30;

json::value read_json(const char* path)
{
    std::ifstream in{path};
    std::ostringstream text;
    text << in.rdbuf();
    return json::parse(text.str());
}

std::int64_t clock_of_ovh()
{
    return base::real_now().micros / 1'000'000 + ahead_seconds;
}

std::string sha1_hex(const std::string& text)
{
    std::string digest(EVP_MAX_MD_SIZE, '\0');
    unsigned int length = 0;
    EVP_Digest(text.data(), text.size(), reinterpret_cast<unsigned char*>(digest.data()), &length,
               EVP_sha1(), nullptr);
    digest.resize(length);
    return base::hex(digest);
}

/// What of the value breaks a schema of OpenAPI, of those keywords that these ones use.
std::string breach(const json::object& schema, const std::string& name, const std::string& value)
{
    if (const auto* const pattern = schema.if_contains("pattern"))
        if (!std::regex_search(value, std::regex{std::string{pattern->as_string()}}))
            return name + " does not match its pattern";
    if (const auto* const most = schema.if_contains("maxLength"))
        if (value.size() > static_cast<std::size_t>(most->as_int64())) return name + " is too long";
    if (const auto* const type = schema.if_contains("type"))
        if (type->as_string() == "integer" && !std::regex_match(value, std::regex{"[0-9]+"}))
            return name + " is no number";
    if (value.empty()) return name + " is empty";
    return {};
}

bool is_of_type(const json::value& value, std::string_view type)
{
    if (type.starts_with("string[]")) {
        if (!value.is_array()) return false;
        for (const auto& one : value.as_array())
            if (!one.is_string()) return false;
        return true;
    }
    if (type.starts_with("boolean")) return value.is_bool();
    if (type.starts_with("long")) return value.is_int64();
    return value.is_string();
}

} // namespace

struct SmsProvider::State {
    struct Canned {
        int status = 0;
        std::string body;
        bool takes_it = false;
    };

    json::value twilio = read_json("tests/contracts/twilio/api_v2010.messages.trimmed.json");
    json::value ovh = read_json("tests/contracts/ovh-sms/sms-jobs.schema.json");
    mutable std::mutex mutex;
    std::deque<Canned> canned;
    std::vector<TakenMessage> taken;
    std::vector<std::string> complaints;
    int questions = 0;
    bool hides = false;
    std::string ovh_address;
    std::unique_ptr<http::Server> server;

    const json::object& twilio_operation(const char* method) const
    {
        return twilio.at("paths")
            .at("/2010-04-01/Accounts/{AccountSid}/Messages.json")
            .at(method)
            .as_object();
    }

    Response complain(int status, const std::string& what)
    {
        complaints.push_back(what);
        return Response::json(json::serialize(json::object{{"code", 20001}, {"message", what}}),
                              status);
    }

    Response answer(Request& request)
    {
        const std::scoped_lock lock{mutex};
        if (request.path.starts_with("/2010-04-01/")) return twilio_answer(request);
        if (request.path == "/1.0/auth/time") return Response::json(std::to_string(clock_of_ovh()));
        return ovh_answer(request);
    }

    Response twilio_answer(Request& request)
    {
        const auto path = std::string{"/2010-04-01/Accounts/"} + account_sid + "/Messages.json";
        if (request.path != path) return complain(404, "no such path: " + request.path);
        const auto expected = "Basic " + base::base64(std::string{account_sid} + ":" + auth_token);
        if (request.headers.get("Authorization") != expected)
            return Response::json(R"({"code":20003,"message":"Authenticate"})", 401);
        return request.method == http::Method::Post ? twilio_sending(request)
                                                    : twilio_list(request);
    }

    Response twilio_sending(const Request& request)
    {
        const auto& schema = twilio_operation("post")
                                 .at("requestBody")
                                 .at("content")
                                 .at("application/x-www-form-urlencoded")
                                 .at("schema")
                                 .as_object();
        for (const auto& name : schema.at("required").as_array())
            if (!request.form.has(name.as_string()))
                return complain(400, std::string{name.as_string()} + " is required");
        for (const auto& [name, value] : request.form.all()) {
            const auto* const property = schema.at("properties").as_object().if_contains(name);
            if (property == nullptr) return complain(400, "unknown field " + name);
            const auto wrong = breach(property->as_object(), name, value);
            if (!wrong.empty()) return complain(400, wrong);
        }
        return settle({.to = std::string{request.form.get("To")},
                       .from = std::string{request.form.get("From")},
                       .words = std::string{request.form.get("Body")},
                       .tag = {}},
                      Response::json(R"({"sid":"SM0123456789abcdef0123456789abcdef"})", 201));
    }

    Response twilio_list(const Request& request)
    {
        ++questions;
        const auto& known = twilio_operation("get").at("parameters").as_array();
        for (const auto& [name, value] : request.query.all()) {
            std::string wrong = "unknown parameter " + name;
            for (const auto& one : known)
                if (std::string_view{one.at("name").as_string()} == name)
                    wrong = breach(one.at("schema").as_object(), name, value);
            if (!wrong.empty()) return complain(400, wrong);
        }
        if (hides) return Response::json("{}", 503);
        json::array list;
        for (const auto& one : taken)
            if (one.to == request.query.get("To"))
                list.push_back(json::object{{"to", one.to},
                                            {"body", one.words},
                                            {"status", "queued"},
                                            {"date_created", nullptr}});
        return Response::json(json::serialize(json::object{{"messages", list}}));
    }

    /// The signature, by the rule as OVHcloud writes it down.
    std::string wrong_signature(const Request& request) const
    {
        const std::string time{request.headers.get("X-Ovh-Timestamp")};
        if (std::llabs(std::atoll(time.c_str()) - clock_of_ovh()) > apart_max)
            return "the time is not that of this clock";
        const auto url = ovh_address + request.target.substr(std::string_view{"/1.0"}.size());
        const auto signed_text = std::string{application_secret} + "+" + consumer_key + "+" +
                                 std::string{http::name(request.method)} + "+" + url + "+" +
                                 request.body + "+" + time;
        const bool is_known = request.headers.get("X-Ovh-Application") == application_key &&
                              request.headers.get("X-Ovh-Consumer") == consumer_key;
        if (!is_known) return "unknown application or consumer";
        if (request.headers.get("X-Ovh-Signature") != "$1$" + sha1_hex(signed_text))
            return "the signature is wrong";
        return {};
    }

    Response ovh_answer(const Request& request)
    {
        const auto wrong = wrong_signature(request);
        if (!wrong.empty())
            return Response::json(json::serialize(json::object{{"message", wrong}}), 403);
        const auto jobs = std::string{"/1.0/sms/"} + service + "/jobs";
        const auto outgoing = std::string{"/1.0/sms/"} + service + "/outgoing";
        if (request.path == jobs && request.method == http::Method::Post)
            return ovh_sending(request);
        if (request.path == outgoing && request.method == http::Method::Get)
            return ovh_outgoing(request);
        return complain(404, "no such operation: " + request.path);
    }

    const json::object& ovh_operation(std::string_view method, std::string_view path) const
    {
        for (const auto& one : ovh.at("operations").as_array())
            if (std::string_view{one.at("method").as_string()} == method &&
                std::string_view{one.at("path").as_string()} == path)
                return one.as_object();
        std::abort();
    }

    Response ovh_sending(const Request& request)
    {
        const auto body = json::parse(request.body).as_object();
        const auto& known = ovh_operation("POST", "/sms/{serviceName}/jobs").at("body").as_object();
        for (const auto& [name, type] : known)
            if (type.as_string().ends_with("!") && !body.contains(name))
                return complain(400, std::string{name} + " is required");
        for (const auto& [name, value] : body) {
            const auto* const type = known.if_contains(name);
            if (type == nullptr) return complain(400, "unknown field " + std::string{name});
            if (!is_of_type(value, type->as_string()))
                return complain(400, std::string{name} + " is of another type");
        }
        const auto text = [&](const char* name) {
            const auto* const value = body.if_contains(name);
            return value == nullptr ? std::string{} : std::string{value->as_string()};
        };
        const TakenMessage message{
            .to = std::string{body.at("receivers").as_array().at(0).as_string()},
            .from = text("sender"),
            .words = text("message"),
            .tag = text("tag")};
        return settle(message, Response::json(json::serialize(
                                   json::object{{"ids", json::array{1}},
                                                {"invalidReceivers", json::array{}},
                                                {"validReceivers", json::array{message.to}},
                                                {"totalCreditsRemoved", 1.0}})));
    }

    Response ovh_outgoing(const Request& request)
    {
        ++questions;
        const auto& known =
            ovh_operation("GET", "/sms/{serviceName}/outgoing").at("query").as_object();
        for (const auto& [name, value] : request.query.all())
            if (!known.contains(name)) return complain(400, "unknown parameter " + name);
        if (hides) return Response::json("{}", 503);
        json::array ids;
        for (const auto& one : taken)
            if (one.tag == request.query.get("tag")) ids.push_back(ids.size() + 1);
        return Response::json(json::serialize(ids));
    }

    Response settle(const TakenMessage& message, Response usual)
    {
        if (canned.empty()) {
            taken.push_back(message);
            return usual;
        }
        const auto next = canned.front();
        canned.pop_front();
        if (next.takes_it) taken.push_back(message);
        return Response::json(next.body, next.status);
    }
};

SmsProvider::SmsProvider() : state_(std::make_unique<State>())
{
    state_->server = std::make_unique<http::Server>(
        http::ServerOptions{.listen = "127.0.0.1:0", .workers = 1},
        [state = state_.get()](Request& request) { return state->answer(request); });
    state_->server->start();
    state_->ovh_address = ovh();
}

SmsProvider::~SmsProvider() = default;

std::string SmsProvider::twilio() const
{
    return "http://127.0.0.1:" + std::to_string(state_->server->port());
}

std::string SmsProvider::ovh() const
{
    return twilio() + "/1.0";
}

void SmsProvider::answer_next(int status, std::string body)
{
    const std::scoped_lock lock{state_->mutex};
    state_->canned.push_back({.status = status, .body = std::move(body)});
}

void SmsProvider::lose_next_answer()
{
    const std::scoped_lock lock{state_->mutex};
    state_->canned.push_back({.status = 504, .body = "{}", .takes_it = true});
}

void SmsProvider::hide_what_was_taken()
{
    const std::scoped_lock lock{state_->mutex};
    state_->hides = true;
}

std::vector<TakenMessage> SmsProvider::taken() const
{
    const std::scoped_lock lock{state_->mutex};
    return state_->taken;
}

std::vector<std::string> SmsProvider::complaints() const
{
    const std::scoped_lock lock{state_->mutex};
    return state_->complaints;
}

int SmsProvider::questions() const
{
    const std::scoped_lock lock{state_->mutex};
    return state_->questions;
}

} // namespace test_support
