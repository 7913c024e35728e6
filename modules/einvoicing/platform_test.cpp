#include "modules/einvoicing/platform_store.hpp"
#include "modules/einvoicing/reception_test_kit.hpp"
#include "tests/support/simulated_platform.hpp"

#include <algorithm>

using namespace einvoicing_test;
using einvoicing::PlatformState;
using einvoicing::ReceptionState;
using test_support::SimulatedPlatform;

namespace
{

const std::string page = "/e/charpentes/reglages/plateforme";

struct Connected {
    explicit Connected(db::Engine engine) : office(engine)
    {
        einvoicing::use_platforms({.vault = &office.world.site().vault(),
                                   .reach = einvoicing::PlatformReach::loopback_too});
    }
    int press(const std::string& end)
    {
        const auto status = office.lea.browser.post(page + end).status;
        while (office.world.run_jobs() > 0)
            continue;
        return status;
    }
    int save(const std::string& secret = SimulatedPlatform::token)
    {
        return office.lea.browser
            .post(page, {{"address", platform.address() + "/"},
                         {"token_address", ""},
                         {"client", ""},
                         {"secret", secret}})
            .status;
    }
    void connect()
    {
        CHECK(save() == 303);
        CHECK(press("/essai") == 303);
        CHECK(press("/activation") == 303);
    }
    einvoicing::Platform kept()
    {
        return office.house().read(
            [](WorkspaceTransaction& tx) { return einvoicing::PlatformStore{tx}.find(); });
    }

    SimulatedPlatform platform;
    Office office;
};

} // namespace

TEST_CASE_ENGINES("a platform is off until it has answered, and its secret is shown to nobody")
{
    Connected desk{engine}; // INV-056
    CHECK(desk.press("/essai") == 422);
    CHECK(desk.save("") == 422);
    CHECK(desk.save("faux-jeton") == 303);
    CHECK(desk.press("/activation") == 422);
    CHECK(desk.press("/essai") == 303);
    auto shown = desk.office.lea.browser.get(page);
    CHECK(holds(shown, "La plateforme refuse le jeton"));
    CHECK_FALSE(holds(shown, "faux-jeton"));
    CHECK(desk.kept().sealed_secret.find("faux-jeton") == std::string::npos);
    CHECK(desk.press("/activation") == 422);
    desk.connect();
    CHECK(desk.kept().state == PlatformState::active);
    CHECK(holds(desk.office.lea.browser.get(page), "La plateforme est active"));
    CHECK(desk.save("") == 303); // the same secret, to be tried again
    CHECK(desk.kept().state == PlatformState::draft);
    CHECK(desk.office.malik.browser.get(page).status == 403);
    const auto refused =
        desk.office.lea.browser.post(page, {{"address", "http://plateforme.example"},
                                            {"token_address", ""},
                                            {"client", ""},
                                            {"secret", "x"}});
    CHECK(refused.status == 422);
    CHECK(holds(refused, "commence par https://"));
}

TEST_CASE_ENGINES("what suppliers sent to the platform is received once, one poisoned flow or not")
{
    Connected desk{engine}; // INV-056
    auto& platform = desk.platform;
    platform.held = {{.id = "f-1", .name = "a.xml", .bytes = ubl("F-1")},
                     {.id = "f-2", .name = "b.pdf", .bytes = "%PDF-1.7 rien"},
                     {.id = "f-3", .name = "c.pdf", .bytes = paper("F-3")},
                     {.id = "f-4", .name = "d.xml", .bytes = ubl("F-4")}};
    platform.page_size = 2;
    platform.unavailable = {"f-4"};
    desk.connect();
    CHECK(desk.office.invoices().size() == 2);
    CHECK(desk.office.in_state(ReceptionState::quarantined).size() == 1);
    CHECK(holds(desk.office.lea.browser.get(page), "indisponible pour le moment"));
    CHECK(desk.kept().seen_until.empty());

    platform.unavailable.clear();
    CHECK(desk.press("/releve") == 303);
    CHECK(desk.office.invoices().size() == 3);
    CHECK(desk.office.in_state(ReceptionState::quarantined).size() == 1);
    CHECK(desk.kept().seen_until == "2026-11-20T10:00:00Z");
    CHECK(desk.kept().last_error.empty());
    CHECK(desk.press("/releve") == 303);
    CHECK(std::ranges::count(platform.asked_after, "2026-11-20T09:00:00.000Z") == 2); // two pages
    CHECK(desk.office.invoices().size() == 3);
    CHECK(platform.complaints.empty());
    platform.held.push_back(
        {.id = "f-5", .name = "e.xml", .bytes = "", .updated_at = "2026-11-20T11:00:00Z"});
    platform.gone = {"f-5"};
    CHECK(desk.press("/releve") == 303);
    CHECK(desk.office.in_state(ReceptionState::quarantined).size() == 2);
    CHECK(desk.kept().seen_until == "2026-11-20T11:00:00Z"); // it is waited for no more
    CHECK(desk.press("/arret") == 303);
    CHECK(desk.press("/releve") == 422);
}
