#include "modules/invoices/page_test_kit.hpp"

using namespace invoices_test;

namespace
{

/// An hour that everybody pays 60 and Aurore 54.
const std::string hour = "72057594037927936.once.client.600000.540000";

Typed sold_to(tenancy::ClientId client, const std::string& price)
{
    return {{"client", client.text()}, {"title", "Extension bois"},
            {"nature", "services"},    {"payment_days", "30"},
            {"prices", "net"},         {"version", "2"},
            {"l1.kind", "line"},       {"l1.origin", hour},
            {"l1.name", "Heure"},      {"l1.quantity", "10"},
            {"l1.unit", "h"},          {"l1.unit_price", price},
            {"l1.discount", "0"},      {"l1.tax", "tva20"}};
}

} // namespace

TEST_CASE_ENGINES("an invoice that changes its client before it is saved changes its prices")
{
    Office office{engine, {sale_documents_test::price_book()}}; // PRB-004
    auto& browser = office.lea.browser;
    const auto odile = office.as_lea().write([](WorkspaceTransaction& tx) {
        return crm::add_client(tx, {.kind = crm::ClientKind::person,
                                    .first_name = "Odile",
                                    .last_name = "Bescond",
                                    .phone = "0261910001"});
    });
    const auto place = priced_draft(office);
    const auto live = browser.post(place + "/totaux", sold_to(odile, "54"));
    CHECK(holds(live, "id=\"f-l1.unit_price\" value=\"60,00\""));
    CHECK(holds(live, "Prix adaptés à ce client\u00a0: 1 ligne."));
    CHECK_FALSE(holds(browser.post(place + "/totaux", sold_to(office.aurore, "54")), "f-l1."));
    CHECK_FALSE(holds(browser.post(place + "/totaux", sold_to(odile, "50")), "f-l1.unit_price"));

    const auto saved = browser.post(place, sold_to(odile, "54"));
    REQUIRE(saved.status == 303);
    const auto page = browser.get(saved.headers.get("Location"));
    CHECK(holds(page, "Facture enregistrée. Prix adaptés à ce client\u00a0: 1 ligne."));
    CHECK(holds(page, "600,00"));
    CHECK(holds(page, ".once.list.600000.600000"));
}
