#include "kernel/base/text.hpp"
#include "kernel/secrets/common_words.hpp"
#include "kernel/secrets/predictable_password.hpp"

#include <doctest.h>

#include <algorithm>

using namespace secrets;

// IDN-010
TEST_CASE("long passwords that everybody thinks of are predictable")
{
    for (const auto* password :
         {"motdepasse123",  "Motdepasse2026!", "MotDePasse@123",   "M0td3p@ss3!!",  "azertyuiop123",
          "qwertyuiopas",   "123456789012",    "aaaaaaaaaaaa",     "abcabcabcabc",  "Bonjour12345",
          "jetaimejetaime", "admin2026admin",  "passwordpassword", "P@ssw0rd12345", "Soleil2025!!",
          "1qaz2wsx3edc",   "Lorient2026!",    "ChangezMoi123!",   "000000000000",  "abcdefghijkl",
          "Été2026Été2026", "!!!!!!!!!!!!",    "poiuytreza987",    "Bretagne1532!"})
        CHECK_MESSAGE(is_predictable(password), password);
}

TEST_CASE("the person's and the business's own words are predictable for them only")
{
    const std::vector<std::string> context{"Ponant Informatique", "Maëlys Corre", "mcorre"};
    for (const auto* password : {"ponant-informatique", "Maelys.Corre29", "PONANT2026ponant"})
        CHECK_MESSAGE(is_predictable(password, context), password);
    CHECK_FALSE(is_predictable("zouaveponantkiwi", {}));
}

// IDN-010
TEST_CASE("sentences and random passwords are accepted")
{
    for (const auto* password :
         {"correct horse battery staple", "le vélo vert de ma tante", "k#9$Lz@!q%^&",
          "girafe-tondeuse-mercure", "X7vQmR2pLw9T", "il pleut souvent à Brest",
          "трамвай утюг печка", "Zébulon croque 3 radis"})
        CHECK_MESSAGE(!is_predictable(password), password);
}

TEST_CASE("random tokens are never called predictable")
{
    for (int i = 0; i < 500; ++i) {
        const auto token = base::base64url(base::random_bytes(12));
        CHECK_MESSAGE(!is_predictable(token), token);
    }
}

TEST_CASE("common words are taken out longest first, each a whole word")
{
    const auto words = common_words();
    CHECK(words.size() == 300);
    CHECK(std::ranges::is_sorted(words, std::greater{}, &std::string_view::size));
    for (const auto word : words)
        CHECK_MESSAGE(base::fold(word) == word, word);
}
