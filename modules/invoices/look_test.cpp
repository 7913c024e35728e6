#include "kernel/documents/letterhead.hpp"
#include "modules/invoices/invoice_paper.hpp"
#include "modules/invoices/issue_store.hpp"
#include "modules/invoices/page_test_kit.hpp"

using namespace invoices_test;

namespace
{

invoices::Issue issue_of(Office& office, const std::string& place)
{
    return office.as_lea()
        .read([&](WorkspaceTransaction& tx) { return invoices::IssueStore{tx}.find(id_of(place)); })
        .value();
}

bool wears(const std::string& look, const std::string& style)
{
    return look.find("\"style\":\"" + style + '"') != std::string::npos;
}

} // namespace

TEST_CASE_ENGINES("an invoice and its credit note each wear the look of their type") // QUO-030
{
    Office office{engine};
    sale_documents_test::choose_looks(office.lea, "modern", "premium", "compact");
    const auto place = issued(office);
    CHECK(wears(issue_of(office, place).look, "premium"));
    const auto draft =
        office.lea.browser.post(place + "/avoir", {{"credited", "120"}, {"reason", "Retour"}});
    REQUIRE(draft.status == 303);
    const std::string page{draft.headers.get("Location")};
    REQUIRE(office.lea.browser.post(page, issuing("1")).status == 303);
    const auto credit = page.substr(0, page.rfind("/emission"));
    CHECK(wears(issue_of(office, credit).look, "compact"));
}

TEST_CASE_ENGINES("what was issued never looks otherwise, whatever its template becomes") // QUO-035
{
    Office office{engine};
    sale_documents_test::choose_looks(office.lea, "modern", "premium", "modern");
    const auto place = issued(office);
    const auto before = issue_of(office, place);
    sale_documents_test::choose_looks(office.lea, "minimal", "minimal", "minimal");
    CHECK(issue_of(office, place).look == before.look);
    CHECK(issue_of(office, place).paper_sha256 == before.paper_sha256);
    CHECK_THROWS(office.as_lea().write([&](WorkspaceTransaction& tx) {
        constexpr db::Query change{"invoices.change_look", R"sql(
            UPDATE invoices_issue SET look = '{}'
             WHERE workspace_id = :workspace AND invoice_id = :invoice)sql"};
        tx.execute(change, {{"invoice", id_of(place)}});
    }));
}

TEST_CASE("credit notes have a look of their own, deposits and balances that of invoices")
{
    using invoices::InvoiceKind; // QUO-030
    using sale_documents::DocumentType;
    CHECK(invoices::look_type_of(InvoiceKind::credit_note) == DocumentType::credit_note);
    CHECK(invoices::look_type_of(InvoiceKind::deposit) == DocumentType::invoice);
    CHECK(invoices::look_type_of(InvoiceKind::balance) == DocumentType::invoice);
}

TEST_CASE_ENGINES("a paper of a demonstration says on each page that it is worth nothing")
{
    Office office{engine};
    CHECK(documents::letterhead_of(office.as_lea()).mark.empty());
    auto shown = office.firm;
    shown.is_demonstration = true;
    const auto context = office.world.context(shown, office.lea.actor);
    CHECK(documents::letterhead_of(context).mark ==
          "Démonstration\u00a0: ce document n’a aucune valeur");
}
