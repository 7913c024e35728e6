#include "modules/letters/letters_test_kit.hpp"

using namespace letters_test;

namespace
{

const std::string own_list = "/p/charpentes/courriers";

Member client_of(Office& office)
{
    return office.world.add_member(office.firm, {.name = "Aurore Penhoat",
                                                 .role = "client",
                                                 .side = tenancy::Side::portal,
                                                 .client = office.aurore});
}

/// In the portal, by the address it has for the team.
std::string own(const std::string& place)
{
    return own_list + place.substr(place.rfind('/'));
}

} // namespace

TEST_CASE_ENGINES("a contract whose PDF is not drawn yet says so, not that another is written")
{
    Office office{engine}; // QUO-046
    auto aurore = client_of(office);
    const auto place = office.start("service_contract", "Entretien annuel");
    REQUIRE(office.lea.browser.post(place + "/envoi", Office::sending("1")).status == 303);
    auto page = aurore.browser.get(own(place));
    CHECK(holds(page, "vous pourrez signer dès qu’il sera là"));
    CHECK_FALSE(holds(page, "prépare une nouvelle version"));
    office.world.run_jobs();
    page = aurore.browser.get(own(place));
    CHECK_FALSE(holds(page, "vous pourrez signer dès qu’il sera là"));
    CHECK(holds(page, own(place) + "/signature"));
}

TEST_CASE_ENGINES("in the list of a client what is written again is no draft")
{
    Office office{engine}; // QUO-046
    auto aurore = client_of(office);
    const auto place = office.sent("simple", "Reprise");
    CHECK(holds(aurore.browser.get(own_list), "Envoyé"));
    REQUIRE(office.lea.browser.post(place + "/version", {}).status == 303);
    const auto list = aurore.browser.get(own_list);
    CHECK_FALSE(holds(list, "Brouillon"));
    CHECK(holds(list, "En révision"));
    CHECK(holds(office.lea.browser.get(office.list), "Brouillon"));
}

TEST_CASE_ENGINES("a signed copy is promised only to who has an address")
{
    Office office{engine}; // QUO-042
    auto aurore = client_of(office);
    const auto mailed = office.sent("service_contract", "Entretien annuel");
    CHECK(holds(aurore.browser.get(own(mailed) + "/signature"), "Une copie signée"));
    const auto handed = office.start("service_contract", "Entretien du toit");
    REQUIRE(office.lea.browser.post(handed + "/envoi", Office::sending("1", "hand")).status == 303);
    office.world.run_jobs();
    const auto page = aurore.browser.get(own(handed) + "/signature");
    CHECK(holds(page, "Lisez le contrat"));
    CHECK_FALSE(holds(page, "Une copie signée"));
}

TEST_CASE_ENGINES("who signs a long contract is told that its end is in the PDF")
{
    Office office{engine}; // QUO-040
    auto aurore = client_of(office);
    const auto brief = office.sent("service_contract", "Entretien annuel");
    CHECK_FALSE(holds(aurore.browser.get(own(brief)), "lisez la suite dans le PDF"));
    const auto place = office.start("service_contract", "Entretien du toit");
    auto typed = form_of(office.lea.browser.get(place));
    std::string clauses;
    for (int clause = 0; clause < 900; ++clause)
        clauses += "Clause.\n\n";
    put(typed, first_field(typed, ".text"), clauses);
    REQUIRE(office.lea.browser.post(place, typed).status == 303);
    REQUIRE(office.lea.browser.post(place + "/envoi", Office::sending("2")).status == 303);
    office.world.run_jobs();
    for (const auto* below : {"", "/signature"}) {
        const auto page = aurore.browser.get(own(place) + below);
        CHECK(holds(page, "8 pages sur "));
        CHECK(holds(page, "lisez la suite dans le PDF"));
    }
}
