#include "modules/identity/door_pages.hpp"

#include "kernel/base/text.hpp"
#include "kernel/guard/cookies.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/limits/limits.hpp"
#include "modules/identity/door_views.hpp"
#include "modules/identity/identity.hpp"

namespace identity
{

namespace
{

using namespace std::chrono_literals;

constexpr limits::Rate mails_per_email{.count = 3, .per = 1h};
constexpr limits::Rate mails_per_address{.count = 10, .per = 1h};

} // namespace

tenancy::Side side_of(const guard::Call& call)
{
    return call.request().path.starts_with("/p/") ? tenancy::Side::portal : tenancy::Side::staff;
}

std::string on_side(const guard::Call& call, std::string_view path)
{
    if (side_of(call) == tenancy::Side::staff) return std::string{path};
    return "/p/" + call.path("workspace") + std::string{path};
}

html::Url url_on_side(const guard::Call& call, std::string_view path)
{
    return html::checked_local(on_side(call, path));
}

std::string landing(guard::Call& call, const auth::Person& person)
{
    if (side_of(call) == tenancy::Side::portal) return on_side(call, "");
    auto places = call.platform().read(
        [&](tenancy::PlatformTransaction& tx) { return auth::places_of(tx, person.id); });
    std::erase_if(places, [](const auth::Place& place) {
        return place.membership.side != tenancy::Side::staff;
    });
    if (places.size() != 1) return "/espaces";
    return "/e/" + places.front().workspace.slug + person.default_page;
}

http::Response render_door(guard::Call& call, guard::AuthPage page)
{
    if (side_of(call) == tenancy::Side::staff) page.panel = door_panel();
    return guard::render(call, page);
}

void set_session(const guard::Call& call, http::Response& response, std::string_view token,
                 std::optional<std::chrono::seconds> kept_for)
{
    const auto seconds = kept_for ? std::optional<std::int64_t>{kept_for->count()} : std::nullopt;
    response.set_cookie(guard::session_cookie(side_of(call), token, seconds));
    response.with("Cache-Control", "no-store");
}

secrets::PasswordQueue& passwords(const guard::Site& site)
{
    return passwords(site.vault(), site.configuration().is_test() ? HashStrength::test
                                                                  : HashStrength::production);
}

bool sends_too_many(const guard::Call& call, std::string_view email)
{
    auto& limiter = call.site().limiter();
    const auto key = base::hex(base::sha256(base::lower_ascii(email)));
    return limiter.refuse("identity.mail." + key, mails_per_email) ||
           limiter.refuse("identity.mail." + call.request().peer, mails_per_address);
}

} // namespace identity
