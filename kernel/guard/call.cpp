#include "kernel/guard/call.hpp"

#include "kernel/base/assert.hpp"
#include "kernel/base/text.hpp"
#include "kernel/guard/cookies.hpp"
#include "kernel/guard/headers.hpp"
#include "kernel/guard/route.hpp"

namespace guard
{

const std::string& Call::path(std::string_view name) const
{
    for (const auto& [param, value] : path_params_)
        if (param == name) return value;
    KERNEL_ASSERT(!"the pattern of the route has no such parameter");
    return csrf_token_;
}

bool Call::is_json() const
{
    return base::starts_with_ignoring_case(request_.headers.get("Content-Type"),
                                           "application/json");
}

tenancy::Context& Call::context()
{
    KERNEL_ASSERT(context_.has_value());
    return *context_;
}

const tenancy::Context& Call::context() const
{
    KERNEL_ASSERT(context_.has_value());
    return *context_;
}

std::string Call::in_workspace(std::string_view path) const
{
    const auto& workspace = context().workspace();
    const auto* prefix = context().actor().side == tenancy::Side::portal ? "/p/" : "/e/";
    return prefix + workspace.slug + std::string{path};
}

http::Response Call::redirect(std::string_view location) const
{
    return http::Response::see_other(location);
}

http::Response Call::redirect(std::string_view location, std::string_view notice_key,
                              base::Params params) const
{
    auto response = http::Response::see_other(location);
    response.set_cookie(
        {.name = std::string{flash_cookie_name},
         .value = encode_flash({.key = std::string{notice_key}, .params = std::move(params)}),
         .max_age_seconds = {}});
    return response;
}

void Call::wait_for(const std::vector<std::string>& things)
{
    if (things.empty() || !signed_in_) return;
    KERNEL_ASSERT(things.size() <= page_topics_max);
    topics_.clear();
    for (const auto& thing : things)
        topics_.push_back(events::topic_of(context().workspace().id, thing));
}

std::string Call::etag_of(std::string_view body) const
{
    const auto etag = guard::etag_of(body);
    return topics_.empty() ? etag : etag + "-" + std::to_string(rights_version_);
}

TopicToken Call::topic_token() const
{
    const auto& actor = context().actor();
    return {.workspace = context().workspace().id,
            .membership = actor.membership,
            .person = actor.person,
            .side = actor.side,
            .rights_version = rights_version_,
            .since = made_since_,
            .topics = topics_};
}

const std::string& Call::csrf_token() const
{
    return csrf_placeholder();
}

std::string Call::form_page() const
{
    if (request_.method == http::Method::Get || request_.method == http::Method::Head)
        return request_.target;
    return std::string{request_.form.get("_page")};
}

} // namespace guard
