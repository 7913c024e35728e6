#include "modules/crm/crm.hpp"
#include "modules/expenses/expense_actions.hpp"
#include "modules/expenses/expenses.hpp"
#include "modules/numbering/numbering.hpp"
#include "tests/world/office.hpp"

#include <doctest.h>

#include <regex>

using tenancy::WorkspaceTransaction;
using test_world::holds;
using test_world::Typed;

namespace
{

/// Léa notes what is bought; Aurore is a client.
struct Office : test_world::Office {
    explicit Office(db::Engine engine)
        : test_world::Office(engine, {{"crm", crm::describe},
                                      {"numbering", numbering::describe},
                                      {"expenses", expenses::describe}}),
          malik(world.add_member(firm, {.name = "Malik Corre", .role = "employe"})),
          aurore(world.context(firm, lea.actor).write([&](WorkspaceTransaction& tx) {
              return crm::add_client(tx, {.kind = crm::ClientKind::person,
                                          .first_name = "Aurore",
                                          .last_name = "Penhoat",
                                          .phone = "0261910000"});
          }))
    {
    }

    Typed bought(const std::string& amount = "120,00") const
    {
        return {{"spent_on", "2026-01-15"},
                {"type", "tools"},
                {"description", "Lame de scie"},
                {"amount", amount},
                {"tax", "tva20"},
                {"supplier", "Quincaillerie du Port"},
                {"means", "bank"},
                {"category", "supplier"}};
    }
    static Typed with(Typed typed, const std::string& name, const std::string& value)
    {
        for (auto& [known, old] : typed)
            if (known == name) {
                old = value;
                return typed;
            }
        typed.emplace_back(name, value);
        return typed;
    }
    /// The address of its page.
    std::string record(const Typed& typed, const std::vector<test_world::Sent>& files = {})
    {
        const auto sent = lea.browser.post_files(place, typed, files);
        REQUIRE(sent.status == 303);
        return std::string{sent.headers.get("Location")};
    }
    Typed edited(const std::string& at, Typed typed)
    {
        const auto page = lea.browser.get(at + "/modification").body;
        std::smatch found;
        REQUIRE(std::regex_search(page, found, std::regex{"name=\"version\" value=\"([^\"]+)\""}));
        return with(std::move(typed), "version", found[1]);
    }

    const std::string place = "/e/charpentes/depenses";
    test_world::Member malik;
    tenancy::ClientId aurore;
};

const std::string pdf = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";

} // namespace

TEST_CASE_ENGINES("an expense keeps its tax, its number and its receipt")
{
    Office office{engine}; // ACC-020
    const auto at = office.record(office.bought(), {{.name = "ticket.pdf", .bytes = pdf}});
    const auto page = office.lea.browser.get(at);
    CHECK(holds(page, "-0001"));
    CHECK(holds(page, "100,00"));
    CHECK(holds(page, "20,00"));
    CHECK(holds(page, "ticket.pdf"));
    CHECK_FALSE(holds(page, "Justificatif manquant"));
    CHECK(holds(office.lea.browser.get(office.place), "Lame de scie"));
    CHECK(office.malik.browser.get(office.place).status == 403);
}

TEST_CASE_ENGINES("what is typed wrong is said beside its field, and nothing is written")
{
    Office office{engine}; // ACC-020
    const auto refused = [&](const std::string& field, const std::string& value,
                             const char* words) {
        const auto answer = office.lea.browser.post_files(
            office.place, Office::with(office.bought(), field, value), {});
        CHECK(answer.status == 422);
        CHECK_MESSAGE(holds(answer, words), field);
        CHECK(holds(answer, "Quincaillerie du Port"));
    };
    refused("amount", "0", "au-dessus de zéro");
    refused("amount", "-12", "au-dessus de zéro");
    refused("first_tax", "-1", "nombre positif, ou zéro");
    refused("spent_on", "2199-01-01", "dans le futur");
    refused("type", "yacht", "Choisissez un type");
    refused("tax", "tps_tvq", "Choisissez");
    refused("first_tax", "120", "au-dessous du montant");
    refused("category", "client", "pour quel client");
    CHECK(holds(office.lea.browser.get(office.place), "Aucune dépense"));
    const auto program = office.lea.browser.post_files(
        office.place, office.bought(), {{.name = "tableau.csv", .bytes = "a;b\n1;2\n"}});
    CHECK(program.status == 422);
    CHECK(holds(office.lea.browser.get(office.place), "Aucune dépense"));
}

