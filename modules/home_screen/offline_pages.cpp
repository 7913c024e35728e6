#include "modules/home_screen/offline_pages.hpp"

#include "kernel/base/embedded.hpp"
#include "kernel/guard/operation.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/home_screen/offline_views.hpp"

#include <algorithm>

namespace home_screen
{
namespace
{

const base::EmbeddedFile& worker_file()
{
    const auto files = base::embedded_assets();
    const auto found = std::ranges::find_if(files, [](const base::EmbeddedFile& file) {
        return file.path.starts_with("web/dist/worker.") && file.path.ends_with(".js");
    });
    if (found == files.end()) throw base::NotFound{};
    return *found;
}

} // namespace

http::Response show_worker(guard::Call& call)
{
    const auto& file = worker_file();
    http::Response response;
    response.body = file.bytes;
    response.etag = file.path;
    response.with("Content-Type", "text/javascript; charset=utf-8")
        .with("Cache-Control", "no-cache")
        .with("Content-Security-Policy",
              "default-src 'none'; script-src 'self'; connect-src 'self' " +
                  call.site().configuration().storage.origin);
    return response;
}

http::Response show_offline(guard::Call& call)
{
    return guard::render(call,
                         guard::AuthPage{.title = i18n::t("home_screen.offline.title"),
                                         .body = html::group(offline_page(), offline_templates()),
                                         .panel = {}});
}

http::Response show_account(guard::Call& call)
{
    call.forbid_storing();
    return http::Response::html(
        html::group(html::meta(html::name("csrf-token"), html::content(call.csrf_token())),
                    guard::device_mark(call))
            .text());
}

} // namespace home_screen
