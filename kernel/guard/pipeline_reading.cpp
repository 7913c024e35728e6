#include "kernel/guard/headers.hpp"
#include "kernel/guard/pipeline.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/http/conditional.hpp"

namespace guard
{

/// The page, or that it has not changed since the visitor got it, known without making it.
http::Response Pipeline::read_page(Call& call, const auth::Rights& rights) const
{
    const auto& request = call.request_;
    const auto* changes = site_.database().changes();
    const bool is_plain = request.method == http::Method::Get && call.notice_.empty() &&
                          call.kept_.empty() && call.signed_in_ && call.context_;
    if (changes == nullptr || !is_plain) return call.route_.handler(call);

    const auto page =
        page_key(call, rights) + "." + std::to_string(submissions_.count_of(call.visitor_));
    if (const auto asked = request.headers.get("If-None-Match"); !asked.empty())
        if (const auto known = known_pages_.find(page);
            known && http::none_match_names(asked, known->etag) && is_current(*known, *changes))
            return not_modified(known->etag);
    const PageRecord record{call};
    auto response = call.route_.handler(call);
    if (auto provenance = record.of(response)) {
        response.etag = etag_of(call, response);
        provenance->etag = response.etag;
        known_pages_.remember(page, std::move(*provenance));
    }
    return response;
}

} // namespace guard
