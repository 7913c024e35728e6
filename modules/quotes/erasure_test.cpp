#include "kernel/events/events.hpp"
#include "modules/privacy/events.hpp"
#include "modules/quotes/follow_up_actions.hpp"
#include "modules/quotes/issue_store.hpp"
#include "modules/quotes/page_test_kit.hpp"

using namespace quotes_test;

namespace
{

quotes::QuoteId id_of(const std::string& place)
{
    return quotes::QuoteId::parse(place.substr(place.rfind('/') + 1)).value();
}

void erase(Office& office, const std::string& email)
{
    office.world.context(office.firm, tenancy::Actor::system())
        .write([&](WorkspaceTransaction& tx) {
            events::publish(tx, privacy::PersonErased{
                                    .membership = {}, .email = email, .name = "Personne effacée"});
        });
}

quotes::Issue issue_of(Office& office, const std::string& place)
{
    return office.world.context(office.firm, tenancy::Actor::system())
        .read([&](WorkspaceTransaction& tx) {
            return quotes::IssueStore{tx}.find(id_of(place)).value();
        });
}

} // namespace

TEST_CASE_ENGINES("who is erased is written to no more, and his link opens nothing")
{
    Office office{engine}; // QUO-022 QUO-046
    const auto place = sent_quote(office);
    const auto link = link_in(mails(office).at(0).text);
    auto client = office.world.visitor();
    REQUIRE(client.post(link + "/question", {{"question", "Mon fils Malo ?"}}).status == 303);
    erase(office, "Aurore@Penhoat.example");

    const auto issue = issue_of(office, place);
    CHECK(issue.to_name == "Personne effacée");
    CHECK(issue.to_email.empty());
    CHECK(issue.words.empty());
    CHECK(issue.parties.find("Penhoat") != std::string::npos);
    CHECK(client.get(link).status == 404);
    CHECK(client.get(link + "/pdf").status == 404);
    CHECK(client.post(link + "/refus", {{"reason", ""}}).status == 404);
    CHECK(client.post(link + "/question", {{"question", "Et ?"}}).status == 404);
    const auto page = office.lea.browser.get(place);
    CHECK(holds(page, "a envoyé le devis à Personne effacée"));
    CHECK_FALSE(holds(page, "aurore@penhoat.example"));
    CHECK_FALSE(holds(page, "Mon fils Malo"));
    CHECK(office.lea.browser.get(place + "/pdf").status == 200);

    const auto before = mails(office).size();
    base::set_test_clock("+72h");
    office.world.run_jobs();
    CHECK(mails(office).size() == before);
    base::set_test_clock("+0s");
}

TEST_CASE_ENGINES("a quote handed over to who is erased says his name no more, but on its paper")
{
    Office office{engine};
    office.aurore = office.add_client("", "Personne effacée"); // as crm leaves his record
    const auto place = sent_quote(office, "hand");
    erase(office, "");
    CHECK(issue_of(office, place).to_name == "Personne effacée");
    CHECK(holds(office.lea.browser.get(place), "a remis le devis en main propre"));
}

TEST_CASE_ENGINES("what was sent to somebody else, or handed over, stays")
{
    Office office{engine};
    const auto mailed = sent_quote(office);
    const auto handed = sent_quote(office, "hand");
    erase(office, "odile@bescond.example");
    CHECK(issue_of(office, mailed).to_email == "aurore@penhoat.example");
    CHECK(issue_of(office, handed).to_name == "Aurore Penhoat");
    erase(office, "");
    CHECK(issue_of(office, handed).to_name == "Aurore Penhoat");
}
