#include "modules/identity/place_pages.hpp"

#include "kernel/html/ui/avatar.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/identity/door_pages.hpp"
#include "modules/identity/form_parts.hpp"

namespace identity
{

namespace
{

using i18n::t;

std::string role_title(const auth::Place& place)
{
    const auto* role = presets::find(place.workspace.preset).find_role(place.membership.role);
    return role == nullptr ? place.membership.role : role->title;
}

html::Html place_row(const auth::Place& place)
{
    const auto is_portal = place.membership.side == tenancy::Side::portal;
    const auto path = (is_portal ? "/p/" : "/e/") + place.workspace.slug;
    return ui::row_link(html::checked_local(path),
                        {.lead = ui::avatar({.name = place.workspace.name}),
                         .title = place.workspace.name,
                         .detail = is_portal ? t("identity.places.client") : role_title(place)});
}

html::Html places_view(const std::vector<auth::Place>& places)
{
    if (places.empty())
        return ui::empty_state({.icon = "building-2",
                                .title = t("identity.places.none"),
                                .detail = t("identity.places.none_detail")});
    return ui::card({}, html::each(places, place_row));
}

} // namespace

http::Response show_places(guard::Call& call)
{
    const auto places = call.platform().read([&](tenancy::PlatformTransaction& tx) {
        return auth::places_of(tx, call.signed_in()->person.id);
    });
    const auto body =
        html::group(heading(t("identity.places.title"), t("identity.places.lead")),
                    html::div(html::cls("mt-6"), places_view(places)),
                    html::p(html::cls("mt-6 text-13"),
                            ui::link(html::Url::local("/compte"), t("identity.places.account"))));
    return render_door(call, {.title = t("identity.places.title"), .body = body});
}

} // namespace identity
