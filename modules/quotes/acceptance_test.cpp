#include "kernel/base/text.hpp"
#include "kernel/mail/attachment.hpp"
#include "modules/quotes/answer_actions.hpp"
#include "modules/quotes/page_test_kit.hpp"
#include "modules/quotes/quote_store.hpp"

using namespace quotes_test;

namespace
{

const std::string choice = "?choix=1&option=2";

std::string hash_in(const http::Response& page)
{
    std::smatch found;
    REQUIRE(
        std::regex_search(page.body, found, std::regex{"name=\"shown\" value=\"([0-9a-f]{64})\""}));
    return found[1];
}

std::vector<std::string> attached_to(Office& office, mail::MessageId message)
{
    std::vector<std::string> names;
    office.world.context(office.firm, tenancy::Actor::system()).read([&](WorkspaceTransaction& tx) {
        for (const auto& file : mail::attached(tx, message))
            names.push_back(file.name);
    });
    return names;
}

/// A quote that Aurore was sent, and her way to it.
struct Offer {
    explicit Offer(db::Engine engine)
        : office(engine), place(sent_quote(office)), id(place.substr(place.rfind('/') + 1)),
          link(link_in(mails(office).at(0).text)), visitor(office.world.visitor())
    {
    }
    quotes::Quote quote()
    {
        return office.world.context(office.firm, tenancy::Actor::system())
            .read([&](WorkspaceTransaction& tx) {
                return quotes::QuoteStore{tx}.find(*quotes::QuoteId::parse(id)).value();
            });
    }
    Typed signing(const http::Response& page, const std::string& code = {}) const
    {
        return {{"signer_name", "Aurore Penhoat"},
                {"how", "typed_name"},
                {"agreed", "on"},
                {"code", code},
                {"shown", hash_in(page)}};
    }
    /// The code of the newest mail, after asking for it.
    std::string code(const http::Response& page)
    {
        REQUIRE(visitor.post(link + "/signature/code" + choice, signing(page)).status == 200);
        const auto all = office.world.context(office.firm, tenancy::Actor::system())
                             .read([](WorkspaceTransaction& tx) { return mail::recent(tx); });
        std::smatch found;
        REQUIRE(std::regex_search(all.front().subject, found, std::regex{"([0-9]{6})"}));
        CHECK(all.front().to_email == "aurore@penhoat.example");
        return found[1];
    }

    Office office;
    std::string place;
    std::string id;
    std::string link;
    test_world::Browser visitor;
};

} // namespace

