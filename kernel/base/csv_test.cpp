#include "kernel/base/csv.hpp"

#include <doctest.h>

TEST_CASE("a cell is quoted only when it must be, and its quotes are doubled")
{
    CHECK(base::csv_line({"a", "b c", ""}) == "a;b c;\r\n");
    CHECK(base::csv_line({"a;b", "dit \"oui\"", "deux\nlignes"}) ==
          "\"a;b\";\"dit \"\"oui\"\"\";\"deux\nlignes\"\r\n");
}

TEST_CASE("what a spreadsheet would run is text, numbers stay numbers")
{
    for (const char* formula : {"=1+1", "+cmd", "-2+3", "@SUM(A1)", " =1", "=cmd|' /C calc'!A0",
                                "-", "+33 2 97 00 00 00", "-1.2.3", "\t=1", "\r=1", "\n=1"}) {
        CAPTURE(formula);
        const auto line = base::csv_line({formula});
        const bool is_neutral = line.starts_with("'") || line.starts_with("\"'");
        CHECK(is_neutral);
    }
    for (const char* number : {"-5", "+5", "12", "-3,50", "0.5"})
        CHECK(base::csv_line({number}) == std::string{number} + "\r\n");
    CHECK(base::csv_line({"a=b"}) == "a=b\r\n");
}

TEST_CASE("a neutral cell read back says what was written")
{
    for (const char* text : {"=1+1", "+33 2 97 00 00 00", "'=1", "''=1", "'", "l'ami", "'ami", "-5",
                             "", "@nom", " =1", "'-5"}) {
        CAPTURE(text);
        const auto line = base::csv_line({text});
        CHECK(base::csv_meaning(line.substr(0, line.size() - 2)) == text);
    }
}
