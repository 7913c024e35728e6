#include "modules/pricebook/book_test_kit.hpp"
#include "modules/pricebook/item_actions.hpp"
#include "modules/pricebook/version_actions.hpp"

#include <doctest.h>

using pricebook::find_item_for_sale;
using pricebook::items_for_sale;
using pricebook_test::holds;
using pricebook_test::place;
using pricebook_test::Yard;
using tenancy::WorkspaceTransaction;

namespace
{

base::Date day(std::string_view iso)
{
    return *base::Date::parse(iso);
}

std::size_t sold_on(Yard& yard, const tenancy::Actor& actor, std::string_view iso)
{
    return yard.world.context(yard.charpente, actor).read([&](WorkspaceTransaction& tx) {
        return items_for_sale(tx, day(iso)).size();
    });
}

/// The clock of the business, put back when the test ends.
struct Clock {
    explicit Clock(const char* at) { base::set_test_clock(at); }
    ~Clock() { base::set_test_clock("+0s"); }
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
};

} // namespace

TEST_CASE_ENGINES("who writes a quote takes what is sold on the day, with its price of a year")
{
    Yard yard{engine}; // PRB-011
    yard.make_draft();
    auto care = yard.typed("entretien", "");
    care[3].second = "recurring";
    care.back().second = "49";
    REQUIRE(yard.enora.browser.post(place + "/brouillon/articles", care).status == 303);
    auto summer = yard.typed("terrasse", "90");
    summer.emplace_back("offered_from", "2026-06-01");
    summer.emplace_back("offered_until", "2026-06-30");
    REQUIRE(yard.enora.browser.post(place + "/brouillon/articles", summer).status == 303);
    CHECK(sold_on(yard, yard.enora.actor, "2099-01-01") == 0);
    yard.activate();

    auto context = yard.world.context(yard.charpente, yard.enora.actor);
    const auto today = context.today();
    const auto item = context.read(
        [&](WorkspaceTransaction& tx) { return find_item_for_sale(tx, "entretien", today); });
    REQUIRE(item.has_value());
    CHECK(item->annual_price == base::UnitPrice{4'900'000});
    CHECK(sold_on(yard, yard.enora.actor, today.text()) == 1);
    CHECK(context.read([&](WorkspaceTransaction& tx) {
        return !find_item_for_sale(tx, "terrasse", today).has_value();
    }));

    auto without = yard.enora.actor;
    without.rights.erase("pricebook.read");
    CHECK(sold_on(yard, without, today.text()) == 0);
}

TEST_CASE_ENGINES("prices scheduled for a day hold from its midnight in the business's own zone")
{
    const Clock noon{"2026-11-20T12:00:00Z"};
    Yard yard{engine}; // PRB-002
    yard.make_draft();
    yard.add("heure-atelier", "60");
    yard.activate();
    yard.make_draft();
    yard.add("deplacement", "0,65");
    yard.activate("2026-12-01");
    CHECK(holds(yard.enora.browser.get(place), "entre en vigueur le 1er décembre"));
    CHECK(yard.enora.browser.post(place + "/brouillon").status == 409);
    CHECK(holds(yard.enora.browser.get(place + "/brouillon"), "remettez-les en brouillon"));

    base::set_test_clock("2026-11-30T22:59:59Z"); // 23:59:59 in Paris
    yard.world.prove_second_factor(yard.enora);
    CHECK_FALSE(holds(yard.enora.browser.get(place), "deplacement"));
    CHECK(sold_on(yard, yard.enora.actor, "2026-11-30") == 1);
    base::set_test_clock("2026-11-30T23:00:00Z");
    CHECK(sold_on(yard, yard.enora.actor, "2026-12-01") == 2);
    yard.world.prove_second_factor(yard.enora);
    CHECK(holds(yard.enora.browser.get(place), "deplacement"));
}

TEST_CASE_ENGINES(
    "a day gone by is refused, and what is scheduled can be taken back until it holds")
{
    const Clock noon{"2026-11-20T12:00:00Z"};
    Yard yard{engine};
    yard.make_draft();
    yard.add("heure-atelier", "60");
    const auto activation = place + "/brouillon/activation";
    const auto late = yard.enora.browser.post(
        activation,
        {{"start", "later"}, {"starts_on", "2026-11-19"}, {"revision", yard.revision()}});
    CHECK(late.status == 422);
    CHECK(holds(late, "Ce jour est passé"));
    const auto never = yard.enora.browser.post(
        activation, {{"start", "later"}, {"starts_on", ""}, {"revision", yard.revision()}});
    CHECK(never.status == 422);

    yard.activate("2026-12-01");
    const auto versions = yard.enora.browser.get(place + "/versions").body;
    const auto mark = versions.rfind("/versions/") + std::string{"/versions/"}.size();
    const auto path =
        place + "/versions/" + versions.substr(mark, versions.find('"', mark) - mark) + "/report";
    CHECK(yard.enora.browser.post(path).status == 303);
    CHECK(holds(yard.enora.browser.get(place + "/brouillon"), "heure-atelier"));
    CHECK(yard.enora.browser.post(path).status == 409);
    yard.activate("2026-12-01");
    base::set_test_clock("2026-12-01T12:00:00Z");
    yard.world.prove_second_factor(yard.enora);
    CHECK(yard.enora.browser.post(path).status == 409);
}

TEST_CASE("each tax of an item is one that every regime offers")
{
    using pricebook::TaxChoice;
    for (const auto regime : {billing::Regime::france, billing::Regime::franchise,
                              billing::Regime::quebec, billing::Regime::small_supplier})
        for (const auto tax :
             {TaxChoice::standard, TaxChoice::intermediate, TaxChoice::reduced, TaxChoice::untaxed})
            CHECK(billing::find_tax_choice(regime, pricebook::tax_code(tax, regime)) != nullptr);
    CHECK(pricebook::tax_code(TaxChoice::reduced, billing::Regime::france) == "tva5_5");
    CHECK(pricebook::tax_code(TaxChoice::untaxed, billing::Regime::quebec) == "zero_rated");
}
