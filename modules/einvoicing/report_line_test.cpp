#include "modules/einvoicing/report_line.hpp"
#include "modules/einvoicing/report_sums.hpp"
#include "modules/einvoicing/report_text.hpp"

#include <doctest.h>

#include <random>

using base::Cents;
using base::Date;
using namespace einvoicing;

namespace
{

Date day(const char* text)
{
    return Date::parse(text).value();
}

ReportPeriod period(VatRegime regime, Flux flux, const char* at)
{
    return period_of(regime, flux, day(at));
}

bool is(const ReportPeriod& one, const char* first, const char* last, const char* due)
{
    return one == ReportPeriod{day(first), day(last), day(due)};
}

ReportLine sale(const char* at, std::int64_t source, std::int64_t net, std::int64_t tax)
{
    return {.flux = Flux::private_sales,
            .day = day(at),
            .source_id = source,
            .number = "FACT-" + std::to_string(source),
            .kind = "380",
            .process = "S1",
            .issued_on = day(at),
            .category = SaleCategory::services,
            .vat_category = "S",
            .currency = "EUR",
            .rate = {200'000},
            .net = {net},
            .tax = {tax},
            .report_id = {}};
}

ReportHead head(Flux flux)
{
    return {.reference = "ER-10.3-20261101",
            .flux = flux,
            .period = period(VatRegime::monthly, flux, "2026-11-05"),
            .business = "Charpentes & Fils",
            .siren = "732829320",
            .made_at = base::parse_iso("2026-11-18T08:00:00Z").value()};
}

bool holds(const std::string& text, const char* part)
{
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("periods follow the regime of VAT, and leave three days before they are due") // INV-056
{
    const auto sales = Flux::private_sales;
    const auto payments = Flux::private_payments;
    CHECK(is(period(VatRegime::monthly, sales, "2026-11-10"), "2026-11-01", "2026-11-10",
             "2026-11-20"));
    CHECK(is(period(VatRegime::monthly, sales, "2026-11-11"), "2026-11-11", "2026-11-20",
             "2026-11-30"));
    CHECK(is(period(VatRegime::monthly, sales, "2027-02-28"), "2027-02-21", "2027-02-28",
             "2027-03-10"));
    CHECK(is(period(VatRegime::monthly, payments, "2026-11-11"), "2026-11-01", "2026-11-30",
             "2026-12-10"));
    CHECK(is(period(VatRegime::quarterly, sales, "2026-12-31"), "2026-12-01", "2026-12-31",
             "2027-01-10"));
    CHECK(is(period(VatRegime::simplified, sales, "2027-01-15"), "2027-01-01", "2027-01-31",
             "2027-02-28"));
    CHECK(is(period(VatRegime::franchise, sales, "2026-12-31"), "2026-11-01", "2026-12-31",
             "2027-01-30"));
    CHECK(leaves_on(period(VatRegime::quarterly, sales, "2026-12-31")) == day("2027-01-07"));
    auto at = period(VatRegime::monthly, sales, "2026-01-01");
    for (int i = 0; i < 200; ++i) {
        const auto next = period_after(VatRegime::monthly, sales, at);
        CHECK(next.first.day == at.last.day + std::chrono::days{1});
        at = next;
    }
}

TEST_CASE("a payment is shared between rates to the cent, whatever came before") // INV-056
{
    std::mt19937 dice{56};
    for (int run = 0; run < 2'000; ++run) {
        std::vector<Cents> asked(1 + dice() % 4);
        for (auto& one : asked)
            one = {static_cast<std::int64_t>(dice() % 100'000)};
        Cents kept;
        std::vector<Cents> told(asked.size());
        for (int payment = 0; payment < 6; ++payment) {
            const Cents amount{static_cast<std::int64_t>(dice() % 60'000) - 20'000};
            const auto before = shared_by(asked, kept);
            kept += amount;
            const auto after = shared_by(asked, kept);
            for (std::size_t i = 0; i < asked.size(); ++i)
                told[i] += after[i] - before[i];
            CHECK(base::sum(told) == kept);
        }
        CHECK(told == shared_by(asked, kept));
    }
    CHECK(shared_by({{12'000}, {5'500}}, {17'500}) == std::vector<Cents>{{12'000}, {5'500}});
}

TEST_CASE("sums of a period are the sums of its lines, what is late on its first day") // INV-056
{
    const std::vector<ReportLine> lines{
        sale("2026-11-02", 1, 10'000, 2'000), sale("2026-11-02", 2, 5'000, 1'000),
        sale("2026-11-02", 3, -10'000, -2'000), sale("2026-10-28", 4, 700, 140)};
    const auto sums = sums_of(Flux::private_sales, day("2026-11-01"), lines);
    REQUIRE(sums.size() == 2);
    CHECK(sums[0].day == day("2026-11-01"));
    CHECK(sums[0].net == Cents{700});
    CHECK(sums[1].count == 3);
    CHECK(sums[1].net == Cents{5'000});
    CHECK(sums[1].tax == Cents{1'000});
    const auto xml = report_xml(head(Flux::private_sales), lines);
    for (const char* part :
         {"<Report><ReportDocument><Id>ER-10.3-20261101</Id>", "<Name>Charpentes &amp; Fils</Name>",
          "<StartDate>20261101</StartDate><EndDate>20261110</EndDate>",
          "<DateTimeString>20261118090000</DateTimeString>",
          "<Date>20261102</Date><TransactionsCurrency>EUR</TransactionsCurrency>"
          "<CategoryCode>TPS1</CategoryCode><TaxExclusiveAmount>50.00</TaxExclusiveAmount>"
          "<TaxTotal>10.00</TaxTotal><TransactionsCount>3</TransactionsCount><TaxSubtotal>"
          "<TaxPercent>20.00</TaxPercent><TaxableAmount>50.00</TaxableAmount>"})
        CHECK_MESSAGE(holds(xml, part), part);
    const auto csv = report_csv(head(Flux::private_sales), lines);
    CHECK(holds(csv, "10.3;2026-11-02;;TPS1;EUR;20,00;50,00;10,00;;3"));
}

TEST_CASE("sales to businesses abroad are told one by one, a credit note above zero") // INV-056
{
    auto invoice = sale("2026-11-02", 1, 10'000, 0);
    invoice.flux = Flux::foreign_sales;
    invoice.buyer_country = "BE";
    invoice.buyer_vat_number = "BE0123456789";
    auto credit = invoice;
    credit.source_id = 2;
    credit.number = "AV-1";
    credit.kind = "381";
    credit.net = {-10'000};
    const auto xml = report_xml(head(Flux::foreign_sales), {invoice, credit});
    for (const char* part :
         {"<Invoice><ID>AV-1</ID>", "<ID>FACT-1</ID>", "<TypeCode>381</TypeCode>",
          "<CountryId>BE</CountryId>", "<TaxExclusiveAmount>100.00</TaxExclusiveAmount>"})
        CHECK_MESSAGE(holds(xml, part), part);
    CHECK_FALSE(holds(xml, "-100.00"));
}
