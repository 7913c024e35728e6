#include "kernel/base/refusal.hpp"
#include "modules/ledger/ledger_test_kit.hpp"

#include <cstdio>
#include <set>
#include <stdexcept>
#include <thread>

using namespace ledger_test;
using ledger::EventKind;

TEST_CASE_ENGINES(
    "a money event is chained to the one before, signed, and rolled back with its deed")
{ // INV-060
    Books books{engine};
    books.append(invoice("F-1", 10'000, date("2026-11-20")));
    CHECK_THROWS_AS(books.context().write([](WorkspaceTransaction& tx) {
        ledger::append(tx, invoice("F-2", 10'000, date("2026-11-20")));
        throw base::NotFound{};
    }),
                    base::NotFound);
    books.append(payment("F-1", 12'000, date("2026-11-19"), "cheque"));
    const auto records = books.records();
    REQUIRE(records.size() == 2);
    CHECK(records[0].previous.empty());
    CHECK(records[1].previous == records[0].hash);
    CHECK(records[1].day == "2026-11-20");
    CHECK(records[1].actor == 5);
    CHECK(ledger::is_signed(records[1]));
    const auto read = ledger::event_from(records[1].kind, records[1].payload);
    CHECK(read == payment("F-1", 12'000, date("2026-11-19"), "cheque"));
    CHECK(
        records[0].payload ==
        R"({"version":1,"number":"F-1","dated":"2026-11-20","currency":"EUR","taxes":[)"
        R"({"category":"standard","code":"TVA","rate":200000,"base":10000,"tax":2000}],)"
        R"("total":12000,"client":"Odile Bescond","post_code":"56100","mode":"","reference":""})");
    CHECK(books.verdict().is_intact());
}

TEST_CASE("what contradicts itself is no money event")
{
    Books books{db::Engine::Sqlite};
    auto credit = invoice("A-1", 10'000, date("2026-11-20"));
    credit.kind = EventKind::credit_note_issued;
    CHECK_THROWS_AS(books.append(credit), std::invalid_argument);
    CHECK_THROWS_AS(books.append(payment("F-1", 12'000, date("2026-11-20"), "")),
                    std::invalid_argument);
    auto nameless = invoice("", 10'000, date("2026-11-20"));
    CHECK_THROWS_AS(books.append(nameless), std::invalid_argument);
    auto wordy = invoice("F-1", 10'000, date("2026-11-20"));
    wordy.client_name = std::string(ledger::text_bytes_max + 1, 'x');
    CHECK_THROWS_AS(books.append(wordy), std::invalid_argument);
    CHECK(books.records().empty());
}

TEST_CASE_ENGINES("no statement changes or deletes a record, not even of the database's owner")
{
    Books books{engine};
    books.append(invoice("F-1", 10'000, date("2026-11-20")));
    CHECK_THROWS(books.as_owner("UPDATE ledger_event SET actor = 6"));
    CHECK_THROWS(books.as_owner("DELETE FROM ledger_event"));
    CHECK(books.records().size() == 1);
    CHECK(books.verdict().is_intact());
}

TEST_CASE_ENGINES("many writers at once leave one chain without a hole")
{
    Books books{engine};
    constexpr int writers = 8;
    constexpr int each = 10;
    {
        std::vector<std::jthread> threads;
        for (int nth = 0; nth < writers; ++nth)
            threads.emplace_back([&books, nth] {
                for (int i = 0; i < each; ++i)
                    books.append(
                        invoice("F-" + std::to_string(nth * each + i), 10'000, date("2026-11-20")));
            });
    }
    CHECK(books.records().size() == writers * each);
    CHECK(books.verdict().is_intact());
}

TEST_CASE_ENGINES("a clock that goes back is in the journal, and no day comes before the last")
{
    Books books{engine};
    books.append(invoice("F-1", 10'000, date("2026-11-20")));
    books.at("2026-11-18T09:00:00Z");
    books.append(invoice("F-2", 10'000, date("2026-11-18")));
    books.append(invoice("F-3", 10'000, date("2026-11-18")));
    const auto records = books.records();
    REQUIRE(records.size() == 4);
    CHECK(records[1].kind == "clock_jumped");
    CHECK(records[1].family == "journal");
    CHECK(records[3].day == "2026-11-20");
    CHECK(books.verdict().is_intact());
}

TEST_CASE_ENGINES("a chain whose counter went goes on after its last record")
{
    Books books{engine};
    books.append(invoice("F-1", 10'000, date("2026-11-20")));
    books.as_owner("DELETE FROM ledger_chain");
    books.append(invoice("F-2", 10'000, date("2026-11-20")));
    CHECK(books.records().size() == 2);
    CHECK(books.verdict().is_intact());
}
