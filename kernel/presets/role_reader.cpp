#include "kernel/presets/role_reader.hpp"

#include <algorithm>
#include <set>

namespace presets
{

namespace
{

Grant grant(const Section& section, std::string_view key)
{
    if (section.text(key) == "off") return Grant::none;
    return section.one_of<Grant>(key, {"none", "own", "all"});
}

Role read_role(const Section& section)
{
    section.only({"code", "title", "plural", "side", "summary", "permissions"});
    Role role;
    role.code = section.text("code");
    role.title = section.text("title");
    role.plural = section.text("plural");
    role.summary = section.text("summary");
    role.side = section.one_of<Side>("side", {"staff", "portal"});
    const auto permissions = section.inner("permissions");
    for (const auto& [code, node] : permissions.table())
        role.permissions[code] = grant(permissions, code);
    return role;
}

Role& role_named(std::vector<Role>& roles, const std::string& code, const Section& section)
{
    const auto found = std::ranges::find(roles, code, &Role::code);
    if (found == roles.end()) section.wrong("unknown role " + code);
    return *found;
}

void read_configurable(Role& role, const Section& section)
{
    for (const auto& [code, node] : section.table()) {
        const auto one = section.inner(code);
        one.only({"on", "default"});
        role.configurable[code] = {.on = grant(one, "on"), .initial = grant(one, "default")};
    }
}

} // namespace

std::vector<Role> read_roles(const Section& roles)
{
    roles.only({"role", "configurable"});
    std::vector<Role> list;
    std::set<std::string> codes;
    for (const auto& section : roles.each("role")) {
        list.push_back(read_role(section));
        if (!codes.insert(list.back().code).second) section.wrong("is there twice");
    }
    if (!roles.has("configurable")) return list;
    const auto configurable = roles.inner("configurable");
    for (const auto& [code, node] : configurable.table())
        read_configurable(role_named(list, code, configurable), configurable.inner(code));
    return list;
}

void read_two_factor(std::vector<Role>& roles, const Section& two_factor)
{
    for (const auto& [code, node] : two_factor.table())
        role_named(roles, code, two_factor).two_factor =
            two_factor.one_of<TwoFactor>(code, {"optional", "recommended", "required"});
}

} // namespace presets
