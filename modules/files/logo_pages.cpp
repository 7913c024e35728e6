#include "modules/files/logo_pages.hpp"

#include "kernel/guard/page.hpp"
#include "kernel/guard/shells.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/files/logo_views.hpp"

#include <algorithm>
#include <array>

namespace files
{
namespace
{

using guard::Call;
using i18n::t;
using tenancy::WorkspaceTransaction;

html::Url path(const Call& call, std::string_view end)
{
    return html::checked_local(call.in_workspace(end));
}

http::Response page(Call& call, std::string error)
{
    const auto& workspace = call.context().workspace();
    const LogoView view{
        .page = path(call, "/reglages/logo"),
        .remove = path(call, "/reglages/logo/retrait"),
        .square = guard::icon_url(call, guard::brand_of(workspace), "512.png"),
        .guard = guard::form_guard(call),
        .state = call.context().read([](WorkspaceTransaction& tx) { return logo_state(tx); }),
        .business = workspace.name,
        .error = std::move(error)};
    return guard::render(
        call, guard::Page{.title = t("files.logo.title"),
                          .body = logo_page(view),
                          .breadcrumbs = html::group(
                              html::h1(html::cls("sr-only"), t("files.logo.title")),
                              ui::breadcrumbs({{t("files.room.settings"), path(call, "/reglages")},
                                               {t("files.logo.title"), {}}})),
                          .status = view.error.empty() ? 200 : 422});
}

std::string not_a_picture(const std::string& name)
{
    return t("files.refused", {{"name", name}, {"reason", t("files.logo.not_a_picture")}});
}

/// Reasons that say what to do about a logo too.
bool is_about_pictures(std::string_view reason)
{
    constexpr std::array reasons{"files.refusal.size", "files.refusal.quota", "files.refusal.empty",
                                 "files.refusal.polyglot"};
    return std::ranges::find(reasons, reason) != reasons.end();
}

/// Why it cannot be the logo; empty when it may.
std::string problem_of(const std::vector<Offered>& offered, const Intake& sent)
{
    if (offered.size() != 1 || offered.front().name.empty()) return t("files.logo.missing");
    const auto& name = offered.front().name;
    if (offered.front().bytes > logo_bytes_max)
        return sentence({.name = name,
                         .reason = "files.refusal.size",
                         .value = i18n::file_size(logo_bytes_max)});
    if (!sent.refused.empty() && is_about_pictures(sent.refused.front().reason))
        return sentence(sent.refused.front());
    if (sent.taken.empty() || sent.taken.front().content.kind != Kind::image)
        return not_a_picture(name);
    return {};
}

} // namespace

http::Response show_logo(Call& call)
{
    return page(call, {});
}

http::Response update_logo(Call& call)
{
    const auto offered = offered_in(call.request(), "logo");
    const auto sent = take_in(call.context(), offered);
    const auto problem = problem_of(offered, sent);
    if (!problem.empty()) return page(call, problem);

    keep(call.context().workspace().id, sent);
    call.context().write([&](WorkspaceTransaction& tx) { send_logo(tx, sent); });
    return call.redirect(call.in_workspace("/reglages/logo"), "files.logo.sent");
}

http::Response delete_logo(Call& call)
{
    call.context().write([](WorkspaceTransaction& tx) { remove_logo(tx); });
    return call.redirect(call.in_workspace("/reglages/logo"), "files.logo.removed");
}

} // namespace files
