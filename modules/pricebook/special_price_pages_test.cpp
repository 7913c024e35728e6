#include "modules/crm/crm.hpp"
#include "modules/pricebook/book_test_kit.hpp"

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
    tenancy::ClientId odile;
};

} // namespace

TEST_CASE_ENGINES("a client pays his own price until it is taken away, and nobody else does")
{
    Counter counter{engine}; // PRB-004
    auto& browser = counter.enora.browser;
    CHECK(holds(browser.get(list), "Aucun tarif par client"));
    REQUIRE(browser.post(list, counter.special("percent_off", "10")).status == 303);
    const auto page = browser.get(list);
    CHECK(holds(page, "Aurore Penhoat"));
    CHECK(holds(page, "Accord annuel"));
    CHECK(counter.sold_to(counter.aurore).one_off_price == base::UnitPrice{540'000});
    CHECK(counter.sold_to(counter.aurore).special == "Accord annuel");
    CHECK(counter.sold_to(counter.odile).one_off_price == base::UnitPrice{600'000});
    CHECK(counter.sold_to(counter.odile).special.empty());

    const auto until = page.body.find("/retrait");
    const auto from = page.body.rfind('/', until - 1) + 1;
    const auto id = page.body.substr(from, until - from);
    REQUIRE(browser.post(list + "/" + id + "/retrait").status == 303);
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
    CHECK(holds(browser.get(list), "Aucun tarif par client"));
}
