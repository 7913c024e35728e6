#include "modules/expenses/billed_actions.hpp"
#include "modules/expenses/expense_actions.hpp"
#include "modules/expenses/expenses.hpp"
#include "modules/invoices/page_test_kit.hpp"

#include <atomic>
#include <thread>

using expenses::ExpenseId;
using invoices_test::holds;
using tenancy::WorkspaceTransaction;

namespace
{

/// Léa advances money for Aurore, who pays it back.
struct Office : invoices_test::Office {
    explicit Office(db::Engine engine)
        : invoices_test::Office(engine, {{"expenses", expenses::describe}})
    {
    }
    ExpenseId advance(const std::string& what, std::int64_t gross, std::int64_t tax,
                      const std::string& code = "tva20")
    {
        return as_lea().write([&](WorkspaceTransaction& tx) {
            return expenses::record_expense(tx, {.spent_on = *base::Date::parse("2026-01-15"),
                                                 .type = "tools",
                                                 .category = expenses::Category::client,
                                                 .client_id = aurore,
                                                 .description = what,
                                                 .gross = {gross},
                                                 .tax = code,
                                                 .first_tax = {tax},
                                                 .checked_at = base::now()});
        });
    }
    std::string page_of(ExpenseId id) { return "/e/charpentes/depenses/" + id.text(); }
    expenses::Expense expense(ExpenseId id)
    {
        return as_lea().read(
            [&](WorkspaceTransaction& tx) { return expenses::expense_by_id(tx, id); });
    }
    std::size_t still_asked()
    {
        return as_lea().read(
            [&](WorkspaceTransaction& tx) { return expenses::recoverable(tx, aurore).size(); });
    }
    /// The address of the draft it is on.
    std::string bill(const std::string& at)
    {
        const auto sent = lea.browser.post(at);
        REQUIRE(sent.status == 303);
        return std::string{sent.headers.get("Location")};
    }
    void issue(const std::string& draft)
    {
        const auto version = invoices_test::version_in(lea.browser.get(draft + "/emission"));
        REQUIRE(lea.browser.post(draft + "/emission", invoices_test::issuing(version)).status ==
                303);
        world.run_jobs();
    }
    std::vector<sale_documents::Line> lines(const std::string& draft)
    {
        return as_lea().read([&](WorkspaceTransaction& tx) {
            return invoices::lines_on(tx, invoices_test::id_of(draft));
        });
    }

    const std::string all = "/e/charpentes/clients/" + aurore.text() + "/frais";
};

} // namespace

TEST_CASE_ENGINES("what was advanced is put on the client's next invoice in one click, once")
{
    Office office{engine}; // ACC-021
    const auto router = office.advance("Routeur", 17'880, 2'980);
    const auto parking = office.advance("Stationnement", 1'200, 0, "");
    CHECK(holds(office.lea.browser.get("/e/charpentes/clients/" + office.aurore.text()),
                "Frais à refacturer"));
    const auto draft = office.bill(office.all);

    const auto lines = office.lines(draft);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].name == "Routeur");
    CHECK(lines[0].unit_price == base::UnitPrice{1'490'000}); // 149,00 before its tax
    CHECK(lines[0].tax == "tva20");
    CHECK(lines[0].details.find(office.expense(router).number) != std::string::npos);
    CHECK(lines[1].unit_price == base::UnitPrice{120'000}); // what cost no tax bears the usual one
    CHECK(lines[1].tax == "tva20");
    CHECK(office.still_asked() == 0);
    CHECK(office.lea.browser.post(office.page_of(router) + "/facture").status == 422);
    CHECK(office.lines(draft).size() == 2);
    CHECK(holds(office.lea.browser.get(office.page_of(router)), "Sur un brouillon de facture"));

    office.issue(draft);
    CHECK(office.expense(router).recovered_by.starts_with("FACT-"));
    CHECK(office.expense(parking).recovered_by == office.expense(router).recovered_by);
    CHECK(holds(office.lea.browser.get(office.page_of(router)), "Refacturé"));
}

TEST_CASE_ENGINES("a click adds to the draft there is, and never to a part of a quote")
{
    Office office{engine}; // ACC-021
    const auto draft = invoices_test::priced_draft(office);
    const auto cable = office.advance("Câble", 1'200, 200);
    CHECK(office.bill(office.page_of(cable) + "/facture") == draft);
    const auto lines = office.lines(draft);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].name == "Montage");
    CHECK(lines[1].name == "Câble");
    CHECK(holds(office.lea.browser.get("/e/charpentes/factures"), "612,00"));
}

