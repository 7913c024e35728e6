#include "kernel/base/text.hpp"
#include "kernel/guard/csrf.hpp"
#include "kernel/guard/error_pages.hpp"
#include "kernel/guard/kept.hpp"
#include "kernel/guard/pipeline.hpp"
#include "kernel/guard/site.hpp"

namespace guard
{
namespace
{

std::string with_workspace(std::string path, std::string_view slug)
{
    return base::replace_all(std::move(path), "{workspace}", slug);
}

/// Where a door leads on to: the page that was asked for, never a form that was sent.
std::string back_to(const http::Request& request)
{
    const auto next = http::is_safe(request.method) ? request.target : std::string{"/"};
    return "?next=" + http::encode_component(next);
}

} // namespace

std::optional<http::Response> Pipeline::ask_second_factor(const Call& call,
                                                          const Entrance& entrance) const
{
    if (call.route_.second_factor == SecondFactor::not_yet) return {};
    const auto& person = call.signed_in_->person;
    const auto is_portal = side_of(call.route_) == tenancy::Side::portal;
    const auto slug = entrance.workspace ? entrance.workspace->slug : std::string{};
    const auto& doors = site_.doors;
    const bool is_proved = call.signed_in_->session.totp_proved_at.has_value();
    std::string door;
    if (person.has_totp && !is_proved)
        door = is_portal ? doors.portal_prove_second_factor : doors.prove_second_factor;
    else if (!person.has_totp && entrance.two_factor == presets::TwoFactor::required)
        door = is_portal ? doors.portal_enrol_second_factor : doors.enrol_second_factor;
    if (door.empty()) return {};
    return http::Response::see_other(with_workspace(door, slug) + back_to(call.request_));
}

/// After the right: who may not come in is not sent to enrol for nothing. Who has a second factor
/// has proved it by now.
std::optional<http::Response> Pipeline::ask_confirmed_account(const Call& call) const
{
    const auto& person = call.signed_in_->person;
    base::refuse_unless(person.email_confirmed_at.has_value(), "guard.refusal.address_unconfirmed");
    if (person.has_totp) return {};
    const auto is_portal = side_of(call.route_) == tenancy::Side::portal;
    const auto& door =
        is_portal ? site_.doors.portal_enrol_second_factor : site_.doors.enrol_second_factor;
    return http::Response::see_other(with_workspace(door, call.context().workspace().slug) +
                                     back_to(call.request_));
}

http::Response Pipeline::ask_sign_in(Call& call) const
{
    const auto& request = call.request_;
    if (wants_json(request)) return sign_in_needed_json(site_, request);
    const auto is_portal = side_of(call.route_) == tenancy::Side::portal;
    const auto door = is_portal ? with_workspace(site_.doors.portal_sign_in, call.path("workspace"))
                                : site_.doors.sign_in;
    if (http::is_safe(request.method))
        return http::Response::see_other(door + "?next=" + http::encode_component(request.target));
    if (!is_same_origin(request)) return forged_page(site_, request);
    const auto kept = seal_kept(site_.vault(), {.page = call.form_page(), .fields = request.form});
    auto response = site_.doors.sign_in_page(call, {.next = call.form_page(), .kept = kept});
    response.status = 401;
    return response;
}

} // namespace guard
