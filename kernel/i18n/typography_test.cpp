#include "kernel/i18n/typography.hpp"

#include <doctest.h>

using i18n::typography;

TEST_CASE("spaces before high punctuation and inside guillemets do not break")
{
    CHECK(typography("Quoi ? Non ! Si ; bon : « mot »") ==
          "Quoi\u202F? Non\u202F! Si\u202F; bon\u00A0: «\u00A0mot\u00A0»");
}

TEST_CASE("figures keep their unit and their thousands")
{
    CHECK(typography("1 452,00 € et 5,5 %") == "1\u202F452,00\u00A0€ et 5,5\u00A0%");
    CHECK(typography("1 250 000 km") == "1\u202F250\u202F000\u00A0km");
    CHECK(typography("12 m² à 20 °C, 3 jours") == "12\u00A0m² à 20\u00A0°C, 3\u00A0jours");
    CHECK(typography("de 9 h 05 à 10 h") == "de 9\u00A0h\u00A005 à 10\u00A0h");
    CHECK(typography("{size} Mo au plus") == "{size}\u00A0Mo au plus");
}

TEST_CASE("titles keep their name")
{
    CHECK(typography("M. Tanguy, Mme Le Goff, n° 12") ==
          "M.\u00A0Tanguy, Mme\u00A0Le Goff, n°\u00A012");
}

TEST_CASE("apostrophes and ellipses become the real ones")
{
    CHECK(typography("L'heure d'été...") == "L’heure d’été…");
}

TEST_CASE("what only looks like it stays")
{
    for (const auto* text : {"20 novembre 2026", "à 10 heures", "2 gestes", "5 mètres", "a:b?c",
                             "https://etabli.example/?a=1;b", "7 2026", "FILM. Titre"})
        CHECK_MESSAGE(typography(text) == text, text);
}

TEST_CASE("typography done twice changes nothing more")
{
    const auto once = typography("Déjà 1 452 € : « oui » ? M. Penn à 9 h 05...");
    CHECK(typography(once) == once);
}
