#include "modules/lan/authority_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/lan/authority.hpp"
#include "modules/lan/authority_views.hpp"

namespace lan
{
namespace
{

Authority authority_of(const guard::Call& call)
{
    auto authority = authority_in(call.site().configuration().data);
    if (!authority) throw base::NotFound{};
    return std::move(*authority);
}

} // namespace

http::Response show_authority(guard::Call& call)
{
    const AuthorityView view{.certificate = html::Url::local("/autorite/etabli.crt"),
                             .site = html::Url::local("/"),
                             .fingerprint = authority_of(call).fingerprint};
    return guard::render(
        call,
        guard::AuthPage{.title = i18n::t("lan.title"), .body = authority_page(view), .panel = {}});
}

http::Response send_authority(guard::Call& call)
{
    http::Response response;
    response.body = authority_of(call).der;
    response.with("Content-Type", "application/x-x509-ca-cert")
        .with("Content-Disposition", "attachment; filename=\"etabli.crt\"");
    return response;
}

} // namespace lan
