#pragma once

#include "kernel/tenancy/context.hpp"
#include "modules/settings/profile_forms.hpp"

namespace settings
{

/// The two numbers every page derives its colours from (DESIGN §2).
struct Brand {
    int hue = 0;    ///< 0–359
    int chroma = 0; ///< thousandths, 0–160
};
/// The hue, and the chroma up to 0.16; lightness is the design's.
Brand brand_of_hex(std::string_view hex);

/// Conflict « settings.refusal.stale » when somebody changed the profile since the page was shown.
void edit_profile(tenancy::Context& context, const EditProfile& command);
void choose_brand(tenancy::Context& context, const Brand& brand);

} // namespace settings
