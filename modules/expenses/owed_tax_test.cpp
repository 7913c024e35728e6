#include "kernel/auth/workspaces.hpp"
#include "kernel/presets/changes.hpp"
#include "modules/crm/crm.hpp"
#include "modules/expenses/expenses.hpp"
#include "modules/numbering/numbering.hpp"
#include "tests/world/office.hpp"

#include <doctest.h>

using tenancy::WorkspaceTransaction;
using test_world::holds;
using test_world::Typed;

namespace
{

/// A business in franchise that buys services of a supplier of the Union.
struct Office : test_world::Office {
    explicit Office(db::Engine engine)
        : test_world::Office(engine, {{"crm", crm::describe},
                                      {"numbering", numbering::describe},
                                      {"expenses", expenses::describe}})
    {
        presets::Changes changes;
        changes.taxes.regime = "franchise";
        write([&](WorkspaceTransaction& tx) {
            auth::change_preset(tx, auth::preset_changes(tx), presets::text_of(changes));
        });
    }

    Typed bought(const char* kind, const char* owed) const
    {
        return {{"kind", kind},       {"spent_on", "2026-01-15"},
                {"type", "phone"},    {"description", "Hébergement"},
                {"amount", "100,00"}, {"tax", ""},
                {"owed_tax", owed},   {"supplier", "Serveurs d’Irlande"},
                {"means", "bank"},    {"category", "supplier"}};
    }

    const std::string place = "/e/charpentes/depenses";
};

} // namespace

TEST_CASE_ENGINES("a business in franchise is told what it owes of a purchase, and where to say it")
{
    Office office{engine}; // ACC-020
    const auto form = office.lea.browser.get(office.place + "/nouvelle");
    CHECK(holds(form, "sans pouvoir la récupérer"));
    CHECK_FALSE(holds(form, "TVA du justificatif"));
    const auto sent =
        office.lea.browser.post(office.place, office.bought("bill", "european_union_tva20"));
    REQUIRE(sent.status == 303);
    const auto page = office.lea.browser.follow(sent);
    CHECK(holds(page, "Vous devez 20,00"));
    CHECK(holds(page, "CA3 du mois concerné (janvier 2026)"));
    CHECK(holds(page, "120,00"));
    CHECK(holds(office.lea.browser.get(office.place), "120,00"));

    const auto returned = office.lea.browser.follow(office.lea.browser.post(
        office.place, office.bought("credit_note", "european_union_tva20")));
    CHECK(holds(returned, "Cet avoir retire 20,00"));

    const auto plain =
        office.lea.browser.follow(office.lea.browser.post(office.place, office.bought("bill", "")));
    CHECK_FALSE(holds(plain, "CA3"));
    CHECK(office.lea.browser.post(office.place, office.bought("bill", "union_tva33")).status ==
          422);
}
