#include "kernel/base/text.hpp"
#include "modules/accounting/archive_store.hpp"
#include "tests/books/books_test_kit.hpp"

using namespace books_test;
using test_world::holds;

namespace
{

std::string last_month(Books& books)
{
    const std::chrono::year_month_day today{books.today().day};
    const auto month = today.year() / today.month() - std::chrono::months{1};
    return base::Date{std::chrono::sys_days{month / std::chrono::last}}.text();
}

} // namespace

TEST_CASE_ENGINES("each month that is closed is archived once, with its hash, for ten years")
{
    Books books{engine}; // ACC-004
    const auto closed = last_month(books);
    books.received_on = *base::Date::parse(closed);
    books.pay(books.invoice(books.aurore(), {sold(100'000)}), {120'000});
    const auto place = std::string{"/e/charpentes/comptabilite"};
    REQUIRE(books.lea.browser.post(place + "/cloture", {{"last", closed}}).status == 303);
    books.world.run_jobs();
    books.world.run_jobs();
    const auto archives =
        books.read([](WorkspaceTransaction& tx) { return accounting::ArchiveStore{tx}.list(); });
    REQUIRE(archives.size() == 1);
    const auto& archive = archives.front();
    CHECK(archive.month == closed.substr(0, 7));
    CHECK(archive.name == "732829320FEC" + base::replace_all(closed, "-", "") + ".txt");
    CHECK(archive.kept_until.text() ==
          std::to_string(std::stoi(closed.substr(0, 4)) + 10) + "-12-31");
    const auto page = books.lea.browser.get(place + "/fec?periode=" + closed.substr(0, 4));
    CHECK(holds(page, archive.sha256));
    const auto address = "/e/charpentes/fichiers/" + archive.file_id.text();
    const auto at = page.body.find("href=\"" + address);
    REQUIRE(at != std::string::npos);
    const auto file =
        books.lea.browser.get(page.body.substr(at + 6, page.body.find('"', at + 6) - at - 6));
    CHECK(file.status == 200);
    const auto kept = books.read(
        [&](WorkspaceTransaction& tx) { return files::find(tx, archive.file_id).value(); });
    CHECK(kept.sha256 == archive.sha256);
}

TEST_CASE_ENGINES("sales, payments and the money of each month are listed and leave as files")
{
    Books books{engine}; // ACC-002 ACC-008
    const auto paid = books.invoice(books.aurore(), {sold(100'000)});
    books.pay(paid, {60'000}, invoices::PaymentMeans::cheque);
    books.credit(books.invoice(books.clients.back(), {sold(10'000)}), Cents{6'000});
    auto& browser = books.lea.browser;
    const std::string place = "/e/charpentes/comptabilite";
    const auto year = books.today().text().substr(0, 4);
    const auto sales = browser.get(place + "/ventes?periode=" + year);
    CHECK(holds(sales, "Aurore Penhoat"));
    CHECK(holds(sales, books.facts(paid).number));
    const auto csv = browser.get(place + "/ventes.csv?client=C00001&periode=" + year);
    CHECK(holds(csv, "1000,00;200,00;1200,00"));
    CHECK(!holds(csv, "Bescond"));
    const auto receipts = browser.get(place + "/reglements.csv?moyen=cheque&periode=" + year);
    CHECK(holds(receipts, "600,00"));
    CHECK(!holds(browser.get(place + "/reglements.csv?moyen=cash&periode=" + year), "600,00"));
    CHECK(browser.get(place + "/ventes.xlsx?periode=" + year).body.starts_with("PK"));
    CHECK(browser.get(place + "/reglements.xlsx").status == 200);
    const auto cash = browser.get(place + "/tresorerie?periode=" + year);
    CHECK(holds(cash, "600,00"));
}

TEST_CASE_ENGINES("the owner chooses an account, and a number that is none is refused at its field")
{
    Books books{engine}; // ACC-006
    auto& browser = books.lea.browser;
    const std::string place = "/e/charpentes/comptabilite/plan";
    CHECK(holds(browser.get(place), "Prestations de services"));
    CHECK(holds(browser.get(place + "?compte=bank"), "512000"));
    const auto refused =
        browser.post(place, {{"role", "bank"}, {"number", "5A"}, {"label", "Crédit agricole"}});
    CHECK(refused.status == 422);
    CHECK(holds(refused, "Crédit agricole"));
    CHECK(browser.post(place, {{"role", "nothing"}, {"number", "512"}, {"label", "X"}}).status ==
          422);
    REQUIRE(
        browser.post(place, {{"role", "bank"}, {"number", "512100"}, {"label", "Banque"}}).status ==
        303);
    books.pay(books.invoice(books.aurore(), {sold(100'000)}), {120'000});
    CHECK(books.on("512100") == Cents{120'000});
    REQUIRE(browser.post(place, {{"role", "bank"}, {"number", ""}, {"label", ""}}).status == 303);
    REQUIRE(browser.post(place + "/tva", {{"due", "on_issue"}}).status == 303);
    books.invoice(books.aurore(), {sold(100'000)});
    CHECK(books.on("4458") == Cents{});
    auto accountant = books.world.add_member(books.firm, {.name = "Soazig", .role = "comptable"});
    CHECK(accountant.browser.get(place).status == 200);
    CHECK(accountant.browser.post(place, {{"role", "bank"}, {"number", "512100"}}).status == 403);
}
