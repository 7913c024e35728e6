#include "modules/client_entry/button_pages.hpp"

#include "kernel/base/refusal.hpp"
#include "kernel/guard/shells.hpp"
#include "modules/client_entry/site.hpp"
#include "modules/client_entry/site_store.hpp"
#include "modules/client_entry/site_views.hpp"

namespace client_entry
{

http::Response show_button(guard::Call& call)
{
    const auto& workspace = call.context().workspace();
    if (!workspace.modules.contains("client_entry")) throw base::NotFound{};
    const auto origins = call.context().read(sites);
    auto response = http::Response::html(
        button_document(guard::brand_of(workspace), html::checked_local("/p/" + workspace.slug))
            .text());
    response.with("Content-Security-Policy", frame_policy(origins));
    return response;
}

} // namespace client_entry
