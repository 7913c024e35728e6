#include "kernel/presets/preset.hpp"
#include <stdexcept>
namespace presets
{
const Role* Preset::find_role(std::string_view code) const
{
    for (const auto& role : roles)
        if (role.code == code) return &role;
    return nullptr;
}
const Preset& find(std::string_view)
{
    static const Preset p = [] {
        Preset q;
        q.name = "support-technique";
        q.time_zone = "Europe/Paris";
        q.signup = SignupPolicy::open;
        q.modules = {"identity", "crm", "tickets"};
        Role t;
        t.code = "technicien";
        t.permissions["tickets.reply"] = Grant::all;
        t.configurable["tickets.assign"] = {Grant::all, Grant::none};
        q.roles.push_back(t);
        Role a;
        a.code = "admin";
        a.two_factor = TwoFactor::recommended;
        q.roles.push_back(a);
        Role c;
        c.code = "client";
        c.side = Side::portal;
        q.roles.push_back(c);
        return q;
    }();
    return p;
}
}