TEST_CASE_ENGINES("a tax to declare is typed beside a price without one, and said on the page")
{
    Office office{engine}; // ACC-020
    const auto typed = Office::with(office.bought("100,00"), "owed_tax", "france_tva10");
    const auto refused = office.lea.browser.post_files(office.place, typed, {});
    CHECK(refused.status == 422);
    CHECK(refused.body.find("ne porte pas de taxe") != std::string::npos);
    const auto unknown = Office::with(Office::with(typed, "tax", ""), "owed_tax", "france_tps");
    CHECK(office.lea.browser.post_files(office.place, unknown, {}).status == 422);
    const auto at = office.record(Office::with(typed, "tax", ""));
    const auto page = office.lea.browser.get(at).body;
    CHECK(page.find("TVA autoliquidée") != std::string::npos);
    CHECK(page.find("10,00") != std::string::npos);
    const auto form = office.lea.browser.get(at + "/modification").body;
    CHECK(form.find("value=\"france_tva10\" selected") != std::string::npos);
}

TEST_CASE_ENGINES("a missing receipt is listed until it is added")
{
    Office office{engine}; // ACC-024
    const auto at = office.record(office.bought());
    CHECK(holds(office.lea.browser.get(office.place + "?part=missing"), "Lame de scie"));
    REQUIRE(office.lea.browser
                .post_files(at + "/justificatifs", {}, {{.name = "facture.pdf", .bytes = pdf}})
                .status == 303);
    CHECK_FALSE(holds(office.lea.browser.get(office.place + "?part=missing"), "Lame de scie"));
    CHECK(office.lea.browser.post_files(at + "/justificatifs", {}, {}).status == 422);
}

