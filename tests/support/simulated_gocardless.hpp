#pragma once

#include "kernel/base/clock.hpp"
#include "kernel/base/text.hpp"
#include "kernel/http/server.hpp"
#include "kernel/secrets/hmac.hpp"
#include "tests/support/database.hpp"
#include "tests/support/json_schema.hpp"

#include <map>
#include <mutex>
#include <string>
#include <vector>

/// GoCardless on one free loopback port, made of its official types: every request is held against
/// them, and refused when it breaks them; so is every answer. Clients sign, banks pay or refuse
/// here; what it tells of that a test delivers when and as often as it likes.
namespace test_support
{

class SimulatedGocardless
{
  public:
    static constexpr const char* key = "sandbox_essai";
    static constexpr const char* secret = "ED7D658C-D8EB-4941-948B-3973214F2D49";

    struct Request {
        std::string tracking, mandate;
        std::string status = "pending";
        std::string redirect_uri{};
    };
    struct Debit {
        std::string tracking, mandate;
        std::int64_t amount = 0;
        std::int64_t refunded = 0;
        std::string status = "pending_submission";
        std::string currency = "EUR";
        /// What the business has of it.
        std::int64_t kept() const
        {
            return status == "confirmed" || status == "paid_out" ? amount - refunded : 0;
        }
    };

    SimulatedGocardless()
        : server_({.listen = "127.0.0.1:0", .workers = 2, .temporary_folder = folder_.path()},
                  [this](http::Request& request) { return answer(request); })
    {
        server_.start();
    }
    std::string address() const { return "http://127.0.0.1:" + std::to_string(server_.port()); }

    // Set before, read after a call: the requests come one by one.
    std::vector<std::string> complaints; ///< what broke the types
    std::map<std::string, Request> requests;
    std::map<std::string, Debit> debits;
    int down_for = 0;     ///< requests answered 500 from now on
    int lost_answers = 0; ///< requests done, then answered 500

    /// The client signs a mandate on its page; gives the notice of it.
    std::string sign(const std::string& request)
    {
        auto& one = requests.at(request);
        one.status = "fulfilled";
        one.mandate = "MD" + next();
        return notice(
            {event("mandates", "created", {{"mandate", one.mandate}}),
             event("billing_requests", "fulfilled",
                   {{"billing_request", request}, {"mandate_request_mandate", one.mandate}})});
    }
    /// A debit goes on; `action` as its event is called.
    std::string move(const std::string& debit, const std::string& status, const std::string& action)
    {
        debits.at(debit).status = status;
        return notice({event("payments", action, {{"payment", debit}})});
    }
    std::string confirm(const std::string& debit) { return move(debit, "confirmed", "confirmed"); }
    std::string fail(const std::string& debit) { return move(debit, "failed", "failed"); }
    std::string charge_back(const std::string& debit)
    {
        return move(debit, "charged_back", "charged_back");
    }
    std::string end_mandate(const std::string& mandate)
    {
        ended_.push_back(mandate);
        return notice({event("mandates", "cancelled", {{"mandate", mandate}})});
    }
    std::string last_request() const { return requests.rbegin()->first; }
    std::string last_debit() const { return debits.rbegin()->first; }

    static std::string proof_of(const std::string& body, const std::string& with = secret)
    {
        return base::hex(secrets::hmac_sha256(with, body));
    }

