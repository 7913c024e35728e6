#include "modules/identity/member.hpp"

#include <doctest.h>

using presets::TwoFactor;

namespace
{

tenancy::Actor actor(std::string role)
{
    return {.membership = {7}, .role = std::move(role)};
}

} // namespace

TEST_CASE("only an owner gives or takes the owner's role")
{
    // IDN-041
    CHECK(identity::may_touch_role(actor("admin"), "operateur"));
    CHECK(identity::may_touch_role(actor("owner"), "owner"));
    CHECK_FALSE(identity::may_touch_role(actor("admin"), "owner"));
}

TEST_CASE("the last active holder of the top role keeps it, whatever other roles there are")
{
    // IDN-021
    const auto is_last = [](std::string_view role, std::int64_t holders) {
        return identity::is_last_holder(
            {.role = role, .top_role = "admin", .active_holders = holders});
    };
    CHECK(is_last("admin", 1));
    CHECK_FALSE(is_last("admin", 2));
    CHECK_FALSE(is_last("technicien", 1));
}

TEST_CASE("a second-factor policy is raised freely, lowered for admins by an owner only")
{
    // IDN-030
    const presets::Role owner{.code = "owner", .two_factor = TwoFactor::required};
    const presets::Role admin{.code = "admin", .two_factor = TwoFactor::required};
    const presets::Role client{.code = "client", .two_factor = TwoFactor::optional};
    CHECK(identity::may_set_policy(actor("admin"), client, TwoFactor::required));
    CHECK(identity::may_set_policy(actor("owner"), admin, TwoFactor::recommended));
    CHECK_FALSE(identity::may_set_policy(actor("owner"), admin, TwoFactor::optional));
    CHECK_FALSE(identity::may_set_policy(actor("admin"), admin, TwoFactor::recommended));
    CHECK_FALSE(identity::may_set_policy(actor("owner"), owner, TwoFactor::recommended));
}
