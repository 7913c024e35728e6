#include "kernel/base/text.hpp"
#include "kernel/search/query.hpp"
#include "kernel/search/tokenizer.hpp"

#include <doctest.h>

using search::Names;
using search::Terms;

TEST_CASE("words lose accents, case and punctuation")
{
    CHECK(search::words_of("L’Écran de l'œil, ÇA gèle !") ==
          std::vector<std::string>{"l", "ecran", "de", "l", "oeil", "ca", "gele"});
    CHECK(search::words_of(" \n…!?") == std::vector<std::string>{});
}

TEST_CASE("a text keeps each word of two letters or more once, within its limit")
{
    CHECK(search::text_terms("L'écran, l'écran et l'ECRAN") == Terms{"ecran", "et"});
    std::string many;
    for (int n = 0; n < 5'000; ++n)
        many += "mot" + std::to_string(n) + " ";
    CHECK(search::text_terms(many).size() == search::text_terms_max);
}

TEST_CASE("a word without end is cut, in the index and in the question alike")
{
    const std::string endless(100'000, 'x');
    CHECK(search::text_terms(endless) == Terms{std::string(search::term_length_max, 'x')});
    const auto typed = search::readings_of(endless, nullptr);
    REQUIRE(typed.size() == 1);
    CHECK(typed[0].prefix == std::string(search::term_length_max, 'x'));
    const auto accents = search::words_of(base::replace_all(endless.substr(0, 50), "x", "か"));
    REQUIRE(accents.size() == 1);
    CHECK(base::code_points(accents[0]) == search::term_length_max);
}

TEST_CASE("a telephone number is one term, however it is written")
{
    for (const auto* written : {"02 61 91 00 01", "02.61.91.00.01", "+33 2 61 91 00 01",
                                "+33 (0)2 61 91 00 01", "0261910001"})
        CHECK(search::phone_term(written) == "0261910001");
    CHECK(search::phone_term("T-2026-00042").empty());
    CHECK(search::phone_term("12").empty());
    CHECK(search::phone_term("1234567890123456").empty());
}

TEST_CASE("a number is found by its parts and without its zeros")
{
    CHECK(Names{}.number("T-2026-00042").terms() == Terms{"t", "2026", "00042", "42"});
}

TEST_CASE("an object has at most sixteen names, the first said first")
{
    Names names;
    names.number("T-2026-00042")
        .words("un deux trois quatre cinq six sept huit neuf dix onze douze treize");
    CHECK(names.terms().size() == search::name_terms_max);
    CHECK(names.terms().contains("00042"));
    CHECK_FALSE(names.terms().contains("treize"));
}

TEST_CASE("whole words and a last word that goes on are what is looked for")
{
    const auto readings = search::readings_of("Imprimante du cabinet le G", nullptr);
    REQUIRE(readings.size() == 1);
    CHECK(readings[0].words == std::vector<std::string>{"imprimante", "cabinet", "du", "le"});
    CHECK(readings[0].prefix == "g");
    CHECK(readings[0].is_in_names_only());
    CHECK_FALSE(search::readings_of("le go", nullptr)[0].is_in_names_only());
    CHECK(search::readings_of("?!", nullptr).empty());
}

TEST_CASE("a number typed in groups is also read as one word")
{
    const auto readings = search::readings_of("02 61 91", nullptr);
    REQUIRE(readings.size() == 2);
    CHECK(readings[1].prefix == "026191");
}
