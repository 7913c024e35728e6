#include "modules/invoices/issuing_actions.hpp"
#include "modules/invoices/quote_test_kit.hpp"
#include "modules/quotes/cancellation_actions.hpp"
#include "modules/quotes/quote_link.hpp"
#include "modules/quotes/quote_store.hpp"

#include <atomic>
#include <functional>
#include <thread>

using namespace invoices_test;

namespace
{

const std::string reason = "Le chantier n’aura pas lieu.";

std::string page_of(quotes::QuoteId quote)
{
    return "/e/charpentes/devis/" + quote.text();
}

http::Response cancel(Office& office, quotes::QuoteId quote)
{
    return office.lea.browser.post(page_of(quote) + "/annulation", {{"reason", reason}});
}

quotes::QuoteState state_of(Office& office, quotes::QuoteId quote)
{
    return office.as_lea().read(
        [&](WorkspaceTransaction& tx) { return quotes::QuoteStore{tx}.find(quote)->state; });
}

std::vector<mail::StoredMessage> mails(Office& office)
{
    auto all = office.world.context(office.firm, tenancy::Actor::system())
                   .read([](WorkspaceTransaction& tx) { return mail::recent(tx); });
    std::erase_if(all, [](const auto& one) { return one.template_name != "quotes.cancelled"; });
    return all;
}

} // namespace

TEST_CASE_ENGINES(
    "an accepted quote is cancelled with a reason that its client and its history say")
{ // QUO-020
    Office office{engine};
    auto client = office.world.add_member(office.firm, {.name = "Aurore",
                                                        .role = "client",
                                                        .side = tenancy::Side::portal,
                                                        .client = office.aurore});
    const auto quote = accepted_quote(office);
    office.world.run_jobs(); // its paper
    auto& lea = office.lea.browser;
    CHECK(holds(lea.get(page_of(quote)), "Annuler ce devis"));
    CHECK(holds(lea.get(page_of(quote) + "/annulation"), "Raison, que le client lira"));
    const auto nothing = lea.post(page_of(quote) + "/annulation", {{"reason", ""}});
    CHECK(nothing.status == 422);
    CHECK(state_of(office, quote) == quotes::QuoteState::accepted);

    CHECK(cancel(office, quote).status == 303);
    const auto page = lea.get(page_of(quote));
    for (const auto* words : {"Annulé", "Lea Riou a annulé le devis accepté", reason.c_str()})
        CHECK(holds(page, words));
    CHECK_FALSE(holds(page, "/annulation"));
    CHECK_FALSE(holds(page, "quote-invoices"));
    CHECK(holds(lea.get("/e/charpentes/devis?etat=cancelled"), "Extension bois"));

    const auto told = mails(office);
    REQUIRE(told.size() == 1);
    CHECK(told.front().to_email == "aurore@penhoat.example");
    CHECK(told.front().text.find(reason) != std::string::npos);
    CHECK(holds(client.browser.get("/p/charpentes/devis"), "Annulé"));
    CHECK(holds(client.browser.get("/p/charpentes/devis/" + quote.text()),
                "Ce devis a été annulé le"));
    CHECK(client.browser.get("/p/charpentes/devis/" + quote.text() + "/pdf").status == 200);
    CHECK(lea.get(page_of(quote) + "/pdf").status == 200);
    auto visitor = office.world.visitor();
    const auto link = "/p/charpentes/offre/" + quotes::link_token(office.firm, quote);
    CHECK(holds(visitor.get(link), "Ce devis a été annulé le"));
    CHECK(cancel(office, quote).status == 409);
    CHECK(mails(office).size() == 1);
}

TEST_CASE_ENGINES("who may not write quotes cancels none") // QUO-020
{
    Office office{engine};
    const auto quote = accepted_quote(office);
    CHECK(office.malik.browser.post(page_of(quote) + "/annulation", {{"reason", reason}}).status ==
          403);
    CHECK(state_of(office, quote) == quotes::QuoteState::accepted);
}

