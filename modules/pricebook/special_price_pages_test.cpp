#include "modules/crm/crm.hpp"
#include "modules/pricebook/book_test_kit.hpp"
#include "modules/pricebook/client_group_actions.hpp"
#include "modules/pricebook/item_store.hpp"

using namespace pricebook_test;
using tenancy::WorkspaceTransaction;
using test_world::Typed;

namespace
{

const std::string list = place + "/particuliers";

/// The yard sells an hour at 60 € from today on, to Aurore and to Odile.
struct Counter : Yard {
    explicit Counter(db::Engine engine)
        : Yard(engine, {{"crm", crm::describe}}), aurore(add_client("Aurore")),
          odile(add_client("Odile"))
    {
        REQUIRE(enora.browser.post(place + "/brouillon").status == 303);
        add("heure", "60");
        item = pricebook::ItemId::parse(item_id(*this)).value();
        activate();
    }
    tenancy::ClientId add_client(const std::string& name)
    {
        return world.context(charpente, enora.actor).write([&](WorkspaceTransaction& tx) {
            return crm::add_client(tx, {.kind = crm::ClientKind::person,
                                        .first_name = name,
                                        .last_name = "Penhoat",
                                        .phone = "0261910000"});
        });
    }
    pricebook::GroupId add_group(const std::string& name, std::vector<tenancy::ClientId> clients)
    {
        return world.context(charpente, enora.actor).write([&](WorkspaceTransaction& tx) {
            const auto group = pricebook::add_group(tx, name);
            for (const auto client : clients)
                pricebook::add_to_group(tx, group, client);
            return group;
        });
    }
    Typed special(const std::string& effect, const std::string& percent = "") const
    {
        return {{"client", aurore.text()},
                {"item", ""},
                {"effect", effect},
                {"percent", percent},
                {"price", ""},
                {"starts_on", "2026-01-01"},
                {"ends_on", ""},
                {"reason", "Accord annuel"}};
    }
    pricebook::ItemForSale sold_to(tenancy::ClientId client)
    {
        auto context = world.context(charpente, enora.actor);
        const auto items = context.read([&](WorkspaceTransaction& tx) {
            return pricebook::items_for_sale(tx, context.today(), client);
        });
        REQUIRE(items.size() == 1);
        return items.front();
    }

    tenancy::ClientId aurore;
    pricebook::ItemId item;
    tenancy::ClientId odile;
};

/// Of the first price a page shows.
std::string first_id(std::string_view page)
{
    const auto until = page.find("/retrait");
    const auto from = page.rfind('/', until - 1) + 1;
    return std::string{page.substr(from, until - from)};
}

} // namespace

