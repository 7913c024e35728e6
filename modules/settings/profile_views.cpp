#include "modules/settings/profile_views.hpp"

#include "kernel/base/oklch.hpp"
#include "kernel/guard/form_view.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/settings/column_views.hpp"

#include <array>

namespace settings
{

using namespace html;
using i18n::t;

namespace
{

/// One a trade likes; each link tries it.
constexpr std::array suggestions{"#2f5dd0", "#0f766e", "#15803d", "#b45309",
                                 "#c2410c", "#be123c", "#7e22ce", "#475569"};

constexpr std::string_view quebec = "QC"; // tax_regime of a preset

struct Typing {
    const char* autocomplete = "";
    const char* inputmode = "";
    bool is_numeric = false;
    const char* hint_key = "";
};

Html line(const guard::FormView& fields, std::string_view name, const Typing& typing)
{
    auto field = fields.field(name);
    field.autocomplete = typing.autocomplete;
    field.inputmode = typing.inputmode;
    field.is_numeric = typing.is_numeric;
    if (*typing.hint_key != '\0') field.hint = t(typing.hint_key);
    return ui::input_field(field);
}

Html numbers_of_france(const guard::FormView& fields)
{
    return div(
        cls("grid grid-cols-1 gap-4 sm:grid-cols-2"),
        line(fields, "siret",
             {.inputmode = "numeric", .is_numeric = true, .hint_key = "settings.hint.siret"}),
        line(fields, "vat_number", {.is_numeric = true}));
}

Html numbers_of_quebec(const guard::FormView& fields)
{
    return div(cls("grid grid-cols-1 gap-4 sm:grid-cols-3"),
               line(fields, "neq",
                    {.inputmode = "numeric", .is_numeric = true, .hint_key = "settings.hint.neq"}),
               line(fields, "tps_number", {.is_numeric = true, .hint_key = "settings.hint.tps"}),
               line(fields, "tvq_number", {.is_numeric = true, .hint_key = "settings.hint.tvq"}));
}

Html identity_fields(const ProfileView& view, const guard::FormView& fields)
{
    return group(
        line(fields, "name", {.autocomplete = "organization", .hint_key = "settings.hint.name"}),
        line(fields, "legal_name", {.hint_key = "settings.hint.legal_name"}),
        view.tax_regime == quebec ? numbers_of_quebec(fields) : numbers_of_france(fields));
}

Html address_fields(const guard::FormView& fields)
{
    auto address = fields.field("address");
    address.autocomplete = "street-address";
    return group(
        ui::text_area(address, 2),
        div(cls("grid grid-cols-1 gap-4 sm:grid-cols-[140px_1fr]"),
            line(fields, "postal_code", {.autocomplete = "postal-code", .is_numeric = true}),
            line(fields, "city", {.autocomplete = "address-level2"})));
}

Html contact_fields(const guard::FormView& fields)
{
    std::vector<ui::Choice> choices;
    for (const auto& named : zones())
        choices.push_back({.value = named.zone, .label = t(named.label_key)});
    auto zone = fields.field("time_zone");
    zone.hint = t("settings.hint.time_zone");
    return group(
        div(cls("grid grid-cols-1 gap-4 sm:grid-cols-2"),
            line(fields, "phone", {.autocomplete = "tel", .inputmode = "tel", .is_numeric = true}),
            line(fields, "email",
                 {.autocomplete = "email",
                  .inputmode = "email",
                  .hint_key = "settings.hint.email"})),
        line(fields, "website", {.autocomplete = "url", .inputmode = "url"}),
        ui::select_field(zone, choices));
}

Html part(std::string_view title_key, std::string_view id, const Html& fields)
{
    return ui::card({.title = t(title_key), .id = std::string{id}},
                    ui::card_body(div(cls("grid grid-cols-1 gap-4"), fields)));
}

std::string hex_of(const Brand& brand, double lightness)
{
    return base::hex_of_oklch({lightness, brand.chroma / 1000.0, static_cast<double>(brand.hue)});
}

Html swatch(std::string_view fill, std::string_view words_key)
{
    return div(cls("grid grid-cols-1 gap-1 text-12 text-fg-2"),
               svg(cls("h-11 w-full rounded-lg"), attribute<"aria-hidden">("true"),
                   rect(width("100%"), height("100%"), attribute<"fill">(fill))),
               t(words_key));
}

/// In SVG attributes: pages may not carry styles, and these colours are not the workspace's yet.
Html preview(const Brand& brand)
{
    return div(cls("grid grid-cols-2 gap-3 sm:grid-cols-4"),
               swatch(hex_of(brand, 0.49), "settings.colour.button"),
               swatch(hex_of(brand, 0.45), "settings.colour.text"),
               swatch(hex_of({brand.hue, brand.chroma / 8}, 0.958), "settings.colour.soft"),
               swatch(hex_of(brand, 0.535), "settings.colour.dark"));
}

Html suggested(const Url& page)
{
    return div(cls("flex flex-wrap gap-2"), each(suggestions, [&](const char* hex) {
                   const auto brand = brand_of_hex(hex);
                   return a(
                       href(page.with("couleur", hex)), cls("btn"),
                       svg(attribute<"viewBox">("0 0 16 16"), cls("i"),
                           attribute<"aria-hidden">("true"),
                           rect(width("16"), height("16"), attribute<"fill">(hex_of(brand, 0.49)))),
                       hex);
               }));
}

Html try_form(const ColourView& view)
{
    const ui::Field field{.name = "couleur",
                          .label = t("settings.colour.field"),
                          .value = view.typed,
                          .hint = t("settings.colour.hint"),
                          .error = view.problem,
                          .placeholder = "#2f5dd0",
                          .length_max = 7,
                          .is_required = true};
    return ui::form({.action = view.page, .guard = none, .method = ui::FormMethod::Get},
                    ui::input_field(field), suggested(view.page),
                    ui::form_actions(ui::submit({.label = t("settings.colour.try")})));
}

Html adopt_form(const ColourView& view)
{
    if (!view.tried) return none;
    return ui::card(
        {.title = t("settings.colour.tried"), .id = "essai"},
        ui::card_body(
            group(preview(*view.tried),
                  ui::form({.action = view.choose, .guard = view.guard, .classes = "mt-4"},
                           ui::hidden_field("colour", view.typed),
                           ui::form_actions(ui::submit({.label = t("settings.colour.adopt"),
                                                        .kind = ui::ButtonKind::Primary}))))));
}

} // namespace

forms::Form<EditProfile> form_of(const Profile& profile, const tenancy::Workspace& workspace)
{
    return {.command = {},
            .typed = {{"name", workspace.name},
                      {"legal_name", profile.legal_name},
                      {"siret", i18n::siret(profile.siret)},
                      {"vat_number", profile.vat_number},
                      {"neq", profile.neq},
                      {"tps_number", profile.tps_number},
                      {"tvq_number", profile.tvq_number},
                      {"address", profile.address},
                      {"postal_code", profile.postal_code},
                      {"city", profile.city},
                      {"phone", i18n::phone(profile.phone)},
                      {"email", profile.email},
                      {"website", profile.website},
                      {"time_zone", workspace.time_zone},
                      {"version", std::to_string(profile.version)}},
            .errors = {}};
}

Html profile_page(const ProfileView& view)
{
    const guard::FormView fields{view.form, "settings.field"};
    return column(
        t("settings.profile.lead"),
        group(fields.summary(),
              ui::form({.action = view.action, .guard = view.guard, .classes = "grid gap-6"},
                       ui::hidden_field("version", fields.field("version").value),
                       part("settings.profile.identity", "identite", identity_fields(view, fields)),
                       part("settings.profile.address", "adresse", address_fields(fields)),
                       part("settings.profile.contact", "contact", contact_fields(fields)),
                       ui::form_actions(ui::submit({.label = t("settings.save"),
                                                    .kind = ui::ButtonKind::Primary,
                                                    .hotkey = "Mod+Enter"})))));
}

Html colour_page(const ColourView& view)
{
    return column(
        t("settings.colour.lead"),
        group(ui::card({.title = t("settings.colour.current"), .id = "actuelle"},
                       ui::card_body(group(
                           preview(view.current),
                           ui::form({.action = view.reset, .guard = view.guard, .classes = "mt-4"},
                                    ui::form_actions(
                                        ui::submit({.label = t("settings.colour.reset")})))))),
              ui::card({.title = t("settings.colour.another"), .id = "autre"},
                       ui::card_body(try_form(view))),
              adopt_form(view)));
}

} // namespace settings
