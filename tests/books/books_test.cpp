#include "modules/accounting/chart_store.hpp"
#include "tests/books/books_test_kit.hpp"

#include <algorithm>

using namespace books_test;
using invoices::Nature;
using invoices::PaymentKind;
using invoices::PaymentMeans;
using invoices::Share;

TEST_CASE_ENGINES("an invoice of services owes its tax when it is paid, in parts too") // ACC-007
{
    Books books{engine};
    const auto id = books.invoice(books.aurore(), {sold(100'000)});
    CHECK(books.on("411") == Cents{120'000});
    CHECK(books.on("706") == Cents{-100'000});
    CHECK(books.on("4458") == Cents{-20'000});
    CHECK(books.on("4457") == Cents{});
    const auto sale = books.entries().front();
    CHECK(sale.journal == accounting::Journal::sales);
    CHECK(sale.piece == books.facts(id).number);
    CHECK(sale.day == books.facts(id).issued_on);
    REQUIRE(sale.lines.front().party);
    CHECK(sale.lines.front().party->number == "C00001");
    CHECK(sale.lines.front().party->label == "Aurore Penhoat");

    books.pay(id, {60'000});
    CHECK(books.on("4457") == Cents{-10'000});
    books.pay(id, {60'000}, PaymentMeans::cash);
    CHECK(books.on("4457") == Cents{-20'000});
    CHECK(books.on("4458") == Cents{});
    CHECK(books.on("512") == Cents{60'000});
    CHECK(books.on("530") == Cents{60'000});
    CHECK(books.on("411") == Cents{});
    books.pay(id, {60'000}, PaymentMeans::cash, PaymentKind::rejection);
    CHECK(books.on("4457") == Cents{-10'000});
    CHECK(books.on("411") == Cents{60'000});
}

TEST_CASE_ENGINES("goods owe their tax when they are invoiced, services of who chose it too")
{
    Books books{engine}; // ACC-007
    books.invoice(books.aurore(), {sold(100'000), sold(10'000, "tva10")}, Nature::goods);
    CHECK(books.on("707") == Cents{-110'000});
    CHECK(books.on("445710") == Cents{-20'000});
    CHECK(books.on("445711") == Cents{-1'000});
    books.write([](WorkspaceTransaction& tx) {
        accounting::ChartStore{tx}.set_tax_due(accounting::TaxDue::on_issue);
    });
    books.invoice(books.aurore(), {sold(100'000)});
    CHECK(books.on("4457") == Cents{-41'000});
    CHECK(books.on("4458") == Cents{});
}

TEST_CASE_ENGINES("a deposit is an advance until its balance is issued, and again when that is not")
{
    Books books{engine}; // ACC-007
    const auto quote = books.accepted(books.aurore(), {sold(100'000)});
    const auto deposit = books.of_quote(quote, Share::deposit, {36'000});
    CHECK(books.on("4191") == Cents{-30'000});
    books.pay(deposit, {36'000}, PaymentMeans::cheque);
    CHECK(books.on("5112") == Cents{36'000});
    CHECK(books.on("4457") == Cents{-6'000});
    const auto balance = books.of_quote(quote, Share::balance);
    CHECK(books.on("4191") == Cents{});
    CHECK(books.on("706") == Cents{-100'000});
    CHECK(books.on("411") == Cents{84'000});
    CHECK(books.on("445") == Cents{-20'000});

    books.credit(balance);
    CHECK(books.on("4191") == Cents{-30'000});
    CHECK(books.on("706") == Cents{});
    books.credit(deposit);
    CHECK(books.on("4191") == Cents{});
    CHECK(books.on("445") == Cents{});
    CHECK(books.on("411") == Cents{-36'000}); // to be given back
}

TEST_CASE_ENGINES("a credit note of what was paid takes back the tax that was due")
{
    Books books{engine}; // ACC-007
    const auto id = books.invoice(books.aurore(), {sold(100'000)});
    books.pay(id, {120'000}, PaymentMeans::card);
    books.credit(id, Cents{12'000});
    CHECK(books.on("4457") == Cents{-18'000});
    CHECK(books.on("706") == Cents{-90'000});
    books.pay(id, {12'000}, PaymentMeans::card, PaymentKind::refund);
    CHECK(books.on("411") == Cents{});
    CHECK(books.on("5115") == Cents{108'000});
    CHECK(books.on("4457") == Cents{-18'000});
}

TEST_CASE_ENGINES("what is rolled back books nothing, and a closed period does not change")
{
    Books books{engine}; // ACC-007
    const auto id = books.invoice(books.aurore(), {sold(100'000)});
    CHECK_THROWS(books.write([&](WorkspaceTransaction& tx) {
        invoices::record_payment(tx,
                                 {.invoice = id, .amount = {10'000}, .received_on = books.today()});
        throw std::runtime_error{"the bank is away"};
    }));
    CHECK(books.entries().size() == 1);
    const base::Date yesterday{books.today().day - std::chrono::days{1}};
    books.write([&](WorkspaceTransaction& tx) { accounting::close_period(tx, yesterday); });
    books.received_on = yesterday;
    books.pay(id, {120'000});
    for (const auto& entry : books.entries())
        CHECK(entry.day > yesterday);
    CHECK(books.on("411") == Cents{});
}

TEST_CASE_ENGINES(
    "an account that the business chose is used from then on, and taken back as booked")
{
    Books books{engine}; // ACC-006
    const auto id = books.invoice(books.aurore(), {sold(100'000)});
    books.write([](WorkspaceTransaction& tx) {
        accounting::ChartStore{tx}.choose(
            {.role = "client", .number = "411999", .label = "Clients divers"});
        accounting::ChartStore{tx}.choose(
            {.role = "sales.services", .number = "704100", .label = "Travaux"});
    });
    books.pay(id, {120'000});
    CHECK(books.on("411000") == Cents{});
    CHECK(books.on("411999") == Cents{});
    books.invoice(books.aurore(), {sold(5'000)});
    CHECK(books.on("411999") == Cents{6'000});
    CHECK(books.on("704100") == Cents{-5'000});
}
