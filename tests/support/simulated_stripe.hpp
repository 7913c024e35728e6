#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/text.hpp"
#include "kernel/http/server.hpp"
#include "kernel/secrets/hmac.hpp"
#include "tests/support/database.hpp"
#include "tests/support/form_json.hpp"
#include "tests/support/openapi.hpp"

#include <map>
#include <mutex>
#include <string>
#include <vector>

/// Stripe on one free loopback port, made of its official description: every request is held
/// against it, and refused when it breaks it; so is every answer. What it takes, gives back and
/// loses is counted here, and told by notices that a test delivers when and as often as it likes.
namespace test_support
{

class SimulatedStripe
{
  public:
    static constexpr const char* key = "sk_test_essai";
    static constexpr const char* secret = "whsec_essai";

    struct Session {
        std::string id, tracking, payment, success_url;
        std::int64_t amount = 0;
        std::string status = "open";
        std::string payment_status = "unpaid";
        std::string copy{}; ///< what Stripe writes under its own invoice; empty: it makes none
    };
    /// Of one payment, in cents.
    struct Money {
        std::string charge, tracking;
        std::int64_t amount = 0;
        std::int64_t refunded = 0;
        std::int64_t lost = 0;
        std::int64_t kept() const { return amount - refunded - lost; }
    };

    SimulatedStripe()
        : server_({.listen = "127.0.0.1:0", .workers = 2, .temporary_folder = folder_.path()},
                  [this](http::Request& request) { return answer(request); })
    {
        server_.start();
    }
    std::string address() const { return "http://127.0.0.1:" + std::to_string(server_.port()); }

    // Set before, read after a call: the requests come one by one.
    std::vector<std::string> complaints; ///< what broke the description
    std::map<std::string, Session> sessions;
    std::map<std::string, Money> money; ///< by payment
    int down_for = 0;                   ///< requests answered 503 from now on
    int lost_answers = 0;               ///< requests done, then answered 500
    int refunds_made = 0;

    /// The client pays; gives the notices of it.
    std::vector<std::string> pay(const std::string& session)
    {
        auto& one = sessions.at(session);
        one.status = "complete";
        one.payment_status = "paid";
        take(one);
        return {charge_event("charge.succeeded", one.payment),
                session_event("checkout.session.completed", one)};
    }
    /// By a means that his bank confirms days later.
    std::vector<std::string> promise(const std::string& session)
    {
        auto& one = sessions.at(session);
        one.status = "complete";
        one.payment = "pi_" + next();
        return {session_event("checkout.session.completed", one)};
    }
    std::vector<std::string> keep_promise(const std::string& session)
    {
        auto& one = sessions.at(session);
        one.payment_status = "paid";
        take(one);
        return {charge_event("charge.succeeded", one.payment),
                session_event("checkout.session.async_payment_succeeded", one)};
    }
    std::vector<std::string> break_promise(const std::string& session)
    {
        return {session_event("checkout.session.async_payment_failed", sessions.at(session))};
    }
    std::string decline(const std::string& session)
    {
        return event(
            "payment_intent.payment_failed",
            {{"id", "pi_" + next()},
             {"object", "payment_intent"},
             {"metadata", json::object{{"checkout", sessions.at(session).tracking}}},
             {"last_payment_error",
              json::object{{"type", "card_error"}, {"message", "Votre carte a été refusée."}}}});
    }
    std::string expire(const std::string& session)
    {
        sessions.at(session).status = "expired";
        return session_event("checkout.session.expired", sessions.at(session));
    }
    std::string refund(const std::string& payment, std::int64_t amount)
    {
        money.at(payment).refunded += amount;
        return charge_event("charge.refunded", payment);
    }
    /// What was given back did not arrive, days later: Stripe says less than before.
    std::string fail_refund(const std::string& payment, std::int64_t amount)
    {
        money.at(payment).refunded -= amount;
        return event("charge.refund.updated", {{"id", "re_" + next()},
                                               {"object", "refund"},
                                               {"amount", amount},
                                               {"currency", "eur"},
                                               {"status", "failed"},
                                               {"payment_intent", payment}});
    }
    /// A bank takes back: the money is gone with the second notice.
    std::vector<std::string> dispute(const std::string& payment, std::int64_t amount)
    {
        money.at(payment).lost += amount;
        const auto id = "dp_" + next();
        disputes_[id] = {payment, amount};
        return {dispute_event("charge.dispute.created", id),
                dispute_event("charge.dispute.funds_withdrawn", id)};
    }
    std::string last_dispute() const { return disputes_.rbegin()->first; }
    std::string win(const std::string& dispute)
    {
        const auto& [payment, amount] = disputes_.at(dispute);
        money.at(payment).lost -= amount;
        return dispute_event("charge.dispute.funds_reinstated", dispute);
    }

