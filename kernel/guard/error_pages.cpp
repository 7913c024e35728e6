#include "kernel/guard/error_pages.hpp"

#include "kernel/base/text.hpp"
#include "kernel/guard/headers.hpp"
#include "kernel/html/html.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/icon.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>

namespace guard
{
namespace
{

struct ErrorPage {
    int status = 500;
    std::string code; ///< "not_found": key guard.error.<code> and code of the JSON
    base::Params params;
    std::string words; ///< instead of guard.error.<code>.words
    bool can_return = false;
};

/// The page one came from, when it is of this site: « Revenir ».
std::string page_before(const http::Request& request)
{
    const auto page = std::string{request.form.get("_page")};
    const bool is_local =
        page.starts_with('/') && !page.starts_with("//") && page.find('\\') == std::string::npos;
    return is_local ? page : "/";
}

std::string json_of(const ErrorPage& page, std::string_view words)
{
    return boost::json::serialize(boost::json::object{
        {"error", boost::json::object{{"code", page.code}, {"message", words}}}});
}

ui::Icon icon_of(int status)
{
    if (status == 404) return "compass";
    if (status == 401 || status == 403) return "lock";
    if (status == 429 || status == 503) return "clock";
    return "triangle-alert";
}

/// The quiet half beside the words; said to nobody.
html::Html panel_of(int status)
{
    return html::div(html::cls("grid place-items-center"),
                     html::span(html::cls("tile t-gray !size-28 !rounded-[28px]"),
                                ui::icon(icon_of(status), "!size-12")));
}

http::Response answer(const http::Request& request, const ErrorPage& page)
{
    const auto key = "guard.error." + page.code;
    const auto words = page.words.empty() ? i18n::t(key + ".words", page.params) : page.words;
    if (wants_json(request)) return http::Response::json(json_of(page, words), page.status);
    const auto title = i18n::t(key + ".title", page.params);
    const auto body = html::div(
        html::cls("grid gap-4"), html::h1(html::cls("h1"), title),
        html::p(html::cls("text-14 text-fg-2"), words),
        html::div(html::cls("flex flex-wrap gap-2"),
                  page.can_return ? ui::link_button(html::checked_local(page_before(request)),
                                                    {.label = i18n::t("guard.error.back"),
                                                     .kind = ui::ButtonKind::Primary})
                                  : html::none,
                  ui::link_button(html::Url::local("/"), {.label = i18n::t("guard.error.home")})));
    const ui::Document document{.title = title, .brand = {.name = i18n::t("guard.brand")}};
    return http::Response::html(
        ui::auth_split({.document = document, .body = body, .panel = panel_of(page.status)}).text(),
        page.status);
}

} // namespace

bool wants_json(const http::Request& request)
{
    if (request.path.starts_with("/api/")) return true;
    if (base::starts_with_ignoring_case(request.headers.get("Content-Type"), "application/json"))
        return true;
    return request.headers.get("Accept").starts_with("application/json");
}

http::Response not_found_page(const Site&, const http::Request& request)
{
    return answer(request, {.status = 404, .code = "not_found"});
}

http::Response method_not_allowed_page(const Site&, const http::Request& request,
                                       std::string_view allow)
{
    auto response = answer(request, {.status = 405, .code = "method_not_allowed"});
    response.headers.set("Allow", allow);
    return response;
}

http::Response forbidden_page(const Site& site, const http::Request& request,
                              std::string_view permission)
{
    std::string label{permission};
    for (const auto& known : site.permissions)
        if (known.code == permission) label = i18n::t(known.label_key);
    return answer(request, {.status = 403, .code = "forbidden", .params = {{"permission", label}}});
}

http::Response forged_page(const Site&, const http::Request& request)
{
    return answer(request, {.status = 403, .code = "forged", .can_return = true});
}

http::Response read_only_page(const Site&, const http::Request& request)
{
    return answer(request, {.status = 403, .code = "read_only", .can_return = true});
}

http::Response too_many_page(const Site&, const http::Request& request, std::chrono::seconds wait)
{
    const auto seconds = std::to_string(wait.count());
    auto response = answer(
        request,
        {.status = 429, .code = "too_many", .params = {{"seconds", seconds}}, .can_return = true});
    response.headers.set("Retry-After", seconds);
    return response;
}

http::Response in_flight_page(const Site&, const http::Request& request)
{
    auto response = answer(request, {.status = 409, .code = "in_flight", .can_return = true});
    response.with("Retry-After", "1"); // unlike a conflict, which stays one
    return response;
}

http::Response refusal_page(const Site&, const http::Request& request, const base::Refusal& refusal)
{
    const bool is_conflict = refusal.kind == base::Refusal::Kind::Conflict;
    return answer(request, {.status = is_conflict ? 409 : 422,
                            .code = is_conflict ? "conflict" : "refusal",
                            .words = i18n::t(refusal.code, refusal.params),
                            .can_return = true});
}

http::Response bad_request_page(const Site&, const http::Request& request, int status)
{
    return answer(request, {.status = status, .code = status == 413 ? "too_large" : "bad_request"});
}

http::Response unavailable_page(const Site&, const http::Request& request)
{
    auto response = answer(request, {.status = 503, .code = "unavailable", .can_return = true});
    response.headers.set("Retry-After", "10");
    return response;
}

http::Response incident_page(const Site&, const http::Request& request, std::string_view incident)
{
    return answer(request, {.status = 500,
                            .code = "incident",
                            .params = {{"incident", std::string{incident}}},
                            .can_return = true});
}

http::Response needs_https_page(const Site&, const http::Request& request)
{
    return answer(request, {.status = 403, .code = "needs_https"});
}

http::Response sign_in_needed_json(const Site&, const http::Request& request)
{
    return answer(request, {.status = 401, .code = "sign_in"});
}

http::Response server_error_page(const Site& site, int status)
{
    const http::Request unread;
    auto page =
        status == 503 ? unavailable_page(site, unread) : bad_request_page(site, unread, status);
    if (status == 500) page = incident_page(site, unread, "");
    return with_security_headers(site, std::move(page));
}

} // namespace guard
