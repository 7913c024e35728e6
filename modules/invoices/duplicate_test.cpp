#include "kernel/audit/audit.hpp"
#include "kernel/documents/bundle.hpp"
#include "kernel/files/file_bytes.hpp"
#include "kernel/files/installation.hpp"
#include "modules/crm/client_actions.hpp"
#include "modules/crm/client_store.hpp"
#include "modules/invoices/page_test_kit.hpp"

using namespace invoices_test;

namespace
{

std::int64_t copies_told(Office& office)
{
    constexpr db::Query copied{"invoices.test_copied", R"sql(
        SELECT count(*) FROM audit_entry WHERE workspace_id = :workspace AND action = 'invoices.copied'
    )sql"};
    return office.as_lea().read(
        [&](WorkspaceTransaction& tx) { return tx.value<std::int64_t>(copied, {}).value_or(0); });
}

/// The bytes of its paper.
std::string kept(Office& office, const std::string& place)
{
    const auto file = office.as_lea().read([&](WorkspaceTransaction& tx) {
        return invoices::issued_paper_of(tx, id_of(place)).value();
    });
    const auto copy = files::storage().fetch({office.firm.id, file.sha256});
    const files::FileBytes bytes{*copy};
    return bytes.read(0, bytes.size());
}

} // namespace

TEST_CASE_ENGINES("a duplicate is marked and told, the paper and its e-invoice stay as they were")
{ // INV-006
    Office office{engine};
    office.as_lea().write([&](WorkspaceTransaction& tx) {
        auto client = crm::ClientStore{tx}.find(office.aurore).value();
        client.billing_address = "3 rue des Dunes";
        client.billing_postal_code = "56470";
        client.billing_city = "La Trinité-sur-Mer";
        crm::save_client(tx, client, client.version);
    });
    const auto place = issued(office);
    const auto original = kept(office, place);
    const auto copy = office.lea.browser.get(place + "/duplicata");
    REQUIRE(copy.status == 200);
    CHECK(copy.headers.get("Content-Type") == "application/pdf");
    CHECK(copy.headers.get("Content-Disposition").find("-duplicata.pdf") != std::string_view::npos);
    CHECK(copy.body.starts_with("%PDF-"));
    CHECK(copy.body != original);
    const auto inside = documents::attachment_in(original, "factur-x.xml");
    REQUIRE(inside);
    CHECK(documents::attachment_in(copy.body, "factur-x.xml") == inside);
    CHECK(kept(office, place) == original);
    CHECK(copies_told(office) == 1);
    CHECK(office.malik.browser.get(place + "/duplicata").status == 403);
}

TEST_CASE_ENGINES("a draft has no duplicate") // INV-006
{
    Office office{engine};
    CHECK(office.lea.browser.get(priced_draft(office) + "/duplicata").status == 404);
    CHECK(copies_told(office) == 0);
}
