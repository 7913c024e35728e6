#include "modules/crm/client_actions.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/invoices/page_test_kit.hpp"
#include "modules/sendings/sending_actions.hpp"
#include "modules/sendings/sending_jobs.hpp"
#include "modules/sendings/sending_store.hpp"
#include "modules/sendings/sendings.hpp"

#include <thread>

using namespace invoices_test;

namespace
{

const std::string page = "/e/charpentes/factures-en-attente";

struct Evening : Office {
    explicit Evening(db::Engine engine) : Office(engine, {{"sendings", sendings::describe}}) {}

    http::Response send(const std::vector<std::string>& places, const std::string& version = "2")
    {
        Typed typed;
        for (const auto& place : places)
            typed.emplace_back("pick", id_of(place).text() + "-" + version);
        return lea.browser.post(page, typed);
    }
    std::string sent(const std::vector<std::string>& places)
    {
        const auto answer = send(places);
        REQUIRE(answer.status == 303);
        world.run_jobs();
        return std::string{answer.headers.get("Location")};
    }
    bool says(const std::string& place, std::string_view words)
    {
        return holds(lea.browser.get(place), words);
    }
    std::size_t mails()
    {
        auto all = world.context(firm, tenancy::Actor::system()).read([](WorkspaceTransaction& tx) {
            return mail::recent(tx);
        });
        return static_cast<std::size_t>(std::ranges::count(all, std::string{"invoices.issued"},
                                                           &mail::StoredMessage::template_name));
    }
    void change_client(const std::function<void(crm::Client&)>& change)
    {
        as_lea().write([&](WorkspaceTransaction& tx) {
            auto client = crm::ClientStore{tx}.find(aurore).value();
            change(client);
            crm::save_client(tx, client, client.version);
        });
    }
};

/// A draft without a line.
std::string empty_draft(Evening& evening)
{
    const auto answer = evening.lea.browser.post(
        evening.list, {{"client", evening.aurore.text()}, {"title", "Sans ligne"}});
    REQUIRE(answer.status == 303);
    return std::string{answer.headers.get("Location")};
}

} // namespace

TEST_CASE_ENGINES("what waits is shown with what it lacks, and leaves together in order") // INV-030
{
    Evening evening{engine};
    const auto first = priced_draft(evening);
    const auto bare = empty_draft(evening);
    const auto second = priced_draft(evening);
    CHECK(evening.says(page, "Aurore Penhoat"));
    CHECK(evening.says(page, "Ajoutez au moins une ligne"));
    const auto sending = evening.sent({first, second});
    CHECK(facts_of(evening, first).number.ends_with("-0001"));
    CHECK(facts_of(evening, second).number.ends_with("-0002"));
    CHECK(evening.mails() == 2);
    CHECK(evening.says(sending, "2 sur 2 envoyées"));
    CHECK_FALSE(evening.says(page, facts_of(evening, first).number));
    CHECK(evening.says(page, "Sans ligne"));
    CHECK(evening.malik.browser.get(page).status == 403);
    CHECK(evening.malik.browser.get(sending).status == 403);
}

TEST_CASE_ENGINES("one that cannot leave says why and does not hold the others back") // INV-030
{
    Evening evening{engine};
    const auto bare = empty_draft(evening);
    const auto changed = priced_draft(evening);
    const auto good = priced_draft(evening);
    Typed typed{{"pick", id_of(bare).text() + "-1"},
                {"pick", id_of(changed).text() + "-1"},
                {"pick", id_of(good).text() + "-2"}};
    const auto answer = evening.lea.browser.post(page, typed);
    REQUIRE(answer.status == 303);
    evening.world.run_jobs();
    const std::string sending{answer.headers.get("Location")};
    CHECK(facts_of(evening, good).number.ends_with("-0001"));
    CHECK(evening.says(sending, "1 sur 3 envoyées"));
    CHECK(evening.says(sending, "Ajoutez au moins une ligne"));
    CHECK(evening.says(sending, "Quelqu’un a changé cette facture"));
    CHECK(evening.send({}).status == 422);
}

