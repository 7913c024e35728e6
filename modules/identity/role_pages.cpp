#include "modules/identity/role_pages.hpp"

#include "kernel/auth/roles.hpp"
#include "kernel/guard/site.hpp"
#include "kernel/html/ui/layout.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/identity/member_forms.hpp"
#include "modules/identity/role_actions.hpp"
#include "modules/identity/role_views.hpp"

#include <algorithm>

namespace identity
{

namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

constexpr auto roles_path = "/reglages/roles";

html::Url url(const guard::Call& call, const std::string& path)
{
    return html::checked_local(call.in_workspace(path));
}

struct Differences {
    std::vector<auth::RoleDifference> rights;
    std::vector<auth::TwoFactorDifference> policies;
};

RightCell cell_of(const guard::Call& call, const presets::Role& role, const auth::Rights& rights,
                  std::string_view permission)
{
    const auto value = rights.find(permission);
    const auto configurable = role.configurable.find(permission);
    RightCell cell{.role = role.code,
                   .value = value == rights.end() ? presets::Grant::none : value->second,
                   .is_configurable = configurable != role.configurable.end()};
    cell.may_switch = cell.is_configurable && call.may("members.manage") &&
                      call.actor().grant(permission) >= configurable->second.on;
    return cell;
}

/// A permission of a module this trade does not have is of no interest.
bool is_held(const presets::Preset& preset, const std::string& permission)
{
    return std::ranges::any_of(preset.roles, [&](const presets::Role& role) {
        return role.permissions.contains(permission) || role.configurable.contains(permission);
    });
}

std::vector<RightRow> rows_of(const guard::Call& call, const Differences& differences)
{
    const auto& preset = presets::find(call.context().workspace().preset);
    std::vector<auth::Rights> rights;
    for (const auto& role : preset.roles)
        rights.push_back(auth::rights_of(role, differences.rights));
    std::vector<RightRow> rows;
    for (const auto& permission : call.site().permissions) {
        if (!is_held(preset, permission.code)) continue;
        RightRow row{.permission = permission.code, .label = t(permission.label_key), .cells = {}};
        for (std::size_t at = 0; at < preset.roles.size(); ++at)
            row.cells.push_back(cell_of(call, preset.roles[at], rights[at], permission.code));
        rows.push_back(std::move(row));
    }
    return rows;
}

presets::TwoFactor policy_of(const presets::Role& role, const Differences& differences)
{
    for (const auto& difference : differences.policies)
        if (difference.role == role.code) return difference.policy;
    return role.two_factor;
}

} // namespace

http::Response show_roles(guard::Call& call)
{
    const auto differences = call.context().read([](WorkspaceTransaction& tx) {
        return Differences{.rights = auth::role_differences(tx),
                           .policies = auth::two_factor_differences(tx)};
    });
    const std::string path = roles_path;
    RolesView view{.rows = rows_of(call, differences),
                   .guard = guard::form_guard(call),
                   .switch_right = url(call, path + "/permissions"),
                   .set_policy = url(call, path + "/double-authentification"),
                   .may_manage = call.may("members.manage")};
    for (const auto& role : presets::find(call.context().workspace().preset).roles) {
        view.titles.push_back(role.title);
        view.policies.push_back(
            {.role = role.code, .title = role.title, .policy = policy_of(role, differences)});
    }
    const auto crumbs =
        ui::breadcrumbs({{.label = t("guard.nav.settings"), .to = url(call, "/reglages")},
                         {.label = t("identity.roles.title"), .to = {}}});
    return guard::render(call, guard::Page{.title = t("identity.roles.title"),
                                           .body = roles_view(view),
                                           .breadcrumbs = crumbs});
}

http::Response update_right(guard::Call& call)
{
    const auto form = call.form<ChangeRight>();
    const auto& typed = form.command;
    call.context().write([&](WorkspaceTransaction& tx) {
        change_right(tx, {.role = typed.role.value,
                          .permission = typed.permission.value,
                          .wanted = typed.is_on ? Switch::on : Switch::off});
    });
    return call.redirect(call.in_workspace(roles_path), "identity.notice.role_changed");
}

http::Response update_two_factor(guard::Call& call)
{
    const auto form = call.form<ChangeTwoFactor>();
    base::refuse_unless(form.is_valid(), "forms.error.choice");
    call.context().write([&](WorkspaceTransaction& tx) {
        change_two_factor(tx, {.role = form.command.role.value, .policy = form.command.policy});
    });
    return call.redirect(call.in_workspace(roles_path), "identity.notice.role_changed");
}

} // namespace identity
