#include "kernel/base/text.hpp"

#include <doctest.h>

#include <set>

using namespace base;

TEST_CASE("folding drops accents, case and punctuation and spells out ligatures")
{
    CHECK(fold("Élodie Cœur-Brûlé") == "elodie coeur brule");
    CHECK(fold("  L’Atelier  d'Ærø !! ") == "l atelier d aero");
    CHECK(fold("STRASSE Straße") == "strasse strasse");
    CHECK(fold("Ｔ－２０２６") == "t 2026");
    CHECK(fold("T-2026-00042") == "t 2026 00042");
    CHECK(fold("…") == "");
    CHECK(fold("") == "");
}

TEST_CASE("composed and decomposed letters fold to the same key")
{
    CHECK(fold("e\xCC\x81t\xC3\xA9") == fold("été"));
}

TEST_CASE("normalised text is composed, has plain line ends and no control character")
{
    CHECK(normalise("e\xCC\x81") == "é");
    CHECK(normalise("a\r\nb\rc\td") == "a\nb\nc\td");
    CHECK(normalise(std::string_view{"a\0b\x1B[31m\xC2\x85", 10}) == "ab[31m");
}

TEST_CASE("trimming removes every kind of blank at both ends only")
{
    CHECK(trim("\u00A0\u200B  Le bois  \u202F\n") == "Le bois");
    CHECK(trim("   ") == "");
    CHECK(trim("𝄞 ") == "𝄞");
}

TEST_CASE("invalid UTF-8 is recognised")
{
    CHECK(is_valid_utf8("déjà 𝄞"));
    CHECK_FALSE(is_valid_utf8("\xC3"));
    CHECK_FALSE(is_valid_utf8("\xED\xA0\x80"));
    CHECK_FALSE(is_valid_utf8("\xC0\xAF"));
}

TEST_CASE("lengths count code points and shortening says that it cut")
{
    CHECK(code_points("été 𝄞") == 5);
    CHECK(shorten("été", 3) == "été");
    CHECK(shorten("étés", 3) == "été…");
    CHECK(shorten("a", 0) == "…");
}

TEST_CASE("an avatar shows the first letters of the first and last words")
{
    CHECK(initials("Yann Tanguy") == "YT");
    CHECK(initials("Anne Le Goff") == "AG");
    CHECK(initials("  élodie ") == "É");
    CHECK(initials("« Jean-Luc » d’Armor") == "JD");
    CHECK(initials("") == "");
}

TEST_CASE("splitting keeps empty parts and joining undoes it")
{
    CHECK(split("a,,b,", ',').size() == 4);
    CHECK(join(split("a,,b,", ','), ",") == "a,,b,");
    CHECK(split("", ',').size() == 1);
}

TEST_CASE("ASCII comparisons ignore case and replacing does not loop on its own output")
{
    CHECK(starts_with_ignoring_case("Content-Type", "content-"));
    CHECK_FALSE(starts_with_ignoring_case("Con", "content"));
    CHECK(lower_ascii("ÉA") == "Éa");
    CHECK(replace_all("aaa", "a", "aa") == "aaaaaa");
    CHECK(replace_all("abc", "", "x") == "abc");
    CHECK(replace_all("a--b--", "--", "") == "ab");
    CHECK(replace_all("--a", "--", "+++") == "+++a");
    CHECK(replace_all("aba", "a", "c") == "cbc");
    CHECK(replace_all("aa", "aa", "bb") == "bb");
    CHECK(replace_all("", "a", "b").empty());
}

TEST_CASE("the stable hash is FNV-1a")
{
    CHECK(stable_hash("") == 0xcbf29ce484222325ULL);
    CHECK(stable_hash("foobar") == 0x85944171f73967e8ULL);
}

TEST_CASE("the quick hash sees every byte, its place and the length")
{
    const std::string page(100, 'a');
    std::set<std::uint64_t> seen;
    for (std::size_t length = 0; length <= page.size(); ++length)
        seen.insert(quick_hash(page.substr(0, length)));
    for (std::size_t at = 0; at < page.size(); ++at) {
        auto changed = page;
        changed[at] = 'b';
        seen.insert(quick_hash(changed));
    }
    CHECK(seen.size() == 2 * page.size() + 1);
    CHECK(quick_hash(std::string(3, '\0')) != quick_hash(std::string(4, '\0')));
    CHECK(quick_hash(page) == quick_hash(std::string{page}));
}
