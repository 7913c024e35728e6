#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/text.hpp"
#include "kernel/base/typed_number.hpp"
#include "kernel/http/server.hpp"
#include "tests/support/database.hpp"
#include "tests/support/openapi.hpp"

#include <map>
#include <mutex>
#include <string>
#include <vector>

/// PayPal on one free loopback port, made of its official description: every request is held
/// against it, and refused when it breaks it; so is every answer. Clients approve here; what it
/// tells of that a test delivers when and as often as it likes.
namespace test_support
{

class SimulatedPaypal
{
  public:
    static constexpr const char* client = "AcheteurEssai";
    static constexpr const char* key = "secretEssai";
    static constexpr const char* webhook = "8PT597110X687430LKGECATA";
    static constexpr const char* proof = "signature-de-paypal";

    struct Order {
        std::string tracking, value, currency;
        std::string status = "PAYER_ACTION_REQUIRED";
        std::string capture{};
        std::string capture_status{};
        std::int64_t amount = 0;
        std::map<std::string, std::pair<std::int64_t, std::string>> refunds{};
        std::int64_t refunded() const
        {
            std::int64_t sum = 0;
            for (const auto& [id, one] : refunds)
                if (one.second == "COMPLETED" || one.second == "PENDING") sum += one.first;
            return sum;
        }
        std::int64_t kept() const
        {
            return capture_status == "COMPLETED" ? amount - refunded() : 0;
        }
    };

    SimulatedPaypal()
        : server_({.listen = "127.0.0.1:0", .workers = 2, .temporary_folder = folder_.path()},
                  [this](http::Request& request) { return answer(request); })
    {
        server_.start();
    }
    std::string address() const { return "http://127.0.0.1:" + std::to_string(server_.port()); }

    // Set before, read after a call: the requests come one by one.
    std::vector<std::string> complaints; ///< what broke the description
    std::map<std::string, Order> orders;
    std::string next_capture = "COMPLETED"; ///< what the next capture comes to
    int down_for = 0;                       ///< requests answered 503 from now on
    int lost_answers = 0;                   ///< requests done, then answered 500
    int captures_made = 0;

    /// The client says yes on its page; gives the notice of it.
    std::string approve(const std::string& order)
    {
        orders.at(order).status = "APPROVED";
        return event("CHECKOUT.ORDER.APPROVED", order_object(order));
    }
    std::string settle(const std::string& order, const std::string& status)
    {
        auto& one = orders.at(order);
        one.capture_status = status;
        return event("PAYMENT.CAPTURE." + status, capture_object(one));
    }
    std::string refund(const std::string& order, std::int64_t amount)
    {
        auto& one = orders.at(order);
        const auto id = "RF" + next();
        one.refunds[id] = {amount, "COMPLETED"};
        return refund_event("PAYMENT.CAPTURE.REFUNDED", one, id);
    }
    std::string fail_refund(const std::string& order)
    {
        auto& one = orders.at(order);
        const auto id = one.refunds.rbegin()->first;
        one.refunds.at(id).second = "FAILED";
        return refund_event("PAYMENT.REFUND.FAILED", one, id);
    }
    std::string last_order() const { return orders.rbegin()->first; }

    std::string event(const std::string& type, const json::value& resource)
    {
        const json::value body{{"id", "WH-" + next()},
                               {"create_time", base::iso(base::real_now())},
                               {"event_type", type},
                               {"event_version", "1.0"},
                               {"resource", resource}};
        if (auto found = description_.breach(body, "event"); !found.empty())
            complaints.push_back(found);
        return json::serialize(body);
    }

