#include "modules/settings/own_pages.hpp"

#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/tenancy/own_preset.hpp"

namespace settings
{

using i18n::t;

WordPaths paths_of(const guard::Call& call)
{
    const auto url = [&](const char* end) {
        return html::checked_local(call.in_workspace(std::string{words_path} + end));
    };
    return {.words = url(""),
            .place = url("/place"),
            .state = url("/etat"),
            .noun = url("/mot"),
            .state_out = url("/etat/retrait"),
            .move = url("/passage"),
            .move_out = url("/passage/retrait"),
            .vocabulary = url("/vocabulaire")};
}

const presets::Preset& preset_of(const guard::Call& call)
{
    return tenancy::own_preset(call.context().workspace());
}

html::Html crumbs_to(const guard::Call& call, const std::string& last)
{
    return html::group(
        html::h1(html::cls("sr-only"), last),
        ui::breadcrumbs({{t("settings.title"), html::checked_local(call.in_workspace("/reglages"))},
                         {t("settings.words.title"), paths_of(call).words},
                         {last, {}}}));
}

} // namespace settings
