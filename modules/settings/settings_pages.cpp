#include "modules/settings/settings_pages.hpp"

#include "kernel/guard/form_view.hpp"
#include "kernel/guard/open_pages.hpp"
#include "kernel/guard/page.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/guard/slots.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/presets/preset.hpp"
#include "modules/settings/column_views.hpp"
#include "modules/settings/crumbs_pages.hpp"
#include "modules/settings/profile_actions.hpp"
#include "modules/settings/profile_store.hpp"
#include "modules/settings/profile_views.hpp"

#include <algorithm>

namespace settings
{
namespace
{

using i18n::t;

html::Url path(const guard::Call& call, std::string_view end)
{
    return html::checked_local(call.in_workspace(end));
}

http::Response profile_answer(guard::Call& call, const forms::Form<EditProfile>& form, int status)
{
    const auto& regime = presets::find(call.context().workspace().preset).tax_regime;
    return guard::render(
        call, guard::Page{.title = t("settings.profile.title"),
                          .body = profile_page({.action = path(call, "/reglages/entreprise"),
                                                .guard = guard::form_guard(call),
                                                .form = form,
                                                .tax_regime = regime}),
                          .breadcrumbs = crumbs(call, "settings.profile.title"),
                          .status = status});
}

struct TriedColour {
    std::string typed;
    std::string problem;
    std::optional<Brand> brand;
};

http::Response colour_answer(guard::Call& call, const TriedColour& tried)
{
    const auto& workspace = call.context().workspace();
    const ColourView view{
        .page = path(call, "/reglages/couleur"),
        .choose = path(call, "/reglages/couleur"),
        .reset = path(call, "/reglages/couleur/origine"),
        .guard = guard::form_guard(call),
        .typed = tried.typed,
        .problem = tried.problem,
        .tried = tried.brand,
        .current = {.hue = workspace.brand_hue, .chroma = workspace.brand_chroma}};
    return guard::render(call, guard::Page{.title = t("settings.colour.title"),
                                           .body = colour_page(view),
                                           .breadcrumbs = crumbs(call, "settings.colour.title"),
                                           .status = tried.problem.empty() ? 200 : 422});
}

TriedColour tried(const forms::Form<ChooseColour>& form)
{
    if (form.is_valid())
        return {.typed = form.command.colour.value,
                .problem = {},
                .brand = brand_of_hex(form.command.colour.value)};
    return {.typed = std::string{form.typed_value("colour")},
            .problem = guard::FormView{form, "settings.field"}.field("colour").error,
            .brand = {}};
}

} // namespace

html::Html crumbs(const guard::Call& call, std::string_view title_key)
{
    return html::group(
        html::h1(html::cls("sr-only"), t(title_key)),
        ui::breadcrumbs({{t("settings.title"), path(call, "/reglages")}, {t(title_key), {}}}));
}

http::Response show_menu(guard::Call& call)
{
    auto entries = call.site().settings;
    std::stable_sort(entries.begin(), entries.end(),
                     [](const auto& a, const auto& b) { return a.order < b.order; });
    html::Html rows;
    for (const auto& entry : entries) {
        if (!guard::is_open(call, entry)) continue;
        rows += ui::row_link(path(call, entry.path),
                             {.lead = ui::tile(ui::Icon::named(entry.icon), ui::Tone::Gray),
                              .title = t(entry.label_key),
                              .detail = t(entry.hint_key),
                              .aside = ui::icon("chevron-right")});
    }
    const auto panels = guard::panels_in(call, "settings");
    if (rows.empty() && panels.empty()) throw base::Forbidden{"workspace.settings"};
    const auto body = column(t("settings.lead"), html::group(ui::card({}, rows), panels));
    return guard::render(call, guard::Page{.title = t("settings.title"), .body = body});
}

http::Response show_profile(guard::Call& call)
{
    const auto profile =
        call.context().read([](tenancy::WorkspaceTransaction& tx) { return find_profile(tx); });
    auto form = call.blank_form<EditProfile>();
    if (form.typed.empty()) form = form_of(profile, call.context().workspace());
    return profile_answer(call, form, 200);
}

http::Response update_profile(guard::Call& call)
{
    const auto form = call.form<EditProfile>();
    if (!form.is_valid()) return profile_answer(call, form, 422);
    edit_profile(call.context(), form.command);
    return call.redirect(call.in_workspace("/reglages/entreprise"), "settings.profile.saved");
}

http::Response show_colour(guard::Call& call)
{
    const auto typed = call.query("couleur");
    if (typed.empty()) return colour_answer(call, {});
    return colour_answer(call, tried(forms::bind<ChooseColour>({{"colour", std::string{typed}}})));
}

http::Response update_colour(guard::Call& call)
{
    const auto form = call.form<ChooseColour>();
    if (!form.is_valid()) return colour_answer(call, tried(form));
    choose_brand(call.context(), brand_of_hex(form.command.colour.value));
    return call.redirect(call.in_workspace("/reglages/couleur"), "settings.colour.saved");
}

http::Response reset_colour(guard::Call& call)
{
    const tenancy::Workspace original;
    choose_brand(call.context(), {.hue = original.brand_hue, .chroma = original.brand_chroma});
    return call.redirect(call.in_workspace("/reglages/couleur"), "settings.colour.saved");
}

} // namespace settings
