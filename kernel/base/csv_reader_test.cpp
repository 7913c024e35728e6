#include "kernel/base/csv.hpp"
#include "kernel/base/csv_reader.hpp"

#include <doctest.h>

using base::CsvDelimiter;
using base::CsvEncoding;
using base::CsvFormat;
using base::CsvProblem;
using base::CsvReader;
using base::CsvRecord;

namespace
{

using Cells = std::vector<std::string>;

std::vector<CsvRecord> all_of(std::string_view bytes, CsvFormat format = {},
                              base::CsvLimits limits = {})
{
    std::vector<CsvRecord> records;
    CsvReader reader{bytes, format, limits};
    while (auto record = reader.next())
        records.push_back(*record);
    return records;
}

} // namespace

TEST_CASE("quotes hold separators, quotes and line breaks")
{
    const auto records = all_of("nom;note\r\n\"Kervella; fils\";\"dit \"\"oui\"\"\r\nhier\"\n"
                                "Anne;\"\"\n\"a\"b;c\"d\n");
    REQUIRE(records.size() == 4);
    CHECK(records[1].cells == Cells{"Kervella; fils", "dit \"oui\"\nhier"});
    CHECK(records[2].cells == Cells{"Anne", ""});
    CHECK(records[3].cells == Cells{"ab", "c\"d"});
    CHECK(records[1].line == 2);
    CHECK(records[2].line == 4);
}

TEST_CASE("lines end with LF, CRLF or CR, and blank ones are not records")
{
    for (const char* text : {"a;b\nc;d", "a;b\r\n\r\nc;d\r\n", "a;b\rc;d\r", "\n\na;b\n\nc;d\n"}) {
        CAPTURE(text);
        const auto records = all_of(text);
        REQUIRE(records.size() == 2);
        CHECK(records[0].cells == Cells{"a", "b"});
        CHECK(records[1].cells == Cells{"c", "d"});
    }
    CHECK(all_of("").empty());
    CHECK(all_of("\r\n\r\n").empty());
    CHECK(all_of(";").front().cells == Cells{"", ""});
}

TEST_CASE("a mark and the hint of spreadsheets are no text")
{
    CHECK(all_of("\xEF\xBB\xBFnom;ville\n").front().cells.front() == "nom");
    const auto records = all_of("\xEF\xBB\xBFsep=;\r\nnom;ville\r\n");
    REQUIRE(records.size() == 1);
    CHECK(records.front().cells == Cells{"nom", "ville"});
    CHECK(records.front().line == 2);
}

TEST_CASE("a quote left open costs its own line")
{
    const auto records = all_of("a;\"b\nc;d\ne;f\n");
    REQUIRE(records.size() == 3);
    CHECK(records[0].problem == CsvProblem::open_quote);
    CHECK(records[1].cells == Cells{"c", "d"});
    CHECK(records[2].line == 3);
    CHECK(all_of("a\n\"").back().problem == CsvProblem::open_quote);

    std::string far = "a;\"b\n" + std::string(9'000, 'x') + "\nc;d\n";
    CHECK(all_of(far).front().problem == CsvProblem::open_quote);
    CHECK(all_of(far).back().cells == Cells{"c", "d"});
}

TEST_CASE("a record beyond a limit says so, holds no more, and the next one is read")
{
    std::string wide = "x";
    for (int column = 1; column < 300; ++column)
        wide += ";x";
    const auto records = all_of(wide + "\na;b\n");
    REQUIRE(records.size() == 2);
    CHECK(records[0].problem == CsvProblem::columns);
    CHECK(records[0].cells.size() == 100);
    CHECK(records[1].cells == Cells{"a", "b"});

    for (const char* cell : {"xxxxxx;", "\"xxxxxx\";"}) {
        const auto long_ones =
            all_of(std::string{cell} + "b\nxxxxx;d", {}, {.columns = 5, .cell_bytes = 5});
        REQUIRE(long_ones.size() == 2);
        CHECK(long_ones[0].problem == CsvProblem::cell);
        CHECK(long_ones[0].cells[1] == "b");
        CHECK(long_ones[1].problem == CsvProblem::none);
    }
}

TEST_CASE("each encoding gives the same text, and what is none in it is said")
{
    const auto first = [](std::string_view bytes, CsvEncoding encoding) {
        return all_of(bytes, {.encoding = encoding}).front();
    };
    CHECK(first("\x80 c\x9Cur \xE9t\xE9", CsvEncoding::windows1252).cells.front() == "€ cœur été");
    CHECK(first("\xA4 c\xBDur \xE9t\xE9", CsvEncoding::iso8859_15).cells.front() == "€ cœur été");
    CHECK(first("€ cœur été", CsvEncoding::utf8).cells.front() == "€ cœur été");
    CHECK(first("\xE9", CsvEncoding::utf8).problem == CsvProblem::text);
    CHECK(first("\x81", CsvEncoding::windows1252).problem == CsvProblem::text);
    CHECK(first("\x9C", CsvEncoding::iso8859_15).problem == CsvProblem::text);
    CHECK(first(std::string_view{"a\0b", 3}, CsvEncoding::utf8).problem == CsvProblem::text);
}

TEST_CASE("the format is guessed from what the file looks like")
{
    const auto guess = [](std::string_view bytes) { return base::guess_csv_format(bytes); };
    CHECK(guess("nom;ville\nA, B;C\n").delimiter == CsvDelimiter::semicolon);
    CHECK(guess("nom,ville\n\"A;B\",C\n").delimiter == CsvDelimiter::comma);
    CHECK(guess("nom\tville\nA, B\tC\n").delimiter == CsvDelimiter::tab);
    CHECK(guess("nom|ville|pays\nA|B|C\n").delimiter == CsvDelimiter::bar);
    CHECK(guess("nom\nA\nB\n").delimiter == CsvDelimiter::semicolon);
    CHECK(guess("").delimiter == CsvDelimiter::semicolon);
    CHECK(guess("été;œuf").encoding == CsvEncoding::utf8);
    CHECK(guess("\xEF\xBB\xBF"
                "a;b")
              .encoding == CsvEncoding::utf8);
    CHECK(guess("\xE9t\xE9;l\x92\x9Cuf").encoding == CsvEncoding::windows1252);
    CHECK(guess("\xE9t\xE9;\xBDuf").encoding == CsvEncoding::iso8859_15);
    CHECK(guess("\xE9t\xE9;12 \xA4").encoding == CsvEncoding::iso8859_15);
    CHECK(guess("\xE9t\xE9;1\xBD h").encoding == CsvEncoding::windows1252);
}

TEST_CASE("what is written is read back cell by cell")
{
    const Cells cells{"=1+1", "a;b", "dit \"oui\"", "deux\nlignes", "", "+33 2 97", "l'ami", "été"};
    const auto records = all_of(std::string{base::csv_mark} + base::csv_line(cells));
    REQUIRE(records.size() == 1);
    Cells read;
    for (const auto& cell : records.front().cells)
        read.push_back(base::csv_meaning(cell));
    CHECK(read == cells);
}