TEST_CASE_ENGINES("what was advanced for a client is asked of him once")
{
    Office office{engine}; // ACC-021
    auto typed = Office::with(office.bought(), "category", "client");
    typed = Office::with(typed, "client", office.aurore.text());
    const auto at = office.record(typed);
    auto context = office.world.context(office.firm, office.lea.actor);
    const auto asked = context.read(
        [&](WorkspaceTransaction& tx) { return expenses::recoverable(tx, office.aurore); });
    REQUIRE(asked.size() == 1);
    CHECK(asked.front().net == base::Cents{10'000});
    context.write([&](WorkspaceTransaction& tx) {
        expenses::note_recovered(tx, asked.front().id, "FA-2026-0007");
    });
    CHECK(holds(office.lea.browser.get(at), "FA-2026-0007"));
    CHECK(holds(office.lea.browser.get(office.place + "?part=recovered"), "Lame de scie"));
    CHECK(context
              .read([&](WorkspaceTransaction& tx) {
                  return expenses::recoverable(tx, office.aurore);
              })
              .empty());
    CHECK(office.lea.browser.post(at + "/refacturation", {{"document", "FA-8"}}).status >= 400);
    CHECK(office.lea.browser.post(at + "/annulation").status >= 400);
}

TEST_CASE_ENGINES("an expense is corrected over what was read, and never disappears")
{
    Office office{engine};
    const auto at = office.record(office.bought());
    const auto first = office.edited(at, Office::with(office.bought("60,00"), "type", "fuel"));
    REQUIRE(office.lea.browser.post(at, first).status == 303);
    CHECK(holds(office.lea.browser.get(at), "Carburant"));
    const auto stale = office.lea.browser.post(at, first);
    CHECK(stale.status == 409);
    CHECK(holds(stale, "entre-temps"));
    REQUIRE(office.lea.browser.post(at + "/annulation").status == 303);
    CHECK(holds(office.lea.browser.get(at), "Annulée"));
    CHECK(holds(office.lea.browser.get(office.place), "Lame de scie"));
}

TEST_CASE_ENGINES("a trip is paid by the kilometre, and the next one at the same price")
{
    Office office{engine}; // ACC-025
    const auto sent =
        office.lea.browser.post(office.place + "/trajet", {{"spent_on", "2026-01-20"},
                                                           {"description", "Chantier de Groix"},
                                                           {"distance", "42,5"},
                                                           {"price", "0,529"},
                                                           {"category", "supplier"}});
    REQUIRE(sent.status == 303);
    const auto page = office.lea.browser.follow(sent);
    CHECK(holds(page, "22,48"));
    CHECK_FALSE(holds(page, "Justificatif manquant"));
    CHECK(holds(office.lea.browser.get(office.place + "/trajet"), "0,529"));
    for (const auto* price : {"0", "-0,529"}) {
        const auto refused =
            office.lea.browser.post(office.place + "/trajet", {{"spent_on", "2026-01-20"},
                                                               {"description", "Retour"},
                                                               {"distance", "42,5"},
                                                               {"price", price},
                                                               {"category", "supplier"}});
        CHECK(refused.status == 422);
        CHECK(holds(refused, "Écrivez un prix au-dessus de zéro"));
        CHECK_FALSE(holds(refused, "ou zéro"));
    }
}

TEST_CASE_ENGINES("a type has its deductible part, and what was written before keeps its own")
{
    Office office{engine}; // ACC-023
    office.record(office.bought());
    REQUIRE(office.lea.browser
                .post(office.place + "/types/tools",
                      {{"name", "Outillage"}, {"deductible", "80"}, {"retired", ""}})
                .status == 303);
    const auto at = office.record(office.bought());
    CHECK(holds(office.lea.browser.get(at), "Outillage"));
    CHECK(holds(office.lea.browser.get(at), "80"));
    auto context = office.world.context(office.firm, office.lea.actor);
    const auto totals = context.read([](WorkspaceTransaction& tx) {
        return expenses::totals(tx, *base::Date::parse("2026-01-01"),
                                *base::Date::parse("2026-12-31"));
    });
    REQUIRE(totals.size() == 2);
    CHECK(totals[0].deductible_amount() + totals[1].deductible_amount() == base::Cents{18'000});
    const auto taken = office.lea.browser.post(office.place + "/types",
                                               {{"name", "carburant"}, {"deductible", "100"}});
    CHECK(taken.status == 422);
    REQUIRE(office.lea.browser
                .post(office.place + "/types", {{"name", "Péages"}, {"deductible", "100"}})
                .status == 303);
    CHECK(holds(office.lea.browser.get(office.place + "/nouvelle"), "Péages"));
}

TEST_CASE_ENGINES("the list narrows by month, type and client, and its files hold the same rows")
{
    Office office{engine}; // ACC-022, ACC-026
    office.record(office.bought());
    auto other = Office::with(office.bought("55,00"), "spent_on", "2026-02-02");
    other = Office::with(other, "description", "Plein du fourgon");
    other = Office::with(other, "type", "fuel");
    office.record(other);
    auto& browser = office.lea.browser;
    const auto january = browser.get(office.place + "?periode=2026-01");
    CHECK(holds(january, "Lame de scie"));
    CHECK_FALSE(holds(january, "Plein du fourgon"));
    const auto csv = browser.get(office.place + "/export.csv?type=fuel");
    CHECK(holds(csv, "Plein du fourgon"));
    CHECK(holds(csv, "55,00"));
    CHECK_FALSE(holds(csv, "Lame de scie"));
    CHECK(browser.get(office.place + "/export.xlsx").body.starts_with("PK"));
    CHECK(holds(browser.get(office.place + "?periode=2025"), "Aucune dépense ne correspond"));
    CHECK(browser.get(office.place + "?periode=2026-99&client=x&apres=1").status == 200);
}