TEST_CASE_ENGINES("a client pays his own price until it is taken away, and nobody else does")
{
    Counter counter{engine}; // PRB-004
    auto& browser = counter.enora.browser;
    CHECK(holds(browser.get(list), "Aucun tarif particulier"));
    REQUIRE(browser.post(list, counter.special("percent_off", "10")).status == 303);
    const auto page = browser.get(list);
    CHECK(holds(page, "Aurore Penhoat"));
    CHECK(holds(page, "Accord annuel"));
    CHECK(counter.sold_to(counter.aurore).one_off_price == base::UnitPrice{540'000});
    CHECK(counter.sold_to(counter.aurore).special == "Accord annuel");
    CHECK(counter.sold_to(counter.odile).one_off_price == base::UnitPrice{600'000});
    CHECK(counter.sold_to(counter.odile).special.empty());

    REQUIRE(browser.post(list + "/" + first_id(page.body) + "/retrait").status == 303);
    CHECK(counter.sold_to(counter.aurore).special.empty());
}

TEST_CASE_ENGINES("a special price that says too little or too much is refused at its field")
{
    Counter counter{engine};
    auto& browser = counter.enora.browser;
    for (const auto* percent : {"", "0", "101", "beaucoup"}) {
        const auto refused = browser.post(list, counter.special("percent_off", percent));
        CHECK(refused.status == 422);
        CHECK(holds(refused, "Accord annuel"));
    }
    const auto of_all = browser.post(list, counter.special("fixed"));
    CHECK(holds(of_all, "Un prix fixe est celui d’un article"));
    auto unknown = counter.special("free");
    unknown.front().second = "72057594037927936";
    CHECK(holds(browser.post(list, unknown), "Choisissez un client"));
    auto ended = counter.special("free");
    ended[6].second = "2025-12-31";
    CHECK(holds(browser.post(list, ended), "Cette date vient avant le début."));
    CHECK(holds(browser.get(list), "Aucun tarif particulier"));
}

TEST_CASE_ENGINES("a special price is changed in its place, and who saw an older one is told")
{
    Counter counter{engine}; // PRB-004
    auto& browser = counter.enora.browser;
    REQUIRE(browser.post(list, counter.special("percent_off", "10")).status == 303);
    const auto path = list + "/" + first_id(browser.get(list).body);
    CHECK(holds(browser.get(path), "Tarif de Aurore Penhoat"));

    auto changed = counter.special("percent_off", "25");
    changed.push_back({"version", "1"});
    REQUIRE(browser.post(path, changed).status == 303);
    CHECK(counter.sold_to(counter.aurore).one_off_price == base::UnitPrice{450'000});
    const auto stale = browser.post(path, changed);
    CHECK(stale.status == 409);
    CHECK(holds(stale, "Accord annuel"));
    auto wrong = counter.special("percent_off", "250");
    CHECK(browser.post(path, wrong).status == 422);
    CHECK(counter.sold_to(counter.aurore).one_off_price == base::UnitPrice{450'000});
}

TEST_CASE_ENGINES(
    "a group pays its price, its client his own, and the price says which rule gave it")
{
    Counter counter{engine}; // PRB-004
    auto& browser = counter.enora.browser;
    const auto group = counter.add_group("Voisins", {counter.aurore, counter.odile});
    auto of_group = counter.special("fixed");
    of_group[0].second.clear();
    of_group[1].second = counter.item.text();
    of_group[4].second = "50";
    of_group.push_back({"group", group.text()});
    REQUIRE(browser.post(list, of_group).status == 303);
    auto own = counter.special("percent_off", "10");
    REQUIRE(browser.post(list, own).status == 303);

    CHECK(counter.sold_to(counter.odile).one_off_price == base::UnitPrice{500'000});
    CHECK(counter.sold_to(counter.odile).source == pricebook::PriceSource::group);
    CHECK(counter.sold_to(counter.odile).group == "Voisins");
    CHECK(counter.sold_to(counter.aurore).one_off_price == base::UnitPrice{540'000});
    CHECK(counter.sold_to(counter.aurore).source == pricebook::PriceSource::client);

    own.push_back({"adds_up", "on"});
    own.push_back({"version", "1"});
    const auto page = browser.get(list).body;
    const auto aurore = page.substr(page.find("client-" + counter.aurore.text()));
    REQUIRE(browser.post(list + "/" + first_id(aurore), own).status == 303);
    CHECK(counter.sold_to(counter.aurore).one_off_price == base::UnitPrice{450'000});
    CHECK(counter.sold_to(counter.aurore).special == "Accord annuel + Accord annuel");
}

TEST_CASE_ENGINES("a price is of a client or of a group, and only a percentage adds up")
{
    Counter counter{engine};
    auto& browser = counter.enora.browser;
    const auto group = counter.add_group("Voisins", {});
    auto both = counter.special("free");
    both.push_back({"group", group.text()});
    CHECK(holds(browser.post(list, both), "pas les deux"));
    auto nobody = counter.special("free");
    nobody[0].second.clear();
    CHECK(holds(browser.post(list, nobody), "Choisissez un client ou un groupe."));
    auto added = counter.special("free");
    added.push_back({"adds_up", "on"});
    CHECK(holds(browser.post(list, added), "Seule une remise"));
}

TEST_CASE_ENGINES("what is sold no more keeps its name in the prices of clients and of groups")
{
    Counter counter{engine}; // PRB-004
    const auto voisins = counter.add_group("Voisins", {counter.odile});
    auto typed = counter.special("percent_off", "10");
    typed[1].second = counter.item.text();
    REQUIRE(counter.enora.browser.post(list, typed).status == 303);
    typed[0].second.clear();
    typed.emplace_back("group", voisins.text());
    REQUIRE(counter.enora.browser.post(list, typed).status == 303);
    auto context = counter.world.context(counter.charpente, counter.enora.actor);
    const auto name = context.write([&](WorkspaceTransaction& tx) {
        pricebook::ItemStore store{tx};
        auto item = store.for_sale("heure", context.today()).value();
        item.offer = pricebook::OfferState::inactive;
        REQUIRE(store.update(item, item.revision));
        return item.name;
    });
    const auto page = counter.enora.browser.get(list);
    CHECK(holds(page, name));
    CHECK_FALSE(holds(page, "qui n’est plus vendu"));
    const auto group = counter.enora.browser.get(place + "/groupes/" + voisins.text());
    CHECK(holds(group, name));
    CHECK_FALSE(holds(group, "qui n’est plus vendu"));
}
