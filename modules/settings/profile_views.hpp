#pragma once

#include "kernel/html/html.hpp"
#include "modules/settings/profile_actions.hpp"
#include "modules/settings/profile_forms.hpp"

#include <optional>
#include <string>

namespace settings
{

struct ProfileView {
    html::Url action;
    html::Html guard;
    const forms::Form<EditProfile>& form;
    std::string tax_regime; ///< of the preset: which numbers a business has
};
html::Html profile_page(const ProfileView& view);

/// What the page shows before anything is typed.
forms::Form<EditProfile> form_of(const Profile& profile, const tenancy::Workspace& workspace);

struct ColourView {
    html::Url page;   ///< GET ?couleur=…
    html::Url choose; ///< POST
    html::Url reset;  ///< POST
    html::Html guard;
    std::string typed;
    std::string problem;
    std::optional<Brand> tried; ///< what was typed, when it is a colour
    Brand current;
};
html::Html colour_page(const ColourView& view);

} // namespace settings
