#include "kernel/guard/site.hpp"

#include "kernel/guard/error_pages.hpp"
#include "kernel/guard/headers.hpp"
#include "kernel/guard/pipeline.hpp"
#include "kernel/guard/subjects.hpp"
#include "kernel/log/log.hpp"
#include "kernel/presets/preset.hpp"
#include "kernel/secrets/installed.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace guard
{
namespace
{

bool is_localhost(std::string_view host)
{
    const auto name = host.substr(0, host.starts_with('[') ? host.find(']') + 1 : host.find(':'));
    return name == "localhost" || name == "127.0.0.1" || name == "[::1]" ||
           name.ends_with(".localhost");
}

bool is_a_grant_somewhere(std::string_view permission)
{
    return std::ranges::any_of(presets::all(), [&](const presets::Preset& preset) {
        return std::ranges::any_of(preset.roles, [&](const presets::Role& role) {
            return role.permissions.contains(permission) || role.configurable.contains(permission);
        });
    });
}

[[noreturn]] void refuse(std::string_view what, std::string_view which)
{
    throw std::logic_error(std::string{what} + ": " + std::string{which});
}

} // namespace

struct Site::Impl {
    explicit Impl(const Site& site) : pipeline(site, router) {}
    http::PathRouter router;
    Pipeline pipeline;
    std::set<std::string, std::less<>> switchable;

    void check(const std::vector<NavEntry>& entries) const
    {
        std::set<std::pair<tenancy::Side, std::string_view>> hotkeys;
        for (const auto& entry : entries) {
            if (!entry.hotkey.empty() && !hotkeys.emplace(entry.side, entry.hotkey).second)
                refuse("two navigation entries have the hotkey", entry.hotkey);
            const bool is_staff = entry.side == tenancy::Side::staff;
            const auto path = (is_staff ? "/e/{workspace}" : "/p/{workspace}") + entry.path;
            if (!std::holds_alternative<http::RouteMatch>(router.find(http::Method::Get, path)))
                refuse("a navigation entry leads to no route", path);
        }
    }
};

Site::Site(const base::Configuration& configuration, db::Database& database, secrets::Vault& vault,
           limits::Limiter& limiter)
    : configuration_(configuration), database_(database), vault_(vault), limiter_(limiter),
      impl_(std::make_unique<Impl>(*this))
{
    secrets::install(vault_);
    for (const auto& preset : presets::all()) {
        impl_->switchable.insert(preset.modules.begin(), preset.modules.end());
        impl_->switchable.insert(preset.available_modules.begin(), preset.available_modules.end());
    }
}
Site::~Site() = default;

void Site::seal()
{
    remember_subjects(subjects);
    std::set<std::string, std::less<>> declared;
    for (const auto& permission : permissions) {
        if (!is_a_grant_somewhere(permission.code))
            refuse("no role of any preset holds", permission.code);
        declared.insert(permission.code);
    }
    for (std::size_t i = 0; i < routes.size(); ++i) {
        const auto& route = routes[i];
        if (!route.access.permission.empty() && !declared.contains(route.access.permission))
            refuse("a route needs an undeclared permission", route.access.permission);
        impl_->router.add(route.method, route.path, i);
    }
    impl_->check(nav);
    impl_->check(bar);
    impl_->pipeline.measure_routes();
    if (doors.sign_in_page == nullptr) refuse("no module declared", "the sign-in page");
    std::ranges::stable_sort(nav, {}, &NavEntry::order);
    std::ranges::stable_sort(panels, {}, &Panel::order);
    std::ranges::stable_sort(settings, {}, &SettingsEntry::order);
}

bool Site::is_switchable(std::string_view module) const
{
    return impl_->switchable.contains(module);
}

http::Response Site::answer(http::Request& request, forms::Typed kept) const
{
    const logs::RequestScope scope{{.request = request.id, .workspace = 0, .membership = 0}};
    if (!request.is_https && !is_localhost(request.host))
        return with_security_headers(*this, needs_https_page(*this, request));
    return impl_->pipeline.answer(request, std::move(kept));
}

http::BodyPolicy Site::body_policy(const http::Request& request) const
{
    const auto found = impl_->router.find(request.method, request.path);
    const auto* match = std::get_if<http::RouteMatch>(&found);
    return match == nullptr ? http::BodyPolicy{} : routes[match->value].body;
}

std::string Site::routes_json() const
{
    boost::json::array list;
    for (const auto& route : routes) {
        boost::json::object line{
            {"method", http::name(route.method)}, {"path", route.path}, {"module", route.module}};
        switch (route.access.kind) {
        case Access::Kind::open:
            line["open"] = true;
            line["reason"] = route.access.reason;
            break;
        case Access::Kind::person:
            line["permission"] = "person";
            break;
        case Access::Kind::staff:
        case Access::Kind::portal:
            line["permission"] =
                route.access.permission.empty() ? "member" : route.access.permission;
            break;
        }
        if (route.access.account == Account::confirmed) line["account"] = "confirmed";
        if (!route.subject.empty()) line["subject"] = route.subject;
        if (!route.command.empty()) line["command"] = route.command;
        list.push_back(std::move(line));
    }
    return boost::json::serialize(list);
}

} // namespace guard
