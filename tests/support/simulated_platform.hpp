#pragma once

#include "kernel/base/text.hpp"
#include "kernel/http/server.hpp"
#include "tests/support/database.hpp"
#include "tests/support/openapi.hpp"

#include <algorithm>
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
    std::string type = "SupplierInvoice";
    std::string direction = "In";
    std::string tracking{};
    std::string acknowledgement = "Ok"; ///< "Error" comes with one detail
};

/// What the next document that is sent meets.
enum class Fault {
    none,
    busy,        ///< 429, to come back in two minutes
    broken,      ///< 500
    unavailable, ///< 503
    malformed,   ///< 422
    known,       ///< 422: it is there already
    lost,        ///< taken, and the answer is 503
    cut,         ///< taken, and half of the answer comes
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
    std::vector<HeldFlow> submitted;     ///< found by a search too
    std::vector<Fault> faults;           ///< of the next submissions, first first
    int searches_of_tracking = 0;
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
        if (where.contains("trackingId")) ++searches_of_tracking;
        asked_after.emplace_back(after == nullptr ? "" : std::string{after->as_string()});
        const auto* const cursor = body.as_object().if_contains("cursor");
        const auto from = cursor == nullptr ? 0 : std::stoul(std::string{cursor->as_string()});
        return page(from, found(where));
    }
    static bool is_among(const json::object& where, const char* name, const std::string& value)
    {
        const auto* const list = where.if_contains(name);
        return list == nullptr ||
               std::ranges::any_of(list->as_array(), [&](const json::value& one) {
                   return one.as_string() == std::string_view{value};
               });
    }
    std::vector<HeldFlow> found(const json::object& where) const
    {
        auto all = held;
        all.insert(all.end(), submitted.begin(), submitted.end());
        std::erase_if(all, [&](const HeldFlow& flow) {
            const auto* const tracking = where.if_contains("trackingId");
            const bool is_tracked =
                tracking == nullptr || tracking->as_string() == std::string_view{flow.tracking};
            return !is_tracked || !is_among(where, "flowType", flow.type) ||
                   !is_among(where, "flowDirection", flow.direction) ||
                   flow.updated_at <= asked_after.back();
        });
        return all;
    }
    static json::object described(const HeldFlow& flow)
    {
        json::object said{{"status", flow.acknowledgement}};
        if (flow.acknowledgement == "Error")
            said["details"] = json::array{json::object{{"level", "Error"},
                                                       {"item", "sha256"},
                                                       {"reasonCode", "ChecksumMismatch"},
                                                       {"reasonMessage", "empreinte différente"}}};
        json::object all{{"flowId", flow.id},
                         {"name", flow.name},
                         {"flowSyntax", "UBL"},
                         {"flowProfile", "CIUS"},
                         {"processingRule", "B2B"},
                         {"processingRuleSource", "Computed"},
                         {"flowType", flow.type},
                         {"flowDirection", flow.direction},
                         {"submittedAt", flow.updated_at},
                         {"updatedAt", flow.updated_at},
                         {"acknowledgement", said}};
        if (!flow.tracking.empty()) all["trackingId"] = flow.tracking;
        return all;
    }
    http::Response page(std::size_t from, const std::vector<HeldFlow>& flows)
    {
        json::array results;
        for (auto at = from; at < std::min(flows.size(), from + page_size); ++at)
            results.push_back(described(flows[at]));
        json::object body{{"limit", 100}, {"results", results}};
        if (from + page_size < flows.size()) body["nextCursor"] = std::to_string(from + page_size);
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
        return met(info.as_object(), {.id = "S" + std::to_string(submitted.size() + 1),
                                      .name = request.files[0].file_name,
                                      .bytes = bytes.str(),
                                      .type = "CustomerInvoice",
                                      .direction = "Out"});
    }
    http::Response met(json::object info, HeldFlow flow)
    {
        auto fault = Fault::none;
        if (!faults.empty()) {
            fault = faults.front();
            faults.erase(faults.begin());
        }
        if (fault == Fault::busy) return error(429, "trop vite").with("Retry-After", "120");
        if (fault == Fault::broken) return error(500, "panne");
        if (fault == Fault::unavailable) return error(503, "entretien");
        if (fault == Fault::malformed) return error(422, "Factur-X illisible");
        if (const auto* const tracking = info.if_contains("trackingId"))
            flow.tracking = tracking->as_string();
        const bool is_known = std::ranges::any_of(submitted, [&](const HeldFlow& one) {
            return !one.tracking.empty() && one.tracking == flow.tracking;
        });
        if (is_known) complaints.push_back("sent twice: " + flow.tracking);
        info["flowId"] = flow.id;
        info["submittedAt"] = flow.updated_at;
        submitted.push_back(std::move(flow));
        if (fault == Fault::known)
            return say(422,
                       json::object{{"errorCode", "AlreadyExistingFlow"},
                                    {"errorMessage", "flux déjà connu"}},
                       "Error");
        if (fault == Fault::lost) return error(503, "réponse perdue");
        if (fault == Fault::cut) return http::Response::json(R"({"flowId":"S)", 202);
        return say(202, info, "FullFlowInfo");
    }

    Description description_{"tests/contracts/platform/flow-service.json"};
    TemporaryFolder folder_;
    std::mutex mutex_;
    http::Server server_;
};

} // namespace test_support