    std::string event(const std::string& type, json::object object)
    {
        json::object body{{"id", "evt_" + next()},
                          {"object", "event"},
                          {"api_version", "2023-08-16"},
                          {"created", second()},
                          {"livemode", false},
                          {"pending_webhooks", 1},
                          {"type", type},
                          {"data", json::object{{"object", std::move(object)}}}};
        if (auto found = description_.breach(body, "event"); !found.empty())
            complaints.push_back("event: " + found);
        return json::serialize(body);
    }
    /// The header that proves a notice, as at that second.
    static std::string signed_at(const std::string& body, std::int64_t at,
                                 const std::string& with = secret)
    {
        const auto time = std::to_string(at);
        return "t=" + time + ",v1=" + base::hex(secrets::hmac_sha256(with, time + "." + body));
    }
    static std::int64_t second() { return base::real_now().micros / 1'000'000; }

  private:
    std::string next() { return std::to_string(100'000 + ++count_); }

    void take(Session& session)
    {
        if (session.payment.empty()) session.payment = "pi_" + next();
        money[session.payment] = {
            .charge = "ch_" + next(), .tracking = session.tracking, .amount = session.amount};
    }

    json::object session_object(const Session& one)
    {
        json::object body{{"id", one.id},
                          {"object", "checkout.session"},
                          {"created", second()},
                          {"expires_at", second() + 86'400},
                          {"livemode", false},
                          {"mode", "payment"},
                          {"amount_total", one.amount},
                          {"currency", "eur"},
                          {"payment_method_types", json::array{"card"}},
                          {"payment_status", one.payment_status},
                          {"status", one.status},
                          {"metadata", json::object{{"checkout", one.tracking}}},
                          {"url", nullptr},
                          {"payment_intent", nullptr}};
        if (one.status == "open") body["url"] = address() + "/pay/" + one.id;
        if (!one.payment.empty()) body["payment_intent"] = one.payment;
        return body;
    }
    json::object charge_object(const std::string& payment)
    {
        const auto& one = money.at(payment);
        return {{"id", one.charge},
                {"object", "charge"},
                {"created", second()},
                {"livemode", false},
                {"amount", one.amount},
                {"amount_captured", one.amount},
                {"amount_refunded", one.refunded},
                {"captured", true},
                {"paid", true},
                {"refunded", one.refunded == one.amount},
                {"disputed", one.lost > 0},
                {"currency", "eur"},
                {"status", "succeeded"},
                {"payment_intent", payment},
                {"metadata", json::object{{"checkout", one.tracking}}}};
    }
    std::string session_event(const std::string& type, const Session& one)
    {
        return event(type, session_object(one));
    }
    std::string charge_event(const std::string& type, const std::string& payment)
    {
        return event(type, charge_object(payment));
    }
    std::string dispute_event(const std::string& type, const std::string& id)
    {
        const auto& [payment, amount] = disputes_.at(id);
        return event(type, {{"id", id},
                            {"object", "dispute"},
                            {"amount", amount},
                            {"charge", money.at(payment).charge},
                            {"payment_intent", payment},
                            {"status", "needs_response"}});
    }

    http::Response say(const json::value& body, const char* schema, int status = 200)
    {
        if (auto found = description_.breach(body, schema); !found.empty())
            complaints.push_back("answer: " + found);
        return http::Response::json(json::serialize(body), status);
    }
    http::Response error(int status, const std::string& words)
    {
        return say(json::object{{"error", json::object{{"type", "invalid_request_error"},
                                                       {"message", words}}}},
                   "error", status);
    }
    http::Response complain(const std::string& words)
    {
        complaints.push_back(words);
        return error(400, words);
    }

    http::Response answer(http::Request& request)
    {
        const std::scoped_lock lock{mutex_};
        if (down_for > 0) {
            --down_for;
            return error(503, "plus tard");
        }
        if (request.headers.get("Authorization") != std::string{"Bearer "} + key)
            return error(401, "Invalid API Key provided");
        const auto once = std::string{request.headers.get("Idempotency-Key")};
        const auto asked = request.target + "\n" + http::encode_urlencoded(request.form);
        if (const auto told = told_.find(once); !once.empty() && told != told_.end()) {
            if (told->second.first != asked) return complain("idempotency key of another request");
            return http::Response::json(told->second.second);
        }
        auto response = serve(request);
        if (!once.empty() && response.status == 200) told_[once] = {asked, response.body};
        if (lost_answers > 0 && response.status == 200) {
            --lost_answers;
            return error(500, "perdu");
        }
        return response;
    }
    http::Response serve(http::Request& request)
    {
        const auto& path = request.path;
        const bool is_post = request.method == http::Method::Post;
        const std::string list = "/v1/checkout/sessions";
        if (path == list && is_post) return open_session(request);
        if (path == list) return list_sessions();
        if (path.starts_with(list + "/") && path.ends_with("/expire"))
            return close_session(path.substr(list.size() + 1, path.rfind('/') - list.size() - 1));
        if (path.starts_with(list + "/")) return show_session(path.substr(list.size() + 1));
        if (path == "/v1/refunds" && is_post) return make_refund(request);
        const std::string intents = "/v1/payment_intents/";
        if (path.starts_with(intents)) return show_intent(path.substr(intents.size()));
        const std::string charges = "/v1/charges/";
        if (path.starts_with(charges)) return show_charge(path.substr(charges.size()));
        return complain("no operation " + path);
    }
    /// Nothing: the form breaks what the description says of that operation.
    std::optional<json::object> read(const http::Request& request, const std::string& path)
    {
        const auto* const schema =
            description_.request_schema(path, "post", "application/x-www-form-urlencoded");
        const auto body = typed(tree_of(request.form), *schema);
        const auto found = description_.breach(body, *schema, path);
        if (found.empty()) return body.as_object();
        complaints.push_back(found);
        return {};
    }
    http::Response open_session(const http::Request& request)
    {
        const auto body = read(request, "/v1/checkout/sessions");
        if (!body) return error(400, complaints.back());
        const auto& item = body->at("line_items").at(0);
        const auto& price = item.at("price_data");
        const auto amount = price.at("unit_amount").as_int64() * item.at("quantity").as_int64();
        if (amount < 50) return error(400, "amount too small");
        std::string copy;
        if (const auto* asked = body->if_contains("invoice_creation"))
            copy = asked->at("invoice_data").at("footer").as_string();
        const auto id = "cs_test_" + next();
        sessions[id] = {.id = id,
                        .tracking = std::string{body->at("metadata").at("checkout").as_string()},
                        .payment = {},
                        .success_url = std::string{body->at("success_url").as_string()},
                        .amount = amount,
                        .copy = std::move(copy)};
        return say(session_object(sessions[id]), "checkout.session");
    }
    http::Response list_sessions()
    {
        return http::Response::json(
            R"({"object":"list","data":[],"has_more":false,"url":"/v1/checkout/sessions"})");
    }
    http::Response show_session(const std::string& id)
    {
        const auto found = sessions.find(id);
        if (found == sessions.end()) return error(404, "no such session");
        return say(session_object(found->second), "checkout.session");
    }
    http::Response close_session(const std::string& id)
    {
        const auto found = sessions.find(id);
        if (found == sessions.end()) return error(404, "no such session");
        if (found->second.status != "open") return error(400, "not open");
        found->second.status = "expired";
        return say(session_object(found->second), "checkout.session");
    }
    http::Response make_refund(const http::Request& request)
    {
        const auto body = read(request, "/v1/refunds");
        if (!body) return error(400, complaints.back());
        const std::string payment{body->at("payment_intent").as_string()};
        const auto found = money.find(payment);
        const auto amount = body->at("amount").as_int64();
        if (found == money.end()) return error(404, "no such payment");
        if (amount > found->second.kept()) return error(400, "greater than unrefunded amount");
        ++refunds_made;
        found->second.refunded += amount;
        return say(json::object{{"id", "re_" + next()},
                                {"object", "refund"},
                                {"amount", amount},
                                {"created", second()},
                                {"currency", "eur"},
                                {"status", "succeeded"},
                                {"payment_intent", payment}},
                   "refund");
    }
    http::Response show_intent(const std::string& id)
    {
        const auto found = money.find(id);
        if (found == money.end()) return error(404, "no such payment");
        return say(json::object{{"id", id},
                                {"object", "payment_intent"},
                                {"amount", found->second.amount},
                                {"capture_method", "automatic"},
                                {"confirmation_method", "automatic"},
                                {"created", second()},
                                {"currency", "eur"},
                                {"livemode", false},
                                {"payment_method_types", json::array{"card"}},
                                {"status", "succeeded"},
                                {"latest_charge", found->second.charge}},
                   "payment_intent");
    }
    http::Response show_charge(const std::string& id)
    {
        for (const auto& [payment, one] : money)
            if (one.charge == id) return say(charge_object(payment), "charge");
        return error(404, "no such charge");
    }

    Description description_{"tests/contracts/stripe/openapi.minimal.json"};
    TemporaryFolder folder_;
    std::mutex mutex_;
    std::map<std::string, std::pair<std::string, std::string>> told_;
    std::map<std::string, std::pair<std::string, std::int64_t>> disputes_;
    int count_ = 0;
    http::Server server_;
};

} // namespace test_support
