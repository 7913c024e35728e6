#include "kernel/sms/words.hpp"

#include <doctest.h>

#include <string>

TEST_CASE("a text keeps the accents of the GSM alphabet and drops the others") // NTF-041
{
    CHECK(sms::in_gsm("Été à Brest, où ça gèle") == "Été à Brest, où ca gèle");
    CHECK(sms::in_gsm("l’œuvre « forêt »…") == "l'oeuvre \"foret\"...");
    CHECK(sms::in_gsm("12 € [net]\nfin") == "12 € [net] fin");
    CHECK(sms::in_gsm("Łódź 🏗 東") == "lodz ? ?");
}

TEST_CASE("the euro and brackets take two places")
{
    CHECK(sms::gsm_length("12 €") == 5);
    CHECK(sms::gsm_length("[a]") == 5);
    CHECK(sms::gsm_length("éèù") == 3);
}

TEST_CASE("a message is never longer than one, and its link is whole") // NTF-041
{
    const std::string link = "https://chantiers.example/p/armor/fiches/CH-118";
    const auto long_words = std::string(400, 'x') + "€€€";
    const auto made = sms::with_link(long_words, link);
    CHECK(sms::gsm_length(made) == sms::words_max);
    CHECK(made.ends_with("... " + link));
    CHECK(sms::with_link("Bonjour", link) == "Bonjour " + link);
    CHECK(sms::gsm_length(sms::with_link(long_words, "")) == sms::words_max);
    CHECK(sms::gsm_length(sms::with_link("[[[[[[[[[[" + long_words, link)) <= sms::words_max);
}

TEST_CASE("a link without room for words goes alone, one too long does not go")
{
    const auto wide = "https://x.example/" + std::string(sms::words_max - 22, 'a');
    CHECK(sms::with_link("Bonjour à tous", wide) == wide);
    CHECK(sms::with_link("Bonjour", wide + wide) == "Bonjour");
}
