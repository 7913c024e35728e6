#include "modules/identity/openid_cookie_pages.hpp"

#include "kernel/base/clock.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/secrets/sealed_fields.hpp"

namespace identity
{

namespace
{

constexpr auto request_purpose = "identity.openid.request";
constexpr auto link_purpose = "identity.openid.link";
constexpr auto until_name = "until";

http::Cookie cookie(std::string value, std::chrono::seconds life)
{
    return {.name = std::string{openid_cookie_name},
            .value = std::move(value),
            .max_age_seconds = life.count()};
}

/// By the real clock: the provider's answers follow no other.
void keep(const guard::Call& call, http::Response& response, const char* purpose,
          base::Params fields)
{
    const auto now = base::real_now();
    fields.emplace_back(until_name, base::iso(now + openid_life_max));
    response.set_cookie(
        cookie(secrets::seal_fields(call.site().vault(), purpose, fields, now), openid_life_max));
}

std::string field(const base::Params& fields, std::string_view name)
{
    for (const auto& [key, value] : fields)
        if (key == name) return value;
    return {};
}

std::optional<base::Params> kept(const guard::Call& call, const char* purpose)
{
    const auto now = base::real_now();
    auto fields = secrets::open_fields(call.site().vault(), purpose,
                                       call.request().cookie(openid_cookie_name), now);
    if (!fields) return {};
    const auto until = base::parse_iso(field(*fields, until_name));
    if (!until || *until <= now) return {};
    return fields;
}

} // namespace

void keep_request(const guard::Call& call, http::Response& response, const OpenIdRequest& request)
{
    keep(call, response, request_purpose,
         {{"provider", request.provider},
          {"portal", request.portal},
          {"next", request.next},
          {"again", request.again.text()},
          {"state", request.secrets.state},
          {"nonce", request.secrets.nonce},
          {"verifier", request.secrets.verifier}});
}

std::optional<OpenIdRequest> request_of(const guard::Call& call)
{
    const auto fields = kept(call, request_purpose);
    if (!fields) return {};
    return OpenIdRequest{
        .provider = field(*fields, "provider"),
        .portal = field(*fields, "portal"),
        .next = field(*fields, "next"),
        .again = tenancy::PersonId::parse(field(*fields, "again")).value_or(tenancy::PersonId{}),
        .secrets = {.state = field(*fields, "state"),
                    .nonce = field(*fields, "nonce"),
                    .verifier = field(*fields, "verifier")}};
}

void keep_link(const guard::Call& call, http::Response& response, const OpenIdLink& link)
{
    keep(call, response, link_purpose,
         {{"title", link.title},
          {"issuer", link.account.issuer},
          {"subject", link.account.subject},
          {"email", link.email}});
}

std::optional<OpenIdLink> link_of(const guard::Call& call)
{
    const auto fields = kept(call, link_purpose);
    if (!fields) return {};
    return OpenIdLink{
        .title = field(*fields, "title"),
        .account = {.issuer = field(*fields, "issuer"), .subject = field(*fields, "subject")},
        .email = field(*fields, "email")};
}

void forget_openid(http::Response& response)
{
    response.set_cookie(cookie("", std::chrono::seconds{0}));
}

} // namespace identity
