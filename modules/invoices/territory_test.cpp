#include "modules/invoices/page_test_kit.hpp"

using namespace invoices_test;

namespace
{

const std::string prices = "/e/charpentes/tarifs/brouillon";

constexpr db::Query move_away{"test.move_away", R"sql(
    UPDATE crm_client SET billing_postal_code = :code WHERE workspace_id = :workspace AND id = :id
)sql"};

std::string hidden(const http::Response& page, const std::string& name)
{
    std::smatch found;
    const std::regex field{name + "\" value=\"([^\"]+)\""};
    REQUIRE(std::regex_search(page.body, found, field));
    return found[1];
}

Typed item(const std::string& code, const std::string& territory)
{
    return {{"code", code},     {"category", "Atelier"},  {"name", code},
            {"kind", "flat"},   {"one_off_price", "60"},  {"monthly_price", ""},
            {"unit", ""},       {"territory", territory}, {"tax", "standard"},
            {"description", ""}};
}

http::Response sell(Office& office, const std::string& place, const std::string& origin)
{
    return office.lea.browser.post(place, {{"client", office.aurore.text()},
                                           {"title", "Extension bois"},
                                           {"nature", "services"},
                                           {"payment_days", "30"},
                                           {"prices", "net"},
                                           {"version", "2"},
                                           {"l1.kind", "line"},
                                           {"l1.origin", origin},
                                           {"l1.name", "Heure"},
                                           {"l1.quantity", "3"},
                                           {"l1.unit", "h"},
                                           {"l1.unit_price", "60"},
                                           {"l1.discount", "0"},
                                           {"l1.tax", "tva20"}});
}

} // namespace

TEST_CASE_ENGINES("an invoice takes nothing that is not sold where its client is")
{
    Office office{engine, {sale_documents_test::price_book()}}; // PRB-006 ITV-003
    office.world.prove_second_factor(office.lea);
    auto& lea = office.lea.browser;
    REQUIRE(lea.post(prices).status == 303);
    REQUIRE(lea.post(prices + "/articles", item("cloud", "everywhere")).status == 303);
    REQUIRE(lea.post(prices + "/articles", item("visite", "service_zone")).status == 303);
    const auto activation = prices + "/activation";
    REQUIRE(lea.post(activation, {{"start", "today"},
                                  {"starts_on", ""},
                                  {"revision", hidden(lea.get(activation), "revision")}})
                .status == 303);
    const auto offered = lea.get(office.list + "/catalogue").body;
    std::smatch found;
    const std::regex origins{"data-origin=\"([^\"]+)\"[\\s\\S]*data-origin=\"([^\"]+)\""};
    REQUIRE(std::regex_search(offered, found, origins));

    const auto place = priced_draft(office);
    office.as_lea().write([&](WorkspaceTransaction& tx) {
        return tx.execute(move_away, {{"id", office.aurore}, {"code", "H2X 1Y4"}});
    });
    REQUIRE(lea.post("/e/charpentes/reglages/zone", {{"prefixes", "G4T"}}).status == 303);
    const auto refused = sell(office, place, found[2]);
    CHECK(refused.status == 422);
    CHECK(holds(refused, "Les interventions physiques ne sont pas disponibles dans votre région."));
    CHECK_FALSE(holds(lea.get(place), "value=\"Heure\""));
    CHECK(sell(office, place, found[1]).status == 303);
}