  private:
    std::string next() { return std::to_string(100'000 + ++count_); }

    static json::value money(std::int64_t amount, const std::string& currency)
    {
        return {{"currency_code", currency}, {"value", base::plain_amount({amount})}};
    }
    static json::object capture_object(const Order& one)
    {
        return {{"id", one.capture},
                {"status", one.capture_status},
                {"custom_id", one.tracking},
                {"amount", money(one.amount, one.currency)},
                {"create_time", base::iso(base::real_now())}};
    }
    std::string refund_event(const std::string& type, const Order& one, const std::string& id)
    {
        return event(type, {{"id", id},
                            {"status", one.refunds.at(id).second},
                            {"custom_id", one.tracking},
                            {"amount", money(one.refunds.at(id).first, one.currency)}});
    }
    json::object order_object(const std::string& id) const
    {
        const auto& one = orders.at(id);
        json::object unit{{"custom_id", one.tracking},
                          {"amount", {{"currency_code", one.currency}, {"value", one.value}}}};
        if (!one.capture.empty()) {
            json::array refunds;
            for (const auto& [name, refund] : one.refunds)
                refunds.push_back({{"id", name},
                                   {"status", refund.second},
                                   {"amount", money(refund.first, one.currency)}});
            unit["payments"] =
                json::object{{"captures", json::array{capture_object(one)}}, {"refunds", refunds}};
        }
        return {{"id", id},
                {"intent", "CAPTURE"},
                {"status", one.status},
                {"purchase_units", json::array{unit}},
                {"links", json::array{json::object{{"href", address() + "/approve/" + id},
                                                   {"rel", "payer-action"},
                                                   {"method", "GET"}}}}};
    }
    http::Response say(const json::value& body, const char* schema, int status = 200)
    {
        if (schema != nullptr)
            if (auto found = description_.breach(body, schema); !found.empty())
                complaints.push_back("answer: " + found);
        return http::Response::json(json::serialize(body), status);
    }
    static http::Response error(int status, const std::string& words)
    {
        return http::Response::json(
            json::serialize(json::object{{"name", "ERROR"}, {"message", words}}), status);
    }
    http::Response complain(const std::string& words)
    {
        complaints.push_back(words);
        return error(422, words);
    }

    http::Response answer(http::Request& request)
    {
        const std::scoped_lock lock{mutex_};
        if (down_for > 0) {
            --down_for;
            return error(503, "plus tard");
        }
        if (request.path == "/v1/oauth2/token") return token(request);
        if (request.headers.get("Authorization") != "Bearer jeton")
            return error(401, "Authentication failed");
        const auto once = std::string{request.headers.get("PayPal-Request-Id")};
        if (const auto told = told_.find(once); !once.empty() && told != told_.end())
            return http::Response::json(told->second);
        auto response = serve(request);
        if (!once.empty() && response.status < 300) told_[once] = response.body;
        if (lost_answers > 0 && response.status < 300) {
            --lost_answers;
            return error(500, "perdu");
        }
        return response;
    }
    static http::Response token(const http::Request& request)
    {
        const auto expected = "Basic " + base::base64(std::string{client} + ":" + key);
        if (request.headers.get("Authorization") != expected)
            return http::Response::json(R"({"error":"invalid_client",)"
                                        R"("error_description":"Client Authentication failed"})",
                                        401);
        return http::Response::json(R"({"access_token":"jeton","token_type":"Bearer"})");
    }
    http::Response serve(http::Request& request)
    {
        const auto& path = request.path;
        const std::string all = "/v2/checkout/orders";
        if (path == all) return open(request);
        if (path.starts_with(all + "/") && path.ends_with("/capture"))
            return capture(path.substr(all.size() + 1, path.size() - all.size() - 9));
        if (path.starts_with(all + "/")) return show(path.substr(all.size() + 1));
        if (path.starts_with("/v2/payments/captures/")) return give_back(request);
        if (path == "/v1/notifications/verify-webhook-signature") return verify(request);
        return complain("no operation " + path);
    }
    /// Nothing: the body breaks what the description says of that operation.
    std::optional<json::object> read(const http::Request& request, const std::string& path)
    {
        boost::system::error_code bad;
        const auto body = json::parse(request.body, bad);
        const auto* const schema = description_.request_schema(path, "post", "application/json");
        const auto found = bad ? path + " is no JSON" : description_.breach(body, *schema, path);
        if (found.empty()) return body.as_object();
        complaints.push_back(found);
        return {};
    }
    http::Response open(const http::Request& request)
    {
        const auto body = read(request, "/v2/checkout/orders");
        if (!body) return error(422, complaints.back());
        const auto& unit = body->at("purchase_units").at(0);
        const auto id = "O" + next();
        orders[id] = {.tracking = std::string{unit.at("custom_id").as_string()},
                      .value = std::string{unit.at("amount").at("value").as_string()},
                      .currency = std::string{unit.at("amount").at("currency_code").as_string()}};
        orders[id].amount = base::read_decimal(orders[id].value, 2).scaled;
        return say(order_object(id), "order", 201);
    }
    http::Response show(const std::string& id)
    {
        if (!orders.contains(id)) return error(404, "The specified resource does not exist.");
        return say(order_object(id), "order");
    }
    http::Response capture(const std::string& id)
    {
        if (!orders.contains(id)) return error(404, "The specified resource does not exist.");
        auto& one = orders.at(id);
        if (one.status != "APPROVED") return error(422, "ORDER_NOT_APPROVED");
        ++captures_made;
        one.status = "COMPLETED";
        one.capture = "C" + next();
        one.capture_status = next_capture;
        return say(order_object(id), "order", 201);
    }
    http::Response give_back(const http::Request& request)
    {
        const auto body = read(request, "/v2/payments/captures/{capture_id}/refund");
        if (!body) return error(422, complaints.back());
        const auto amount =
            base::read_decimal(std::string{body->at("amount").at("value").as_string()}, 2).scaled;
        for (auto& [id, one] : orders) {
            if (one.capture.empty() ||
                request.path.find("/" + one.capture + "/") == std::string::npos)
                continue;
            if (amount > one.kept()) return error(422, "REFUND_AMOUNT_EXCEEDED");
            one.refunds["RF" + next()] = {amount, "COMPLETED"};
            return say({{"id", one.refunds.rbegin()->first}, {"status", "COMPLETED"}}, "refund",
                       201);
        }
        return error(404, "The specified resource does not exist.");
    }
    http::Response verify(const http::Request& request)
    {
        const auto body = read(request, "/v1/notifications/verify-webhook-signature");
        if (!body) return error(400, complaints.back());
        const bool is_ours = body->at("transmission_sig").as_string() == proof &&
                             body->at("webhook_id").as_string() == webhook;
        return say({{"verification_status", is_ours ? "SUCCESS" : "FAILURE"}},
                   "verify_webhook_signature_response");
    }

    Description description_{"tests/contracts/paypal/openapi.minimal.json"};
    TemporaryFolder folder_;
    std::mutex mutex_;
    std::map<std::string, std::string> told_;
    int count_ = 0;
    http::Server server_;
};

} // namespace test_support
