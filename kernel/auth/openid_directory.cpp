#include "kernel/auth/openid_directory.hpp"

#include "kernel/auth/json_fields.hpp"

#include <map>
#include <mutex>
#include <optional>

namespace auth
{

namespace
{

using Kind = OpenIdFailure::Kind;
using SteadyClock = std::chrono::steady_clock;

constexpr auto well_known = "/.well-known/openid-configuration";

/// Documents by address. Nothing is held while the network is waited for: two threads may fetch the
/// same document, and the later one stays.
template <class Document>
class Cache
{
  public:
    std::optional<Document> find(const std::string& address)
    {
        const std::lock_guard lock{mutex_};
        const auto found = entries_.find(address);
        if (found == entries_.end() || SteadyClock::now() >= found->second.until) return {};
        return found->second.document;
    }
    void keep(const std::string& address, const Document& document)
    {
        const std::lock_guard lock{mutex_};
        entries_[address] = {document, SteadyClock::now() + directory_age_max};
    }

  private:
    struct Entry {
        Document document;
        SteadyClock::time_point until;
    };
    std::mutex mutex_;
    std::map<std::string, Entry> entries_; ///< as many as providers are configured
};

std::string read(const std::string& address, Reach reach)
{
    auto fetched = fetch({.address = address, .reach = reach, .form = {}, .authorization = {}});
    if (fetched.status != 200)
        throw OpenIdFailure{Kind::unreachable,
                            address + " answered " + std::to_string(fetched.status)};
    return std::move(fetched.body);
}

OpenIdEndpoints parse_endpoints(const std::string& json, const std::string& issuer, Reach reach)
{
    const auto document = parse_object(json);
    if (!document || text_of(*document, "issuer") != issuer)
        throw OpenIdFailure{Kind::unreachable, "the discovery document is not that of " + issuer};
    const OpenIdEndpoints endpoints{
        .issuer = issuer,
        .authorization = text_of(*document, "authorization_endpoint"),
        .token = text_of(*document, "token_endpoint"),
        .user_info = text_of(*document, "userinfo_endpoint"),
        .keys = text_of(*document, "jwks_uri"),
        .names_issuer = is_true(*document, "authorization_response_iss_parameter_supported")};
    for (const auto& address : {endpoints.authorization, endpoints.token, endpoints.keys})
        if (!http::is_reachable(address, reach))
            throw OpenIdFailure{Kind::unreachable, issuer + " publishes no HTTPS address"};
    return endpoints;
}

} // namespace

OpenIdEndpoints endpoints_of(const std::string& issuer, Reach reach)
{
    static Cache<OpenIdEndpoints> cache;
    if (auto known = cache.find(issuer)) return *known;
    const auto folder = issuer.ends_with('/') ? issuer.substr(0, issuer.size() - 1) : issuer;
    auto endpoints = parse_endpoints(read(folder + well_known, reach), issuer, reach);
    cache.keep(issuer, endpoints);
    return endpoints;
}

KeySet keys_of(const OpenIdEndpoints& endpoints, Reach reach, Freshness freshness)
{
    static Cache<KeySet> cache;
    if (freshness == Freshness::may_be_cached)
        if (auto known = cache.find(endpoints.keys)) return *known;
    auto keys = parse_key_set(read(endpoints.keys, reach));
    if (keys.empty())
        throw OpenIdFailure{Kind::unreachable, endpoints.issuer + " publishes no usable key"};
    cache.keep(endpoints.keys, keys);
    return keys;
}

} // namespace auth
