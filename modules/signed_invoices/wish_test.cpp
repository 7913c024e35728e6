#include "modules/signed_invoices/request.hpp"
#include "modules/signed_invoices/signed_invoices_test_kit.hpp"

using namespace signed_invoices_test;

TEST_CASE("the preset says what a business starts with, nothing being asked where it is silent")
{
    presets::Preset preset; // QUO-045
    CHECK(signed_invoices::usual_wish(preset) == Wish::off);
    preset.settings["invoices.signature"] = "required";
    CHECK(signed_invoices::usual_wish(preset) == Wish::required);
    preset.settings["invoices.signature"] = "perhaps";
    CHECK_THROWS_AS(signed_invoices::usual_wish(preset), std::runtime_error);
    for (const auto& one : presets::all())
        CHECK_NOTHROW(signed_invoices::usual_wish(one));
}

TEST_CASE_ENGINES("nobody is asked to sign until the business says so, and then of what it issues")
{
    Counter counter{engine}; // QUO-045
    const auto old = issued(counter.office);
    CHECK_FALSE(counter.standing(old).waits());
    CHECK_FALSE(holds(counter.office.lea.browser.get(old), "Signature attendue"));
    CHECK(counter.aurore.browser.get(Counter::portal(old) + "/signature").status == 303);

    const auto settings = counter.office.lea.browser.get("/e/charpentes/reglages/factures");
    CHECK(holds(settings, "Signature des factures"));
    counter.wish("asked");
    CHECK_FALSE(counter.standing(old).waits());
    const auto place = issued(counter.office);
    CHECK(counter.standing(place).waits());
    CHECK_FALSE(counter.standing(place).holds_back());
}

TEST_CASE_ENGINES("more is wished of the next invoices, less of all at once")
{
    Counter counter{engine}; // QUO-045
    counter.wish("asked");
    const auto place = issued(counter.office);
    counter.wish("required");
    CHECK_FALSE(counter.standing(place).holds_back());
    const auto next = issued(counter.office);
    CHECK(counter.standing(next).holds_back());
    REQUIRE(counter.sign(place).status == 303);
    counter.wish("off");
    CHECK_FALSE(counter.standing(next).waits());
    CHECK_FALSE(holds(counter.office.lea.browser.get(next), "Signature attendue"));
    counter.wish("required");
    CHECK_FALSE(counter.standing(next).waits());
    counter.wish("off");
    CHECK(counter.standing(place).signed_at.has_value());
    CHECK(holds(counter.office.lea.browser.get(place), "Signée le"));
}

TEST_CASE_ENGINES(
    "a wish that is none of the three is refused beside the field, and nothing changes")
{
    Counter counter{engine}; // QUO-045
    for (const char* typed : {"", "maybe"}) {
        const auto answer = counter.office.lea.browser.post(setting_page, {{"wish", typed}});
        CHECK(answer.status == 422);
        CHECK(holds(answer, "role=\"alert\""));
    }
    CHECK(holds(counter.office.lea.browser.post(setting_page, {}),
                "Choisissez une des trois possibilités."));
    CHECK(counter.office.malik.browser.post(setting_page, {{"wish", "asked"}}).status == 403);
    CHECK(counter.office.malik.browser.get(setting_page).status == 403);
    CHECK_FALSE(counter.standing(issued(counter.office)).waits());
}
