#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "modules/accounting/fec_test_kit.hpp"

#include <doctest.h>

#include <algorithm>
#include <ctime>
#include <fstream>

using namespace accounting;
using namespace accounting_test;

namespace
{

bool says(const FecRead& read, const char* code)
{
    return std::ranges::find(read.faults, code, &FecFault::code) != read.faults.end();
}

std::string with(std::string bytes, const std::string& from, const std::string& to)
{
    const auto at = bytes.find(from);
    REQUIRE(at != std::string::npos);
    return bytes.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("an entry that does not balance to the cent is refused, and nothing of it is written")
{
    auto entry = sale(1, {10'000}); // ACC-003
    CHECK_NOTHROW(check(entry));
    entry.lines.front().debit.value += 1;
    CHECK(fault_of(entry) == "unbalanced");
    std::string bytes;
    FecWriter writer{Charset::latin9, [&](std::string_view piece) { bytes += piece; }};
    const auto head = bytes;
    CHECK_THROWS_AS(writer.write(entry), base::Refusal);
    CHECK(bytes == head);
    auto both = sale(2, {10'000});
    both.lines.front().credit = {1};
    CHECK(fault_of(both) == "sides");
    auto letters = sale(3, {10'000});
    letters.lines.front().account.number = "4C1000";
    CHECK(fault_of(letters) == "account");
    CHECK(fault_of(Entry{}) == "one_line");
}

TEST_CASE("the file has the eighteen columns, tabs, commas, and the name the law gives it")
{
    const auto bytes = flat({sale(1, {102'575})}); // ACC-003
    CHECK(bytes.starts_with("JournalCode\tJournalLib\tEcritureNum\tEcritureDate\tCompteNum\t"));
    CHECK(bytes.find("VE\tVentes\tVE000001\t20260102\t411000\t") != std::string::npos);
    CHECK(bytes.find("\t1230,90\t0,00\t\t\t20260102\t\t\r\n") != std::string::npos);
    CHECK(fec_name(siren, closing, ".txt") == "732829320FEC20261231.txt");
    CHECK(read(bytes).faults.empty());
    CHECK(read(bytes).lines == 3);
}

TEST_CASE("ISO 8859-15 holds what French writes, and something readable for the rest")
{
    CHECK(fec_text("L’œuvre d’Élodie : 5 €", Charset::latin9) == "L'\xBD"
                                                                 "uvre d'\xC9lodie : 5 \xA4");
    CHECK(fec_text("Łódź 漢", Charset::latin9) == "L\xF3"
                                                  "dz ?");
    CHECK(fec_text(" a\tb|c\r\nd ", Charset::latin9) == "a b c  d");
    CHECK(fec_text("L’œuvre", Charset::utf8) == "L’œuvre");
    CHECK(fec_text("\xFF", Charset::utf8) == "?");
    CHECK(read(flat({sale(1, {100})}, Charset::utf8), Charset::utf8).faults.empty());
}

TEST_CASE("each rejection of the tax office's tester is found, and those it does not see")
{
    const auto good = flat({sale(1, {10'000}), sale(2, {20'000}), sale(3, {30'000})});
    REQUIRE(read(good).faults.empty());
    const auto head = good.substr(0, good.find('\n') + 1);
    CHECK(says(read(""), "empty"));
    CHECK(says(read(head), "empty"));
    CHECK(says(read(with(good, "JournalLib\t", "")), "columns"));
    CHECK(says(read(base::replace_all(good, "\t", ";")), "separator"));
    CHECK(says(read(with(good, "\r\n", "\r\n\r\n")), "blank_line"));
    CHECK(says(read(with(good, "\tVentes\t", "\t")), "field_count"));
    CHECK(says(read(with(good, "\tVentes\t", "\t\t")), "empty_field"));
    CHECK(says(read(with(good, "\t706000\t", "\t7C6000\t")), "account"));
    CHECK(says(read(with(good, "120,00", "120.00")), "amount"));
    CHECK(says(read(with(good, "120,00", "1 20,00")), "amount"));
    CHECK(says(read(with(good, "120,00", "beaucoup")), "amount"));
    CHECK(says(read(with(good, "20260102", "demain")), "date"));
    CHECK(says(read(with(good, "20260102", "20261302")), "date"));
    CHECK(says(read(with(good, "20260102", "20270102")), "outside_year"));
    CHECK(says(read(with(good, "20260102", "18990102")), "outside_year"));
    CHECK(says(read(with(good, "120,00\t0,00", "120,00\t120,00")), "sides"));
    CHECK(says(read(with(good, "120,00\t0,00", "0,00\t0,00")), "sides"));
    CHECK(says(read(with(good, "\tC00042\t", "\t\t")), "pair"));
    CHECK(says(read(with(good, "\t\t\t20260102\t\t\r", "\tA\t\t20260102\t\t\r")), "pair"));
    CHECK(says(read(with(good, "\t\t\t20260102\t\t\r", "\t\t\t\t\t\r")), "empty_field"));
    CHECK(says(read(with(good, "706000\tCompte n\xB0 706000\t\t", "706000\tVentes\tC1\tNoe")),
               "party_account"));
    CHECK(says(read(with(good, "120,00", "120,05")), "unbalanced"));
    CHECK(says(read(base::replace_all(good, "VE000002", "VE000007")), "gap"));
    CHECK(says(read_fec({.bytes = good, .name = "FEC.txt", .first = first, .closing = closing}),
               "name"));
}

TEST_CASE("what is read back gives the same trial balance, whatever was written")
{
    const auto seed = static_cast<unsigned>(std::time(nullptr));
    MESSAGE("seed ", seed);
    INFO("seed ", seed);
    std::mt19937 dice{seed};
    std::uniform_int_distribution<std::int64_t> cents{100, 500'000'000};
    const std::vector<const char*> accounts{"401000", "512000", "606300", "706000", "445710"};
    std::vector<Entry> entries;
    TrialBalance written;
    for (std::int64_t number = 1; number <= 500; ++number) {
        auto entry = sale(number, {cents(dice)});
        const Cents more{cents(dice)};
        entry.lines.push_back(on(accounts[dice() % accounts.size()], more));
        entry.lines.push_back(on(accounts[dice() % accounts.size()], -more));
        if (dice() % 2 == 0) entry.lines = reversed(entry.lines);
        written.add(entry);
        entries.push_back(entry);
    }
    for (const auto charset : {Charset::latin9, Charset::utf8}) {
        const auto again = read(flat(entries, charset), charset);
        CHECK(again.faults.empty());
        CHECK(again.entries == 500);
        CHECK(again.balance.lines() == written.lines());
        CHECK(again.balance.debit() == written.credit());
    }
}

TEST_CASE("two hundred thousand lines are written entry by entry, and none is kept")
{
    constexpr std::int64_t entries = 66'667; // three lines each
    std::int64_t bytes = 0;
    std::size_t largest = 0;
    const auto began = std::clock();
    FecWriter writer{Charset::latin9, [&](std::string_view piece) {
                         bytes += std::ssize(piece);
                         largest = std::max(largest, piece.size());
                     }};
    for (std::int64_t number = 1; number <= entries; ++number)
        writer.write(sale(number, {100 + number}));
    MESSAGE("200 001 lines, ", bytes, " bytes, ", (std::clock() - began) * 1000 / CLOCKS_PER_SEC,
            " ms of processor");
    CHECK(largest < 2'000);
    CHECK(bytes > entries * 300);
}
