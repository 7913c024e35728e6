#pragma once

#include "kernel/mail/mail.hpp"
#include "modules/crm/crm.hpp"
#include "modules/invoices/invoices.hpp"
#include "modules/numbering/numbering.hpp"
#include "modules/quotes/quotes.hpp"
#include "modules/sale_documents/declared_test_kit.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <regex>
#include <string>
#include <string_view>

/// What the tests of invoices share; included by tests only.
namespace invoices_test
{

using tenancy::WorkspaceTransaction;
using test_world::Member;
using test_world::Typed;
using test_world::World;

inline bool holds(const http::Response& page, std::string_view words)
{
    return page.body.find(words) != std::string::npos;
}

inline std::string version_in(const http::Response& page)
{
    std::smatch found;
    REQUIRE(std::regex_search(page.body, found, std::regex{"name=\"version\" value=\"([^\"]+)\""}));
    return found[1];
}

/// A right that a page of quotes asks for; nobody signs here.
inline void declare_signatures(kernel::Module& module)
{
    module.permission("signatures.record", "signatures.permission.record");
}

/// Charpentes du Ponant: Léa writes invoices, Malik does not; Aurore is a client.
struct Office {
    explicit Office(db::Engine engine, const std::vector<test_world::Declared>& more = {})
        : world(engine, modules_with(more)), firm(world.add_workspace("charpentes", "chantier")),
          lea(world.add_member(firm, {.name = "Lea Riou", .role = "admin"})),
          malik(world.add_member(firm, {.name = "Malik Corre", .role = "employe"})),
          aurore(as_lea().write([&](WorkspaceTransaction& tx) {
              return crm::add_client(tx, {.kind = crm::ClientKind::person,
                                          .first_name = "Aurore",
                                          .last_name = "Penhoat",
                                          .email = "aurore@penhoat.example",
                                          .phone = "0261910000"});
          }))
    {
        REQUIRE(lea.browser
                    .post("/e/charpentes/reglages/entreprise",
                          {{"name", "Charpentes du Ponant"},
                           {"legal_name", "Charpentes du Ponant SARL"},
                           {"siret", "73282932000074"},
                           {"vat_number", "FR44732829320"},
                           {"address", "4 quai des Indes"},
                           {"postal_code", "56100"},
                           {"city", "Lorient"},
                           {"time_zone", "Europe/Paris"},
                           {"version", "0"}})
                    .status == 303);
        REQUIRE(lea.browser.post("/e/charpentes/reglages/factures", terms()).status == 303);
    }
    static std::vector<test_world::Declared>
    modules_with(const std::vector<test_world::Declared>& more)
    {
        std::vector<test_world::Declared> all{{"crm", crm::describe},
                                              sale_documents_test::settings_module(),
                                              sale_documents_test::templates_module(),
                                              {"numbering", numbering::describe},
                                              {"signatures", declare_signatures},
                                              {"quotes", quotes::describe},
                                              {"invoices", invoices::describe}};
        all.insert(all.end(), more.begin(), more.end());
        return all;
    }
    tenancy::Context as_lea() { return world.context(firm, lea.actor); }
    static Typed terms()
    {
        return {{"payment_days", "30"},
                {"iban", "FR76 3000 6000 0112 3456 7890 189"},
                {"bic", ""},
                {"holder", "Charpentes du Ponant"},
                {"penalties", "Trois fois le taux légal."},
                {"early", "Pas d’escompte."},
                {"mentions", "SARL au capital de 5 000 €, RCS Lorient"},
                {"conditions", ""}};
    }

    const std::string list = "/e/charpentes/factures";
    World world;
    tenancy::Workspace firm;
    Member lea;
    Member malik;
    tenancy::ClientId aurore;
};

/// A draft for Aurore: 500,00 before taxes. The address of its page.
inline std::string priced_draft(Office& office, const std::string& price = "500",
                                const std::string& tax = "tva20")
{
    const auto sent = office.lea.browser.post(
        office.list, {{"client", office.aurore.text()}, {"title", "Extension bois"}});
    REQUIRE(sent.status == 303);
    const std::string place{sent.headers.get("Location")};
    REQUIRE(office.lea.browser
                .post(place, {{"client", office.aurore.text()},
                              {"title", "Extension bois"},
                              {"nature", "services"},
                              {"payment_days", "30"},
                              {"prices", "net"},
                              {"version", "1"},
                              {"l1.kind", "line"},
                              {"l1.name", "Montage"},
                              {"l1.quantity", "1"},
                              {"l1.unit", "forfait"},
                              {"l1.unit_price", price},
                              {"l1.discount", "0"},
                              {"l1.tax", tax}})
                .status == 303);
    return place;
}

inline Typed issuing(const std::string& version = "2")
{
    return {{"way", "mail"},
            {"name", "Aurore Penhoat"},
            {"email", "aurore@penhoat.example"},
            {"words", "Bonne lecture."},
            {"version", version}};
}

/// Issued, with its paper and its mail.
inline std::string issued(Office& office, const std::string& price = "500")
{
    const auto place = priced_draft(office, price);
    REQUIRE(office.lea.browser.post(place + "/emission", issuing()).status == 303);
    office.world.run_jobs();
    return place;
}

inline invoices::InvoiceId id_of(const std::string& place)
{
    return *invoices::InvoiceId::parse(place.substr(place.rfind('/') + 1));
}

inline invoices::Facts facts_of(Office& office, const std::string& place)
{
    const auto id = id_of(place);
    return office.as_lea().read(
        [&](WorkspaceTransaction& tx) { return invoices::facts(tx, {id}).at(id); });
}

} // namespace invoices_test
