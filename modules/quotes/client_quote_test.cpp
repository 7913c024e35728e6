#include "modules/quotes/answer_actions.hpp"
#include "modules/quotes/issue_store.hpp"
#include "modules/quotes/page_test_kit.hpp"
#include "modules/quotes/quote_store.hpp"
#include "modules/sale_documents/sale_documents.hpp"

using namespace quotes_test;

namespace
{

quotes::QuoteId id_of(const std::string& place)
{
    return quotes::QuoteId::parse(place.substr(place.rfind('/') + 1)).value();
}

template <class Work>
auto as_system(Office& office, Work work)
{
    return office.world.context(office.firm, tenancy::Actor::system()).write(work);
}

quotes::Quote quote_at(Office& office, const std::string& place)
{
    return as_system(office, [&](WorkspaceTransaction& tx) {
        return quotes::QuoteStore{tx}.find(id_of(place)).value();
    });
}

std::string identity_with(Office& office, const std::string& place,
                          const std::vector<std::int64_t>& chosen)
{
    return as_system(office, [&](WorkspaceTransaction& tx) {
        quotes::QuoteStore store{tx};
        const auto quote = store.find(id_of(place)).value();
        const auto lines = quotes::with_options(store.lines(quote.id), chosen);
        return billing::identity_of(
            sale_documents::counted(quote.terms(), lines, sale_documents::books_of(office.firm))
                .figures.value());
    });
}

/// A place where the client reads his quote, with the clock that is back at the end.
struct Reading {
    explicit Reading(db::Engine engine)
        : office(engine), place(sent_quote(office)), link(link_in(mails(office).at(0).text)),
          client(office.world.visitor())
    {
    }
    ~Reading() { base::set_test_clock("+0s"); }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    Office office;
    std::string place;
    std::string link;
    test_world::Browser client;
};

} // namespace

TEST_CASE_ENGINES("the first time a client opens his quote is kept, the others are not")
{
    Reading reading{engine}; // QUO-024
    CHECK_FALSE(quote_at(reading.office, reading.place).seen_at.has_value());
    const auto page = reading.client.get(reading.link);
    CHECK(holds(page, "600,00"));
    CHECK(holds(page, "Télécharger le PDF"));
    CHECK_FALSE(holds(page, "href=\"/p/charpentes/devis\""));
    const auto seen = quote_at(reading.office, reading.place).seen_at;
    CHECK(seen.has_value());
    base::set_test_clock("+2h");
    reading.client.get(reading.link);
    CHECK(quote_at(reading.office, reading.place).seen_at == seen);
    CHECK(holds(reading.office.lea.browser.get(reading.place), "a ouvert le devis"));
    CHECK(reading.client.get(reading.link + "/pdf").status == 200);
}

TEST_CASE_ENGINES("options that are ticked are counted by the server, and nothing is written")
{
    Reading reading{engine}; // QUO-009
    const auto with = reading.client.get(reading.link + "?choix=1&option=2");
    CHECK(holds(with, "744,00"));
    CHECK(holds(with, "checked"));
    CHECK(holds(reading.client.get(reading.link + "?choix=1"), "600,00"));
    CHECK(
        holds(reading.client.get(reading.link + "?choix=1&option=1&option=99&option=x"), "600,00"));
    CHECK(holds(reading.client.get(reading.link), "600,00"));
}

TEST_CASE_ENGINES("a client declines with or without a reason, once, and asks before")
{
    Reading reading{engine}; // QUO-020
    const auto empty = reading.client.post(reading.link + "/question", {{"question", ""}});
    CHECK(empty.status == 422);
    CHECK(reading.client.post(reading.link + "/question", {{"question", "Quel bois ?"}}).status ==
          303);
    const auto asked = mails(reading.office).at(0);
    CHECK(asked.to_email == "lea@charpentes.example");
    CHECK(asked.text.find("Quel bois ?") != std::string::npos);
    CHECK(reading.client.post(reading.link + "/refus", {{"reason", "Trop tôt"}}).status == 303);
    CHECK(holds(reading.client.get(reading.link), "Ce devis a été décliné le"));
    CHECK(reading.client.post(reading.link + "/refus", {{"reason", ""}}).status == 409);
    CHECK(reading.client.post(reading.link + "/question", {{"question", "Et ?"}}).status == 409);
    const auto page = reading.office.lea.browser.get(reading.place);
    CHECK(holds(page, "a décliné le devis"));
    CHECK(holds(page, "Trop tôt"));
    CHECK(holds(page, "Quel bois ?"));
}

