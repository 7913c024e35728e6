#include "kernel/sms/delivery.hpp"
#include "kernel/sms/sms.hpp"
#include "modules/text_messages/text_messages.hpp"
#include "tests/support/sms_provider.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

using test_support::SmsProvider;
using test_world::Typed;
using test_world::World;

namespace
{

constexpr const char* page = "/e/armor/reglages/sms";

bool holds(const http::Response& answer, std::string_view words)
{
    return answer.body.find(words) != std::string::npos;
}

struct Office {
    explicit Office(db::Engine engine, const char* preset = "chantier")
        : world{engine, {{"text_messages", text_messages::describe}}},
          armor{world.add_workspace("armor", preset)}, maelys{world.add_member(armor,
                                                                               {.name = "Maëlys"})}
    {
        jobs::registry() = {};
        sms::install(jobs::registry(),
                     {.vault = &world.site().vault(),
                      .addresses = {.twilio = provider.twilio(), .ovh = provider.ovh()}});
    }

    http::Response save(const Typed& more = {})
    {
        Typed typed{{"provider", "ovh"},
                    {"account", SmsProvider::service},
                    {"sender", "ARMOR"},
                    {"application_key", SmsProvider::application_key},
                    {"secret", SmsProvider::application_secret},
                    {"consumer_key", SmsProvider::consumer_key}};
        for (const auto& [name, value] : more)
            for (auto& one : typed)
                if (one.first == name) one.second = value;
        return maelys.browser.post(page, typed);
    }
    void open()
    {
        save();
        maelys.browser.post(std::string{page} + "/essai", {{"number", "06 12 34 56 78"}});
        world.run_jobs();
        maelys.browser.post(std::string{page} + "/activation");
    }

    SmsProvider provider;
    World world;
    tenancy::Workspace armor;
    test_world::Member maelys;
};

} // namespace

TEST_CASE_ENGINES("an account is saved, tried on one's own telephone, then put into service")
// NTF-041
{
    Office office{engine};
    auto& browser = office.maelys.browser;
    CHECK(holds(browser.get(page), "Chaque SMS est payant"));
    CHECK(browser.post(std::string{page} + "/essai", {{"number", "0612345678"}}).status == 422);
    CHECK(office.save().status == 303);
    CHECK(browser.post(std::string{page} + "/activation").status == 422);
    CHECK(browser.post(std::string{page} + "/essai", {{"number", "02 98 00 00 00"}}).status == 422);
    CHECK(browser.post(std::string{page} + "/essai", {{"number", "06 12 34 56 78"}}).status == 303);
    office.world.run_jobs();
    CHECK(holds(browser.get(page), "Essai réussi"));
    CHECK(browser.post(std::string{page} + "/activation").status == 303);
    CHECK(holds(browser.get(page), "Vos SMS partent sous le nom ARMOR"));
    REQUIRE(office.provider.taken().size() == 1);
    CHECK(office.provider.taken()[0].to == "+33612345678");
    CHECK(office.provider.complaints().empty());
    CHECK(browser.post(std::string{page} + "/arret").status == 303);
    CHECK(holds(browser.get(page), "Aucun SMS ne part"));
}

TEST_CASE_ENGINES("wrong settings are told field by field, and a secret is never shown again")
{
    Office office{engine};
    CHECK(office.save().status == 303);
    const auto shown = office.maelys.browser.get(page);
    CHECK_FALSE(holds(shown, SmsProvider::application_secret));
    CHECK_FALSE(holds(shown, SmsProvider::consumer_key));
    CHECK(office.save({{"secret", ""}, {"consumer_key", ""}}).status == 303);
    const auto wrong = office.save({{"account", "chez-moi"}, {"sender", "Armor Bâtiment"}});
    CHECK(wrong.status == 422);
    CHECK(holds(wrong, "2 champs à corriger"));
    CHECK_FALSE(holds(wrong, SmsProvider::application_secret));
    const auto other = office.save(
        {{"provider", "twilio"}, {"account", SmsProvider::account_sid}, {"secret", ""}});
    CHECK(other.status == 422);
}

TEST_CASE_ENGINES("another preset has no such page") // NTF-042
{
    Office office{engine, "support-technique"};
    CHECK(office.maelys.browser.get(page).status == 404);
    CHECK(office.save().status == 404);
}

TEST_CASE_ENGINES("only who may settles the account, and nobody of another business sees it")
{
    Office office{engine};
    office.open();
    auto jo = office.world.add_member(office.armor, {.name = "Jo", .role = "employe"});
    CHECK(jo.browser.get(page).status == 403);
    CHECK(jo.browser.post(std::string{page} + "/arret").status == 403);
    const auto other = office.world.add_workspace("autre", "chantier");
    auto lea = office.world.add_member(other, {.name = "Léa"});
    CHECK(lea.browser.get(page).status == 404);
    CHECK_FALSE(holds(lea.browser.get("/e/autre/reglages/sms"), "ARMOR"));
    const auto id =
        office.world.context(office.armor, office.maelys.actor).read(sms::recent).at(0).id.text();
    CHECK(lea.browser.post("/e/autre/reglages/sms/" + id + "/renvoi").status == 404);
}
