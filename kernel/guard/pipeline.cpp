#include "kernel/guard/pipeline.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/text.hpp"
#include "kernel/guard/cookies.hpp"
#include "kernel/guard/csrf.hpp"
#include "kernel/guard/error_pages.hpp"
#include "kernel/guard/headers.hpp"
#include "kernel/guard/single_effect.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/limits/limits.hpp"
#include "kernel/log/log.hpp"
#include "kernel/log/series.hpp"
#include "kernel/tenancy/own_preset.hpp"

#include <algorithm>

namespace guard
{
namespace
{

using namespace std::chrono_literals;

constexpr auto touched_every = 5min;
constexpr std::size_t visitor_bytes = 32;

/// « X-Turbo-Request-Id »; empty unless it looks like one.
std::string page_request_of(const http::Request& request)
{
    constexpr std::size_t longest = 64;
    constexpr std::string_view allowed = "0123456789abcdefABCDEF-";
    const auto id = request.headers.get("X-Turbo-Request-Id");
    const bool is_one = id.size() <= longest && id.find_first_not_of(allowed) == id.npos;
    return is_one ? std::string{id} : std::string{};
}

/// Of identity: without the way in nobody could switch anything on again.
bool has_the_doors(const Site& site, std::string_view module)
{
    return std::ranges::any_of(site.routes, [&](const Route& route) {
        return route.module == module && route.path == site.doors.portal_sign_in;
    });
}

/// What nobody may do there, whoever he is.
std::optional<http::Response> refuse_by_workspace(const Site& site, const Call& call,
                                                  const tenancy::Workspace& workspace)
{
    const auto& module = call.route().module;
    if (site.is_switchable(module) && !workspace.modules.contains(module)) throw base::NotFound{};
    const bool is_unsafe = !http::is_safe(call.request().method);
    if (is_unsafe && workspace.status == tenancy::WorkspaceStatus::read_only)
        return read_only_page(site, call.request());
    return {};
}

/// Doors, and what belongs to no module of a workspace, stay open.
bool stays_open(const Site& site, const Route& route)
{
    return !site.is_switchable(route.module) || has_the_doors(site, route.module);
}

} // namespace

http::Response Pipeline::answer(http::Request& request, forms::Typed kept) const
{
    const auto found = router_.find(request.method, request.path);
    if (const auto* other = std::get_if<http::MethodNotAllowed>(&found))
        return with_security_headers(site_, method_not_allowed_page(site_, request, other->allow));
    const auto* match = std::get_if<http::RouteMatch>(&found);
    if (match == nullptr) return with_security_headers(site_, not_found_page(site_, request));

    const auto started = std::chrono::steady_clock::now();
    const i18n::WordsScope words;
    Call call{site_, site_.routes[match->value], request};
    call.path_params_ = match->params;
    call.kept_ = std::move(kept);
    auto response = handle(call);
    finish(call, response);
    note_answer(call.route_, response.status, started);
    return response;
}

void Pipeline::measure_routes()
{
    for (const auto& route : site_.routes)
        durations_.push_back(&metrics::histogram(
            "etabli_http_answer_seconds", "Time to answer, by route",
            {{"method", std::string{http::name(route.method)}}, {"route", route.path}}));
}

void Pipeline::note_answer(const Route& route, int status,
                           std::chrono::steady_clock::time_point started) const
{
    const auto elapsed = std::chrono::steady_clock::now() - started;
    const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(elapsed).count();
    durations_[static_cast<std::size_t>(&route - site_.routes.data())]->observe(micros);
    metrics::every_answer().observe(micros);
    logs::info("http.answered", {{"method", http::name(route.method)},
                                 {"route", route.path},
                                 {"status", status},
                                 {"micros", micros}});
}

http::Response Pipeline::handle(Call& call) const
{
    const auto& request = call.request_;
    try {
        return protect(call);
    } catch (const base::NotFound&) {
        note_unknown_object(call);
        return not_found_page(site_, request);
    } catch (const base::Forbidden& forbidden) {
        return forbidden_page(site_, request, forbidden.permission);
    } catch (const base::Refusal& refusal) {
        return refusal_page(site_, request, refusal);
    } catch (const http::BadRequest& bad) {
        return bad_request_page(site_, request, bad.status);
    } catch (const db::Unavailable& cause) {
        logs::error("guard.unavailable", {{"route", call.route_.path}, {"cause", cause.what()}});
        return unavailable_page(site_, request);
    } catch (const std::exception& fault) {
        logs::error(
            "guard.incident",
            {{"incident", request.id}, {"route", call.route_.path}, {"cause", fault.what()}});
        return incident_page(site_, request, request.id);
    }
}

http::Response Pipeline::protect(Call& call) const
{
    const tenancy::Origin origin{.address = call.request_.peer,
                                 .request_id = call.request_.id,
                                 .user_agent =
                                     base::shorten(call.request_.headers.get("User-Agent"), 200),
                                 .page_request = page_request_of(call.request_)};
    call.platform_.emplace(site_.database(), origin);
    call.made_since_ = events::board().now();

    const auto token = call.request_.cookie(session_cookie_name(side_of(call.route_)));
    auto entrance =
        read_entrance(*call.platform_, call.route_, token,
                      names_workspace(call.route_) ? call.path("workspace") : std::string{});
    greet_visitor(call, entrance);
    const bool is_unsafe = !http::is_safe(call.request_.method);
    const bool is_expected = call.signed_in_ || !needs_membership(call.route_);
    const bool is_form = call.route_.access.sender == Sender::browser;
    if (is_unsafe && is_expected && is_form)
        if (auto refused = check_csrf(call)) return std::move(*refused);
    if (call.route_.limit == LimitClass::automatic)
        if (const auto wait =
                waiting_time(site_.limiter(), call.request_, call.signed_in_, entrance))
            return too_many_page(site_, call.request_, *wait);
    if (auto refused = enter(call, entrance)) return std::move(*refused);
    if (const auto flash = decode_flash(call.request_.cookie(flash_cookie_name));
        flash && i18n::has(flash->key))
        call.notice_ = i18n::t(flash->key, flash->params);
    remember_use(call);
    if (!is_unsafe) return read_page(call, entrance.rights);
    return with_single_effect(call, submissions_, call.visitor_);
}

/// Who it is, as far as the session says, and the token of his forms.
void Pipeline::greet_visitor(Call& call, Entrance& entrance) const
{
    call.signed_in_ = std::move(entrance.signed_in);
    const auto cookie = call.signed_in_
                            ? call.request_.cookie(session_cookie_name(side_of(call.route_)))
                            : call.request_.cookie(visitor_cookie_name);
    call.visitor_ = std::string{cookie};
    if (call.visitor_.empty()) {
        call.visitor_ = base::base64url(base::random_bytes(visitor_bytes));
        call.is_new_visitor_ = true;
    }
    call.csrf_token_ = csrf_token_for(site_.vault(), call.visitor_);
}

std::optional<http::Response> Pipeline::check_csrf(const Call& call) const
{
    if (is_same_origin(call.request_) && carries_csrf_token(call.request_, call.csrf_token_))
        return {};
    logs::warn("guard.forged_form", {{"route", call.route_.path}});
    return forged_page(site_, call.request_);
}

std::optional<http::Response> Pipeline::enter(Call& call, const Entrance& entrance) const
{
    const auto& route = call.route_;
    if (names_workspace(route) && entrance.workspace &&
        entrance.workspace->status == tenancy::WorkspaceStatus::closed)
        throw base::NotFound{};
    if (route.access.kind == Access::Kind::open) {
        if (names_workspace(route) && !entrance.workspace) throw base::NotFound{};
        if (!entrance.workspace) return {};
        i18n::WordsScope::use(tenancy::words_of(*entrance.workspace, side_of(route)));
        call.context_.emplace(site_.database(), *entrance.workspace,
                              tenancy::Actor{.side = side_of(route)}, call.platform_->origin());
        if (stays_open(site_, route)) return {};
        return refuse_by_workspace(site_, call, *entrance.workspace);
    }
    if (!call.signed_in_) return ask_sign_in(call);
    if (route.access.kind == Access::Kind::person) return ask_second_factor(call, entrance);

    const bool is_member =
        entrance.membership && entrance.membership->status == auth::MembershipStatus::active;
    if (!entrance.workspace || !is_member) throw base::NotFound{};
    const auto& person = call.signed_in_->person;
    if (person.is_demonstration && !entrance.workspace->is_demonstration) throw base::NotFound{};
    call.context_.emplace(site_.database(), *entrance.workspace,
                          tenancy::Actor{.person = person.id,
                                         .membership = entrance.membership->id,
                                         .side = entrance.membership->side,
                                         .name = person.name,
                                         .email = person.email,
                                         .role = entrance.membership->role,
                                         .client = entrance.membership->client,
                                         .rights = entrance.rights},
                          call.platform_->origin());
    call.rights_version_ = entrance.membership->rights_version;
    i18n::WordsScope::use(tenancy::words_of(*entrance.workspace, entrance.membership->side));
    logs::RequestScope::identify(entrance.workspace->id.value, entrance.membership->id.value);
    if (auto refused = ask_second_factor(call, entrance)) return refused;
    if (auto refused = refuse_by_workspace(site_, call, *entrance.workspace)) return refused;
    if (!route.access.permission.empty() && !call.may(route.access.permission))
        throw base::Forbidden{route.access.permission};
    if (route.access.account == Account::confirmed) return ask_confirmed_account(call);
    return {};
}

/// Somebody asks for what is not his. At most one audit row per actor and minute.
void Pipeline::note_unknown_object(Call& call) const
{
    if (!call.context_ || !call.signed_in_ || call.route_.subject.empty()) return;
    const auto key = "unknown" + call.actor().membership.text();
    if (site_.limiter().refuse(key, {.count = 1, .per = 60s})) return;
    try {
        tenancy::Context aside{site_.database(), call.context_->workspace(), call.actor(),
                               call.context_->origin()}; // without the key of a form
        aside.write([&](tenancy::WorkspaceTransaction& tx) {
            audit::append(tx, {.action = "security.unknown_object",
                               .subject_kind = call.route_.subject,
                               .changes = {}});
        });
    } catch (const std::exception& fault) {
        logs::error("guard.audit_failed", {{"cause", fault.what()}});
    }
}

void Pipeline::remember_use(const Call& call) const
{
    if (!call.signed_in_) return;
    const auto& session = call.signed_in_->session;
    if (base::now() - session.last_used_at < touched_every) return;
    tenancy::Platform platform{site_.database(), call.platform_->origin()};
    platform.write(
        [&](tenancy::PlatformTransaction& tx) { auth::touch(tx, session, platform.origin()); });
}

std::string Pipeline::etag_of(const Call& call, const http::Response& response) const
{
    const auto etag = call.etag_of(response.body);
    if (!holds_form_key(response)) return etag;
    if (site_.database().changes() == nullptr) return {};
    return etag + "." + std::to_string(submissions_.count_of(call.visitor_));
}

void Pipeline::finish(Call& call, http::Response& response) const
{
    if (call.is_new_visitor_ && response.status != 304 && uses_form_guard(response))
        response.set_cookie({.name = std::string{visitor_cookie_name},
                             .value = call.visitor_,
                             .max_age_seconds = {}});
    const bool shows_notice =
        !call.notice_.empty() && response.status < 300 && is_whole_page(response);
    if (shows_notice)
        response.set_cookie(
            {.name = std::string{flash_cookie_name}, .value = "", .max_age_seconds = 0});
    const auto storing = call.is_storable_ && !shows_notice && !call.is_new_visitor_
                             ? Storing::Revalidated
                             : Storing::Forbidden;
    const bool has_own_tag = !call.topics_.empty() || holds_form_key(response);
    if (storing == Storing::Revalidated && response.status == 200 && has_own_tag)
        response.etag = etag_of(call, response);
    finish_page(response, storing, call.csrf_token_);
    if (!call.topics_.empty())
        response.body = base::replace_all(std::move(response.body), topic_token_placeholder(),
                                          seal(site_.vault(), call.topic_token()));
    response = with_security_headers(site_, std::move(response));
}

} // namespace guard
