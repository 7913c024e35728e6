#include "kernel/files/file_bytes.hpp"
#include "modules/invoices/issue_store.hpp"
#include "modules/invoices/issuing_actions.hpp"
#include "modules/invoices/page_test_kit.hpp"

#include <atomic>
#include <set>
#include <thread>

using namespace invoices_test;

namespace
{

std::vector<mail::StoredMessage> mails(Office& office)
{
    auto all = office.world.context(office.firm, tenancy::Actor::system())
                   .read([](WorkspaceTransaction& tx) { return mail::recent(tx); });
    std::erase_if(all, [](const auto& one) { return !one.template_name.starts_with("invoices."); });
    return all;
}

} // namespace

TEST_CASE_ENGINES(
    "an invoice takes its number when it is issued, and leaves with its paper") // INV-002
{
    Office office{engine};
    const auto place = priced_draft(office);
    const auto editor = office.lea.browser.get(place);
    CHECK(editor.status == 200);
    CHECK(holds(editor, "Extension bois"));
    CHECK(holds(office.lea.browser.get(place + "/emission"), "Émettre la facture"));
    REQUIRE(office.lea.browser.post(place + "/emission", issuing()).status == 303);
    office.world.run_jobs();

    const auto facts = facts_of(office, place); // INV-001 INV-006
    CHECK(facts.number.starts_with("FACT-"));
    CHECK(facts.number.ends_with("-0001"));
    CHECK(facts.figures.totals.gross == base::Cents{60'000});
    CHECK(facts.parties.client.name == "Aurore Penhoat");
    CHECK(facts.due_on->day - facts.issued_on.day == std::chrono::days{30});
    CHECK(facts.paper_sha256.size() == 64);
    const auto paper = office.lea.browser.get(place + "/pdf");
    CHECK(paper.status == 200);
    REQUIRE(mails(office).size() == 1);
    CHECK(mails(office).front().to_email == "aurore@penhoat.example");
    CHECK(holds(office.lea.browser.get(place), facts.number));
    CHECK(holds(office.lea.browser.get(office.list), facts.number));
}

TEST_CASE_ENGINES("an invoice that lacks something says what, and takes no number") // INV-011
{
    Office office{engine};
    const auto place = priced_draft(office);
    auto terms = Office::terms();
    terms[4].second.clear();
    REQUIRE(office.lea.browser.post("/e/charpentes/reglages/factures", terms).status == 303);
    const auto page = office.lea.browser.get(place + "/emission");
    CHECK(holds(page, "BR-FR-05"));
    CHECK(holds(page, "/e/charpentes/reglages/factures"));
    CHECK(office.lea.browser.post(place + "/emission", issuing()).status == 422);
    CHECK_FALSE(holds(office.lea.browser.get(office.list), "FACT-"));
}

TEST_CASE_ENGINES("an issued invoice is issued once, and nothing of it changes") // INV-003
{
    Office office{engine};
    const auto place = issued(office);
    const auto before = facts_of(office, place);
    CHECK(office.lea.browser.post(place + "/emission", issuing("3")).status == 409);
    CHECK(office.lea.browser.post(place + "/suppression", {{"version", "3"}}).status == 409);
    CHECK_THROWS(office.as_lea().write([&](WorkspaceTransaction& tx) {
        constexpr db::Query change{"invoices.change_issued", R"sql(
            UPDATE invoices_issue SET figures = '{}'
             WHERE workspace_id = :workspace AND invoice_id = :invoice)sql"};
        tx.execute(change, {{"invoice", id_of(place)}});
    }));
    CHECK(facts_of(office, place).figures == before.figures);
    CHECK(office.malik.browser.get(place).status == 403);
}

TEST_CASE_ENGINES(
    "issued by many at once, some failing, numbers have no gap and no twin") // INV-002
{
    Office office{engine};
    constexpr int count = 12;
    std::vector<invoices::InvoiceId> drafts;
    for (int i = 0; i < count; ++i)
        drafts.push_back(id_of(priced_draft(office)));
    const auto issue = [&](invoices::InvoiceId id, bool fails) {
        try {
            office.as_lea().write([&](WorkspaceTransaction& tx) {
                invoices::issue_invoice(tx, {.invoice = id,
                                             .seen_version = 2,
                                             .way = invoices::Way::hand,
                                             .to_name = "Aurore"});
                if (fails) throw std::runtime_error("after its number was taken");
            });
        } catch (const std::exception&) {
            return;
        }
    };
    std::vector<std::thread> threads;
    for (int at = 0; at < 4; ++at)
        threads.emplace_back([&, at] {
            for (int i = at; i < count; i += 2) // each draft by two threads
                issue(drafts[static_cast<std::size_t>(i)], i % 3 == 0);
        });
    for (auto& thread : threads)
        thread.join();

    std::set<std::string> numbers;
    const auto facts =
        office.as_lea().read([&](WorkspaceTransaction& tx) { return invoices::facts(tx, drafts); });
    for (const auto& [id, fact] : facts)
        CHECK(numbers.insert(fact.number).second);
    CHECK(numbers.size() == count - count / 3);
    CHECK(numbers.rbegin()->ends_with("-0008"));
}