TEST_CASE_ENGINES("a quote whose deposit is issued is cancelled once a credit note took it back")
{ // QUO-020
    Office office{engine};
    const auto quote = accepted_quote(office);
    const auto deposit = issued_part(office, quote, invoices::Share::deposit, {36'000});
    const auto number = facts_of(office, deposit).number;
    const auto refused = cancel(office, quote);
    CHECK(refused.status == 409);
    CHECK(holds(refused, "faites d’abord un avoir de la facture " + number));
    CHECK(holds(office.lea.browser.get(page_of(quote) + "/annulation"), number));
    CHECK(mails(office).empty());

    const auto credit =
        office.lea.browser.post(deposit + "/avoir", {{"credited", ""}, {"reason", "Annulé"}});
    REQUIRE(credit.status == 303);
    const std::string place{credit.headers.get("Location")};
    REQUIRE(office.lea.browser.post(place, issuing("1")).status == 303);
    CHECK(cancel(office, quote).status == 303);
    CHECK(state_of(office, quote) == quotes::QuoteState::cancelled);
    CHECK(office.lea.browser.get(deposit).status == 200);
    CHECK(office.lea.browser.get(deposit + "/pdf").status == 200);
}

TEST_CASE_ENGINES("drafts of a cancelled quote say so and are issued no more") // QUO-020
{
    Office office{engine};
    const auto quote = accepted_quote(office);
    const auto deposit = part(office, quote, invoices::Share::deposit, {36'000});
    const auto whole = part(office, quote, invoices::Share::whole);
    REQUIRE(cancel(office, quote).status == 303);
    const std::string told = "a été annulé\u00a0: ce brouillon ne peut plus être émis";
    CHECK(holds(office.lea.browser.get(deposit + "/emission"), told));
    CHECK(holds(office.lea.browser.get(whole), told));
    const auto refused = office.lea.browser.post(deposit + "/emission", issuing("1"));
    CHECK(refused.status == 422);
    CHECK(holds(refused, told));
    CHECK(office.lea.browser.post(office.list + "/devis/" + quote.text(), {{"share", "whole"}})
              .status == 422);
    CHECK(office.lea.browser.post(deposit + "/suppression", {{"version", "1"}}).status == 303);
}

TEST_CASE_ENGINES("of a cancellation and the issue of its deposit, one wins and the other is told")
{ // QUO-020
    constexpr int rounds = 4;
    constexpr int threads_of_each = 6;
    Office office{engine};
    for (int round = 0; round < rounds; ++round) {
        const auto quote = accepted_quote(office);
        const auto deposit = id_of(part(office, quote, invoices::Share::deposit, {36'000}));
        std::atomic<int> done = 0;
        std::atomic<int> told = 0;
        const auto attempt = [&](const std::function<void(WorkspaceTransaction&)>& deed) {
            try {
                office.as_lea().write(deed);
                ++done;
            } catch (const base::Refusal& refusal) {
                const bool is_clear = refusal.code == "quotes.refusal.invoiced" ||
                                      refusal.code == "quotes.refusal.is.cancelled" ||
                                      refusal.code == "invoices.refusal.incomplete" ||
                                      refusal.code == "invoices.refusal.is.issued" ||
                                      refusal.code == "invoices.refusal.changed_since";
                if (is_clear) ++told;
            }
        };
        std::vector<std::thread> threads;
        for (int i = 0; i < threads_of_each; ++i) {
            threads.emplace_back([&] {
                attempt([&](WorkspaceTransaction& tx) {
                    invoices::issue_invoice(tx, {.invoice = deposit,
                                                 .seen_version = 1,
                                                 .way = invoices::Way::hand,
                                                 .to_name = "Aurore"});
                });
            });
            threads.emplace_back([&] {
                attempt([&](WorkspaceTransaction& tx) { quotes::cancel_quote(tx, quote, reason); });
            });
        }
        for (auto& thread : threads)
            thread.join();
        const auto issued = office.as_lea().read(
            [&](WorkspaceTransaction& tx) { return invoices::facts(tx, {deposit}).size(); });
        const bool is_cancelled = state_of(office, quote) == quotes::QuoteState::cancelled;
        CHECK(done == 1);
        CHECK(told == 2 * threads_of_each - 1);
        CHECK(issued == (is_cancelled ? 0 : 1));
    }
}
