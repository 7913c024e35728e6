#include "modules/crm/crm.hpp"
#include "modules/pricebook/book_test_kit.hpp"

using namespace pricebook_test;
using tenancy::WorkspaceTransaction;

namespace
{

const std::string list = place + "/groupes";

struct Neighbours : Yard {
    explicit Neighbours(db::Engine engine) : Yard(engine, {{"crm", crm::describe}})
    {
        odile = world.context(charpente, enora.actor).write([&](WorkspaceTransaction& tx) {
            return crm::add_client(tx, {.kind = crm::ClientKind::person,
                                        .first_name = "Odile",
                                        .last_name = "Penhoat",
                                        .phone = "0261910000"});
        });
    }
    /// Where the new group is.
    std::string make(const std::string& name)
    {
        const auto answer = enora.browser.post(list, {{"name", name}});
        REQUIRE(answer.status == 303);
        const std::string to{answer.headers.get("Location")};
        return to.substr(0, to.find('?'));
    }

    tenancy::ClientId odile;
};

} // namespace

TEST_CASE_ENGINES("a group is made, filled, named otherwise, emptied and taken away")
{
    Neighbours yard{engine}; // PRB-004
    auto& browser = yard.enora.browser;
    CHECK(holds(browser.get(list), "Aucun groupe de clients"));
    const auto group = yard.make("Voisins");
    REQUIRE(browser.post(group + "/clients", {{"client", yard.odile.text()}}).status == 303);
    CHECK(holds(browser.get(group), "Odile Penhoat"));
    CHECK(holds(browser.get(list), "1 client"));
    CHECK_FALSE(holds(browser.get(group), "<option value=\"" + yard.odile.text()));
    REQUIRE(browser.post(group, {{"name", "Gens du quai"}}).status == 303);
    CHECK(holds(browser.get(list), "Gens du quai"));
    REQUIRE(browser.post(group + "/clients/retrait", {{"client", yard.odile.text()}}).status ==
            303);
    CHECK(holds(browser.get(list), "0 client"));
    REQUIRE(browser.post(group + "/suppression").status == 303);
    CHECK(holds(browser.get(list), "Aucun groupe de clients"));
    CHECK(browser.get(group).status == 404);
}

TEST_CASE_ENGINES("a group has a name of its own, and its client is somebody")
{
    Neighbours yard{engine};
    auto& browser = yard.enora.browser;
    const auto group = yard.make("Voisins");
    CHECK(holds(browser.post(list, {{"name", "VOISINS"}}), "porte déjà ce nom"));
    CHECK(browser.post(list, {{"name", ""}}).status == 422);
    CHECK(holds(browser.post(group + "/clients", {{"client", "72057594037927936"}}),
                "Choisissez un client"));
    CHECK(browser.post(group + "/clients", {{"client", ""}}).status == 422);
}

TEST_CASE_ENGINES("a group that has a price is not taken away")
{
    Neighbours yard{engine};
    auto& browser = yard.enora.browser;
    const auto group = yard.make("Voisins");
    const auto id = group.substr(group.rfind('/') + 1);
    REQUIRE(browser
                .post(place + "/particuliers", {{"group", id},
                                                {"effect", "percent_off"},
                                                {"percent", "5"},
                                                {"starts_on", "2026-01-01"},
                                                {"reason", "Quai"}})
                .status == 303);
    CHECK(browser.post(group + "/suppression").status == 422);
    CHECK(holds(browser.get(group), "Quai"));
}
