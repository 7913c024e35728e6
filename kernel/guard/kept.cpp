#include "kernel/guard/kept.hpp"

#include "kernel/guard/cookies.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/secrets/sealed_fields.hpp"
#include "kernel/secrets/vault.hpp"

namespace guard
{
namespace
{

constexpr std::string_view purpose = "guard.kept";

bool is_kept(std::string_view field)
{
    return !field.starts_with('_') && field.find("password") == std::string_view::npos;
}

bool is_local(std::string_view page)
{
    return page.starts_with('/') && !page.starts_with("//") &&
           page.find('\\') == std::string_view::npos;
}

} // namespace

std::string seal_kept(const secrets::Vault& vault, const Kept& kept)
{
    if (!is_local(kept.page)) return {};
    base::Params fields{{"_page", kept.page}};
    std::size_t bytes = 0;
    for (const auto& [name, value] : kept.fields.all()) {
        if (!is_kept(name)) continue;
        bytes += name.size() + value.size();
        fields.emplace_back(name, value);
    }
    if (bytes > kept_bytes_max) return {};
    return secrets::seal_fields(vault, purpose, fields, base::now());
}

std::optional<Kept> open_kept(const secrets::Vault& vault, std::string_view sealed)
{
    if (sealed.empty()) return {};
    const auto fields = secrets::open_fields(vault, purpose, sealed, base::now());
    if (!fields) return {};
    Kept kept;
    for (const auto& [name, value] : *fields)
        if (name == "_page")
            kept.page = value;
        else
            kept.fields.add(name, value);
    if (!is_local(kept.page)) return {};
    return kept;
}

std::optional<http::Response> resume(Call& call, std::string_view sealed,
                                     std::string_view session_token)
{
    const auto kept = open_kept(call.site().vault(), sealed);
    if (!kept) return {};
    const auto side = kept->page.starts_with("/p/") ? tenancy::Side::portal : tenancy::Side::staff;
    http::Request request;
    request.method = http::Method::Get;
    request.target = kept->page;
    const auto question = kept->page.find('?');
    request.path = kept->page.substr(0, question);
    if (question != std::string::npos)
        request.query = http::parse_urlencoded(kept->page.substr(question + 1));
    request.headers.set("Cookie",
                        std::string{session_cookie_name(side)} + "=" + std::string{session_token});
    request.headers.set("User-Agent", call.request().headers.get("User-Agent"));
    request.peer = call.request().peer;
    request.host = call.request().host;
    request.is_https = call.request().is_https;
    request.id = call.request().id;
    auto response = call.site().answer(request, kept->fields.all());
    if (response.status != 200) return {};
    response.headers.set("Cache-Control", "no-store");
    response.etag.clear();
    return response;
}

} // namespace guard
