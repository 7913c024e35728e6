#include "modules/pricebook/kept_price.hpp"

#include <doctest.h>

using namespace pricebook;
using base::UnitPrice;

namespace
{

const tenancy::ClientId aurore{7};
const tenancy::ClientId odile{9};
const ItemId hour{11};
const ItemId rent{12};
const ItemId gone{13};

base::Date day(std::string_view text)
{
    return *base::Date::parse(text);
}

Origin of(ItemId item, PriceTerm term = PriceTerm::once)
{
    return {.item = item, .term = term, .list = {}, .offered = {}};
}

PastInvoice billed(tenancy::ClientId client, std::vector<std::optional<Origin>> origins)
{
    return {.client = client,
            .client_name = "Aurore",
            .issued_on = day("2026-06-15"),
            .net = {},
            .document = {.lines = {}, .adjustments = {}},
            .origins = std::move(origins)};
}

/// An hour at that price, a rent at 49 a month and 499 a year.
ReplayedPrices at(std::int64_t hourly)
{
    ReplayedPrices prices;
    prices.items[hour] = {.id = hour, .one_off_price = UnitPrice{hourly * base::one_whole}};
    prices.items[rent] = {.id = rent,
                          .kind = PriceKind::recurring,
                          .monthly_price = UnitPrice{490'000},
                          .annual_price = UnitPrice{4'990'000}};
    return prices;
}

KeptPrices kept(const PastInvoices& past, const ReplayedPrices& before, const ReplayedPrices& after)
{
    return kept_prices(past, {.before = before, .after = after, .day = day("2026-12-01")});
}

} // namespace

TEST_CASE("a client may keep what he paid for what costs something else, and nothing more")
{ // PRB-003
    const PastInvoices past{.invoices = {billed(aurore, {of(hour), {}, of(rent, PriceTerm::month)}),
                                         billed(aurore, {of(hour)}),
                                         billed(odile, {of(rent, PriceTerm::month)})}};
    auto before = at(60);
    before.items[gone] = {.id = gone, .one_off_price = UnitPrice{100'000}};
    const auto found = kept(past, before, at(75));
    REQUIRE(found.size() == 1);
    CHECK(found.at(aurore) ==
          std::vector<KeptPrice>{{hour, UnitPrice{600'000}, day("2026-12-01")}});
    CHECK(kept(past, before, before).empty());
    CHECK(kept(past, before, at(45)).empty()); // what gets cheaper is nobody's to keep
}

TEST_CASE("a year that was billed is kept to the cent")
{ // PRB-003 PRB-011
    auto after = at(60);
    after.items[rent].monthly_price = UnitPrice{600'000};
    after.items[rent].annual_price.reset();
    const auto found =
        kept({.invoices = {billed(aurore, {of(rent, PriceTerm::year)})}}, at(60), after);
    REQUIRE(found.size() == 1);
    const auto& one = found.at(aurore).front();
    const auto item = at_special_price(
        after.items[rent], {.effect = Effect::fixed, .price = one.price, .starts_on = {}});
    CHECK(annual_price_of(item) == UnitPrice{4'990'000});
}

TEST_CASE("a discount that ends is kept until it ends, then the price without it")
{ // PRB-003 PRB-004
    const PastInvoices past{.invoices = {billed(aurore, {of(hour)})}};
    auto before = at(60);
    before.specials[aurore] = {{.client_id = aurore,
                                .percent = base::Rate{500'000},
                                .starts_on = day("2026-01-01"),
                                .ends_on = day("2026-12-31")},
                               {.client_id = aurore,
                                .item_id = rent,
                                .percent = base::Rate{500'000},
                                .starts_on = day("2026-01-01"),
                                .ends_on = day("2027-06-30")}};
    auto after = at(75);
    after.specials = before.specials;
    const auto found = kept(past, before, after);
    REQUIRE(found.size() == 1);
    CHECK(found.at(aurore) ==
          std::vector<KeptPrice>{{hour, UnitPrice{300'000}, day("2026-12-01"), day("2026-12-31")},
                                 {hour, UnitPrice{600'000}, day("2027-01-01")}});
}

TEST_CASE("a fixed price of his own leaves nothing to keep while it holds")
{ // PRB-003 PRB-004
    const PastInvoices past{.invoices = {billed(aurore, {of(hour)})}};
    auto before = at(60);
    before.specials[aurore] = {{.client_id = aurore,
                                .item_id = hour,
                                .effect = Effect::fixed,
                                .price = UnitPrice{500'000},
                                .starts_on = day("2026-01-01")}};
    auto after = at(75);
    after.specials = before.specials;
    CHECK(kept(past, before, after).empty());
    before.specials[aurore].front().ends_on = day("2027-01-31");
    after.specials = before.specials;
    CHECK(kept(past, before, after).at(aurore) ==
          std::vector<KeptPrice>{{hour, UnitPrice{600'000}, day("2027-02-01")}});
}
