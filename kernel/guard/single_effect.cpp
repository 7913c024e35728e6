#include "kernel/guard/single_effect.hpp"

#include "kernel/base/text.hpp"
#include "kernel/guard/entrance.hpp"
#include "kernel/guard/error_pages.hpp"
#include "kernel/guard/form_key_store.hpp"
#include "kernel/guard/operation.hpp"
#include "kernel/guard/site.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace guard
{
namespace
{

/// Somebody else's transaction already holds the key.
struct Twin {
};

/// What a submission is known by, and for how long.
struct Key {
    std::string hash;
    std::chrono::hours kept_for = form_keys_kept_for;
};

/// Of the person, not of the session: it may come after the next sign-in.
Key key_of_operation(const Call& call, std::string_view operation)
{
    const auto* const side = side_of(call.route()) == tenancy::Side::portal ? "portal" : "staff";
    const auto who = call.signed_in()->person.id.text();
    return {.hash = base::base64url(
                base::sha256(base::join({"operation", side, who, std::string{operation}}, "\n"))),
            .kept_for = operations_kept_for};
}

/// Nothing: it is not protected.
std::optional<Key> key_of(const Call& call, std::string_view visitor)
{
    const auto& request = call.request();
    const auto operation = operation_of(request);
    if (!operation.empty() && call.signed_in()) return key_of_operation(call, operation);
    const std::string form_key{request.form.get("_key")};
    if (form_key.empty()) return {};
    http::Fields body;
    for (const auto& [name, value] : request.form.all())
        if (!name.starts_with('_')) body.add(name, value);
    return Key{
        .hash = base::base64url(base::sha256(std::string{visitor} + "\n" + request.target + "\n" +
                                             form_key + "\n" + http::encode_urlencoded(body)))};
}

tenancy::WorkspaceId workspace_of(const Call& call)
{
    return call.has_context() ? call.context().workspace().id : tenancy::WorkspaceId{};
}

void take_before_first_write(Call& call, const Key& key)
{
    const auto take = [key](auto& tx) {
        try {
            take_form_key(tx, key.hash, key.kept_for);
        } catch (const db::ConstraintViolation&) {
            throw Twin{};
        }
    };
    if (call.has_context())
        call.context().before_first_write(take);
    else
        call.platform().before_first_write(take);
}

http::Response first_answer(Call& call, const tenancy::Platform& records, const std::string& key)
{
    const auto location = records.read([&](tenancy::PlatformTransaction& tx) {
        return form_key_location(tx, workspace_of(call), key);
    });
    if (location && !location->empty()) return http::Response::see_other(*location);
    const auto page = call.form_page();
    return http::Response::see_other(page.empty() ? "/" : page);
}

http::Response once(Call& call, Submissions& in_flight, const Key& key)
{
    const Submissions::Hold hold{in_flight, key.hash};
    if (!hold.is_first()) return in_flight_page(call.site(), call.request());

    take_before_first_write(call, key);
    tenancy::Platform records{call.site().database(), call.platform().origin()};
    try {
        auto response = call.route().handler(call);
        if (response.status == 303)
            records.write([&](tenancy::PlatformTransaction& tx) {
                set_form_key_location(tx, workspace_of(call), key.hash,
                                      response.headers.get("Location"));
            });
        return response;
    } catch (const Twin&) {
        return first_answer(call, records, key.hash);
    }
}

http::Response done(std::string_view location)
{
    return http::Response::json(boost::json::serialize(boost::json::object{{"done", location}}));
}

} // namespace

http::Response with_single_effect(Call& call, Submissions& in_flight, std::string_view visitor)
{
    const auto key = key_of(call, visitor);
    if (!key) return call.route().handler(call);
    in_flight.count(visitor);
    auto response = once(call, in_flight, *key);
    const bool is_told = !operation_of(call.request()).empty() && wants_json(call.request());
    if (!is_told || response.status != 303) return response;
    return done(response.headers.get("Location"));
}

} // namespace guard