TEST_CASE_ENGINES("a client signs by the link what he chose, with a code, and has the signed paper")
{
    Offer offer{engine}; // QUO-023 QUO-040 QUO-041 QUO-042 QUO-046
    const auto quote_page = offer.visitor.get(offer.link + choice);
    CHECK(holds(quote_page, "/signature?choix=1&amp;option=2"));
    const auto page = offer.visitor.get(offer.link + "/signature" + choice);
    REQUIRE(page.status == 200);
    CHECK(holds(page, "744,00"));
    const auto paper = offer.visitor.get(offer.link + "/signature/pdf" + choice);
    CHECK(base::hex(base::sha256(paper.body)) == hash_in(page));

    const auto path = offer.link + "/signature" + choice;
    const auto without_code = offer.visitor.post(path, offer.signing(page));
    CHECK(without_code.status == 422);
    CHECK(offer.quote().state == quotes::QuoteState::sent);
    REQUIRE(offer.visitor.post(path, offer.signing(page, offer.code(page))).status == 303);
    CHECK(offer.quote().state == quotes::QuoteState::accepted);
    CHECK(offer.quote().gross == base::Cents{74'400});

    const auto after = offer.visitor.get(offer.link);
    CHECK(holds(after, "Vous avez accepté ce devis le"));
    CHECK(holds(after, "744,00"));
    const auto theirs = offer.visitor.get(offer.link + "/pdf");
    CHECK(theirs.status == 200);
    const auto written = mails(offer.office);
    const auto told =
        std::ranges::find(written, "quotes.accepted", &mail::StoredMessage::template_name);
    REQUIRE(told != written.end());
    CHECK(told->to_email == "aurore@penhoat.example");
    CHECK(attached_to(offer.office, told->id) ==
          std::vector<std::string>{"DEV-2026-0001 signé.pdf"});
    CHECK(offer.visitor.get(path).status == 303);
    CHECK(offer.visitor.post(path, offer.signing(page, "000000")).status == 303);
    CHECK(holds(offer.office.lea.browser.get(offer.place), "Accepté"));
}

TEST_CASE_ENGINES("what was shown is what is signed: other options need another reading")
{
    Offer offer{engine}; // QUO-046
    const auto page = offer.visitor.get(offer.link + "/signature" + choice);
    const auto typed = offer.signing(page, offer.code(page));
    const auto other = offer.visitor.post(offer.link + "/signature?choix=1", typed);
    CHECK(other.status == 409);
    CHECK(offer.quote().state == quotes::QuoteState::sent);
}

TEST_CASE_ENGINES("a quote that was replaced or is over is not signed any more")
{
    Offer offer{engine}; // QUO-020 QUO-046
    const auto page = offer.visitor.get(offer.link + "/signature" + choice);
    const auto typed = offer.signing(page, offer.code(page));
    REQUIRE(offer.office.lea.browser.post(offer.place + "/version").status == 303);
    const auto late = offer.visitor.post(offer.link + "/signature" + choice, typed);
    CHECK(late.status == 303);
    CHECK(offer.quote().state == quotes::QuoteState::replaced);
    CHECK(offer.visitor.get(offer.link + "/signature/pdf").status == 303);
}

TEST_CASE_ENGINES("what was signed on paper is recorded with its scan, by who may")
{
    Offer offer{engine}; // QUO-044
    auto& office = offer.office;
    const auto path = offer.place + "/signature";
    const auto page = office.lea.browser.get(path + choice);
    REQUIRE(page.status == 200);
    CHECK(holds(page, "744,00"));
    CHECK(office.malik.browser.get(path).status == 403);
    const Typed typed{{"signer_name", "Aurore Penhoat"}, {"shown", hash_in(page)}};
    const test_world::Sent scan{.name = "scan.pdf",
                                .bytes = offer.visitor.get(offer.link + "/signature/pdf").body,
                                .field = "scan"};

    CHECK(office.lea.browser.post_files(path + choice, typed, {}).status == 422);
    CHECK(office.lea.browser.post_files(path + "?choix=1", typed, {scan}).status == 409);
    CHECK(office.malik.browser.post_files(path + choice, typed, {scan}).status == 403);
    CHECK(offer.quote().state == quotes::QuoteState::sent);
    REQUIRE(office.lea.browser.post_files(path + choice, typed, {scan}).status == 303);
    CHECK(offer.quote().state == quotes::QuoteState::accepted);
    CHECK(offer.quote().gross == base::Cents{74'400});
    CHECK(holds(office.lea.browser.get(offer.place), "signé sur papier"));
    CHECK(office.lea.browser.get(path).status == 303);
}

TEST_CASE_ENGINES("a client who is signed in needs no code, and nobody signs for him")
{
    Offer offer{engine}; // QUO-041
    auto& office = offer.office;
    auto aurore = office.world.add_member(office.firm, {.name = "Aurore",
                                                        .role = "client",
                                                        .side = tenancy::Side::portal,
                                                        .client = office.aurore});
    auto odile = office.world.add_member(
        office.firm,
        {.name = "Odile", .role = "client", .side = tenancy::Side::portal, .client = office.odile});
    const auto path = "/p/charpentes/devis/" + offer.id + "/signature";
    CHECK(odile.browser.get(path).status == 404);
    const auto page = aurore.browser.get(path);
    CHECK(holds(page, "600,00"));
    CHECK(odile.browser.post(path, offer.signing(page)).status == 404);
    REQUIRE(aurore.browser.post(path, offer.signing(page)).status == 303);
    CHECK(offer.quote().state == quotes::QuoteState::accepted);
    CHECK(offer.quote().gross == base::Cents{60'000});
}
