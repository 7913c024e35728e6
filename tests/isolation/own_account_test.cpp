#include "kernel/i18n/format.hpp"
#include "tests/isolation/yard.hpp"

#include <doctest.h>

using isolation::holds;
using isolation::Yard;

TEST_CASE_ENGINES("a client changes her telephone: applied, audited, and the team is told")
// JRN-54 CRM-050 CRM-051
{
    Yard yard{engine};
    auto& aurore = yard.client.browser;
    const auto form = aurore.get("/p/armor/informations/modifier").body;
    CHECK(holds(form, R"(name="phone")"));
    CHECK_FALSE(holds(form, R"(name="last_name")"));

    const auto saved =
        aurore.post("/p/armor/informations",
                    {{"phone", "07 99 88 77 66"}, {"last_name", "Autre"}, {"version", "1"}});
    CHECK(saved.status == 303);
    const auto shown = aurore.get("/p/armor/informations").body;
    CHECK(holds(shown, i18n::phone("0799887766")));
    CHECK(holds(shown, "Penhoat"));
    const auto record = "/e/armor/clients/" + yard.client.actor.client.text();
    CHECK(holds(yard.admin.browser.get(record).body, i18n::phone("0799887766")));
    CHECK(holds(yard.admin.browser.get("/e/armor/reglages/journal").body, "Aurore"));
    CHECK(holds(yard.admin.browser.get("/e/armor/notifications").body,
                "Aurore a modifié ses informations"));
}

TEST_CASE_ENGINES("a client asks another client's sheet by its address in vain") // JRN-54
{
    Yard yard{engine};
    auto other = yard.world.add_member(yard.space, {.name = "Malo",
                                                    .role = "client",
                                                    .side = tenancy::Side::portal,
                                                    .client = yard.add_client()});
    CHECK(yard.client.browser.get("/p/armor/fiches/CH-118").status == 200);
    CHECK(other.browser.get("/p/armor/fiches/CH-118").status == 404);
}
