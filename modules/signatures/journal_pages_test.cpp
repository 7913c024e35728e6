#include "modules/signatures/desk_test_kit.hpp"

using namespace signatures_test;

TEST_CASE_ENGINES("the journal and its proofs are read by who may, and exported") // QUO-043
{
    Firm firm{engine};
    CHECK(holds(firm.lea.browser.get("/e/charpentes/signatures").body, "Aucune signature"));
    CHECK(firm.odile.post(paper_desk::path, firm.typed()).status == 303);
    const auto made = firm.signature();
    CHECK(holds(firm.lea.browser.get("/e/charpentes/signatures").body, "Odile Bescond"));
    CHECK(holds(firm.lea.browser.get(firm.path_of(made)).body, made.shown_sha256));
    const auto csv = firm.lea.browser.get("/e/charpentes/signatures/journal.csv");
    CHECK(holds(csv.body, made.signed_sha256));
    CHECK(holds(csv.body, "203.0.113.7"));
    for (const std::string end : {"", "/document.pdf", "/preuve.pdf", "/preuve.json"}) {
        CHECK(firm.lea.browser.get(firm.path_of(made, end)).status == 200);
        CHECK(firm.malik.browser.get(firm.path_of(made, end)).status == 403);
    }
    CHECK(firm.malik.browser.get("/e/charpentes/signatures/journal.csv").status == 403);
    CHECK(firm.lea.browser.get("/e/charpentes/signatures/12").status == 404);
}
