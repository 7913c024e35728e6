#include "modules/home_screen/manifest_pages.hpp"

#include "kernel/base/text.hpp"
#include "kernel/files/logo.hpp"
#include "kernel/guard/shells.hpp"
#include "modules/home_screen/app_icon.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace home_screen
{
namespace
{

constexpr std::size_t short_name_length = 12; // under an icon, longer ones are cut
constexpr const char* kept_a_day = "public, max-age=86400";

boost::json::object named_icon(const guard::Call& call, const ui::Brand& brand,
                               const std::string& file, const char* purpose)
{
    const auto side = file.substr(0, file.find_first_of("-."));
    return {{"src", guard::icon_url(call, brand, file).text()},
            {"sizes", side + "x" + side},
            {"type", "image/png"},
            {"purpose", purpose}};
}

/// Signing in is outside /e/…, so the team's application is the whole site.
std::string scope_of(const guard::Call& call)
{
    const auto here = call.in_workspace("");
    return here.starts_with("/p/") ? here : "/";
}

} // namespace

http::Response show_manifest(guard::Call& call)
{
    const auto brand = guard::brand_of(call.context().workspace());
    const auto start = call.in_workspace("");
    const boost::json::object manifest{
        {"id", start},
        {"name", brand.name},
        {"short_name", base::shorten(brand.name, short_name_length)},
        {"lang", "fr"},
        {"dir", "ltr"},
        {"start_url", start},
        {"scope", scope_of(call)},
        {"display", "standalone"},
        {"theme_color", brand.colour},
        {"background_color", "#ffffff"},
        {"icons", boost::json::array{named_icon(call, brand, "192.png", "any"),
                                     named_icon(call, brand, "512.png", "any"),
                                     named_icon(call, brand, "512-masquable.png", "maskable")}}};
    http::Response response;
    response.body = boost::json::serialize(manifest);
    response.etag = std::to_string(base::quick_hash(response.body));
    response.with("Content-Type", "application/manifest+json").with("Cache-Control", "no-cache");
    return response;
}

http::Response show_icon(guard::Call& call)
{
    const auto icon = icon_named(call.path("icon"));
    if (!icon) throw base::NotFound{};
    if (auto logo = files::logo_answer(call.context(), icon->of_logo)) return *std::move(logo);
    const auto& workspace = call.context().workspace();
    http::Response response;
    response.body = draw(*icon, {.initials = base::initials(workspace.name),
                                 .hue = workspace.brand_hue,
                                 .chroma = workspace.brand_chroma});
    response.etag = std::to_string(base::quick_hash(response.body));
    response.with("Content-Type", "image/png").with("Cache-Control", kept_a_day);
    return response;
}

} // namespace home_screen