TEST_CASE_ENGINES("a client without an address, or inactive, is reported") // INV-030
{
    Evening evening{engine};
    const auto place = priced_draft(evening);
    evening.change_client([](crm::Client& client) { client.email.clear(); });
    CHECK(evening.says(page, "n’a pas d’adresse de courriel"));
    CHECK(evening.says(evening.sent({place}), "n’a pas d’adresse de courriel"));
    evening.change_client([](crm::Client& client) {
        client.email = "aurore@penhoat.example";
        client.status = crm::ClientStatus::inactive;
    });
    CHECK(evening.says(evening.sent({place}), "n’est plus actif"));
    CHECK(evening.mails() == 0);
}

TEST_CASE_ENGINES("pressed twice, or run by two at once, each leaves once") // INV-030
{
    Evening evening{engine};
    const std::vector<std::string> drafts{priced_draft(evening), priced_draft(evening),
                                          priced_draft(evening)};
    const auto once = evening.send(drafts);
    const auto twice = evening.send(drafts);
    REQUIRE(once.status == 303);
    CHECK(once.headers.get("Location") == twice.headers.get("Location"));
    const std::string place{once.headers.get("Location")};
    const auto id = *sendings::SendingId::parse(place.substr(place.rfind('/') + 1));
    const auto run = [&] {
        auto context = evening.world.context(evening.firm, evening.lea.actor);
        while (sendings::send_next(context, id)) {
        }
    };
    std::thread other{run};
    run();
    other.join();
    evening.world.run_jobs();
    CHECK(evening.mails() == drafts.size());
    CHECK(facts_of(evening, drafts.back()).number.ends_with("-0003"));
    CHECK(evening.says(place, "3 sur 3 envoyées"));
}

TEST_CASE_ENGINES("everything that waits may be sent without ticking each") // INV-030
{
    Evening evening{engine};
    for (int i = 0; i < 3; ++i)
        priced_draft(evening);
    const auto answer = evening.lea.browser.post(page, {{"everything", "on"}});
    REQUIRE(answer.status == 303);
    evening.world.run_jobs();
    CHECK(evening.mails() == 3);
    CHECK(evening.says(page, "Aucune facture en attente"));
}

TEST_CASE_ENGINES(
    "one that was removed after it was ticked is told, with the others sent") // INV-030
{
    Evening evening{engine};
    const auto removed = priced_draft(evening);
    const auto good = priced_draft(evening);
    REQUIRE(evening.lea.browser.post(removed + "/suppression", {{"version", "2"}}).status == 303);
    const auto sending = evening.sent({removed, good});
    CHECK(evening.says(sending, "1 sur 2 envoyées, 1 à revoir"));
    CHECK(evening.says(sending, "Brouillon supprimé"));
    CHECK(evening.says(sending, "Elle a été émise ou supprimée entre-temps."));
    CHECK_FALSE(evening.says(sending, removed));
    CHECK(facts_of(evening, good).number.ends_with("-0001"));
}

TEST_CASE_ENGINES("what is ticked may be marked as read, and leaves later") // INV-030
{
    Evening evening{engine};
    const auto place = priced_draft(evening);
    CHECK_FALSE(evening.says(page, "Validée"));
    const Typed ticked{{"pick", id_of(place).text() + "-2"}};
    REQUIRE(evening.lea.browser.post(page + "/validation", ticked).status == 303);
    CHECK(evening.says(page, "Validée"));
    CHECK(evening.says(page, id_of(place).text() + "-3"));
    CHECK(evening.lea.browser.post(page + "/validation", {}).status == 422);
    CHECK(evening.malik.browser.post(page + "/validation", ticked).status == 403);
    const auto answer = evening.send({place}, "3");
    evening.world.run_jobs();
    CHECK(evening.says(std::string{answer.headers.get("Location")}, "1 sur 1 envoyées"));
}