TEST_CASE_ENGINES("a quote that a new version replaces is read no more by its link")
{
    Reading reading{engine}; // QUO-020 QUO-046
    const auto made = reading.office.lea.browser.post(reading.place + "/version");
    REQUIRE(made.status == 303);
    const auto draft = reading.office.lea.browser.get(made.headers.get("Location"));
    CHECK(holds(draft, "Montage"));
    CHECK(holds(draft, "Brouillon"));
    const auto page = reading.client.get(reading.link);
    CHECK(holds(page, "Ce devis a été remplacé"));
    CHECK_FALSE(holds(page, "600,00"));
    CHECK(reading.client.get(reading.link + "/pdf").status == 404);
    CHECK(reading.client.post(reading.link + "/refus", {{"reason", ""}}).status == 409);
    CHECK(holds(reading.office.lea.browser.get(reading.place), "Remplacé"));
    CHECK(reading.office.lea.browser.post(reading.place + "/version").status == 409);
}

TEST_CASE_ENGINES("an expired quote says so from midnight on, and is extended with its number")
{
    Reading reading{engine}; // QUO-020 QUO-046 JRN-14
    as_system(reading.office,
              [&](WorkspaceTransaction& tx) { quotes::expire_quote(tx, id_of(reading.place)); });
    CHECK(quote_at(reading.office, reading.place).state == quotes::QuoteState::sent);
    base::set_test_clock("2100-01-01T12:00:00Z");
    CHECK(holds(reading.client.get(reading.link), "Ce devis a expiré"));
    CHECK(reading.client.post(reading.link + "/question", {{"question", "Et ?"}}).status == 409);
    CHECK(reading.client.post(reading.link + "/refus", {{"reason", ""}}).status == 409);
    as_system(reading.office,
              [&](WorkspaceTransaction& tx) { quotes::expire_quote(tx, id_of(reading.place)); });
    CHECK(quote_at(reading.office, reading.place).state == quotes::QuoteState::expired);
    CHECK(reading.client.get(reading.link + "/pdf").status == 404);
    as_system(reading.office, [&](WorkspaceTransaction& tx) {
        CHECK_THROWS_AS(
            quotes::extend_quote(tx, id_of(reading.place), *base::Date::parse("2099-12-31")),
            base::Refusal);
        quotes::extend_quote(tx, id_of(reading.place), *base::Date::parse("2100-01-31"));
    });
    CHECK(holds(reading.client.get(reading.link), "600,00"));
    CHECK(holds(reading.client.get(reading.link), "31 janvier 2100"));
}

TEST_CASE_ENGINES("a quote is accepted once, with the options chosen, at the total that was shown")
{
    Reading reading{engine}; // QUO-020 QUO-023 QUO-046
    auto& office = reading.office;
    const auto id = id_of(reading.place);
    const auto accept = [&](const std::string& identity) {
        as_system(office, [&](WorkspaceTransaction& tx) {
            quotes::accept_quote(
                tx, {.quote = id, .chosen = {2}, .identity = identity, .signature = 7});
        });
    };
    CHECK_THROWS_AS(accept(identity_with(office, reading.place, {})), base::Refusal);
    accept(identity_with(office, reading.place, {2}));
    const auto quote = quote_at(office, reading.place);
    CHECK(quote.state == quotes::QuoteState::accepted);
    CHECK(quote.gross == base::Cents{74'400});
    CHECK(holds(reading.client.get(reading.link), "Vous avez accepté ce devis le"));
    CHECK(holds(reading.client.get(reading.link), "744,00"));
    CHECK_THROWS_AS(accept(identity_with(office, reading.place, {2})), base::Refusal);
    CHECK(office.lea.browser.post(reading.place + "/version").status == 409);
    CHECK(office.lea.browser.post(reading.place + "/refus", {{"reason", ""}}).status == 409);
}

TEST_CASE_ENGINES("another client, or one who acts for a part only, finds no quote")
{
    Reading reading{engine};
    auto& office = reading.office;
    auto odile = office.world.add_member(
        office.firm,
        {.name = "Odile", .role = "client", .side = tenancy::Side::portal, .client = office.odile});
    const auto own = "/p/charpentes/devis/" + id_of(reading.place).text();
    CHECK(odile.browser.get(own).status == 404);
    CHECK(odile.browser.get(own + "/pdf").status == 404);
    CHECK(odile.browser.post(own + "/refus", {{"reason", ""}}).status == 404);
    CHECK(holds(odile.browser.get("/p/charpentes/devis"), "Aucun devis pour l’instant"));
}
