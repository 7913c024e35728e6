#include "modules/crm/crm.hpp"
#include "modules/pricebook/book_test_kit.hpp"
#include "modules/pricebook/client_group_actions.hpp"
#include "modules/pricebook/item_actions.hpp"
#include "modules/pricebook/special_price_actions.hpp"
#include "modules/pricebook/version_actions.hpp"
#include "modules/pricebook/version_store.hpp"

using namespace pricebook_test;
using base::UnitPrice;
using tenancy::WorkspaceTransaction;

namespace
{

UnitPrice euros(std::int64_t amount)
{
    return UnitPrice{amount * base::one_whole};
}

/// An hour at 60, a visit in the zone at 90 and an item nobody is offered, sold to Aurore, who is
/// near and has an account.
struct Portal : Yard {
    explicit Portal(db::Engine engine)
        : Yard(engine, {{"crm", crm::describe}}), aurore(add_client("Aurore", "56100")),
          client(add_user("Aurore Penhoat", aurore))
    {
        as_enora().write([&](WorkspaceTransaction& tx) {
            pricebook::make_draft(tx, {});
            hour = pricebook::add_item(tx, {.code = "heure",
                                            .category = "Atelier",
                                            .name = "Heure d’atelier",
                                            .kind = pricebook::PriceKind::hourly,
                                            .one_off_price = euros(60)});
            pricebook::add_item(tx, {.code = "visite",
                                     .category = "Visites",
                                     .name = "Visite",
                                     .one_off_price = euros(90),
                                     .territory = pricebook::Territory::service_zone});
            pricebook::add_item(tx, {.code = "ancien",
                                     .category = "Atelier",
                                     .name = "Ponçage",
                                     .one_off_price = euros(33),
                                     .offer = pricebook::OfferState::inactive});
        });
        activate();
    }
    tenancy::Context as_enora() { return world.context(charpente, enora.actor); }
    tenancy::ClientId add_client(const std::string& name, const std::string& postal_code)
    {
        return as_enora().write([&](WorkspaceTransaction& tx) {
            return crm::add_client(tx, {.kind = crm::ClientKind::person,
                                        .first_name = name,
                                        .last_name = "Penhoat",
                                        .phone = "0261910000",
                                        .billing_postal_code = postal_code});
        });
    }
    test_world::Member add_user(const std::string& name, tenancy::ClientId of)
    {
        return world.add_member(
            charpente,
            {.name = name, .role = "client", .side = tenancy::Side::portal, .client = of});
    }
    void show(const char* are_shown = "on")
    {
        REQUIRE(enora.browser.post(place + "/portail", {{"are_shown", are_shown}}).status == 303);
    }
    pricebook::SpecialPriceId add_special(pricebook::SpecialPrice special)
    {
        special.starts_on = *base::Date::parse("2026-01-01");
        special.reason = "Accord de Lorient";
        return as_enora().write(
            [&](WorkspaceTransaction& tx) { return pricebook::write_special_price(tx, special); });
    }
    http::Response page() { return client.browser.get("/p/charpente/tarifs"); }
    /// What the page says the hour costs.
    bool costs(const std::string& price)
    {
        return holds(page(), price + ",00\u00a0€/h") || holds(page(), price + ",00 €/h");
    }

    tenancy::ClientId aurore;
    test_world::Member client;
    pricebook::ItemId hour;
};

} // namespace

TEST_CASE_ENGINES("a client reads no price before the business shows them, nor once it hides them")
{
    Portal portal{engine}; // PRB-005
    CHECK(holds(portal.page(), "Aucun tarif à afficher"));
    CHECK_FALSE(portal.costs("60"));
    portal.show();
    CHECK(portal.costs("60"));
    portal.show("");
    CHECK_FALSE(portal.costs("60"));
    const auto refused = portal.client.browser.post(place + "/portail", {{"are_shown", "on"}});
    CHECK(refused.status != 303);
    CHECK(portal.world.visitor().get("/p/charpente/tarifs").status == 303);
}

TEST_CASE_ENGINES("a client reads the price that applies to him alone, and a change at once")
{
    Portal portal{engine}; // PRB-005 PRB-004 PRB-003
    portal.show();
    CHECK(portal.costs("60"));
    const auto group = portal.as_enora().write([&](WorkspaceTransaction& tx) {
        const auto made = pricebook::add_group(tx, "Fidèles");
        pricebook::add_to_group(tx, made, portal.aurore);
        return made;
    });
    portal.add_special({.group_id = group, .percent = base::Rate{100'000}});
    CHECK(portal.costs("54"));
    CHECK_FALSE(holds(portal.page(), "60,00"));
    CHECK_FALSE(holds(portal.page(), "Accord de Lorient"));
    CHECK_FALSE(holds(portal.page(), "Fidèles"));

    portal.add_special({.client_id = portal.aurore,
                        .item_id = portal.hour,
                        .effect = pricebook::Effect::fixed,
                        .price = euros(50)});
    CHECK(portal.costs("50"));
    auto other = portal.add_user("Odile Bescond", portal.add_client("Odile", "56100"));
    const auto theirs = other.browser.get("/p/charpente/tarifs");
    CHECK(holds(theirs, "60,00"));
    CHECK_FALSE(holds(theirs, "50,00"));
}

TEST_CASE_ENGINES("a kept price is the one its client reads, while it is less than everybody's")
{
    Portal portal{engine}; // PRB-005 PRB-003
    portal.show();
    const auto version = portal.as_enora().read(
        [](WorkspaceTransaction& tx) { return pricebook::VersionStore{tx}.book().active()->id; });
    portal.add_special({.client_id = portal.aurore,
                        .item_id = portal.hour,
                        .effect = pricebook::Effect::fixed,
                        .price = euros(58),
                        .kept_for = version});
    CHECK(portal.costs("58"));
    portal.add_special({.client_id = portal.aurore,
                        .item_id = portal.hour,
                        .effect = pricebook::Effect::fixed,
                        .price = euros(70),
                        .kept_for = version});
    CHECK_FALSE(portal.costs("70"));
}

TEST_CASE_ENGINES("a client reads neither what is inactive nor what is not sold where he is")
{
    Portal portal{engine}; // PRB-005 PRB-006
    portal.show();
    REQUIRE(portal.enora.browser.post("/e/charpente/reglages/zone", {{"prefixes", "56"}}).status ==
            303);
    CHECK(holds(portal.page(), "90,00"));
    CHECK_FALSE(holds(portal.page(), "Ponçage"));
    auto far = portal.add_user("Yann Riou", portal.add_client("Yann", "29200"));
    const auto theirs = far.browser.get("/p/charpente/tarifs");
    CHECK(holds(theirs, "60,00"));
    CHECK_FALSE(holds(theirs, "Visite"));
    CHECK_FALSE(holds(theirs, "90,00"));
}
