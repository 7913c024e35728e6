#include "kernel/i18n/format.hpp"
#include "tests/isolation/yard.hpp"

#include <doctest.h>

using isolation::holds;
using isolation::Yard;

namespace
{

constexpr const char* choices = "/e/armor/notifications/preferences";
constexpr const char* page = "/e/armor/mon-portable";

} // namespace

TEST_CASE_ENGINES("who works there gives his own mobile number and then gets the texts he chooses")
// NTF-041 PRG-030
{
    Yard yard{engine};
    test_support::SmsProvider provider;
    auto& loeiza = yard.author.browser;
    CHECK_FALSE(holds(loeiza.get(choices).body, "Mon portable"));
    open_texts(yard, provider);
    CHECK(holds(loeiza.get(choices).body, "Mon portable"));
    CHECK_FALSE(holds(loeiza.get(choices).body, R"(name="sms")"));

    CHECK(loeiza.post(page, {{"mobile", "07 11 22 33 44"}}).status == 303);
    CHECK(holds(loeiza.get(choices).body, i18n::phone("0711223344")));
    CHECK(holds(yard.admin.browser.get("/e/armor/reglages/journal").body,
                "a changé son numéro de portable"));
    CHECK(loeiza.post(choices, {{"sms", "progress.commented_by_client"}}).status == 303);
    yard.comment(yard.client, yard.publish());
    yard.set_clock("+11m");
    yard.world.run_jobs();
    yard.world.run_jobs();
    REQUIRE(provider.taken().size() == 2);
    CHECK(provider.taken()[1].to == "+33711223344");

    CHECK(loeiza.post(page, {{"mobile", ""}}).status == 303);
    CHECK_FALSE(holds(loeiza.get(choices).body, R"(name="sms")"));
}

TEST_CASE_ENGINES("a number that texts do not reach is refused beside its field, as it was typed")
{
    Yard yard{engine};
    auto& loeiza = yard.author.browser;
    for (const char* typed : {"02 98 00 00 31", "bonjour"}) {
        const auto answer = loeiza.post(page, {{"mobile", typed}});
        CHECK(answer.status == 422);
        CHECK(holds(answer.body, typed));
        CHECK(holds(answer.body, R"(aria-invalid="true")"));
    }
    CHECK_FALSE(holds(loeiza.get(page).body, "00 31"));
}

TEST_CASE_ENGINES("nobody gives a number for texts where the preset has none") // NTF-042
{
    Yard yard{engine};
    const auto other = yard.world.add_workspace("vigie");
    auto karim = yard.world.add_member(other, {.name = "Karim", .role = "technicien"});
    CHECK(karim.browser.get("/e/vigie/mon-portable").status == 404);
    CHECK_FALSE(holds(karim.browser.get("/e/vigie/notifications/preferences").body, "portable"));
}
