#include "kernel/i18n/words.hpp"

#include <doctest.h>

using i18n::worded;

namespace
{

const i18n::Nouns support{{"ticket", {"ticket", "tickets", false}},
                          {"project", {"adresse", "adresses", true}}};
const i18n::Nouns repair{{"ticket", {"intervention", "interventions", true}},
                         {"project", {"chantier", "chantiers", false}}};

} // namespace

TEST_CASE("a sentence says the words of the business, agreed with what stands before") // PLT-015
{
    const i18n::WordsScope scope{support};
    CHECK(worded("[[Nouveau ticket]]") == "Nouveau ticket");
    CHECK(worded("[[Aucun project]] ici, [[le project]] [[du ticket]].") ==
          "Aucune adresse ici, l’adresse du ticket.");
    CHECK(worded("[[Tickets]] et [[projects]]") == "Tickets et adresses");
    const i18n::WordsScope inner{repair};
    CHECK(worded("[[Nouveau ticket]]") == "Nouvelle intervention");
    CHECK(worded("[[Le ticket]] [[de ticket]] [[ce ticket]] [[au ticket]] [[un ticket]]") ==
          "L’intervention d’intervention cette intervention à l’intervention une intervention");
    CHECK(worded("[[Les tickets]] [[du project]]") == "Les interventions du chantier");
    CHECK(worded("[[Un nouveau ticket]], [[mon ticket]]") ==
          "Une nouvelle intervention, mon intervention");
    CHECK(worded("clos[[e:ticket]], clos[[e:project]]") == "close, clos");
}

TEST_CASE("a scope gives back the words of the one around it")
{
    const i18n::WordsScope outer{support};
    {
        const i18n::WordsScope inner{repair};
    }
    CHECK(worded("[[ticket]]") == "ticket");
}

TEST_CASE("what is no word of ours stays as it is written")
{
    CHECK(worded("[[le ticket]]") == "le ticket");
    const i18n::WordsScope scope{support};
    CHECK(worded("[[la chose]] et [[") == "la chose et [[");
    CHECK(worded("]] sans rien") == "]] sans rien");
    CHECK(worded("") == "");
}
