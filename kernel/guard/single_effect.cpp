#include "kernel/guard/single_effect.hpp"

#include "kernel/base/text.hpp"
#include "kernel/guard/error_pages.hpp"
#include "kernel/guard/form_key_store.hpp"
#include "kernel/guard/site.hpp"

namespace guard
{
namespace
{

/// Somebody else's transaction already holds the key.
struct Twin {
};

std::string key_of(const http::Request& request, const Submission& submission)
{
    http::Fields body;
    for (const auto& [name, value] : request.form.all())
        if (!name.starts_with('_')) body.add(name, value);
    return base::base64url(base::sha256(submission.visitor + "\n" + request.target + "\n" +
                                        submission.form_key + "\n" +
                                        http::encode_urlencoded(body)));
}

tenancy::WorkspaceId workspace_of(const Call& call)
{
    return call.has_context() ? call.context().workspace().id : tenancy::WorkspaceId{};
}

void take_before_first_write(Call& call, const std::string& key)
{
    const auto take = [key](auto& tx) {
        try {
            take_form_key(tx, key);
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

} // namespace

http::Response with_single_effect(Call& call, Submissions& in_flight, const Submission& submission)
{
    if (submission.form_key.empty()) return call.route().handler(call);

    const auto key = key_of(call.request(), submission);
    const Submissions::Hold hold{in_flight, key};
    if (!hold.is_first()) return in_flight_page(call.site(), call.request());

    take_before_first_write(call, key);
    tenancy::Platform records{call.site().database(), call.platform().origin()};
    try {
        auto response = call.route().handler(call);
        if (response.status == 303)
            records.write([&](tenancy::PlatformTransaction& tx) {
                set_form_key_location(tx, workspace_of(call), key,
                                      response.headers.get("Location"));
            });
        return response;
    } catch (const Twin&) {
        return first_answer(call, records, key);
    }
}

} // namespace guard