TEST_CASE_ENGINES("what was advanced is never reduced by the discount of a draft")
{
    Office office{engine}; // ACC-021
    const auto draft = invoices_test::priced_draft(office);
    REQUIRE(office.lea.browser
                .post(draft, {{"client", office.aurore.text()},
                              {"title", "Extension bois"},
                              {"nature", "services"},
                              {"payment_days", "30"},
                              {"prices", "net"},
                              {"discount", "10"},
                              {"discount_unit", "percent"},
                              {"version", "2"},
                              {"l1.kind", "line"},
                              {"l1.name", "Montage"},
                              {"l1.quantity", "1"},
                              {"l1.unit_price", "500"},
                              {"l1.discount", "0"},
                              {"l1.tax", "tva20"}})
                .status == 303);
    const auto cable = office.advance("Câble", 1'200, 200);
    CHECK(office.bill(office.page_of(cable) + "/facture") != draft);
}

TEST_CASE_ENGINES("what left the draft before it was issued may be asked again")
{
    Office office{engine}; // ACC-021
    const auto kept = office.advance("Routeur", 17'880, 2'980);
    const auto left = office.advance("Câble", 1'200, 200);
    const auto draft = office.bill(office.all);
    const auto first = office.lines(draft).front();
    REQUIRE(office.lea.browser
                .post(draft, {{"client", office.aurore.text()},
                              {"title", "Frais avancés"},
                              {"nature", "services"},
                              {"payment_days", "30"},
                              {"prices", "net"},
                              {"version", invoices_test::version_in(office.lea.browser.get(draft))},
                              {"l1.kind", "line"},
                              {"l1.name", first.name},
                              {"l1.details", "Posé le 12"}, // its number was written over
                              {"l1.quantity", "1"},
                              {"l1.unit_price", "149"},
                              {"l1.discount", "0"},
                              {"l1.tax", "tva20"}})
                .status == 303);
    office.issue(draft);
    CHECK(office.expense(kept).recovered_at);
    CHECK(expenses::is_recoverable(office.expense(left)));
}

TEST_CASE_ENGINES("a draft that is deleted gives its expenses back, and so does taking one back")
{
    Office office{engine}; // ACC-021
    const auto router = office.advance("Routeur", 17'880, 2'980);
    const auto draft = office.bill(office.all);
    const auto version = invoices_test::version_in(office.lea.browser.get(draft));
    REQUIRE(office.lea.browser.post(draft + "/suppression", {{"version", version}}).status == 303);
    CHECK(office.still_asked() == 1);

    office.bill(office.page_of(router) + "/facture");
    CHECK(office.lea.browser.post(office.page_of(router) + "/annulation").status == 422);
    REQUIRE(office.lea.browser.post(office.page_of(router) + "/reprise").status == 303);
    CHECK(office.still_asked() == 1);
    CHECK(office.lines(office.bill(office.page_of(router) + "/facture")).size() == 1);
    REQUIRE(office.lea.browser.post(office.page_of(router) + "/reprise").status == 303);
    CHECK(office.lea.browser.post(office.page_of(router) + "/reprise").status == 422);
}

TEST_CASE_ENGINES("an invoice cancelled by its credit note gives its expenses back")
{
    Office office{engine}; // ACC-021
    const auto router = office.advance("Routeur", 17'880, 2'980);
    const auto draft = office.bill(office.all);
    office.issue(draft);
    const auto sent = office.lea.browser.post(draft + "/avoir", {{"reason", "Erreur"}});
    REQUIRE(sent.status == 303);
    const std::string page{sent.headers.get("Location")};
    office.issue(page.substr(0, page.rfind("/emission")));
    CHECK(expenses::is_recoverable(office.expense(router)));
}

TEST_CASE_ENGINES("two people at once put it on one invoice")
{
    Office office{engine}; // ACC-021
    const auto router = office.advance("Routeur", 17'880, 2'980);
    std::atomic<int> put{0};
    {
        std::vector<std::jthread> people;
        for (int n = 0; n < 8; ++n)
            people.emplace_back([&] {
                try {
                    office.as_lea().write(
                        [&](WorkspaceTransaction& tx) { expenses::put_on_invoice(tx, {router}); });
                    ++put;
                } catch (const base::Refusal&) {
                }
            });
    }
    CHECK(put == 1);
    const auto lines = office.as_lea().read([&](WorkspaceTransaction& tx) {
        std::size_t count = 0;
        for (const auto& one : invoices::open_invoices(tx, {}, 100))
            count += invoices::lines_on(tx, one.id).size();
        return count;
    });
    CHECK(lines == 1);
}

TEST_CASE_ENGINES("who may not write invoices puts nothing on one")
{
    Office office{engine}; // ACC-021
    const auto router = office.advance("Routeur", 17'880, 2'980);
    CHECK(office.malik.browser.post(office.page_of(router) + "/facture").status == 403);
    CHECK(office.still_asked() == 1);
}