  private:
    std::string next() { return std::to_string(100'000 + ++count_); }

    json::value event(const std::string& type, const std::string& action, json::object links)
    {
        json::value body{
            {"id", "EV" + next()},       {"created_at", base::iso(base::real_now())},
            {"resource_type", type},     {"action", action},
            {"links", std::move(links)}, {"details", {{"origin", "gocardless"}, {"cause", action}}},
            {"metadata", json::object{}}};
        if (auto found = event_.breach(body); !found.empty()) complaints.push_back(found);
        return body;
    }
    static std::string notice(const json::array& events)
    {
        return json::serialize(json::object{{"events", events}});
    }
    json::value request_object(const std::string& id) const
    {
        const auto& one = requests.at(id);
        json::object links;
        if (!one.mandate.empty()) links["mandate_request_mandate"] = one.mandate;
        return json::object{{"id", id},
                            {"status", one.status},
                            {"created_at", base::iso(base::real_now())},
                            {"metadata", json::object{{"checkout", one.tracking}}},
                            {"links", links}};
    }
    json::value debit_object(const std::string& id) const
    {
        const auto& one = debits.at(id);
        return json::object{{"id", id},
                            {"amount", std::to_string(one.amount)},
                            {"amount_refunded", std::to_string(one.refunded)},
                            {"currency", one.currency},
                            {"charge_date", "2026-01-20"},
                            {"created_at", base::iso(base::real_now())},
                            {"status", one.status},
                            {"metadata", json::object{{"checkout", one.tracking}}},
                            {"links", json::object{{"mandate", one.mandate}}}};
    }
    http::Response say(const char* name, json::value body, const JsonSchema* schema, int status)
    {
        if (schema != nullptr)
            if (auto found = schema->breach(body); !found.empty())
                complaints.push_back("answer: " + found);
        return http::Response::json(json::serialize(json::object{{name, std::move(body)}}), status);
    }
    static http::Response error(int status, const std::string& words, const json::array& more = {})
    {
        return http::Response::json(
            json::serialize(json::object{
                {"error", json::object{{"message", words}, {"code", status}, {"errors", more}}}}),
            status);
    }
    http::Response complain(const std::string& words)
    {
        complaints.push_back(words);
        return error(422, words);
    }
    http::Response conflict(const std::string& id)
    {
        return error(409, "A resource has already been created with this idempotency key",
                     {json::object{{"reason", "idempotent_creation_conflict"},
                                   {"links", json::object{{"conflicting_resource_id", id}}}}});
    }

    http::Response answer(http::Request& request)
    {
        const std::scoped_lock lock{mutex_};
        if (down_for > 0) {
            --down_for;
            return error(500, "Internal server error");
        }
        if (request.headers.get("Authorization") != std::string{"Bearer "} + key)
            return error(401, "Unauthorized");
        if (request.headers.get("GoCardless-Version") != "2015-07-06")
            return complain("no version");
        auto response = serve(request);
        if (lost_answers > 0 && response.status < 300) {
            --lost_answers;
            return error(500, "perdu");
        }
        return response;
    }
    http::Response serve(http::Request& request)
    {
        const auto& path = request.path;
        const bool is_post = request.method == http::Method::Post;
        if (path == "/creditors") return http::Response::json(R"({"creditors":[]})");
        if (is_post) return create(path, request);
        if (path.starts_with("/billing_requests/"))
            return show(path.substr(18), requests, "billing_requests", request_,
                        &Self::request_object);
        if (path.starts_with("/payments/"))
            return show(path.substr(10), debits, "payments", payment_, &Self::debit_object);
        return complain("no operation " + path);
    }
    using Self = SimulatedGocardless;
    template <class All>
    http::Response show(const std::string& id, const All& all, const char* name,
                        const JsonSchema& schema,
                        json::value (Self::*object)(const std::string&) const)
    {
        if (!all.contains(id)) return error(404, "Resource not found");
        return say(name, (this->*object)(id), &schema, 200);
    }
    /// Nothing: the body breaks the types; `complaints` says how.
    const json::object* read(const http::Request& request, const char* name,
                             const JsonSchema& schema)
    {
        boost::system::error_code bad;
        body_ = json::parse(request.body, bad);
        const auto* const inner =
            !bad && body_.is_object() ? body_.as_object().if_contains(name) : nullptr;
        const auto found =
            inner == nullptr ? std::string{name} + " is missing" : schema.breach(*inner);
        if (found.empty()) return &inner->as_object();
        complaints.push_back(found);
        return nullptr;
    }
    http::Response create(const std::string& path, const http::Request& request)
    {
        if (path.ends_with("/actions/cancel")) {
            const auto id = path.substr(18, path.size() - 18 - 15);
            if (!requests.contains(id)) return error(404, "Resource not found");
            if (requests.at(id).status != "pending") return error(422, "invalid_state");
            requests.at(id).status = "cancelled";
            return say("billing_requests", request_object(id), &request_, 200);
        }
        const std::string once{request.headers.get("Idempotency-Key")};
        if (!once.empty() && made_.contains(once)) return conflict(made_.at(once));
        if (path == "/billing_requests") return create_request(request, once);
        if (path == "/billing_request_flows") return create_flow(request);
        if (path == "/payments") return create_debit(request, once);
        if (path == "/refunds") return create_refund(request, once);
        return complain("no operation " + path);
    }
    http::Response create_request(const http::Request& request, const std::string& once)
    {
        const auto* const body = read(request, "billing_requests", new_request_);
        if (body == nullptr) return error(422, complaints.back());
        const auto id = "BRQ" + next();
        requests[id] = {.tracking = std::string{body->at("metadata").at("checkout").as_string()},
                        .mandate = {}};
        made_[once] = id;
        return say("billing_requests", request_object(id), &request_, 201);
    }
    http::Response create_flow(const http::Request& request)
    {
        const auto* const body = read(request, "billing_request_flows", new_flow_);
        if (body == nullptr) return error(422, complaints.back());
        const std::string id{body->at("links").at("billing_request").as_string()};
        requests.at(id).redirect_uri = body->at("redirect_uri").as_string();
        return say(
            "billing_request_flows",
            json::object{{"id", "BRF" + next()},
                         {"authorisation_url", address() + "/flow/" + id},
                         {"expires_at", base::iso(base::real_now() + std::chrono::hours{24 * 7})}},
            nullptr, 201);
    }
    http::Response create_debit(const http::Request& request, const std::string& once)
    {
        const auto* const body = read(request, "payments", new_payment_);
        if (body == nullptr) return error(422, complaints.back());
        if (once.empty()) return complain("a payment without an idempotency key");
        const std::string mandate{body->at("links").at("mandate").as_string()};
        if (std::ranges::find(ended_, mandate) != ended_.end())
            return error(422, "Mandate is cancelled");
        const auto id = "PM" + next();
        debits[id] = {.tracking = std::string{body->at("metadata").at("checkout").as_string()},
                      .mandate = mandate,
                      .amount = std::stoll(std::string{body->at("amount").as_string()})};
        made_[once] = id;
        return say("payments", debit_object(id), &payment_, 201);
    }
    http::Response create_refund(const http::Request& request, const std::string& once)
    {
        const auto* const body = read(request, "refunds", new_refund_);
        if (body == nullptr) return error(422, complaints.back());
        auto& one = debits.at(std::string{body->at("links").at("payment").as_string()});
        const auto amount = std::stoll(std::string{body->at("amount").as_string()});
        const auto total =
            std::stoll(std::string{body->at("total_amount_confirmation").as_string()});
        if (total != one.refunded + amount) return error(422, "total_amount_confirmation_invalid");
        if (amount > one.kept()) return error(422, "refund_payment_invalid_state");
        one.refunded += amount;
        made_[once] = "RF" + next();
        return say("refunds", json::object{{"id", made_[once]}}, nullptr, 201);
    }

    static JsonSchema schema(const std::string& name)
    {
        return JsonSchema{"tests/contracts/gocardless/" + name + ".schema.json"};
    }
    JsonSchema request_ = schema("BillingRequest");
    JsonSchema payment_ = schema("Payment");
    JsonSchema event_ = schema("Event");
    JsonSchema new_request_ = schema("BillingRequestCreateRequest");
    JsonSchema new_flow_ = schema("BillingRequestFlowCreateRequest");
    JsonSchema new_payment_ = schema("PaymentCreateRequest");
    JsonSchema new_refund_ = schema("RefundCreateRequest");
    TemporaryFolder folder_;
    std::mutex mutex_;
    json::value body_;
    std::map<std::string, std::string> made_;
    std::vector<std::string> ended_;
    int count_ = 0;
    http::Server server_;
};

} // namespace test_support
