#include "modules/pricebook/replayed.hpp"

#include <doctest.h>

#include <chrono>

using namespace pricebook;
using base::Cents;
using base::UnitPrice;

namespace
{

const tenancy::ClientId aurore{7};
const tenancy::ClientId odile{9};
const ItemId hour{11};
const ItemId gone{12};
const auto tva20 = billing::find_tax_choice("tva20") -> treatment;
const auto june = *base::Date::parse("2026-06-15");

Origin from_list(ItemId item, std::int64_t price)
{
    return {.item = item, .list = UnitPrice{price}, .offered = UnitPrice{price}};
}

billing::Line line(std::int64_t key, std::int64_t price)
{
    return {.key = key,
            .quantity = base::Quantity{base::one_whole},
            .unit_price = UnitPrice{price},
            .treatment = tva20};
}

PastInvoice invoice_of(tenancy::ClientId client, std::vector<billing::Line> lines,
                       std::vector<std::optional<Origin>> origins)
{
    PastInvoice invoice{.client = client,
                        .client_name = client == aurore ? "Aurore" : "Odile",
                        .issued_on = june,
                        .net = {},
                        .document = {.lines = std::move(lines), .adjustments = {}},
                        .origins = std::move(origins)};
    invoice.net = billing::figures_of(invoice.document).totals.net;
    return invoice;
}

/// An hour costs 75 instead of 60.
ReplayedPrices dearer()
{
    ReplayedPrices prices;
    prices.items[hour] = {.id = hour, .one_off_price = UnitPrice{750'000}};
    return prices;
}

SpecialPrice tenth(tenancy::ClientId client, const char* from)
{
    return {
        .client_id = client, .percent = base::Rate{100'000}, .starts_on = *base::Date::parse(from)};
}

} // namespace

TEST_CASE("a line of an item costs what the version says, the others what they cost")
{ // PRB-003
    const auto past = PastInvoices{
        .invoices = {invoice_of(
            aurore, {line(1, 600'000), line(2, 100'000), line(3, 500'000), line(4, 300'000)},
            {from_list(hour, 600'000), {}, from_list(hour, 600'000), from_list(gone, 300'000)})}};
    const auto replay = replay_of(past, dearer());
    CHECK(replay.total.before == Cents{15'000});
    CHECK(replay.total.after == Cents{16'500});
    CHECK(replay.total.lines.replayed == 1);
    CHECK(replay.total.lines.by_hand == 2); // typed, and a price that was changed
    CHECK(replay.total.lines.gone == 1);
}

TEST_CASE("prices typed with their taxes are replayed with them")
{
    auto invoice = invoice_of(aurore, {line(1, 720'000)}, {from_list(hour, 600'000)});
    invoice.document.prices = billing::Prices::gross;
    invoice.net = billing::figures_of(invoice.document).totals.net;
    const auto replay = replay_of({.invoices = {invoice}}, dearer());
    CHECK(replay.total.before == Cents{6'000});
    CHECK(replay.total.after == Cents{7'500});
}

TEST_CASE(
    "a special price counts on its days, and clients are told apart, the largest change first")
{ // PRB-003 PRB-004
    auto prices = dearer();
    prices.specials[aurore] = {tenth(aurore, "2026-01-01")};
    prices.specials[odile] = {tenth(odile, "2026-07-01")};
    const auto one = [&](tenancy::ClientId client) {
        return invoice_of(client, {line(1, 600'000)}, {from_list(hour, 600'000)});
    };
    const auto replay = replay_of({.invoices = {one(aurore), one(odile), one(odile)}}, prices);
    REQUIRE(replay.clients.size() == 2);
    CHECK(replay.clients[0].name == "Odile");
    CHECK(replay.clients[0].invoices == 2);
    CHECK(replay.clients[0].after == Cents{15'000});
    CHECK(replay.clients[1].after == Cents{6'750});
    CHECK(replay.total.after == Cents{21'750});
}

TEST_CASE("what is no longer counted stays as it was, and a discount follows its lines")
{
    PastInvoice credit{.client = aurore,
                       .client_name = "Aurore",
                       .issued_on = june,
                       .net = Cents{-2'000},
                       .document = {}};
    auto discounted = invoice_of(aurore, {line(1, 600'000)}, {from_list(hour, 600'000)});
    discounted.document.adjustments = {{.size = base::Rate{500'000}, .treatment = {}}};
    discounted.net = Cents{3'000};
    const auto replay = replay_of({.invoices = {credit, discounted}}, dearer());
    CHECK(replay.total.before == Cents{1'000});
    CHECK(replay.total.after == Cents{1'750});
}

TEST_CASE("ten thousand lines are replayed within a second")
{
    PastInvoices past;
    for (int at = 0; at < 1'000; ++at) {
        std::vector<billing::Line> lines;
        std::vector<std::optional<Origin>> origins;
        for (int key = 1; key <= 10; ++key) {
            lines.push_back(line(key, 600'000));
            origins.emplace_back(from_list(hour, 600'000));
        }
        past.invoices.push_back(invoice_of(tenancy::ClientId{at % 50 + 1}, lines, origins));
    }
    const auto start = std::chrono::steady_clock::now();
    const auto replay = replay_of(past, dearer());
    const auto took = std::chrono::steady_clock::now() - start;
    CHECK(replay.total.lines.replayed == 10'000);
    CHECK(took < std::chrono::seconds{1});
    MESSAGE(
        "10 000 lines in " << std::chrono::duration_cast<std::chrono::milliseconds>(took).count()
                           << " ms");
}
