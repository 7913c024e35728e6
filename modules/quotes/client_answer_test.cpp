#include "modules/quotes/page_test_kit.hpp"
#include "modules/quotes/quote_link.hpp"
#include "modules/quotes/quote_store.hpp"

using namespace quotes_test;

namespace
{

quotes::QuoteId id_of(const std::string& place)
{
    return quotes::QuoteId::parse(place.substr(place.rfind('/') + 1)).value();
}

std::string link_to(const Office& office, const std::string& place)
{
    return "/p/charpentes/offre/" + quotes::link_token(office.firm, id_of(place));
}

/// Where an answer to the newest mail goes.
std::string answers_to(Office& office)
{
    return office.world.context(office.firm, tenancy::Actor::system())
        .read([](WorkspaceTransaction& tx) {
            return tx
                .values<std::string>({"test.reply_to", R"sql(
                    SELECT reply_to FROM outbox WHERE workspace_id = :workspace ORDER BY id DESC
                )sql"})
                .at(0);
        });
}

} // namespace

TEST_CASE_ENGINES("a quote is asked about five times an hour, and what was typed stays")
{
    Office office{engine}; // QUO-020
    const auto place = sent_quote(office);
    auto client = office.world.visitor();
    const auto link = link_to(office, place);
    for (int asked = 0; asked < 5; ++asked)
        CHECK(client.post(link + "/question", {{"question", "Quel bois ?"}}).status == 303);
    const auto refused = client.post(link + "/question", {{"question", "Et le délai ?"}});
    CHECK(refused.status == 422);
    CHECK(holds(refused, "Et le délai ?"));
    CHECK(holds(refused, "réessayez dans une heure"));
    CHECK(mails(office).size() == 6);
    CHECK(client.post(link + "/refus", {{"reason", ""}}).status == 303);
}

TEST_CASE_ENGINES("an answer to a question goes to who asked, or is said to reach nobody")
{
    Office office{engine}; // QUO-020
    const auto place = sent_quote(office, "hand");
    const auto number = id_of(place).text();
    auto visitor = office.world.visitor();
    REQUIRE(visitor.post(link_to(office, place) + "/question", {{"question", "Qui ?"}}).status ==
            303);
    const auto unknown = mails(office).at(0);
    CHECK(answers_to(office).empty());
    CHECK(unknown.text.find("Répondez à ce message") == std::string::npos);
    auto aurore = office.world.add_member(office.firm, {.name = "Aurore",
                                                        .role = "client",
                                                        .side = tenancy::Side::portal,
                                                        .client = office.aurore});
    REQUIRE(aurore.browser
                .post("/p/charpentes/devis/" + number + "/question", {{"question", "Quand ?"}})
                .status == 303);
    const auto known = mails(office).at(0);
    CHECK(answers_to(office) == "aurore@charpentes.example");
    CHECK(known.text.find("Répondez à ce message") != std::string::npos);
}

TEST_CASE_ENGINES("a choice that cannot be counted says why, and is not signed")
{
    Office office{engine}; // QUO-009
    const auto place = office.start("Extension bois", office.aurore);
    auto typed = office.head();
    typed.insert(typed.end(), {{"discount", "550"}, {"discount_unit", "amount"}});
    add_line(typed, 1, "Montage", "1", "500");
    add_line(typed, 2, "Livraison", "1", "120", "option");
    typed.emplace_back("l2.ticked", "on");
    REQUIRE(office.lea.browser.post(place, typed).status == 303);
    REQUIRE(office.lea.browser.post(place + "/envoi", sending()).status == 303);
    auto client = office.world.visitor();
    const auto link = link_to(office, place);
    CHECK(holds(client.get(link), "Accepter et signer"));
    const auto page = client.get(link + "?choix=1");
    CHECK_FALSE(holds(page, "Accepter et signer"));
    CHECK(holds(page, "ne peuvent pas être répartis"));
}

TEST_CASE_ENGINES("a quote that was cancelled is read no more by its link")
{
    Office office{engine}; // QUO-046
    const auto place = sent_quote(office);
    CHECK(holds(office.lea.browser.get(place), "/p/charpentes/offre/"));
    office.world.context(office.firm, tenancy::Actor::system())
        .write([&](WorkspaceTransaction& tx) {
            quotes::QuoteStore store{tx};
            auto quote = store.find(id_of(place)).value();
            quote.state = quotes::QuoteState::cancelled;
            REQUIRE(store.move(quote, quote.version));
        });
    auto client = office.world.visitor();
    const auto page = client.get(link_to(office, place));
    CHECK(holds(page, "Ce devis a été annulé"));
    CHECK_FALSE(holds(page, "600,00"));
    CHECK(client.get(link_to(office, place) + "/pdf").status == 404);
}
