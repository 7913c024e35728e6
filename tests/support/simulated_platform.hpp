#pragma once

#include "kernel/base/text.hpp"
#include "kernel/http/server.hpp"
#include "tests/support/database.hpp"
#include "tests/support/openapi.hpp"

#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

/// A platform on one free loopback port, made of the official description of XP Z12-013: every
/// request is held against it, and refused when it breaks it; so is every answer. Ends with this
/// object.
namespace test_support
{

struct HeldFlow {
    std::string id;
    std::string name;
    std::string bytes;
    std::string updated_at = "2026-11-20T10:00:00Z";
};

class SimulatedPlatform
{
  public:
    static constexpr const char* token = "jeton-de-la-plateforme";
    static constexpr const char* client = "charpentes";
    static constexpr const char* secret = "secret-oauth";

    SimulatedPlatform()
        : server_(
              {.listen = "127.0.0.1:0", .workers = 2, .temporary_folder = folder_.path()},
              [this](http::Request& request) { return answer(request); }, {},
              [](const http::Request&) {
                  return http::BodyPolicy{.bytes_max = 5'000'000, .accepts_files = true};
              })
    {
        server_.start();
    }
    std::string address() const
    {
        return "http://127.0.0.1:" + std::to_string(server_.port()) + "/flow-service";
    }
    std::string token_address() const
    {
        return "http://127.0.0.1:" + std::to_string(server_.port()) + "/token";
    }

    // Set before, read after a call: the requests come one by one.
    std::vector<HeldFlow> held;
    std::set<std::string> unavailable; ///< flows whose document is answered 503
    std::set<std::string> gone;        ///< flows whose document is answered 404
    std::size_t page_size = 100;
    std::vector<std::string> complaints; ///< what broke the description
    std::vector<HeldFlow> submitted;
    std::vector<std::string> asked_after;

  private:
    http::Response say(int status, const json::value& body, const char* schema)
    {
        if (auto found = description_.breach(body, schema); !found.empty())
            complaints.push_back("answer: " + found);
        return http::Response::json(json::serialize(body), status);
    }
    http::Response error(int status, const std::string& words)
    {
        return say(
            status,
            json::object{{"errorCode", "E" + std::to_string(status)}, {"errorMessage", words}},
            "Error");
    }
    http::Response complain(const std::string& words)
    {
        complaints.push_back(words);
        return error(400, words);
    }

    http::Response answer(http::Request& request)
    {
        const std::scoped_lock lock{mutex_};
        if (request.path == "/token") return give_token(request);
        if (request.headers.get("Authorization") != std::string{"Bearer "} + token)
            return error(401, "jeton inconnu");
        const std::string prefix = "/flow-service/v1/flows";
        if (!request.path.starts_with(prefix)) return error(404, "inconnu");
        const auto rest = request.path.substr(prefix.size());
        if (rest == "/search") return search(request);
        if (rest.empty()) return submit(request);
        return original(rest.substr(1), request);
    }
    http::Response give_token(http::Request& request)
    {
        const auto& form = request.form;
        if (form.get("grant_type") != "client_credentials" || form.get("client_id") != client ||
            form.get("client_secret") != secret)
            return http::Response::json(R"({"error":"invalid_client"})", 400);
        return http::Response::json(json::serialize(json::object{{"access_token", token}}), 200);
    }
    http::Response search(http::Request& request)
    {
        if (!description_.has_operation("/v1/flows/search", "post"))
            return complain("no operation");
        boost::system::error_code fault;
        const auto body = json::parse(request.body, fault);
        if (fault) return complain("no JSON");
        if (auto found = description_.breach(body, "SearchFlowParams"); !found.empty())
            return complain(found);
        const auto& where = body.at("where").as_object();
        if (where.empty()) return complain("a criterion is needed");
        const auto* const after = where.if_contains("updatedAfter");
        asked_after.emplace_back(after == nullptr ? "" : std::string{after->as_string()});
        const auto* const cursor = body.as_object().if_contains("cursor");
        const auto from = cursor == nullptr ? 0 : std::stoul(std::string{cursor->as_string()});
        return page(from, asked_after.back());
    }
    http::Response page(std::size_t from, const std::string& after)
    {
        json::array results;
        for (auto at = from; at < std::min(held.size(), from + page_size); ++at)
            if (held[at].updated_at > after)
                results.push_back(
                    json::object{{"flowId", held[at].id},
                                 {"name", held[at].name},
                                 {"flowSyntax", "UBL"},
                                 {"flowProfile", "CIUS"},
                                 {"processingRule", "B2B"},
                                 {"processingRuleSource", "Computed"},
                                 {"flowType", "SupplierInvoice"},
                                 {"flowDirection", "In"},
                                 {"submittedAt", held[at].updated_at},
                                 {"updatedAt", held[at].updated_at},
                                 {"acknowledgement", json::object{{"status", "Ok"}}}});
        json::object body{{"limit", 100}, {"results", results}};
        if (from + page_size < held.size()) body["nextCursor"] = std::to_string(from + page_size);
        return say(200, body, "SearchFlowContent");
    }
    http::Response original(const std::string& id, http::Request& request)
    {
        if (request.query.get("docType") != "Original") return complain("docType");
        if (unavailable.contains(id)) return error(503, "plus tard");
        for (const auto& flow : held)
            if (flow.id == id && !gone.contains(id)) return http::Response::text(flow.bytes);
        return error(404, "inconnu");
    }
    http::Response submit(http::Request& request)
    {
        boost::system::error_code fault;
        const auto info = json::parse(request.form.get("flowInfo"), fault);
        if (fault || request.files.size() != 1) return complain("parts");
        if (auto found = description_.breach(info, "FlowInfo"); !found.empty())
            return complain(found);
        std::ostringstream bytes;
        bytes << std::ifstream{*request.files[0].content, std::ios::binary}.rdbuf();
        if (info.at("sha256").as_string() != base::hex(base::sha256(bytes.str())))
            return complain("sha256");
        submitted.push_back({.id = "S" + std::to_string(submitted.size() + 1),
                             .name = request.files[0].file_name,
                             .bytes = bytes.str()});
        auto body = info.as_object();
        body["flowId"] = submitted.back().id;
        body["submittedAt"] = "2026-11-20T10:00:00Z";
        return say(202, body, "FullFlowInfo");
    }

    Description description_{"tests/contracts/platform/flow-service.json"};
    TemporaryFolder folder_;
    std::mutex mutex_;
    http::Server server_;
};

} // namespace test_support
